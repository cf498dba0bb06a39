import { createHash } from 'node:crypto';
import type { ReaderKeys } from './keys.ts';
import { zeroBits } from './zero-bits.ts';

const minute = 60_000;
/** A page that was left open longer gets a fresh one. */
const goodFor = 60 * minute;
/** 65,536 tries on average: a fifth of a second on a computer, about one second on a cheap phone. */
const difficulty = 16;
/** A counter in hexadecimal digits; longer ones nobody needs. */
const nonceForm = /^[0-9a-f]{1,13}$/;

/** What a browser is given to work on. */
export interface Challenge {
  /** Says the reply, the minute and the difficulty, and that we said them. */
  token: string;
  /** SHA-256 of `token.nonce` must begin with so many zero bits. */
  bits: number;
}

export const challengeFor = (
  keys: ReaderKeys,
  of: { id: number; at: number },
  bits = difficulty,
): Challenge => ({
  token: keys.sign('challenge', [of.id, Math.floor(of.at / minute), bits]),
  bits,
});

/**
 * Whether a nonce solves a challenge of ours for this very reply. Told by the key alone, so that
 * nothing is kept of challenges that nobody answers.
 */
export function isProof(
  keys: ReaderKeys,
  given: { token: string; nonce: string },
  of: { id: number; at: number },
): boolean {
  const [id, since, bits, more] = keys.verify('challenge', given.token) ?? [];
  if (id !== of.id || since === undefined || bits === undefined || more !== undefined) return false;
  if (of.at - since * minute > goodFor || bits < difficulty) return false;
  if (!nonceForm.test(given.nonce)) return false;
  return zeroBits(createHash('sha256').update(`${given.token}.${given.nonce}`).digest()) >= bits;
}
