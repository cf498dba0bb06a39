import type { Token } from '../../arabic/tokens.ts';
import { readBytes, writeBytes } from './code-page.ts';
import { checkpointEvery, type WordList } from './forward.ts';

/**
 * The body of a story as the index keeps it, with the places of its words: a header of four bytes, the
 * places, the text. Offsets count UTF-16 units, as ours do, and any text comes back as it was, lone
 * surrogates included.
 */
const header = 4;
/** First byte of the header; the number of words follows. */
const wideText = 1;
const widePlaces = 2;
/** Of a word's place in one byte: how far it is from the word before in the upper bits, how long it is below. */
const gapShift = 5;
const longest = 0x1f;
const farthest = 7;
/** In three bytes: how far it is from the last checkpoint, in two, and how long. */
const wide = 3;
const farthestWide = 0xffff;
const longestWide = 0xff;

/** @throws TypeError when the body is no text */
export function packText(body: string, words: readonly Token[]): Uint8Array {
  if (typeof body !== 'string') throw new TypeError('The body of a story must be text.');
  const places = narrowPlaces(words) ?? placesInFull(words);
  const at = header + places.length;
  const packed = new Uint8Array(at + body.length);
  new DataView(packed.buffer).setUint32(0, words.length);
  packed[0] = places.length > words.length ? widePlaces : 0;
  packed.set(places, header);
  if (writeBytes(body, packed, at)) return packed;
  const inUnits = Buffer.concat([packed.subarray(0, at), Buffer.from(body, 'utf16le')]);
  inUnits[0] = (packed[0] ?? 0) | wideText;
  return inUnits;
}

/** @returns null when a word is too long or too far from the one before it */
function narrowPlaces(words: readonly Token[]): Uint8Array | null {
  const places = new Uint8Array(words.length);
  let last = 0;
  for (const [i, { start, end }] of words.entries()) {
    const gap = i % checkpointEvery === 0 ? 0 : start - last;
    if (gap < 0 || gap > farthest || end - start > longest) return null;
    places[i] = (gap << gapShift) | (end - start);
    last = end;
  }
  return places;
}

/** What is longer or farther than there is room for is kept as less than it is. */
function placesInFull(words: readonly Token[]): Uint8Array {
  const places = new Uint8Array(words.length * wide);
  let checkpoint = 0;
  for (const [i, { start, end }] of words.entries()) {
    if (i % checkpointEvery === 0) checkpoint = start;
    const far = Math.min(farthestWide, start - checkpoint);
    places.set([far >> 8, far & 0xff, Math.min(longestWide, end - start)], i * wide);
  }
  return places;
}

const nothing = new Uint8Array(header);

/** What {@link packText} made, of which only what is asked for is decoded. */
export class StoredText {
  readonly #packed: Uint8Array;
  readonly #isWide: boolean;
  readonly #hasWidePlaces: boolean;
  /** Where the text begins, in bytes. */
  readonly #from: number;
  /** In UTF-16 units. */
  readonly length: number;

  constructor(packed: unknown) {
    this.#packed = packed instanceof Uint8Array && packed.length >= header ? packed : nothing;
    const flags = this.#packed[0] ?? 0;
    this.#isWide = (flags & wideText) !== 0;
    this.#hasWidePlaces = (flags & widePlaces) !== 0;
    const { buffer, byteOffset } = this.#packed;
    const words = new DataView(buffer, byteOffset).getUint32(0) & 0xffffff;
    this.#from = header + words * (this.#hasWidePlaces ? wide : 1);
    this.length = (this.#packed.length - this.#from) / (this.#isWide ? 2 : 1);
  }

  /** Where a word of the body begins, by its index. */
  startOf(index: number, { checkpoints }: WordList): number {
    const first = index - (index % checkpointEvery);
    const start = checkpoints[first / checkpointEvery] ?? 0;
    if (this.#hasWidePlaces) {
      const at = header + index * wide;
      return start + (((this.#packed[at] ?? 0) << 8) | (this.#packed[at + 1] ?? 0));
    }
    let place = start;
    for (let i = first; i < index; i += 1)
      place += this.#narrowLength(i) + ((this.#packed[header + i + 1] ?? 0) >> gapShift);
    return place;
  }

  endOf(index: number, list: WordList): number {
    const length = this.#hasWidePlaces
      ? (this.#packed[header + index * wide + 2] ?? 0)
      : this.#narrowLength(index);
    return this.startOf(index, list) + length;
  }

  #narrowLength(index: number): number {
    return (this.#packed[header + index] ?? 0) & longest;
  }

  slice(from: number, to: number): string {
    const end = Math.min(this.length, Math.max(from, to));
    if (!this.#isWide) return readBytes(this.#packed, this.#from + from, this.#from + end);
    const { buffer, byteOffset, byteLength } = this.#packed;
    return Buffer.from(buffer, byteOffset, byteLength).toString(
      'utf16le',
      this.#from + from * 2,
      this.#from + end * 2,
    );
  }

  get whole(): string {
    return this.slice(0, this.length);
  }
}
