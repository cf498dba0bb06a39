import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  gunzip,
  gzip,
  gzipSync,
} from 'node:zlib';
import { securityHeaders } from '../security-headers.ts';

export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

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

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);
const brotliAsync = promisify(brotliCompress);
const unbrotliAsync = promisify(brotliDecompress);

/** How long a shared cache in front of us may answer alone, seconds. */
const sharedSeconds = 30;
const untilPurged = `public, max-age=0, s-maxage=${sharedSeconds}, stale-while-revalidate=60`;

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
  readonly #common: string[];
  readonly #bodies = new Map<Encoding, ReadyBody>();
  readonly #notModified: string[];

  constructor(page: BuiltPage) {
    const text = Buffer.from(page.body);
    this.status = page.status;
    this.keys = page.keys;
    this.expiresAt = page.expiresAt;
    this.etag = `W/"${hash('sha1', text, 'base64url').slice(0, 20)}"`;
    const shared = [
      'cache-control',
      page.cacheControl ?? untilPurged,
      'etag',
      this.etag,
      'vary',
      'accept-encoding, save-data',
    ];
    this.#notModified = shared;
    this.#common = [
      'content-type',
      page.contentType,
      ...shared,
      'surrogate-key',
      page.keys.join(' '),
      ...Object.entries(securityHeaders).flat(),
      ...Object.entries(page.headers ?? {}).flat(),
    ];
    this.#keep('identity', text);
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

  get notModifiedHeaders(): string[] {
    return this.#notModified;
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
    const text = await this.#plain();
    this.#keep('br', await brotli(text, 11));
    this.#keep('gzip', await gzipped(text, 9));
  }

  async #plain(): Promise<Buffer> {
    const identity = this.#bodies.get('identity');
    if (identity !== undefined) return identity.body;
    const gzipped = this.#bodies.get('gzip');
    if (gzipped !== undefined) return gunzipAsync(gzipped.body);
    const brotlied = this.#bodies.get('br');
    if (brotlied !== undefined) return unbrotliAsync(brotlied.body);
    throw new Error('A cached page has no body.');
  }

  #keep(encoding: Encoding, body: Buffer): ReadyBody {
    const ready = this.#dressed(encoding, body);
    this.#bodies.set(encoding, ready);
    return ready;
  }

  #dressed(encoding: Encoding, body: Buffer): ReadyBody {
    const headers = [...this.#common, 'content-length', String(body.length)];
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    return { body, headers };
  }
}

/** Compresses quickly, because a reader waits. */
export async function compress(text: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return text;
  return encoding === 'br' ? brotli(text, 4) : gzipped(text, 4);
}

/** Below this, handing a text to another thread costs more than compressing it. */
const smallText = 96 * 1024;

async function gzipped(text: Buffer, level: number): Promise<Buffer> {
  const options = { level, memLevel: 7 };
  const isQuick = text.length < smallText && level < 6;
  return exact(isQuick ? gzipSync(text, options) : await gzipAsync(text, options));
}

async function brotli(text: Buffer, quality: number): Promise<Buffer> {
  const options: BrotliOptions = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  };
  const isQuick = text.length < smallText && quality < 6;
  return exact(isQuick ? brotliCompressSync(text, options) : await brotliAsync(text, options));
}

/** Without the unused rest of the chunk, which a cache would keep alive. */
function exact(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
