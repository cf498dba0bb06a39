import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { allOf, anyInHead, anyOf, framed, someOf } from './fts-expression.ts';
import { parseQuery } from './parse-query.ts';
import type { MatchRequest, SearchRequest, SearchResult } from './search-index.ts';

const shortestBegun = 2;
/** Words looked at for one beginning, and stems that go into the question; the commonest ones do. */
const mostForms = 20_000;
const mostBegun = 100;
const longestQuery = 300;
/** What is written onto a word; lists of titles are looked through for any part of it. */
const joined = ['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'ك'];

/**
 * Finds every story with all that was typed, in no order of worth: for lists, which are sorted by
 * something else and read page by page to their end.
 */
export class FtsMatches {
  readonly #newest: StatementSync;
  readonly #begun: StatementSync;
  readonly #search: (request: SearchRequest) => SearchResult;

  /** @param search says which stems a word stands for */
  constructor(database: DatabaseSync, search: (request: SearchRequest) => SearchResult) {
    this.#search = search;
    this.#newest = database.prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY rowid DESC LIMIT ?',
    );
    this.#begun = database.prepare(
      `SELECT stem, stories FROM (SELECT stem, stories FROM forms
        WHERE form >= ? AND form < ? AND stories > 0 LIMIT ${mostForms})
       ORDER BY stories DESC LIMIT ${mostBegun}`,
    );
  }

  find({ query, limit, filters = {} }: MatchRequest): number[] {
    const typed = query.trim().slice(0, longestQuery);
    const parsed = parseQuery(typed);
    if (parsed.words.length === 0) return [];
    const words = parsed.words.map(({ term, stem, start, end }) => {
      const { stems, total } = this.#search({ query: typed.slice(start, end), limit: 1, now: 0 });
      const whole = anyOf([...new Set([stem, ...stems])]);
      // Only the word at the end may still be in the middle of being typed.
      const begun = end === typed.length ? this.#stemsOf(term) : [];
      if (begun.length === 0) return whole;
      // A beginning that is a word as well would bring in too much if it counted in whole texts.
      return someOf([whole, total === 0 ? anyOf(begun) : anyInHead(begun)]);
    });
    const expression = allOf(words);
    const frame = framed(parsed, filters);
    return this.#newest
      .all(frame === null ? expression : frame(expression), limit)
      .map((row) => Number(row.id));
  }

  /** Stems of the words that begin so, with what may be written onto them; the commonest first. */
  #stemsOf(beginning: string): string[] {
    if (beginning.length < shortestBegun || joined.includes(beginning)) return [];
    const stories = new Map<string, number>();
    // Of «الزنبر» typed and «زنبرك» written.
    const bare = beginning.replace(/^ال(?=.{3})/u, '');
    for (const from of new Set(joined.flatMap((on) => [on + beginning, on + bare]))) {
      for (const row of this.#begun.all(from, `${from}\uffff`)) {
        const stem = String(row.stem);
        stories.set(stem, (stories.get(stem) ?? 0) + Number(row.stories));
      }
    }
    return [...stories]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostBegun)
      .map(([stem]) => stem);
  }
}
