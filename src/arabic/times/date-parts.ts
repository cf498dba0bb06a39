import { monthPattern } from '../months.ts';
import { ordinalPattern, readOrdinal } from '../number-words.ts';
import { periodPattern } from './clock-words.ts';
import type { Groups, Reading } from './reading.ts';
import { partsOf, weekdayOf } from './spans.ts';
import {
  boundPattern,
  meaningOf,
  partPattern,
  turnPattern,
  turns,
  weekdayPattern,
  weekdays,
} from './time-words.ts';

/** What expressions of days, months and years are put together from. */

export const s = '\\s{1,3}';
export const month = `(?<month>${monthPattern})(?:\\s{0,3}(?:\\(\\s{0,3}(?<second>${monthPattern})\\s{0,3}\\)|(?:[/–—-]\\s{0,3})?(?<slashed>${monthPattern})))?`;
export const lead = `(?:(?<bound>${boundPattern})${s})?(?:(?<part>${partPattern})${s})?`;
export const weekday = `(?:(?:(?<period>${periodPattern})${s})?(?:يوم${s})?(?<weekday>${weekdayPattern})\\s{0,3}[،,(]?\\s{0,3}(?:(?:في|الموافق|بتاريخ)${s})?)?`;
export const day = `(?:(?:ال)?(?<day>\\d{1,2})(?!\\d)|(?<ordinal>${ordinalPattern})|(?<first>غره|(?:ال)?فاتح))`;
export const ofMonth = `${s}(?:من${s})?(?:شهر${s})?`;
export const turn = `(?:${s}(?<turn>${turnPattern}))?`;
const digits = `\\s{0,3}[،,]?\\s{0,3}(?:من${s})?(?:(?:ال|لل|ل)?(?:عام|سنه)${s})?(?<year>(?:1[6-9]|2\\d)\\d\\d)(?!\\d|[.,/-]\\d)`;
const thatYear = `(?<thatYear>(?:ذلك|تلك|نفس)${s}ال(?:عام|سنه)|ال(?:عام|سنه)${s}(?:نفسه|نفسها|ذاته|ذاتها|السابقه?|التاليه?))(?!\\p{L})`;
export const year = `(?:${digits}|${s}من${s}${thatYear}|${s}(?:من${s})?(?<thisYear>هذا|هذه)${s}ال(?:عام|سنه)(?!\\p{L})|${s}(?:من${s})?(?:ال|لل|ل)?(?:عام|سنه)${s}(?:(?<yearTurn>${turnPattern})|(?<yearWords>[^\\s\\d،.]+(?:${s}و[^\\s\\d،.]+){1,3})))?`;

/** 1–12, or null when two names of the month contradict each other. */
export function monthIn(groups: Groups, of: (name: string) => number | null): number | null {
  const named = of(groups.month ?? '');
  const second = groups.second ?? groups.slashed;
  return second !== undefined && of(second) !== named ? null : named;
}

export function dayIn(groups: Groups): number | null {
  if (groups.first !== undefined) return 1;
  return groups.day !== undefined ? Number(groups.day) : readOrdinal(groups.ordinal ?? '');
}

export const contradiction = 'two names of the month contradict each other';
export const notThisMonth = 'another month is called the current one';
export const weekdayDoubt = 'the weekday contradicts the date';

/** «تموز الجاري» said in another month than July. */
export const isOtherMonth = (groups: Groups, month: number, today: string): boolean =>
  meaningOf(turns, groups.turn) === 0 && partsOf(today).month !== month;

export function checked(reading: Reading, groups: Groups): Reading {
  const said = meaningOf(weekdays, groups.weekday);
  const period = groups.period ?? null;
  if (said !== null && reading.span !== null && weekdayOf(reading.span.from) !== said)
    return { ...reading, span: null, doubt: weekdayDoubt, period };
  return { ...reading, period };
}

/** Neither a year nor «الماضي» stands with it. */
export const isUndated = ({
  year,
  yearTurn,
  thisYear,
  yearWords,
  turn,
  weekday,
}: Groups): boolean => (year ?? yearTurn ?? thisYear ?? yearWords ?? turn ?? weekday) === undefined;
