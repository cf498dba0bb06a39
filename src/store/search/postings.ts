import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { anyOf, inHead } from './fts-expression.ts';
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
import type { PostingsAhead } from './postings-ahead.ts';

/** Bytes: all of an archive of a hundred thousand stories, or nearly; a larger one needs more. */
const leastKept = 48 * 1024 * 1024;
const keptForStory = 200;

const roomFor = (stories: number): LRUCache<string, Posting> =>
  new LRUCache({
    maxSize: Math.max(leastKept, stories * keptForStory),
    sizeCalculation: ({ bytes }) => bytes,
  });
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
    amounts.push(packedAmount(weight));
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

/**
 * The postings of FTS5, those that were asked for last kept in memory until the index changes; or,
 * where they have been read ahead, those.
 */
export class Postings {
  #kept = roomFor(0);
  readonly #places: StatementSync;
  readonly #ids: StatementSync;
  #ahead: PostingsAhead | null = null;

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

  /** @param stories how many the index holds now */
  forget(stories: number): void {
    this.#kept = roomFor(stories);
    this.#ahead = null;
  }

  get isAhead(): boolean {
    return this.#ahead !== null;
  }

  /** From here on, until they are forgotten, those that have been read ahead are used. */
  useAhead(postings: PostingsAhead): void {
    this.#kept.clear();
    this.#ahead = postings;
  }

  /** @param stories about how many have it */
  of(stem: string, stories: number): Posting {
    const kept = this.#ahead?.of(stem) ?? this.#kept.get(stem);
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
    const last = ids.at(-1) ?? 0;
    if (isCommon(ids.length, last)) {
      const bits = roomForBits(last);
      for (const id of ids) setBit(bits, id);
      return new Marked(bits, heads);
    }
    const amounts = new Uint8Array(ids.length).fill(packedInText);
    let i = 0;
    for (const id of heads) {
      while ((ids[i] ?? id) < id) i += 1;
      amounts[i] = packedInHeadline;
    }
    return new Listed(ids, amounts);
  }
}
