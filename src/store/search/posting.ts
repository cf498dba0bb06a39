import type { Tally } from './tally.ts';

/** The stories that have a stem, and how much each has of it. */
export interface Posting {
  /** What it takes to keep it. */
  bytes: number;
  addTo(tally: Tally, bit: number, idf: number): void;
}

/** Of words in more stories than this, how often each has them is not looked at: they decide little. */
export const mostCounted = 1000;
export const headlineWeight = 3;
const overhead = 200;
/** How soon one more occurrence says little more (k1 of BM25, where all stories are of one length). */
const saturation = 1.2;
/** What is in one story of so many, or more, takes less room as bits. */
const commonFrom = 32;

/** 1 is all that a story can have. */
const amountOf = (weight: number): number => weight / (weight + saturation);
const inText = amountOf(1);
const inHeadline = amountOf(1 + headlineWeight);

/** How much a story has of a word that stands in it so often, in one byte. */
export const packedAmount = (weight: number): number => Math.round(255 * amountOf(weight));
export const packedInText = packedAmount(1);
export const packedInHeadline = packedAmount(1 + headlineWeight);

/** Whether a word whose stories reach up to `lastId` is better kept as bits. */
export const isCommon = (stories: number, lastId: number): boolean =>
  stories > mostCounted && stories * commonFrom >= lastId;

/** Of a rare word: ids in order, and of each its {@link packedAmount}. */
export class Listed implements Posting {
  readonly #ids: Int32Array;
  readonly #amounts: Uint8Array;

  constructor(ids: Int32Array, amounts: Uint8Array) {
    this.#ids = ids;
    this.#amounts = amounts;
  }

  get bytes(): number {
    return this.#ids.length * 5 + overhead;
  }

  addTo(tally: Tally, bit: number, idf: number): void {
    const ids = this.#ids;
    const worth = idf / 255;
    for (let i = 0; i < ids.length; i += 1)
      tally.add(ids[i] ?? 0, bit, worth * (this.#amounts[i] ?? 0));
  }
}

/** Of a common word: a bit for every id, and the ids that have it in the headline. */
export class Marked implements Posting {
  readonly #bits: Uint32Array;
  readonly #heads: Int32Array;

  constructor(bits: Uint32Array, heads: Int32Array) {
    this.#bits = bits;
    this.#heads = heads;
  }

  get bytes(): number {
    return (this.#bits.length + this.#heads.length) * 4 + overhead;
  }

  addTo(tally: Tally, bit: number, idf: number): void {
    const bits = this.#bits;
    for (let i = 0; i < bits.length; i += 1)
      // The lowest bit that is set goes with each turn.
      for (let rest = bits[i] ?? 0; rest !== 0; rest &= rest - 1)
        tally.add((i << 5) + 31 - Math.clz32(rest & -rest), bit, idf * inText);
    for (const id of this.#heads) tally.add(id, bit, idf * (inHeadline - inText));
  }
}

/** Room for the bits of ids up to this one. */
export const roomForBits = (lastId: number): Uint32Array => new Uint32Array((lastId >>> 5) + 1);

export function setBit(bits: Uint32Array, id: number): void {
  bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
}
