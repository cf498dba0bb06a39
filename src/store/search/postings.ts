import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { anyOf, inHead } from './fts-expression.ts';

/** The stories that have a stem, by id in order, and how much each has of it: 255 is all one can. */
export interface Posting {
  ids: Int32Array;
  amounts: Uint8Array;
}

/** About ten megabytes of them. */
const mostKept = 4_000_000;
/** Of words in more stories than this, how often each has them is not looked at: they decide little. */
const mostCounted = 1000;
const headlineWeight = 3;
/** How soon one more occurrence says little more (k1 of BM25, where all stories are of one length). */
const saturation = 1.2;

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
    amounts.push(amountOf(weight));
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
  return { ids: Int32Array.from(ids), amounts: Uint8Array.from(amounts) };
}

const amountOf = (weight: number): number => Math.round((255 * weight) / (weight + saturation));
const inText = amountOf(1);
const inHeadline = amountOf(1 + headlineWeight);

const idsIn = (list: unknown): Int32Array =>
  typeof list === 'string' ? Int32Array.from(list.split(','), Number) : new Int32Array(0);

/** The postings of FTS5, those that were asked for last kept in memory until the index changes. */
export class Postings {
  readonly #kept = new LRUCache<string, Posting>({
    maxSize: mostKept,
    sizeCalculation: ({ ids }) => ids.length + 20,
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
    const amounts = new Uint8Array(ids.length).fill(inText);
    let i = 0;
    for (const id of idsIn(this.#ids.get(inHead(stem))?.ids)) {
      while ((ids[i] ?? id) < id) i += 1;
      amounts[i] = inHeadline;
    }
    return { ids, amounts };
  }
}
