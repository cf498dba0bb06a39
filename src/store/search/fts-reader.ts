import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { analyse } from '../../arabic/analyse.ts';
import { normalise } from '../../arabic/normalise.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { unpackWords, type WordList } from './forward.ts';
import { allOf, anyOf, framed, someOf } from './fts-expression.ts';
import { parseQuery } from './parse-query.ts';
import { type QueryWord, queryWord } from './query-words.ts';
import { Ranking } from './rank.ts';
import type { SearchRequest, SearchResult } from './search-index.ts';
import { snippetOf } from './snippet.ts';
import { suggestionFor } from './spelling.ts';
import { Vocabulary } from './vocabulary.ts';

/** Stories that get the final ranking, beyond those asked for. */
const reranked = 60;
/** With more stories than this in hand, the first ranking would cost more than it tells. */
const mostRanked = 3000;
/** Stories that rare words may bring in when no story has all words. */
const mostPartial = 1500;
const keptAnswers = 500;
const yearMs = 365 * 86_400_000;
/** What a story of today weighs more than one of years ago. */
const freshness = 0.02;

interface Found {
  id: number;
  score: number;
  list: WordList;
}

/** Answers questions from the tables of the index. One connection, one thread. */
export class FtsReader {
  readonly #database: DatabaseSync;
  readonly #vocabulary: Vocabulary;
  readonly #answers = new LRUCache<string, SearchResult>({ max: keptAnswers });
  readonly #version: StatementSync;
  readonly #count: StatementSync;
  readonly #ranked: StatementSync;
  readonly #newest: StatementSync;
  readonly #story: StatementSync;
  #seen = -1;
  #stories = 0;
  #average = 1;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
    this.#version = database.prepare('PRAGMA data_version');
    this.#count = database.prepare('SELECT count(*) AS n FROM terms WHERE terms MATCH ?');
    this.#ranked = database.prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, 3.0, 1.0, 0.0) LIMIT ?',
    );
    this.#newest = database.prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY rowid DESC LIMIT ?',
    );
    this.#story = database.prepare('SELECT at, words FROM stories WHERE id = ?');
  }

  /** This connection has written, which {@link #look} cannot see. */
  wrote(): void {
    this.#seen = -1;
  }

  /** Whatever was kept counts only until the next commit. */
  #look(): void {
    const version = Number(this.#version.get()?.data_version);
    if (version === this.#seen) return;
    this.#answers.clear();
    this.#vocabulary.refresh();
    const row = this.#database.prepare('SELECT stories, words FROM progress').get();
    this.#stories = Number(row?.stories ?? 0);
    this.#average = Math.max(1, Number(row?.words ?? 0) / Math.max(1, this.#stories));
    this.#seen = version;
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
    const { total, ids } = this.#candidates(words, frame, limit);
    const ranking = new Ranking(words, this.#stories);
    const found = this.#rank(ids, ranking, now).slice(0, limit);
    const stems = new Set(words.flatMap((word) => word.strong));
    const bodies = this.#bodies(found.map(({ id }) => id));
    const matches = found.map(({ id, score, list }) => ({
      id,
      score,
      ...snippetOf(bodies.get(id) ?? '', list, ranking, stems),
    }));
    const suggestion = suggestionFor(query, parsed.words, words, this.#vocabulary);
    return { total: Math.max(total, matches.length), matches, stems: [...stems], suggestion };
  }

  /** Stories to rank, and how many there are in all: those with every word, else those with some. */
  #candidates(
    words: readonly QueryWord[],
    frame: (expression: string | null) => string | null,
    limit: number,
  ): { total: number; ids: number[] } {
    const known = words.filter((word) => word.stories > 0);
    if (known.length === 0) return { total: 0, ids: [] };
    const every = words.length === known.length;
    if (every) {
      const all = frame(allOf(words.map((word) => anyOf(word.strong)))) ?? '';
      const total = this.#countOf(all);
      if (total >= limit || (total > 0 && words.length === 1))
        return { total, ids: this.#best(all, total, limit) };
    }
    // Rare words decide what is found; common ones only help to rank it.
    const rareFirst = known.toSorted((a, b) => a.stories - b.stories);
    const deciding: QueryWord[] = [];
    let stories = 0;
    for (const word of rareFirst) {
      if (deciding.length > 0 && stories + word.stories > mostPartial) break;
      deciding.push(word);
      stories += word.stories;
    }
    const needed = someOf(deciding.map((word) => anyOf(word.strong)));
    const helping = rareFirst.slice(deciding.length).map((word) => anyOf(word.strong));
    const some = frame(needed) ?? '';
    const total = this.#countOf(some);
    const ranked =
      helping.length === 0 ? some : (frame(allOf([needed, someOf([needed, ...helping])])) ?? '');
    return { total, ids: this.#best(ranked, total, limit) };
  }

  #countOf(expression: string): number {
    return Number(this.#count.get(expression)?.n ?? 0);
  }

  /** Ids of the stories that are most likely the best; so many that the true best are among them. */
  #best(expression: string, total: number, limit: number): number[] {
    const enough = limit + reranked;
    const rows = (statement: StatementSync, match: string): number[] =>
      statement.all(match, enough).map((row) => Number(row.id));
    if (total <= mostRanked) return rows(this.#ranked, expression);
    const heads = expression.replaceAll('{head body} : ', '{head} : ');
    const inHeads = this.#countOf(heads);
    return [
      ...new Set([
        ...rows(inHeads <= mostRanked ? this.#ranked : this.#newest, heads),
        ...rows(this.#newest, expression),
      ]),
    ];
  }

  #rank(ids: readonly number[], ranking: Ranking, now: number): Found[] {
    const found: Found[] = [];
    for (const id of ids) {
      const row = this.#story.get(id);
      if (row === undefined || !(row.words instanceof Uint8Array)) continue;
      const list = unpackWords(row.words);
      const { score, all } = ranking.score(list, this.#average);
      const age = Math.max(0, now - Number(row.at)) / yearMs;
      const fresh = 1 + freshness * 2 ** -age;
      found.push({ id, list, score: score * fresh + (all ? ranking.bonus : 0) });
    }
    return found.sort((a, b) => b.score - a.score || b.id - a.id);
  }

  #bodies(ids: readonly number[]): Map<number, string> {
    const bodies = new Map<number, string>();
    const body = this.#database.prepare('SELECT body FROM stories WHERE id = ?');
    for (const id of ids) bodies.set(id, String(body.get(id)?.body ?? ''));
    return bodies;
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
    const story = this.#database
      .prepare('SELECT at, headline, body FROM stories WHERE id = ?')
      .get(id);
    if (story === undefined) return [];
    const words = this.#tellingWords(String(story.headline), String(story.body));
    if (words.length < 2) return [];
    const ranking = new Ranking(words, this.#stories);
    const any = someOf(words.map((word) => anyOf(word.strong)));
    const ids = this.#best(any, this.#countOf(any), limit).filter((other) => other !== id);
    const at = Number(story.at);
    const least = ranking.bonus * 0.12;
    return this.#rank(ids, ranking, at)
      .filter((other) => other.score >= least && this.#at(other.id) <= at)
      .slice(0, limit)
      .map((other) => other.id);
  }

  #at(id: number): number {
    return Number(this.#story.get(id)?.at ?? 0);
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
