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

/** A text of which only the stretches that are asked for are read. */
export class StoredText {
  readonly #bytes: Buffer;
  readonly #places: Buffer;

  constructor(packed: unknown, places?: unknown) {
    this.#bytes = bufferOf(packed);
    this.#places = bufferOf(places);
  }

  /** Where a word of the body begins, by its index. */
  startOf(index: number, { checkpoints }: WordList): number {
    const far = ((this.#places[index * 3] ?? 0) << 8) | (this.#places[index * 3 + 1] ?? 0);
    return (checkpoints[Math.floor(index / checkpointEvery)] ?? 0) + far;
  }

  endOf(index: number, list: WordList): number {
    return this.startOf(index, list) + (this.#places[index * 3 + 2] ?? 0);
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#bytes.length / 2;
  }

  slice(from: number, to: number): string {
    return this.#bytes.toString('utf16le', from * 2, Math.max(from, to) * 2);
  }

  get whole(): string {
    return this.slice(0, this.length);
  }
}
