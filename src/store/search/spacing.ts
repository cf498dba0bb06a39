import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type AnalysedWord, analyse } from '../../arabic/analyse.ts';
import { looseStem } from '../../arabic/stem.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { inOrder } from './fts-expression.ts';
import type { QueryWord } from './query-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words come together by chance. */
const shortest = 6;
const shortestPart = 3;
const mostTries = 4;

/** Two words that stories write as one, and one that they write as two: «فيس بوك», «وزيرالخارجية». */
export class Spacing {
  readonly #vocabulary: Vocabulary;
  readonly #match: StatementSync;

  constructor(database: DatabaseSync, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#match = database.prepare('SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1');
  }

  /**
   * What stands beside each other in the query counts as found where it is written as one word.
   * @param found what each of the words may stand for
   */
  joined(words: readonly AnalysedWord[], found: readonly QueryWord[]): QueryWord[] {
    const all = [...found];
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      if (next === undefined || next.start - word.end !== 1) continue;
      const term = word.term + next.term;
      if (term.length < shortest || /\d/.test(term)) continue;
      const stem = looseStem(term);
      if (!this.#vocabulary.has(stem)) continue;
      for (const at of [i, i + 1]) {
        const one = all[at];
        if (one !== undefined && !one.strong.includes(stem))
          all[at] = {
            ...one,
            strong: [...one.strong, stem],
            stories: one.stories + this.#vocabulary.storiesWith(stem),
          };
      }
    }
    return all;
  }

  /** The two words of one that no story has, where some story has them side by side; else null. */
  split({ term }: AnalysedWord): [AnalysedWord, AnalysedWord] | null {
    if (term.length < shortest || !/^\p{L}+$/u.test(term)) return null;
    const ways: { words: [AnalysedWord, AnalysedWord]; stories: number }[] = [];
    for (let at = shortestPart; at <= term.length - shortestPart; at += 1) {
      const words = [term.slice(0, at), term.slice(at)].flatMap((part) => analyse(part));
      const [first, second] = words;
      if (first === undefined || second === undefined || words.length !== 2) continue;
      if (isStopWord(first.term) || isStopWord(second.term)) continue;
      const stories = Math.min(
        this.#vocabulary.storiesWith(first.stem),
        this.#vocabulary.storiesWith(second.stem),
      );
      if (stories > 0) ways.push({ words: [first, second], stories });
    }
    ways.sort((a, b) => b.stories - a.stories);
    const way = ways
      .slice(0, mostTries)
      .find(({ words }) => this.#match.get(inOrder(words.map(({ stem }) => stem))) !== undefined);
    return way?.words ?? null;
  }
}
