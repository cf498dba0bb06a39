import type { Token } from '../../arabic/tokens.ts';
import { checkpointEvery, type WordList } from './forward.ts';

/** The body of a story as the index keeps it: UTF-16, as our offsets count, lone surrogates included. */

/** @throws TypeError when it is no text */
export function packText(text: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError('The body of a story must be text.');
  return Buffer.from(text, 'utf16le');
}

const farthest = 0xffff;
const longestWord = 0xff;

/**
 * Where the words of a body stand: for each how far after the last checkpoint of {@link packWords}, and
 * how long it is; three bytes a word. What is longer than any word is kept as shorter than it is.
 */
export function packPlaces(words: readonly Token[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 3);
  let checkpoint = 0;
  for (const [i, { start, end }] of words.entries()) {
    if (i % checkpointEvery === 0) checkpoint = start;
    const far = Math.min(farthest, start - checkpoint);
    bytes.set([far >> 8, far & 0xff, Math.min(longestWord, end - start)], i * 3);
  }
  return bytes;
}

const nothing = Buffer.alloc(0);
const bufferOf = (packed: unknown): Buffer =>
  packed instanceof Uint8Array
    ? Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
    : nothing;

/** Every word and letter of a text. */
export const whole: Stretch = { firstWord: 0, endWord: Infinity, from: 0, to: Infinity };

/** Words [firstWord, endWord) of a body, and UTF-16 units [from, to) of it; the words need not lie in these. */
export interface Stretch {
  firstWord: number;
  endWord: number;
  from: number;
  to: number;
}

/** A text, or a stretch of it, of which only what is asked for is decoded. Places count from the beginning of the text. */
export class StoredText {
  readonly #bytes: Buffer;
  readonly #places: Buffer;
  readonly #stretch: Stretch;
  /** Of the whole text, in UTF-16 units. */
  readonly length: number;

  /** @param bytes of the whole text, when the stretch is only a part of it */
  constructor(packed: unknown, places?: unknown, stretch = whole, bytes?: number) {
    this.#bytes = bufferOf(packed);
    this.#places = bufferOf(places);
    this.#stretch = stretch;
    this.length = (bytes ?? this.#bytes.length) / 2;
  }

  /** Where a word of the body begins, by its index. */
  startOf(index: number, { checkpoints }: WordList): number {
    const at = (index - this.#stretch.firstWord) * 3;
    const far = ((this.#places[at] ?? 0) << 8) | (this.#places[at + 1] ?? 0);
    return (checkpoints[Math.floor(index / checkpointEvery)] ?? 0) + far;
  }

  endOf(index: number, list: WordList): number {
    const at = (index - this.#stretch.firstWord) * 3;
    return this.startOf(index, list) + (this.#places[at + 2] ?? 0);
  }

  slice(from: number, to: number): string {
    const shift = this.#stretch.from;
    return this.#bytes.toString('utf16le', (from - shift) * 2, (Math.max(from, to) - shift) * 2);
  }

  get whole(): string {
    return this.slice(0, this.length);
  }
}
