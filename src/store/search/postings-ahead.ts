import { hashOf, type WordList } from './forward.ts';
import {
  headlineWeight,
  isCommon,
  Listed,
  Marked,
  mostCounted,
  type Posting,
  packedAmount,
  packedInHeadline,
  packedInText,
  roomForBits,
  setBit,
} from './posting.ts';

interface Common {
  bits: Uint32Array;
  heads: number[];
  /** Made of these two when it is first asked for. */
  posting: Marked | null;
}

const fields = 3;
const placeField = 1;
const lastField = 2;
const mostWeight = 255;
const amounts = Uint8Array.from({ length: mostWeight + 1 }, (_, weight) => packedAmount(weight));

/**
 * The postings of every word of an archive, put together from the stories' own lists of words: the
 * same as those of FTS5, in a fifth of the time that it takes to ask for one word after another.
 * First every stem is named, then every story is added, in the order of their ids.
 */
export class PostingsAhead {
  readonly #lastId: number;
  /** Every stem has a place, in the order of naming. */
  readonly #named: [hash: number, stories: number][] = [];
  #hashes = new Uint32Array(0);
  #stories = new Int32Array(0);
  /**
   * Open addressing, three numbers side by side so that a look costs one way to memory: the hash of a
   * stem, its place plus one, the last story that had it.
   */
  #slots = new Int32Array(0);
  #mask = 0;
  /** Where the stem's stretch of ids and amounts begins, -1 where it is kept as bits or not at all. */
  #starts = new Int32Array(0);
  #counts = new Int32Array(0);
  #weights = new Uint16Array(0);
  #ids = new Int32Array(0);
  #amounts = new Uint8Array(0);
  #common: (Common | undefined)[] = [];

  /** @param lastId the highest id of a story */
  constructor(lastId: number) {
    this.#lastId = lastId;
  }

  /** @param stories how many have it */
  name(stem: string, stories: number): void {
    this.#named.push([hashOf(stem), stories]);
  }

  /** Every stem has been named. */
  open(): void {
    const size = this.#named.length;
    this.#hashes = Uint32Array.from(this.#named, ([hash]) => hash);
    this.#stories = Int32Array.from(this.#named, ([, stories]) => stories);
    this.#named.length = 0;
    const slots = 2 ** Math.ceil(Math.log2(size * 2 + 2));
    this.#slots = new Int32Array(slots * fields);
    this.#mask = slots - 1;
    this.#starts = new Int32Array(size).fill(-1);
    this.#common = new Array(size);
    this.#counts = new Int32Array(size);
    this.#weights = new Uint16Array(size);
    let room = 0;
    for (let place = 0; place < size; place += 1) {
      const hash = this.#hashes[place] ?? 0;
      const slot = this.#slotOf(hash);
      const other = (this.#slots[slot + placeField] ?? 0) - 1;
      if (other >= 0) {
        // Two stems of one hash cannot be told apart here: FTS5 is asked for both.
        this.#starts[other] = -1;
        this.#common[other] = undefined;
        continue;
      }
      this.#slots[slot] = hash;
      this.#slots[slot + placeField] = place + 1;
      const stories = this.#stories[place] ?? 0;
      if (isCommon(stories, this.#lastId)) {
        const bits = roomForBits(this.#lastId);
        this.#common[place] = { bits, heads: [], posting: null };
        continue;
      }
      this.#starts[place] = room;
      room += stories;
    }
    this.#ids = new Int32Array(room);
    this.#amounts = new Uint8Array(room);
  }

  /** Where the hash is, or would be put. */
  #slotOf(hash: number): number {
    const slots = this.#slots;
    const signed = hash | 0;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * fields;
      if (slots[at] === signed || slots[at + placeField] === 0) return at;
    }
  }

  add(id: number, { heads, stems }: WordList): void {
    const slots = this.#slots;
    for (let i = 0; i < stems.length; i += 1) {
      const slot = this.#slotOf(stems[i] ?? 0);
      const place = (slots[slot + placeField] ?? 0) - 1;
      if (place < 0) continue;
      const isNew = slots[slot + lastField] !== id;
      slots[slot + lastField] = id;
      const start = this.#starts[place] ?? -1;
      if (start >= 0) this.#list(id, place, start, i < heads, isNew);
      else if (isNew) {
        const common = this.#common[place];
        if (common === undefined) continue;
        setBit(common.bits, id);
        // A headline's words come before the text's.
        if (i < heads) common.heads.push(id);
      }
    }
  }

  #list(id: number, place: number, start: number, isHead: boolean, isNew: boolean): void {
    const stories = this.#stories[place] ?? 0;
    const count = (this.#counts[place] ?? 0) + (isNew ? 1 : 0);
    // More stories than were counted: not to be relied on.
    if (count > stories) {
      this.#starts[place] = -1;
      return;
    }
    this.#counts[place] = count;
    const at = start + count - 1;
    if (stories > mostCounted) {
      if (isNew) {
        this.#ids[at] = id;
        this.#amounts[at] = isHead ? packedInHeadline : packedInText;
      }
      return;
    }
    const before = isNew ? 0 : (this.#weights[place] ?? 0);
    const weight = Math.min(mostWeight, before + (isHead ? headlineWeight : 1));
    this.#weights[place] = weight;
    this.#ids[at] = id;
    this.#amounts[at] = amounts[weight] ?? 0;
  }

  /** @returns undefined when it is not here, be there stories or not */
  of(stem: string): Posting | undefined {
    const place = (this.#slots[this.#slotOf(hashOf(stem)) + placeField] ?? 0) - 1;
    if (place < 0) return undefined;
    const start = this.#starts[place] ?? -1;
    if (start >= 0) {
      const end = start + (this.#counts[place] ?? 0);
      return new Listed(this.#ids.subarray(start, end), this.#amounts.subarray(start, end));
    }
    const common = this.#common[place];
    if (common === undefined) return undefined;
    common.posting ??= new Marked(common.bits, Int32Array.from(common.heads));
    return common.posting;
  }
}
