import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { anyOf, inHead } from './fts-expression.ts';
import type { Tally } from './tally.ts';

/** The stories that have a stem, and how much each has of it. */
export interface Posting {
  /** What it takes to keep it. */
  bytes: number;
  addTo(tally: Tally, bit: number, idf: number): void;
}

/** Bytes: all of an archive of a hundred thousand stories, or nearly. */
const mostKept = 48 * 1024 * 1024;
const overhead = 200;
/** Of words in more stories than this, how often each has them is not looked at: they decide little. */
const mostCounted = 1000;
const headlineWeight = 3;
/** How soon one more occurrence says little more (k1 of BM25, where all stories are of one length). */
const saturation = 1.2;
/** What is in one story of so many, or more, takes less room as bits. */
const commonFrom = 32;

/** 1 is all that a story can have. */
const amountOf = (weight: number): number => weight / (weight + saturation);
const inText = amountOf(1);
const inHeadline = amountOf(1 + headlineWeight);

/** Of a rare word: ids in order, and of each 255 times its amount. */
class Listed implements Posting {
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
class Marked implements Posting {
  readonly #bits: Uint32Array;
  readonly #heads: Int32Array;

  constructor(ids: Int32Array, heads: Int32Array) {
    this.#bits = new Uint32Array(((ids.at(-1) ?? 0) >>> 5) + 1);
    for (const id of ids) this.#bits[id >>> 5] = (this.#bits[id >>> 5] ?? 0) | (1 << (id & 31));
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

const zero = 0x30;
const nine = 0x39;
const head = 0x68;

/** Where a stem stands, as one text: `12h12b15b` is twice in story 12, once in its headline. */
function read(places: string): Posting {
  const ids: number[] = [];
  const amounts: number[] = [];
  let id = 0;
  let last = -1;
  let weight = 0;
  const close = (): void => {
    if (last < 0) return;
    ids.push(last);
    amounts.push(Math.round(255 * amountOf(weight)));
  };
  for (let i = 0; i < places.length; i += 1) {
    const unit = places.charCodeAt(i);
    if (unit >= zero && unit <= nine) {
      id = id * 10 + unit - zero;
      continue;
    }
    if (id !== last) {
      close();
      last = id;
      weight = 0;
    }
    weight += unit === head ? headlineWeight : 1;
    id = 0;
  }
  close();
  return new Listed(Int32Array.from(ids), Uint8Array.from(amounts));
}

/** The numbers of a list such as `3,17,204`; much quicker than splitting it. */
function idsIn(list: unknown): Int32Array {
  if (typeof list !== 'string') return new Int32Array(0);
  let commas = 0;
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) commas += 1;
  const ids = new Int32Array(commas + 1);
  let found = 0;
  let id = 0;
  for (let i = 0; i < list.length; i += 1) {
    const unit = list.charCodeAt(i);
    if (unit >= zero) {
      id = id * 10 + unit - zero;
      continue;
    }
    ids[found] = id;
    found += 1;
    id = 0;
  }
  ids[found] = id;
  return ids;
}

/** The postings of FTS5, those that were asked for last kept in memory until the index changes. */
export class Postings {
  readonly #kept = new LRUCache<string, Posting>({
    maxSize: mostKept,
    sizeCalculation: ({ bytes }) => bytes,
  });
  readonly #places: StatementSync;
  readonly #ids: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab('main', 'terms', 'instance')",
    );
    // One row whatever matches: handing over thousands costs more than finding them.
    this.#places = database.prepare(
      "SELECT group_concat(doc || substr(col, 1, 1), '') AS found FROM temp.places WHERE term = ? AND col <> 'facets'",
    );
    this.#ids = database.prepare(
      'SELECT group_concat(rowid) AS ids FROM terms WHERE terms MATCH ?',
    );
  }

  forget(): void {
    this.#kept.clear();
  }

  /** @param stories about how many have it */
  of(stem: string, stories: number): Posting {
    const kept = this.#kept.get(stem);
    if (kept !== undefined) return kept;
    const posting = stories > mostCounted ? this.#presence(stem) : this.#counted(stem);
    this.#kept.set(stem, posting);
    return posting;
  }

  #counted(stem: string): Posting {
    const found = this.#places.get(stem)?.found;
    return read(typeof found === 'string' ? found : '');
  }

  #presence(stem: string): Posting {
    const ids = idsIn(this.#ids.get(anyOf([stem]))?.ids);
    const heads = idsIn(this.#ids.get(inHead(stem))?.ids);
    if (ids.length * commonFrom >= (ids.at(-1) ?? 0)) return new Marked(ids, heads);
    const amounts = new Uint8Array(ids.length).fill(Math.round(255 * inText));
    let i = 0;
    for (const id of heads) {
      while ((ids[i] ?? id) < id) i += 1;
      amounts[i] = Math.round(255 * inHeadline);
    }
    return new Listed(ids, amounts);
  }
}
