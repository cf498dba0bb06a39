import { hash } from 'node:crypto';
import { securityHeaders } from '../security-headers.ts';
import { compress, decompress, type Encoding, exact, squeeze, withBytes } from './compress.ts';

/** A body and its headers as a flat list, as `writeHead` takes them. */
export interface ReadyBody {
  body: Buffer;
  headers: string[];
}

/** What a route made: a body, and on what it depends. */
export interface BuiltPage {
  status: number;
  contentType: string;
  body: string;
  /** Surrogate keys of everything that it shows. */
  keys: readonly string[];
  /** When it stops being true by itself (midnight, the end of breaking news); epoch ms. */
  expiresAt: number;
  /** `Cache-Control`, where it is not that of a page which may change at any moment. */
  cacheControl?: string;
  /** Extra headers, e.g. `X-Robots-Tag`. */
  headers?: Readonly<Record<string, string>>;
}

/** How long a shared cache in front of us may answer alone, seconds. */
const sharedSeconds = 30;
const untilPurged = `public, max-age=0, s-maxage=${sharedSeconds}, stale-while-revalidate=60`;

const securityFlat = Object.entries(securityHeaders).flat();

/**
 * A page ready to be sent: buffers per encoding, with their headers flat for `writeHead`.
 * Once it is compressed the plain text is let go: four times as many pages fit, and a
 * reader who wants it plain gets it unpacked.
 */
export class CachedPage {
  readonly status: number;
  readonly etag: string;
  readonly keys: readonly string[];
  readonly expiresAt: number;
  /** Times it was served; popular pages earn better compression. */
  hits = 0;
  readonly notModifiedHeaders: string[];
  readonly #contentType: string;
  readonly #extraHeaders: Readonly<Record<string, string>> | undefined;
  readonly #bodies = new Map<Encoding, ReadyBody>();

  /** Readies a page in the encoding that its first reader asks for. */
  static make(page: BuiltPage, encoding: Encoding): Promise<CachedPage> {
    return withBytes(page.body, async (text) => {
      const made = new CachedPage(page, text);
      const body = encoding === 'identity' ? exact(text) : await compress(text, encoding);
      made.#keep(encoding, body);
      return made;
    });
  }

  private constructor(page: BuiltPage, text: Buffer) {
    this.status = page.status;
    this.keys = page.keys;
    this.expiresAt = page.expiresAt;
    this.etag = `W/"${hash('sha1', text, 'base64url').slice(0, 20)}"`;
    this.notModifiedHeaders = [
      'cache-control',
      page.cacheControl ?? untilPurged,
      'etag',
      this.etag,
      'vary',
      'accept-encoding, save-data',
    ];
    this.#contentType = page.contentType;
    this.#extraHeaders = page.headers;
  }

  /** Bytes held in memory. */
  get size(): number {
    let size = 600;
    for (const { body } of this.#bodies.values()) size += body.length;
    return size;
  }

  /** The body and headers in this encoding if they are ready. */
  ready(encoding: Encoding): ReadyBody | undefined {
    return this.#bodies.get(encoding);
  }

  /** The same, compressing first where needed: quickly, because a reader waits. */
  async in(encoding: Encoding): Promise<ReadyBody> {
    const ready = this.#bodies.get(encoding);
    if (ready !== undefined) return ready;
    const text = await this.#plain();
    if (encoding === 'identity') return this.#dressed('identity', text);
    const body = await compress(text, encoding);
    this.#bodies.delete('identity');
    return this.#keep(encoding, body);
  }

  /** Compresses as well as it goes; for the background only (tens of milliseconds). */
  async squeeze(): Promise<void> {
    const { br, gzip } = await squeeze(await this.#plain());
    this.#keep('br', br);
    this.#keep('gzip', gzip);
  }

  async #plain(): Promise<Buffer> {
    for (const encoding of ['identity', 'gzip', 'br'] as const) {
      const ready = this.#bodies.get(encoding);
      if (ready !== undefined) return decompress(ready.body, encoding);
    }
    throw new Error('A cached page has no body.');
  }

  #keep(encoding: Encoding, body: Buffer): ReadyBody {
    const ready = this.#dressed(encoding, body);
    this.#bodies.set(encoding, ready);
    return ready;
  }

  #dressed(encoding: Encoding, body: Buffer): ReadyBody {
    const headers = [
      'content-type',
      this.#contentType,
      ...this.notModifiedHeaders,
      'surrogate-key',
      this.keys.join(' '),
      ...securityFlat,
      ...Object.entries(this.#extraHeaders ?? {}).flat(),
      'content-length',
      String(body.length),
    ];
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    return { body, headers };
  }
}
