import { matchKey, wordsIn } from './words/text.ts';

/** What the markup says a line is; `none` for plain text. */
export type Mark =
  | 'none'
  | 'h1'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'cite'
  | 'caption'
  | 'kicker'
  | 'deck'
  | 'dateline'
  | 'byline'
  | 'date'
  | 'previous'
  | 'next';

/** Where a line stands: in the article, elsewhere on the page, or where markup says furniture stands. */
export type Zone = 'article' | 'outside' | 'furniture';

/** One line of the page that holds something visible. */
export interface Line {
  /** As written, without the white space and direction marks at its ends. */
  readonly text: string;
  /** How it is compared (see `matchKey`); empty for lines longer than 600 units, which no label is. */
  readonly key: string;
  /** Its words; 1,000 for such long lines. */
  readonly words: number;
  /** Lines of one paragraph of the source share a block: no blank line, no other element between them. */
  readonly block: number;
  readonly mark: Mark;
  readonly zone: Zone;
  /** Which list or quotation it belongs to, where the markup says so; numbers the element, from 1. */
  readonly group: number;
  /** Item of a numbered list in markup. */
  readonly ordered: boolean;
  /** All of it is bold. */
  readonly bold: boolean;
  /** All of it is one link; null where there is no markup to say so. */
  readonly linked: boolean | null;
}

const LONGEST_LABEL = 600;

export interface LineOrigin {
  block: number;
  mark?: Mark;
  zone?: Zone;
  group?: number;
  ordered?: boolean;
  bold?: boolean;
  linked?: boolean;
}

/** Makes a line of trimmed, non-empty text. */
export function lineOf(text: string, origin: LineOrigin): Line {
  const key = text.length > LONGEST_LABEL ? '' : matchKey(text);
  return {
    text,
    key,
    words: text.length > LONGEST_LABEL ? 1000 : wordsIn(key),
    block: origin.block,
    mark: origin.mark ?? 'none',
    zone: origin.zone ?? 'article',
    group: origin.group ?? 0,
    ordered: origin.ordered ?? false,
    bold: origin.bold ?? false,
    linked: origin.linked ?? null,
  };
}

const edge = /^[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/;

/**
 * Takes white space, no-break spaces, byte order marks and direction marks off both ends.
 * (A loop, as an unanchored «\s+$» is quadratic on long runs of spaces.)
 */
export function trimLine(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && edge.test(text.charAt(from))) from += 1;
  while (to > from && edge.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const terminal = /[.!؟?…۔][»”"')\]]*$/u;

/** Whether a line ends as sentences do. */
export function endsSentence(text: string): boolean {
  return terminal.test(text.slice(-12));
}
