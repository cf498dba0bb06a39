import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Best } from './best.ts';
import { allOf, anyOf, type Frame, someOf } from './fts-expression.ts';
import type { Postings } from './postings.ts';
import type { QueryWord } from './query-words.ts';
import { b, k1 } from './rank.ts';
import { Tally } from './tally.ts';

/**
 * Stories to rank, and how many match in all. They come in two batches, the likelier first, which do
 * not hang on how many are asked for: so that a longer list begins as a shorter one does.
 */
export interface Chosen {
  total: number;
  batches: [number[], number[]];
}

interface How {
  /** The archive has every word. */
  canHaveAll: boolean;
  needsAll: boolean;
  limit: number;
}

const nothing: Chosen = { total: 0, batches: [[], []] };

/** Stories with the only word, with all words, with some: so many get the final ranking at once. */
const aloneFirst = 150;
const wholeFirst = 40;
const partFirst = 30;
/** Of a sentence, of which few stories have every word. */
const sentenceFirst = 60;
/** Those that get it when a long list is asked for. */
const inAll = 260;
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
  /** What a story's length does to its score, by its id; 0 where that is not known. */
  #byLength = new Float32Array(0);
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
    this.#byLength = new Float32Array(0);
    if (lastId <= largestId) this.#tally.reach(lastId);
    this.#canHold = lastId <= largestId;
  }

  /** A story has so many words, of so many on average; `lastId` is the highest id there is. */
  measured(
    id: number,
    words: number,
    { average, lastId }: { average: number; lastId: number },
  ): void {
    if (this.#byLength.length === 0) this.#byLength = new Float32Array(lastId + 1);
    this.#byLength[id] = (1 + k1) / (1 + k1 * (1 - b + (b * words) / average));
  }

  /** Whether ids are small enough for stories to be found in memory. */
  get canHold(): boolean {
    return this.#canHold;
  }

  /** Stories with every word, then those with some unless `needsAll`. */
  find(
    words: readonly QueryWord[],
    frame: Frame | null,
    { limit, needsAll }: { limit: number; needsAll: boolean },
  ): Chosen {
    const known = words.filter((word) => word.stories > 0);
    if (known.length === 0 || (needsAll && known.length < words.length)) return nothing;
    const canHaveAll = words.length === known.length;
    const how = { canHaveAll, needsAll, limit };
    if (frame === null && this.#isHeld(known)) return this.#inMemory(known, how);
    return this.#byEngine(known, frame ?? ((expression) => expression), how);
  }

  /** Stories with any of the words, those with most of them first. */
  findAny(words: readonly QueryWord[], limit: number): number[] {
    const chosen = this.#isHeld(words)
      ? this.#inMemory(words, { canHaveAll: false, needsAll: false, limit })
      : this.#best(someOf(words.map((word) => anyOf(word.strong))), limit);
    return chosen.batches.flat();
  }

  #isHeld(words: readonly QueryWord[]): boolean {
    return (
      this.#canHold && words.length <= mostBits && words.every(({ stories }) => stories <= mostHeld)
    );
  }

  #inMemory(known: readonly QueryWord[], { canHaveAll, needsAll, limit }: How): Chosen {
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
    const isLong = limit > partFirst;
    // Where but one word is known, its stories are those with some as well.
    const few = known.length === 1 ? aloneFirst : partFirst;
    const partAtOnce = known.length > longestShort ? sentenceFirst : few;
    const atOnce = known.length === 1 ? aloneFirst : wholeFirst;
    const whole = new Best(isLong ? inAll : atOnce);
    const part = new Best(isLong ? inAll : partAtOnce);
    let withAll = 0;
    let withSome = 0;
    this.#tally.drain((id, words, sum) => {
      const score = sum * (this.#byLength[id] || 1);
      if (canHaveAll && words === every) {
        withAll += 1;
        whole.offer(id, score);
      } else part.offer(id, score);
      if ((words & deciding) !== 0) withSome += 1;
    });
    const wholes = whole.inOrder();
    if (canHaveAll && (needsAll || known.length === 1 || withAll >= enoughWithAll))
      return { total: withAll, batches: batchesOf(wholes, atOnce) };
    const [first, rest] = batchesOf(wholes, atOnce);
    const [some, others] = batchesOf(part.inOrder(), partAtOnce);
    return {
      total: withSome,
      batches: [
        [...first, ...some],
        [...rest, ...others],
      ],
    };
  }

  #byEngine(
    known: readonly QueryWord[],
    frame: Frame,
    { canHaveAll, needsAll, limit }: How,
  ): Chosen {
    let all = nothing;
    if (canHaveAll) {
      all = this.#best(frame(allOf(known.map((word) => anyOf(word.strong)))), limit);
      if (needsAll || known.length === 1 || all.total >= enoughWithAll) return all;
    }
    const deciding = decidingWords(known, all.total > 0);
    const needed = someOf(deciding.map((word) => anyOf(word.strong)));
    const helping = known
      .filter((word) => !deciding.includes(word))
      .map((word) => anyOf(word.strong));
    const ranked = helping.length === 0 ? needed : allOf([needed, someOf([needed, ...helping])]);
    const some = this.#best(frame(needed), limit, frame(ranked));
    // A story with all words has the rarest of them.
    const seen = new Set(all.batches[0]);
    const [first, rest] = some.batches;
    const unseen = first.filter((id) => !seen.has(id));
    return {
      total: some.total,
      batches: [
        [...seen, ...unseen],
        [...all.batches[1], ...rest],
      ],
    };
  }

  /**
   * How many stories match, and the ids of those most likely the best: so many that the true best
   * are among them. `ranked` finds the same, and tells more about their order.
   */
  #best(matching: string, limit: number, ranked = matching): Chosen {
    const enough = limit > partFirst ? inAll : aloneFirst;
    const row = this.#gathered.get(matching, mostRanked + 1);
    const gathered = Number(row?.n ?? 0);
    if (gathered === 0) return nothing;
    if (gathered <= aloneFirst)
      return { total: gathered, batches: [String(row?.ids).split(',').map(Number), []] };
    const total = gathered <= mostRanked ? gathered : this.#countOf(matching);
    if (total <= mostRanked)
      return { total, batches: batchesOf(idsOf(this.#ranked.all(ranked, enough)), aloneFirst) };
    const heads = matching.replaceAll('{head body} : ', '{head} : ');
    const order = this.#countOf(heads) <= mostRanked ? this.#ranked : this.#newest;
    const [first, rest] = batchesOf(idsOf(order.all(heads, enough)), aloneFirst);
    const [newest, older] = batchesOf(idsOf(this.#newest.all(matching, enough)), aloneFirst);
    return { total, batches: [[...new Set([...first, ...newest])], [...rest, ...older]] };
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

const batchesOf = (ids: readonly number[], size: number): [number[], number[]] => [
  ids.slice(0, size),
  ids.slice(size),
];
