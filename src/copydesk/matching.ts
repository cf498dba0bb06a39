import { bareOf, type Paragraph, type Word } from './paragraph.ts';
import type { Match } from './rule.ts';

/* Small parts of which rules are made. */

/** The letters of a written word changed to `given`, its own tashkeel kept where letters only changed. */
export function rewrite(written: string, bare: string, given: string): string {
  const right = written === bare ? given : bareOf(given);
  if (written === bare || right.length !== bare.length) return right;
  let letter = 0;
  let out = '';
  for (const unit of written) {
    if (unit === bare[letter]) {
      out += right[letter] ?? '';
      letter += 1;
    } else out += unit;
  }
  return letter === bare.length ? out : right;
}

/** A match of a whole word. */
export function wordMatch(text: string, word: Word, rights: readonly string[]): Match {
  const { start, end, bare } = word;
  const written = text.slice(start, end);
  return { start, end, fixes: rights.map((right) => rewrite(written, bare, right)) };
}

/** Words in a row with only spaces between them, as `words` has them from `from` on. */
export function rowAt(words: readonly Word[], from: number, row: readonly string[]): boolean {
  for (let i = 0; i < row.length; i += 1) {
    const word = words[from + i];
    if (word === undefined || word.bare !== row[i] || (i > 0 && !word.follows)) return false;
  }
  return true;
}

/** A pattern over the text; `needs` names characters without one of which it cannot match. */
export function pattern(
  needs: string,
  expression: RegExp,
  toMatch: (match: RegExpMatchArray & { index: number }, paragraph: Paragraph) => Match | null,
): (paragraph: Paragraph) => Iterable<Match> {
  const needed = [...needs];
  return (paragraph) => {
    const { text } = paragraph;
    const found: Match[] = [];
    if (needed.length > 0 && !needed.some((one) => text.includes(one))) return found;
    for (const match of text.matchAll(expression)) {
      const one = toMatch(match, paragraph);
      if (one !== null) found.push(one);
    }
    return found;
  };
}

/** A match of what the pattern found, with one fix. */
export function replaced(match: RegExpMatchArray & { index: number }, ...fixes: string[]): Match {
  return { start: match.index, end: match.index + match[0].length, fixes };
}

/** A word between the words that only spaces part from it. */
export interface Neighboured {
  word: Word;
  before: Word | undefined;
  after: Word | undefined;
}

const remembered = new WeakMap<readonly Word[], readonly Neighboured[]>();

/** The paragraph's words one by one, each with the one before and the one after. */
export function neighbours(words: readonly Word[]): readonly Neighboured[] {
  const known = remembered.get(words);
  if (known !== undefined) return known;
  const list = words.map((word, i) => {
    const next = words[i + 1];
    return {
      word,
      before: word.follows ? words[i - 1] : undefined,
      after: next?.follows ? next : undefined,
    };
  });
  remembered.set(words, list);
  return list;
}

const arabicLetter = /[\u0621-\u064a\u066e-\u06d3]/;

export function isArabicLetter(unit: string | undefined): boolean {
  return unit !== undefined && arabicLetter.test(unit);
}
