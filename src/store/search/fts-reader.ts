import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { AnalysedWord } from '../../arabic/analyse.ts';
import { normalise } from '../../arabic/normalise.ts';
import { Candidates } from './candidates.ts';
import { wordsIn } from './forward.ts';
import { framed } from './fts-expression.ts';
import { parseQuery } from './parse-query.ts';
import { Postings } from './postings.ts';
import { plainWord, type QueryWord, queryWord } from './query-words.ts';
import { Ranking } from './rank.ts';
import { ReadAhead, type Story, storyOf } from './read-ahead.ts';
import type { SearchRequest, SearchResult } from './search-index.ts';
import type { Snippet } from './snippet.ts';
import { Snippets } from './snippets.ts';
import { Spacing } from './spacing.ts';
import { suggestionFor } from './spelling.ts';
import { StoredText } from './stored-text.ts';
import { tellingWords } from './telling-words.ts';
import { Vocabulary } from './vocabulary.ts';

/** Share of the highest score from which on a story is of the same matter. */
const leastRelated = 0.12;
const keptAnswers = 500;
const keptWords = 20_000;
/** Questions that are remembered without their answers. */
const keptQuestions = 2000;
/** Bytes of word lists that are kept: some three kilobytes a story. */
const keptLists = 32 * 1024 * 1024;
/** Archives with more stories or words are not read ahead: that takes seconds, and much memory. */
const mostStoriesAhead = 50_000;
const mostWordsAhead = 20_000_000;
/** Nor are those that are being changed: so many milliseconds without a change come first. */
const quiet = 3000;
const yearMs = 365 * 86_400_000;
/** What a story of today weighs more than one of years ago. */
const freshness = 0.02;

interface Found extends Omit<Story, 'bytes'> {
  score: number;
  together: boolean;
  places: readonly number[];
}

/** Answers questions from the tables of the index. One connection, one thread. */
export class FtsReader {
  readonly #database: DatabaseSync;
  readonly #vocabulary: Vocabulary;
  readonly #spacing: Spacing;
  readonly #candidates: Candidates;
  readonly #postings: Postings;
  readonly #answers = new LRUCache<string, SearchResult>({ max: keptAnswers });
  /** Only what is asked again is worth keeping; most questions are asked once. */
  readonly #asked = new LRUCache<string, true>({ max: keptQuestions });
  readonly #queryWords = new LRUCache<string, QueryWord>({ max: keptWords });
  /** Those that came first, until stories change: always making room would cost more than it gives. */
  readonly #stories = new Map<number, Story>();
  #storyBytes = 0;
  readonly #version: StatementSync;
  readonly #words: StatementSync;
  readonly #lengths: StatementSync;
  readonly #snippets: Snippets;
  readonly #text: StatementSync;
  readonly #progress: StatementSync;
  #seen = -1;
  #generation = -1;
  #count = 0;
  #lastId = 0;
  #average = 1;
  #reading: ReadAhead | null = null;
  /** When reading ahead may begin; at once after opening. */
  #readFrom = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
    this.#spacing = new Spacing(database, this.#vocabulary);
    this.#postings = new Postings(database);
    this.#candidates = new Candidates(database, this.#postings);
    this.#version = database.prepare('PRAGMA data_version');
    this.#progress = database.prepare(
      'SELECT stories, words, generation, (SELECT max(id) FROM stories) AS last FROM progress',
    );
    this.#words = database.prepare(
      'SELECT id, at, words FROM stories WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.#lengths = database.prepare(
      "SELECT group_concat(id, ' ') AS ids, group_concat(length(words), ' ') AS bytes FROM stories",
    );
    this.#snippets = new Snippets(database);
    this.#text = database.prepare('SELECT headline, text FROM texts WHERE id = ?');
  }

  /** This connection has written, which {@link #look} cannot see. */
  wrote(): void {
    this.#seen = -1;
  }

  /** Whatever was kept counts only until stories change; most commits are of other things. */
  #look(): void {
    const version = Number(this.#version.get()?.data_version);
    if (version === this.#seen) return;
    this.#seen = version;
    const row = this.#progress.get();
    const generation = Number(row?.generation);
    if (generation === this.#generation) return;
    if (this.#generation >= 0) this.#readFrom = performance.now() + quiet;
    this.#generation = generation;
    this.#reading = null;
    this.#postings.forget(Number(row?.stories ?? 0));
    this.#answers.clear();
    this.#queryWords.clear();
    this.#stories.clear();
    this.#storyBytes = 0;
    this.#vocabulary.refresh();
    this.#count = Number(row?.stories ?? 0);
    this.#average = Math.max(1, Number(row?.words ?? 0) / Math.max(1, this.#count));
    this.#lastId = Number(row?.last ?? 0);
    this.#candidates.refresh(this.#count, this.#lastId);
    if (this.#count <= mostStoriesAhead && this.#candidates.canHold) this.#measure();
  }

  /** How long every story is: handed over as one row, some milliseconds for ten thousand. */
  #measure(): void {
    const row = this.#lengths.get();
    const bytes = String(row?.bytes ?? '').split(' ');
    const ids = String(row?.ids ?? '').split(' ');
    const all = { average: this.#average, lastId: this.#lastId };
    for (const [i, id] of ids.entries())
      if (id !== '') this.#candidates.measured(Number(id), wordsIn(Number(bytes[i])), all);
  }

  /**
   * Reads on for some milliseconds, so that later searches find in memory what they need.
   * @returns whether there is more to read
   */
  readAhead(): boolean {
    this.#look();
    if (this.#postings.isAhead || performance.now() < this.#readFrom) return false;
    if (this.#count === 0 || this.#count > mostStoriesAhead || !this.#candidates.canHold)
      return false;
    if (this.#count * this.#average > mostWordsAhead) return false;
    this.#reading ??= new ReadAhead(this.#database, this.#lastId, {
      stem: (stem, stories) => this.#vocabulary.renew(stem, stories),
      story: (story) => this.#keep(story),
    });
    const postings = this.#reading.step();
    if (postings === null) return true;
    this.#postings.useAhead(postings);
    this.#vocabulary.endRenewal();
    this.#reading = null;
    return false;
  }

  search(request: SearchRequest): SearchResult {
    this.#look();
    const key = JSON.stringify([request.query, request.limit, request.filters ?? {}]);
    const kept = this.#answers.get(key);
    if (kept !== undefined) return kept;
    const answer = this.#answer(request);
    if (this.#asked.has(key)) this.#answers.set(key, answer);
    else this.#asked.set(key, true);
    return answer;
  }

  #answer({ query, limit, filters = {}, now }: SearchRequest): SearchResult {
    const parsed = parseQuery(query);
    if (parsed.words.length === 0) return { total: 0, matches: [], stems: [], suggestion: null };
    const words = this.#wordsOf(parsed.words);
    const frame = framed(parsed, filters);
    const needsAll = parsed.isOneWord;
    const { total, batches } = this.#candidates.find(words, frame, { limit, needsAll });
    const aside = parsed.aside.map((word) => plainWord(word, this.#vocabulary));
    const ranking = new Ranking(words, aside, this.#count);
    const [likely, others] = batches;
    const ranked = this.#rank(likely, ranking, now, true);
    if (ranked.length < limit && others.length > 0) {
      const seen = new Set(likely);
      const rest = others.filter((id) => !seen.has(id));
      ranked.push(...this.#rank(rest, ranking, now, true));
    }
    const fitting = needsAll ? ranked.filter(({ together }) => together) : ranked;
    const found = fitting.slice(0, limit);
    const stems = new Set(words.flatMap((word) => word.strong));
    const snippets = this.#snippets.of(found, ranking);
    const matches = found.map(({ id, score }, i) => ({ id, score, ...(snippets[i] as Snippet) }));
    const suggestion = suggestionFor(query, parsed.words, words, this.#vocabulary);
    const left = ranked.length - fitting.length;
    return {
      total: Math.max(total - left, matches.length),
      matches,
      stems: [...stems],
      suggestion,
    };
  }

  #wordsOf(typed: readonly AnalysedWord[]): QueryWord[] {
    const found = typed.map((word) => this.#queryWord(word));
    return this.#spacing.joined(typed, found).flatMap((word, i) => {
      const unknown = word.stories === 0 ? typed[i] : undefined;
      const two = unknown === undefined ? null : this.#spacing.split(unknown);
      return two === null ? [word] : two.map((part) => this.#queryWord(part));
    });
  }

  #queryWord(word: AnalysedWord): QueryWord {
    // What a word may stand for hangs on nothing but these two.
    const key = `${word.term} ${word.stem}`;
    const kept = this.#queryWords.get(key);
    if (kept !== undefined) return kept;
    const found = queryWord(word, this.#vocabulary);
    this.#queryWords.set(key, found);
    return found;
  }

  /**
   * The stories with these ids that are in the index, in no order.
   * @param keep for the next search
   */
  #storiesOf(ids: readonly number[], keep: boolean): Story[] {
    const stories: Story[] = [];
    const missing: number[] = [];
    for (const id of ids) {
      const kept = this.#stories.get(id);
      if (kept === undefined) missing.push(id);
      else stories.push(kept);
    }
    if (missing.length === 0) return stories;
    for (const row of this.#words.all(JSON.stringify(missing))) {
      const story = storyOf(row);
      stories.push(story);
      if (keep) this.#keep(story);
    }
    return stories;
  }

  #keep(story: Story): void {
    if (this.#storyBytes > keptLists || this.#stories.has(story.id)) return;
    this.#stories.set(story.id, story);
    this.#storyBytes += story.bytes + 200;
  }

  #rank(ids: readonly number[], ranking: Ranking, now: number, keep: boolean): Found[] {
    const found: Found[] = [];
    for (const { id, at, list } of this.#storiesOf(ids, keep)) {
      const { score, all, together, places } = ranking.score(list, this.#average);
      const age = Math.max(0, now - at) / yearMs;
      const fresh = 1 + freshness * 2 ** -age;
      const bonus = all ? ranking.bonus : 0;
      found.push({ id, at, list, places, together, score: score * fresh + bonus });
    }
    return found.sort((a, b) => b.score - a.score || b.id - a.id);
  }

  complete(prefix: string, limit: number): string[] {
    const words = normalise(prefix).trim().split(/\s+/);
    const last = words.pop() ?? '';
    if (last === '') return [];
    const before = prefix.trim().split(/\s+/).slice(0, -1);
    return this.#database
      .prepare(
        'SELECT written FROM forms WHERE form >= ? AND form < ? AND stories > 0 ORDER BY stories DESC LIMIT ?',
      )
      .all(last, `${last}\uffff`, limit)
      .map((row) => [...before, String(row.written)].join(' '));
  }

  findRelated(id: number, limit: number): number[] {
    this.#look();
    const [story] = this.#storiesOf([id], false);
    const text = this.#text.get(id);
    if (story === undefined || text === undefined) return [];
    const body = new StoredText(text.text).whole;
    const words = tellingWords(String(text.headline), body, this.#vocabulary, this.#count);
    if (words.length < 2) return [];
    const ranking = new Ranking(words, [], this.#count);
    const ids = this.#candidates.findAny(words, limit).filter((other) => other !== id);
    const { at } = story;
    const least = ranking.most * leastRelated;
    return this.#rank(ids, ranking, at, false)
      .filter((other) => other.score >= least && other.at <= at)
      .slice(0, limit)
      .map((other) => other.id);
  }
}
