import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { analyse } from '../../arabic/analyse.ts';
import { normalise } from '../../arabic/normalise.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { Candidates } from './candidates.ts';
import { unpackWords, type WordList } from './forward.ts';
import { framed } from './fts-expression.ts';
import { parseQuery } from './parse-query.ts';
import { plainWord, type QueryWord, queryWord } from './query-words.ts';
import { Ranking } from './rank.ts';
import type { SearchRequest, SearchResult } from './search-index.ts';
import { snippetOf } from './snippet.ts';
import { suggestionFor } from './spelling.ts';
import { StoredText } from './stored-text.ts';
import { Vocabulary } from './vocabulary.ts';

/** Share of the highest score from which on a story is of the same matter. */
const leastRelated = 0.12;
const keptAnswers = 500;
const yearMs = 365 * 86_400_000;
/** What a story of today weighs more than one of years ago. */
const freshness = 0.02;

interface Found {
  id: number;
  at: number;
  score: number;
  list: WordList;
}

/** Answers questions from the tables of the index. One connection, one thread. */
export class FtsReader {
  readonly #database: DatabaseSync;
  readonly #vocabulary: Vocabulary;
  readonly #candidates: Candidates;
  readonly #answers = new LRUCache<string, SearchResult>({ max: keptAnswers });
  readonly #version: StatementSync;
  readonly #words: StatementSync;
  readonly #texts: StatementSync;
  readonly #progress: StatementSync;
  #seen = -1;
  #generation = -1;
  #stories = 0;
  #average = 1;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
    this.#candidates = new Candidates(database);
    this.#version = database.prepare('PRAGMA data_version');
    this.#progress = database.prepare(
      'SELECT stories, words, generation, (SELECT max(id) FROM stories) AS last FROM progress',
    );
    this.#words = database.prepare(
      'SELECT id, at, words FROM stories WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.#texts = database.prepare(
      'SELECT id, headline, places, body FROM texts WHERE id IN (SELECT value FROM json_each(?))',
    );
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
    this.#generation = generation;
    this.#answers.clear();
    this.#vocabulary.refresh();
    this.#stories = Number(row?.stories ?? 0);
    this.#average = Math.max(1, Number(row?.words ?? 0) / Math.max(1, this.#stories));
    this.#candidates.refresh(this.#stories, Number(row?.last ?? 0));
  }

  search(request: SearchRequest): SearchResult {
    this.#look();
    const key = JSON.stringify([request.query, request.limit, request.filters ?? {}]);
    const kept = this.#answers.get(key);
    if (kept !== undefined) return kept;
    const answer = this.#answer(request);
    this.#answers.set(key, answer);
    return answer;
  }

  #answer({ query, limit, filters = {}, now }: SearchRequest): SearchResult {
    const parsed = parseQuery(query);
    if (parsed.words.length === 0) return { total: 0, matches: [], stems: [], suggestion: null };
    const words = parsed.words.map((word) => queryWord(word, this.#vocabulary));
    const frame = framed(parsed, filters);
    const { total, ids } = this.#candidates.find(words, frame, limit);
    const aside = parsed.aside.map((word) => plainWord(word, this.#vocabulary));
    const ranking = new Ranking(words, aside, this.#stories);
    const found = this.#rank(ids, ranking, now).slice(0, limit);
    const stems = new Set(words.flatMap((word) => word.strong));
    const bodies = this.#bodies(found.map(({ id }) => id));
    const matches = found.map(({ id, score, list }) => ({
      id,
      score,
      ...snippetOf(bodies.get(id) ?? new StoredText(null), list, ranking),
    }));
    const suggestion = suggestionFor(query, parsed.words, words, this.#vocabulary);
    return { total: Math.max(total, matches.length), matches, stems: [...stems], suggestion };
  }

  #rank(ids: readonly number[], ranking: Ranking, now: number): Found[] {
    const found: Found[] = [];
    for (const row of this.#words.all(JSON.stringify(ids))) {
      if (!(row.words instanceof Uint8Array)) continue;
      const id = Number(row.id);
      const at = Number(row.at);
      const list = unpackWords(row.words);
      const { score, all } = ranking.score(list, this.#average);
      const age = Math.max(0, now - at) / yearMs;
      const fresh = 1 + freshness * 2 ** -age;
      found.push({ id, at, list, score: score * fresh + (all ? ranking.bonus : 0) });
    }
    return found.sort((a, b) => b.score - a.score || b.id - a.id);
  }

  #bodies(ids: readonly number[]): Map<number, StoredText> {
    const rows = this.#texts.all(JSON.stringify(ids));
    return new Map(rows.map((row) => [Number(row.id), new StoredText(row.body, row.places)]));
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
    const [story] = this.#words.all(JSON.stringify([id]));
    const [text] = this.#texts.all(JSON.stringify([id]));
    if (story === undefined || text === undefined) return [];
    const words = this.#tellingWords(String(text.headline), new StoredText(text.body).whole);
    if (words.length < 2) return [];
    const ranking = new Ranking(words, [], this.#stories);
    const ids = this.#candidates.findAny(words, limit).filter((other) => other !== id);
    const at = Number(story.at);
    const least = ranking.most * leastRelated;
    return this.#rank(ids, ranking, at)
      .filter((other) => other.score >= least && other.at <= at)
      .slice(0, limit)
      .map((other) => other.id);
  }

  /** The words that tell most about a story: rare in the archive, often in it, or in its headline. */
  #tellingWords(headline: string, body: string): QueryWord[] {
    const times = new Map<string, { term: string; times: number }>();
    const add = (text: string, by: number): void => {
      for (const { term, stem } of analyse(text)) {
        if (isStopWord(term) || term.length < 3 || /^\d+$/.test(term)) continue;
        const known = times.get(stem) ?? { term, times: 0 };
        times.set(stem, { term: known.term, times: known.times + by });
      }
    };
    add(headline, 3);
    add(body, 1);
    return [...times]
      .map(([stem, word]) => ({ stem, ...word, stories: this.#vocabulary.storiesWith(stem) }))
      .filter(({ stories }) => stories > 1 && stories * 10 < this.#stories + 20)
      .map((word) => ({
        ...word,
        worth: (word.times / (word.times + 1.5)) * Math.log(this.#stories / word.stories + 1),
      }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 10)
      .map(({ stem, term, stories }) => ({
        term,
        strong: [stem],
        soft: [],
        stories,
        softStories: 0,
      }));
  }
}
