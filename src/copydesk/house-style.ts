import type { DigitSystem, MonthScheme } from '../arabic/months.ts';
import type { Severity } from './rule.ts';

/** `gate`: an error that keeps a story from going out until it is fixed or waived. */
export const levels = ['off', 'info', 'warning', 'error', 'gate'] as const;
export type Level = (typeof levels)[number];

/** A word of the newsroom's own: how the house writes it, and how it must not be written. */
export interface LexiconEntry {
  right: string;
  variants: readonly string[];
  kind: 'name' | 'place' | 'word';
}

/** Which form is ours where several are right. `null` leaves the choice to the writer, but one story keeps to one. */
export interface HouseStyle {
  /** By rule id; rules not named here keep their own severity. */
  levels: Readonly<Record<string, Level>>;
  /** By family of `lexicons/variants.ts` (its first form): the form that is ours. */
  forms: Readonly<Record<string, string>>;
  /** Where fathatan stands: on the letter («دعمًا») or on the alef («دعماً»). */
  tanween: 'letter' | 'alef' | null;
  months: MonthScheme | null;
  digits: DigitSystem | null;
  /** Quotation marks; inside them come the other pair. */
  quotes: '«»' | '“”' | null;
  /** Between the deck and the headline in one line. */
  headlineSeparator: '..' | '…' | ':' | '|' | null;
  percent: '%' | 'في المئة' | 'بالمئة' | null;
  /** «مئة» or «مائة», in whatever number. */
  hundred: 'مئة' | 'مائة' | null;
  /** Longest headline, in characters. */
  headlineLength: number;
  lexicon: readonly LexiconEntry[];
  /** Words that are left alone, however they are written. */
  ignored: readonly string[];
}

/** What the desk knows besides the text. */
export interface CopyContext {
  /** Day of publication, YYYY-MM-DD, or null: then dates without a year are not judged. */
  day: string | null;
  /** How often the newspaper wrote a form, in all it published. Null without an archive. */
  archive: ArchiveCounts | null;
  language: 'ar' | 'en';
}

export interface ArchiveCounts {
  /** @param form as written, without tashkeel, with its article: «الاثنين». */
  count: (form: string) => number;
}

export const defaultHouseStyle: HouseStyle = {
  levels: {},
  forms: {},
  tanween: null,
  months: 'pair',
  digits: null,
  quotes: '«»',
  headlineSeparator: null,
  percent: null,
  hundred: null,
  headlineLength: 90,
  lexicon: [],
  ignored: [],
};

export const defaultContext: CopyContext = { day: null, archive: null, language: 'ar' };

/** The severity that a level gives its findings; null for rules that are off. */
export function severityOf(level: Level): Severity | null {
  if (level === 'off') return null;
  return level === 'gate' ? 'error' : level;
}
