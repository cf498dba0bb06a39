import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

import { secretFrom } from '../webhooks/signature.ts';

/** A key that cannot be used; the message says what to do. */
export class UnusableKey extends Error {
  override name = 'UnusableKey';
}

/** What is signed for whom: one purpose's token never passes for another's. */
export type TokenKind = 'form' | 'receipt' | 'unsubscribe' | 'challenge';

/** One key of the ring, and what is derived of it. */
interface Derived {
  /** Names the key in ciphers and hashes; tells nothing of it. */
  id: string;
  sealing: KeyObject;
  hashing: KeyObject;
}

const mostVerified = 1000;
const nonceLength = 12;
const nonceStock = 256;
const tagLength = 16;
/** 128 bits of a signature are enough, and keep addresses short. */
const signatureLength = 16;

const bytesOf = (key: Buffer, label: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `matbaa replies ${label}`, length));

/** A key that is made ready once: with plain bytes each use costs four times as much. */
const derive = (key: Buffer, label: string): KeyObject => createSecretKey(bytesOf(key, label, 32));

function derived(key: Buffer): Derived {
  return {
    id: bytesOf(key, 'id', 6).toString('base64url'),
    sealing: derive(key, 'sealing'),
    hashing: derive(key, 'hashing'),
  };
}

/** Addresses that differ only in case or in how Unicode writes them are one reader's. */
const normalised = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/**
 * The keys under which the newsroom knows its readers. Of an e-mail address only two things are
 * kept: a cipher (AES-256-GCM), so that letters can be sent, and a keyed hash (HMAC-SHA-256), so
 * that a returning reader is recognised. Both begin with the name of their key and a dot.
 */
export class ReaderKeys {
  #ring: readonly [Derived, ...Derived[]];
  /** A page's form has one token for all its readers: it need not be checked a thousand times. */
  readonly #verified = new Map<string, readonly number[]>();
  #nonces = Buffer.alloc(0);
  #used = 0;
  readonly #signing: Record<TokenKind, KeyObject>;
  /** Signs what the newspaper's own service is asked, in the form that webhooks have. */
  readonly outsideSecret: string;

  /**
   * @param ring keys of 32 bytes; the first is used, the others still read what they wrote
   * @param secret signs forms and receipts; these outlive a change of the ring
   */
  constructor(ring: readonly Buffer[], secret: string) {
    this.#ring = ringOf(ring);
    const signing = (kind: TokenKind): KeyObject => derive(Buffer.from(secret), `token ${kind}`);
    this.outsideSecret = secretFrom(bytesOf(Buffer.from(secret), 'outside check', 32));
    this.#signing = {
      form: signing('form'),
      receipt: signing('receipt'),
      unsubscribe: signing('unsubscribe'),
      challenge: signing('challenge'),
    };
  }

  /** Takes another ring, after the key file has changed. */
  replace(ring: readonly Buffer[]): void {
    this.#ring = ringOf(ring);
  }

  /** The name of the key in use. */
  get current(): string {
    return this.#ring[0].id;
  }

  /** The hash by which a reader is known. */
  hash(email: string): string {
    return hashWith(this.#ring[0], email);
  }

  /** {@link hash} under every key of the ring, the one in use first: while keys are changed, rows bear either. */
  hashes(email: string): string[] {
    return this.#ring.map((key) => hashWith(key, email));
  }

  /** The cipher of an address; bound to its {@link hash}, so that it is good in no other row. */
  seal(email: string, hash = this.hash(email)): string {
    const [key] = this.#ring;
    const nonce = this.#nonce();
    const cipher = createCipheriv('aes-256-gcm', key.sealing, nonce);
    cipher.setAAD(Buffer.from(hash));
    const sealed = Buffer.concat([cipher.update(email, 'utf8'), cipher.final()]);
    return `${key.id}.${Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** Fetched many at once: each call of the generator costs as much as the cipher. */
  #nonce(): Buffer {
    if (this.#used >= this.#nonces.length) {
      this.#nonces = randomBytes(nonceLength * nonceStock);
      this.#used = 0;
    }
    this.#used += nonceLength;
    return this.#nonces.subarray(this.#used - nonceLength, this.#used);
  }

  /** The address again; null where no key of the ring fits, or the row was tampered with. */
  open(cipher: string, hash: string): string | null {
    const [id = '', payload = ''] = cipher.split('.');
    const key = this.#ring.find((one) => one.id === id);
    const bytes = Buffer.from(payload, 'base64url');
    if (key === undefined || bytes.length < nonceLength + tagLength) return null;
    const opening = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(0, nonceLength));
    opening.setAAD(Buffer.from(hash));
    opening.setAuthTag(bytes.subarray(-tagLength));
    try {
      const opened = opening.update(bytes.subarray(nonceLength, -tagLength));
      return Buffer.concat([opened, opening.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** A token that says these numbers and that we said them. Safe in addresses. */
  sign(kind: TokenKind, numbers: readonly number[]): string {
    const payload = numbers.map((number) => number.toString(36)).join('-');
    return `${payload}.${this.#signature(kind, payload).toString('base64url')}`;
  }

  /** What {@link sign} was given; null for anything else. */
  verify(kind: TokenKind, token: string): number[] | null {
    const known = this.#verified.get(`${kind} ${token}`);
    if (known !== undefined) return [...known];
    const numbers = this.#verify(kind, token);
    if (numbers === null) return null;
    if (this.#verified.size >= mostVerified) this.#verified.clear();
    this.#verified.set(`${kind} ${token}`, numbers);
    return [...numbers];
  }

  #verify(kind: TokenKind, token: string): number[] | null {
    const [payload = '', signature = '', more] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    if (more !== undefined || given.length !== signatureLength || payload.length > 64) return null;
    if (!timingSafeEqual(given, this.#signature(kind, payload))) return null;
    return payload.split('-').map((number) => Number.parseInt(number, 36));
  }

  #signature(kind: TokenKind, payload: string): Buffer {
    const whole = createHmac('sha256', this.#signing[kind]).update(payload).digest();
    return whole.subarray(0, signatureLength);
  }
}

function ringOf(ring: readonly Buffer[]): [Derived, ...Derived[]] {
  const [first, ...others] = ring.map(derived);
  if (first === undefined) throw new UnusableKey('There is no key for readers’ addresses.');
  return [first, ...others];
}

const hashWith = (key: Derived, email: string): string =>
  `${key.id}.${createHmac('sha256', key.hashing).update(normalised(email)).digest('base64url')}`;

const keyLength = 32;

/** A new key, as the key file and the environment hold it. */
export const newKeyText = (): string => randomBytes(keyLength).toString('base64url');

/**
 * The keys that a key file or variable holds: base64url, parted by spaces, commas or line breaks.
 * @throws UnusableKey
 */
export function keysFrom(text: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map((one) => Buffer.from(one, 'base64url'));
  if (keys.length === 0 || keys.some((key) => key.length !== keyLength))
    throw new UnusableKey(
      'The key for readers’ addresses must be 32 bytes in base64url, 43 characters; make one with: openssl rand -base64 32 | tr "+/" "-_" | tr -d =',
    );
  return keys;
}
