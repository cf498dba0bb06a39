import { tokenise } from '../arabic/tokens.ts';
import { protectedRanges, quotedRanges } from './protect.ts';
import { type Range, Ranges } from './ranges.ts';

export const paragraphKinds = [
  ...['kicker', 'headline', 'deck', 'dateline', 'subhead', 'body', 'quote', 'list', 'caption'],
] as const;
export type ParagraphKind =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'dateline'
  | 'subhead'
  | 'body'
  | 'quote'
  | 'list'
  | 'caption';

/** What is read: one paragraph of a story, without its markup. */
export interface ParagraphInput {
  text: string;
  kind: ParagraphKind;
  /** Ranges to leave alone that the text does not show: link marks, code marks, mentions. */
  protect?: readonly Range[];
}

/** A word as it was written. */
export interface Word extends Range {
  /** Normalised, as search compares words (hamza, ة and ى folded). */
  term: string;
  /** As written, without tashkeel, tatweel and invisible characters; hamza, ة and ى kept. */
  bare: string;
  /** In Arabic letters alone. */
  arabic: boolean;
  /** Only spaces part it from the word before. */
  follows: boolean;
}

/** A paragraph with all that rules ask of it, found once. */
export interface Paragraph {
  text: string;
  kind: ParagraphKind;
  words: readonly Word[];
  /** Left alone by every rule. */
  protected: Ranges;
  /** The inside of quotations, without their marks. */
  quoted: Ranges;
}

const unseen =
  /[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2060\ufeff]/;
const unseenAll = new RegExp(unseen.source, 'g');
const arabicOnly = /^[\u0621-\u064a\u066e-\u06d3]+$/;
const oneSpace = /^[ \u00a0\t]*(?:\r?\n)?[ \u00a0\t]*$/;
/** No word of a language is as long; what is longer is not looked up. */
const LONGEST_WORD = 60;

/** The letters of a word: composed, without tashkeel, tatweel and what cannot be seen. */
export function bareOf(written: string): string {
  if (!unseen.test(written)) return written;
  const composed = /[\u0653-\u0655]/.test(written) ? written.normalize('NFC') : written;
  return composed.replace(unseenAll, '');
}

/** Finds the words of a text. */
export function wordsOf(text: string): Word[] {
  let before = -1;
  return tokenise(text).map(({ term, start, end }) => {
    const long = end - start > LONGEST_WORD * 4;
    const bare = long ? '' : bareOf(text.slice(start, end));
    const gap = before < 0 || start - before > 8 ? '' : text.slice(before, start);
    const follows = gap === ' ' || oneSpace.test(gap);
    before = end;
    return {
      ...{ term: long ? '' : term, start, end, bare, follows },
      arabic: bare.length <= LONGEST_WORD && arabicOnly.test(bare),
    };
  });
}

/**
 * Reads a paragraph once for all rules.
 *
 * @param opensInQuote the text before it has opened a quotation that goes on here
 * @param ignored bare words to leave alone
 */
export function readParagraph(
  input: ParagraphInput,
  opensInQuote: boolean,
  ignored: ReadonlySet<string>,
): Paragraph {
  const { text, kind } = input;
  const words = wordsOf(text);
  const named =
    ignored.size === 0
      ? []
      : words.filter((word) => ignored.has(word.bare) || ignored.has(word.term));
  return {
    ...{ text, kind, words },
    protected: new Ranges([...protectedRanges(text, words), ...named, ...(input.protect ?? [])]),
    quoted:
      kind === 'quote'
        ? new Ranges([{ start: 0, end: text.length }])
        : new Ranges(quotedRanges(text, opensInQuote)),
  };
}

/** The word that holds a unit of the text, or null. */
export function wordAt(words: readonly Word[], offset: number): Word | null {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const word = words[low];
  return word !== undefined && word.start <= offset ? word : null;
}
