import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { trigrams } from '../../arabic/similar.ts';

/** A stem that looks like another: 1 for the same letters, 0 for nothing in common. */
export interface LikeStem {
  stem: string;
  likeness: number;
  /** Stories that have it, more or less: what it was when last read. */
  stories: number;
}

/** Past this many stems, those of a single story are not kept in memory: mostly slips of the pen. */
const mostKept = 300_000;
const mostCounted = 50_000;

/**
 * Every stem of the index, held in memory with its trigrams, so that words that look alike are found
 * in some tens of microseconds. Read from the index when first needed, then only what is new.
 */
export class Vocabulary {
  readonly #database: DatabaseSync;
  readonly #stems: string[] = [];
  readonly #sizes: number[] = [];
  readonly #stories: number[] = [];
  readonly #ids = new Map<string, number>();
  readonly #postings = new Map<number, number[]>();
  readonly #count: StatementSync;
  readonly #forms: StatementSync;
  readonly #counts = new Map<string, number>();
  #shared = new Uint8Array(0);
  #readTo = 0;
  /** Since it was refreshed, every stem's stories have been counted anew. */
  #isRenewed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#count = database.prepare('SELECT stories FROM stems WHERE stem = ?');
    this.#forms = database.prepare(
      'SELECT form, written, stories FROM forms WHERE stem = ? ORDER BY stories DESC LIMIT 8',
    );
  }

  /** Takes in what has been added since it last looked. */
  refresh(): void {
    this.#counts.clear();
    this.#isRenewed = false;
    const newest = Number(this.#database.prepare('SELECT max(id) AS id FROM stems').get()?.id ?? 0);
    if (newest === this.#readTo) return;
    // A smaller number means that the index was begun anew.
    // Counts kept in memory grow old; they are read anew when the archive has grown much.
    if (newest < this.#readTo || newest > this.#readTo * 1.3) this.#forget();
    const least = newest > mostKept ? 2 : 1;
    // As two texts: handing over thousands of rows takes longer than reading them.
    const row = this.#database
      .prepare(
        `SELECT group_concat(stem, ' ') AS stems, group_concat(stories, ' ') AS stories FROM
        (SELECT stem, stories FROM stems WHERE id > ? AND stories >= ? ORDER BY id)`,
      )
      .get(this.#readTo, least);
    const stories = String(row?.stories ?? '').split(' ');
    const stems = String(row?.stems ?? '').split(' ');
    for (const [i, stem] of stems.entries()) if (stem !== '') this.#add(stem, Number(stories[i]));
    this.#readTo = newest;
    if (this.#shared.length < this.#stems.length)
      this.#shared = new Uint8Array(Math.ceil(this.#stems.length * 1.5));
  }

  #forget(): void {
    this.#stems.length = 0;
    this.#sizes.length = 0;
    this.#stories.length = 0;
    this.#ids.clear();
    this.#postings.clear();
    this.#readTo = 0;
  }

  #add(stem: string, stories: number): void {
    if (this.#ids.has(stem)) return;
    const id = this.#stems.length;
    this.#stems.push(stem);
    this.#stories.push(stories);
    this.#ids.set(stem, id);
    // What is very long is no word anybody means.
    const grams = stem.length > 30 ? [] : trigrams(stem);
    this.#sizes.push(grams.length);
    for (const gram of grams) {
      const list = this.#postings.get(gram);
      if (list === undefined) this.#postings.set(gram, [id]);
      else list.push(id);
    }
  }

  has(stem: string): boolean {
    return this.#ids.has(stem);
  }

  /** So many stories have the stem now. */
  renew(stem: string, stories: number): void {
    const id = this.#ids.get(stem);
    if (id !== undefined) this.#stories[id] = stories;
  }

  /** Every stem has been counted anew. */
  endRenewal(): void {
    this.#isRenewed = true;
  }

  /** How many stories have the stem. */
  storiesWith(stem: string): number {
    if (this.#isRenewed) {
      const id = this.#ids.get(stem);
      if (id !== undefined) return this.#stories[id] ?? 0;
    }
    const counted = this.#counts.get(stem);
    if (counted !== undefined) return counted;
    const stories = Number(this.#count.get(stem)?.stories ?? 0);
    if (this.#counts.size >= mostCounted) this.#counts.clear();
    this.#counts.set(stem, stories);
    return stories;
  }

  /** The words that have the stem, the commonest first. */
  formsOf(stem: string): { form: string; written: string; stories: number }[] {
    return this.#forms.all(stem).map(({ form, written, stories }) => ({
      form: String(form),
      written: String(written),
      stories: Number(stories),
    }));
  }

  /**
   * Stems whose trigrams overlap with the given one's by at least `least` (Dice's coefficient), the
   * likest first, the stem itself left out.
   */
  like(stem: string, least: number, most: number): LikeStem[] {
    if (stem.length > 30) return [];
    const grams = trigrams(stem);
    const shared = this.#shared;
    const touched: number[] = [];
    for (const gram of grams)
      for (const id of this.#postings.get(gram) ?? []) {
        const before = shared[id] ?? 0;
        if (before === 0) touched.push(id);
        shared[id] = before + 1;
      }
    const found: LikeStem[] = [];
    for (const id of touched) {
      const likeness = (2 * (shared[id] ?? 0)) / (grams.length + (this.#sizes[id] ?? 0));
      shared[id] = 0;
      const other = this.#stems[id];
      if (likeness >= least && other !== undefined && other !== stem)
        found.push({ stem: other, likeness, stories: this.#stories[id] ?? 0 });
    }
    return found.sort((a, b) => b.likeness - a.likeness).slice(0, most);
  }
}
