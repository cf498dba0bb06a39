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
  return function* (paragraph) {
    const { text } = paragraph;
    if (needed.length > 0 && !needed.some((one) => text.includes(one))) return;
    for (const match of text.matchAll(expression)) {
      const found = toMatch(match, paragraph);
      if (found !== null) yield found;
    }
  };
}

/** A match of what the pattern found, with one fix. */
export function replaced(match: RegExpMatchArray & { index: number }, ...fixes: string[]): Match {
  return { start: match.index, end: match.index + match[0].length, fixes };
}

/** The paragraph's words one by one, each with the one before and the one after. */
export function* neighbours(
  words: readonly Word[],
): Generator<{ word: Word; before: Word | undefined; after: Word | undefined; i: number }> {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) continue;
    const next = words[i + 1];
    yield {
      word,
      before: word.follows ? words[i - 1] : undefined,
      after: next?.follows ? next : undefined,
      i,
    };
  }
}

const arabicLetter = /[\u0621-\u064a\u066e-\u06d3]/;

export function isArabicLetter(unit: string | undefined): boolean {
  return unit !== undefined && arabicLetter.test(unit);
}
