import type { Span } from './spans.ts';
import type { Bound, Part } from './time-words.ts';

/** A season is one of the weather; a half is of a month, a year or a century. */
export type Granularity =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

/** What a time expression means, before the clock and the text's own offsets are looked at. */
export interface Reading {
  granularity: Granularity;
  calendar: 'gregorian' | 'hijri';
  /** Stated in full, or reckoned from the day of publication. */
  anchor: 'text' | 'publication';
  /** The days it covers; null when we are not sure. */
  span: Span | null;
  /** As ISO 8601 writes it, where that says it shorter than the first day: 2021-07, 2021. */
  value?: string;
  /** The instant, where it is one (hours and minutes ago); epoch milliseconds. */
  instant?: number;
  /** A letter that the text itself must have there: «آب» is a month, «أب» a father. */
  letter?: string;
  part?: Part | null;
  bound?: Bound | null;
  /** Why we are not sure; null when we are. */
  doubt?: string;
  /** «مساء» said with the day. */
  period?: string | null;
  /** «اليوم», «أمس الأحد»: the date itself may stand beside it. */
  isStep?: boolean;
  /** The month, and the day where one is said, of a date whose year stands elsewhere or nowhere. */
  yearless?: { month: number; day: number | null };
}

export interface Anchor {
  /** Epoch milliseconds. */
  at: number;
  timeZone: string;
  /** The day of publication in that zone, YYYY-MM-DD. */
  today: string;
}

export type Groups = Record<string, string | undefined>;

/** One form of time expression. Its pattern reads normalised text; its whole match is the range. */
export interface Shape {
  pattern: RegExp;
  /** @param before the end of the text that stands before it, some words long. */
  read(groups: Groups, anchor: Anchor, before: string): Reading | null;
}

/** Nothing but letters of another word may touch an expression; و, ف, ب, ل may. */
export const begin = String.raw`(?<=(?<![\p{L}\d])[وفبل]?)(?<![\d.,:/])`;
export const ending = String.raw`(?![\p{L}\d])`;

export function shape(source: string, read: Shape['read']): Shape {
  return { pattern: new RegExp(begin + source, 'gu'), read };
}

export const unsure = (
  granularity: Granularity,
  doubt: string,
  more: Partial<Reading> = {},
): Reading => ({
  granularity,
  calendar: 'gregorian',
  anchor: 'publication',
  span: null,
  doubt,
  ...more,
});
