import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { allOf, anyOf, type Frame, someOf } from './fts-expression.ts';
import type { Postings } from './postings.ts';
import type { QueryWord } from './query-words.ts';
import { Tally } from './tally.ts';

/** Stories to rank, and how many match in all. */
export interface Chosen {
  total: number;
  ids: number[];
}

/** Stories that get the final ranking, of a few words and of a sentence; for long lists so many more than asked for. */
const rerankedShort = 30;
const rerankedLong = 50;
const rerankedMore = 10;
const enoughFor = (limit: number, most: number): number => Math.max(most, limit + rerankedMore);
/** With more stories than this in hand, the first ranking would cost more than it tells. */
const mostRanked = 1500;
/** When so many stories have all words, nobody asks for those with some. */
const enoughWithAll = 8;
/** Stories that rare words may bring in: when some have all words, when none has, for a sentence. */
const fewPartial = 300;
const mostPartial = 800;
const mostForSentence = 1500;
const longestShort = 4;
/** A word in more stories than this is left to FTS5. */
const mostHeld = 1_000_000;
const largestId = 4_000_000;
const mostBits = 24;

const idsOf = (rows: readonly Record<string, unknown>[]): number[] =>
  rows.map((row) => Number(row.id));

/**
 * Finds which stories get the final ranking. Where no word is in very many stories, from the postings
 * in memory; else FTS5 is asked, and of words that are everywhere only the newest stories are looked at.
 */
export class Candidates {
  readonly #postings: Postings;
  readonly #count: StatementSync;
  readonly #ranked: StatementSync;
  readonly #newest: StatementSync;
  readonly #gathered: StatementSync;
  #stories = 0;
  #canHold = false;
  readonly #tally = new Tally();

  constructor(database: DatabaseSync, postings: Postings) {
    this.#postings = postings;
    this.#count = database.prepare('SELECT count(*) AS n FROM terms WHERE terms MATCH ?');
    this.#ranked = database.prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, 3.0, 1.0, 0.0) LIMIT ?',
    );
    this.#newest = database.prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY rowid DESC LIMIT ?',
    );
    // One row whatever matches: handing over a thousand costs more than finding them.
    this.#gathered = database.prepare(
      'SELECT count(*) AS n, group_concat(id) AS ids FROM (SELECT rowid AS id FROM terms WHERE terms MATCH ? LIMIT ?)',
    );
  }

  /** The index has changed: it holds so many stories, the last of them with that id. */
  refresh(stories: number, lastId: number): void {
    this.#stories = stories;
    if (lastId <= largestId) this.#tally.reach(lastId);
    this.#canHold = lastId <= largestId;
  }

  /** Whether ids are small enough for stories to be found in memory. */
  get canHold(): boolean {
    return this.#canHold;
  }

  /** Stories with every word, then those with some. */
  find(words: readonly QueryWord[], frame: Frame | null, limit: number): Chosen {
    const known = words.filter((word) => word.stories > 0);
    if (known.length === 0) return { total: 0, ids: [] };
    const canHaveAll = words.length === known.length;
    if (frame === null && this.#isHeld(known)) return this.#inMemory(known, canHaveAll, limit);
    return this.#byEngine(known, canHaveAll, frame ?? ((expression) => expression), limit);
  }

  /** Stories with any of the words, those with most of them first. */
  findAny(words: readonly QueryWord[], limit: number): number[] {
    if (this.#isHeld(words)) return this.#inMemory(words, false, limit).ids;
    return this.#best(someOf(words.map((word) => anyOf(word.strong))), limit).ids;
  }

  #isHeld(words: readonly QueryWord[]): boolean {
    return (
      this.#canHold && words.length <= mostBits && words.every(({ stories }) => stories <= mostHeld)
    );
  }

  #inMemory(known: readonly QueryWord[], canHaveAll: boolean, limit: number): Chosen {
    // All is read before anything is counted: what fails half-way leaves nothing for the next query.
    const postings = known.map(({ strong, stories }) =>
      strong.map((stem) => this.#postings.of(stem, stories)),
    );
    known.forEach(({ stories }, i) => {
      const idf = Math.log(1 + (this.#stories - stories + 0.5) / (stories + 0.5));
      for (const posting of postings[i] ?? []) posting.addTo(this.#tally, 1 << i, idf);
    });
    const every = (1 << known.length) - 1;
    const deciding = decidingWords(known, canHaveAll).reduce(
      (bits, word) => bits | (1 << known.indexOf(word)),
      0,
    );
    const isShort = known.length <= longestShort;
    const enough = enoughFor(limit, isShort ? rerankedShort : rerankedLong);
    const whole = new Best(enough);
    const part = new Best(enough);
    let withAll = 0;
    let withSome = 0;
    this.#tally.drain((id, words, score) => {
      if (canHaveAll && words === every) {
        withAll += 1;
        whole.offer(id, score);
      }
      part.offer(id, score);
      if ((words & deciding) !== 0) withSome += 1;
    });
    if (canHaveAll && (known.length === 1 || withAll >= Math.min(limit, enoughWithAll)))
      return { total: withAll, ids: whole.ids };
    return { total: withSome, ids: [...new Set([...whole.ids, ...part.ids])] };
  }

  #byEngine(known: readonly QueryWord[], canHaveAll: boolean, frame: Frame, limit: number): Chosen {
    let all: Chosen = { total: 0, ids: [] };
    if (canHaveAll) {
      all = this.#best(frame(allOf(known.map((word) => anyOf(word.strong)))), limit);
      if (known.length === 1 || all.total >= Math.min(limit, enoughWithAll)) return all;
    }
    const deciding = decidingWords(known, all.total > 0);
    const needed = someOf(deciding.map((word) => anyOf(word.strong)));
    const helping = known
      .filter((word) => !deciding.includes(word))
      .map((word) => anyOf(word.strong));
    const ranked = helping.length === 0 ? needed : allOf([needed, someOf([needed, ...helping])]);
    const some = this.#best(frame(needed), limit, frame(ranked));
    // A story with all words has the rarest of them.
    return { total: some.total, ids: [...new Set([...all.ids, ...some.ids])] };
  }

  /**
   * How many stories match, and the ids of those most likely the best: so many that the true best
   * are among them. `ranked` finds the same, and tells more about their order.
   */
  #best(matching: string, limit: number, ranked = matching): Chosen {
    const enough = enoughFor(limit, rerankedLong);
    const row = this.#gathered.get(matching, mostRanked + 1);
    const gathered = Number(row?.n ?? 0);
    if (gathered === 0) return { total: 0, ids: [] };
    if (gathered <= enough)
      return { total: gathered, ids: String(row?.ids).split(',').map(Number) };
    const total = gathered <= mostRanked ? gathered : this.#countOf(matching);
    if (total <= mostRanked) return { total, ids: idsOf(this.#ranked.all(ranked, enough)) };
    const heads = matching.replaceAll('{head body} : ', '{head} : ');
    const order = this.#countOf(heads) <= mostRanked ? this.#ranked : this.#newest;
    const ids = [...order.all(heads, enough), ...this.#newest.all(matching, enough)];
    return { total, ids: [...new Set(idsOf(ids))] };
  }

  #countOf(expression: string): number {
    return Number(this.#count.get(expression)?.n ?? 0);
  }
}

/** Rare words decide what is found beside the stories with all; common ones only help to rank it. */
function decidingWords(known: readonly QueryWord[], someHaveAll: boolean): QueryWord[] {
  const short = known.length <= longestShort ? mostPartial : mostForSentence;
  const most = someHaveAll && known.length <= longestShort ? fewPartial : short;
  const deciding: QueryWord[] = [];
  let stories = 0;
  for (const word of known.toSorted((a, b) => a.stories - b.stories)) {
    if (deciding.length > 0 && stories + word.stories > most) break;
    deciding.push(word);
    stories += word.stories;
  }
  return deciding;
}

/** The best so many of all that are offered, in no order. */
class Best {
  readonly #most: number;
  readonly ids: number[] = [];
  readonly #scores: number[] = [];
  #worst = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(id: number, score: number): void {
    const { ids } = this;
    if (ids.length < this.#most) {
      if (ids.length === 0 || score < (this.#scores[this.#worst] ?? 0)) this.#worst = ids.length;
      ids.push(id);
      this.#scores.push(score);
      return;
    }
    // Of equal ones the newer stays.
    if (score < (this.#scores[this.#worst] ?? 0)) return;
    ids[this.#worst] = id;
    this.#scores[this.#worst] = score;
    let worst = 0;
    for (let i = 1; i < this.#scores.length; i += 1)
      if ((this.#scores[i] ?? 0) < (this.#scores[worst] ?? 0)) worst = i;
    this.#worst = worst;
  }
}
