import { type AnalysedWord, analyse } from '../../arabic/analyse.ts';
import { isStopWord } from '../../arabic/stop-words.ts';

/** What somebody typed, taken apart. */
export interface ParsedQuery {
  /** What is looked for, in order, without words that say nothing (unless there are no others). */
  words: AnalysedWord[];
  /** The words that were set aside for that: they help a little to order what was found. */
  aside: AnalysedWord[];
  /** Stems that must stand in this order. Their words are among {@link words} as well. */
  phrases: string[][];
  /** Stems, or stems in order, that must not occur. */
  excluded: string[][];
  /** All of it was typed as one word: a story must have its parts side by side. */
  isOneWord: boolean;
}

const longestQuery = 300;
const mostWords = 24;

const quoted =
  /(?<not>(?<![\p{L}\p{N}])[-−])?(?:«(?<a>[^«»]*)»|"(?<b>[^"]*)"|[“”„](?<c>[^“”„]*)[“”„]|[‹›](?<d>[^‹›]*)[‹›])/gu;
/** A hyphen that touches the word after it and no word before it. */
const notWord = /(?<![^\s«"“(])[-−](?<word>[\p{L}\p{N}][^\s]*)/gu;

/**
 * Reads a query: words; phrases in «», ‹›, "", “” or „“; `-word` and `-«phrase»` for what must not occur.
 * Anything else is what it looks like to a reader: text. At most 300 units and 24 words are read.
 */
export function parseQuery(typed: string): ParsedQuery {
  const query = typed.slice(0, longestQuery);
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const stemsOf = (text: string): string[] => analyse(text).map((word) => word.stem);
  const blank = (text: string): string => ' '.repeat(text.length);
  let rest = query.replace(quoted, (whole, ...groups) => {
    const named = groups.at(-1) as Record<string, string | undefined>;
    const inside = named.a ?? named.b ?? named.c ?? named.d ?? '';
    const stems = stemsOf(inside);
    if (named.not !== undefined) {
      if (stems.length > 0) excluded.push(stems);
      return blank(whole);
    }
    if (stems.length > 1) phrases.push(stems.slice(0, mostWords));
    return ` ${inside} `;
  });
  rest = rest.replace(notWord, (whole, word: string) => {
    const stems = stemsOf(word);
    if (stems.length > 0) excluded.push(stems);
    return blank(whole);
  });
  const all = analyse(rest);
  const telling = all.filter((word) => !isStopWord(word.term));
  const once = (words: readonly AnalysedWord[]): AnalysedWord[] =>
    [...new Map(words.map((word) => [word.term, word])).values()].slice(0, mostWords);
  if (telling.length === 0)
    return { words: once(all), aside: [], phrases, excluded, isOneWord: false };
  const aside = once(all.filter((word) => isStopWord(word.term)));
  const isOneWord = aside.length === 0 && areOneWord(telling);
  return { words: once(telling), aside, phrases, excluded, isOneWord };
}

/** Whether they are all of one word that is looked up as two: «عبدالله». */
function areOneWord(words: readonly AnalysedWord[]): boolean {
  return words.length > 1 && words.every((word, i) => i === 0 || words[i - 1]?.end === word.start);
}
