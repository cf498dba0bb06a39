import { dayOfHijri } from '../hijri.ts';
import { hijriMonthOf, hijriMonthPattern, monthOf, monthPattern } from '../months.ts';
import { numberPattern, ordinalPattern, readNumber, readOrdinal } from '../number-words.ts';
import { isRealDay } from '../zoned.ts';
import { periodPattern } from './clock-words.ts';
import { ending, type Groups, type Reading, type Shape, shape, unsure } from './reading.ts';
import {
  dayName,
  dayWithoutYear,
  hijriMonthSpan,
  hijriYearOn,
  monthSpan,
  monthWithoutYear,
  partsOf,
  weekdayOf,
  yearSpan,
} from './spans.ts';
import {
  boundPattern,
  bounds,
  meaningOf,
  partPattern,
  parts,
  turnPattern,
  turns,
  weekdayPattern,
  weekdays,
} from './time-words.ts';

/** Expressions that name a month or a year. */

const s = '\\s{1,3}';
const month = `(?<month>${monthPattern})(?:\\s{0,3}(?:\\(\\s{0,3}(?<second>${monthPattern})\\s{0,3}\\)|(?:[/–—-]\\s{0,3})?(?<slashed>${monthPattern})))?`;
const lead = `(?:(?<bound>${boundPattern})${s})?(?:(?<part>${partPattern})${s})?`;
const weekday = `(?:(?:(?<period>${periodPattern})${s})?(?:يوم${s})?(?<weekday>${weekdayPattern})\\s{0,3}[،,]?\\s{0,3}(?:(?:في|الموافق|بتاريخ)${s})?)?`;
const day = `(?:(?<day>\\d{1,2})|(?<ordinal>${ordinalPattern}))`;
const hijriDayOrFirst = `(?:(?<day>\\d{1,2})|(?<ordinal>${ordinalPattern})|(?<first>غره))`;
const ofMonth = `${s}(?:من${s})?(?:شهر${s})?`;
const turn = `(?:${s}(?<turn>${turnPattern}))?`;
const digits = `\\s{0,3}[،,]?\\s{0,3}(?:من${s})?(?:(?:ال|لل|ل)?(?:عام|سنه)${s})?(?<year>(?:1[6-9]|2\\d)\\d\\d)(?!\\d|[.,/-]\\d)`;
const year = `(?:${digits}|${s}(?:من${s})?(?:ال|لل|ل)?(?:عام|سنه)${s}(?:(?<yearTurn>${turnPattern})|(?<yearWords>[^\\s\\d،.]+(?:${s}و[^\\s\\d،.]+){1,3})))?`;

/** 1–12, or null when two names of the month contradict each other. */
function monthIn(groups: Groups, of: (name: string) => number | null): number | null {
  const named = of(groups.month ?? '');
  const second = groups.second ?? groups.slashed;
  return second !== undefined && of(second) !== named ? null : named;
}

function dayIn(groups: Groups): number | null {
  if (groups.first !== undefined) return 1;
  return groups.day !== undefined ? Number(groups.day) : readOrdinal(groups.ordinal ?? '');
}

const contradiction = 'two names of the month contradict each other';
const notThisMonth = 'another month is called the current one';
export const weekdayDoubt = 'the weekday contradicts the date';

/** «تموز الجاري» said in another month than July. */
const isOtherMonth = (groups: Groups, month: number, today: string): boolean =>
  meaningOf(turns, groups.turn) === 0 && partsOf(today).month !== month;

function checked(reading: Reading, groups: Groups): Reading {
  const said = meaningOf(weekdays, groups.weekday);
  const period = groups.period ?? null;
  if (said !== null && reading.span !== null && weekdayOf(reading.span.from) !== said)
    return { ...reading, span: null, doubt: weekdayDoubt, period };
  return { ...reading, period };
}

/** «24 تموز الماضي», «الرابع والعشرين من تموز», «السبت 24 تموز (يوليو)». */
const dayOfMonth = shape(
  `${weekday}${day}${ofMonth}${month}${turn}${year}${ending}`,
  (groups, { today }) => {
    const named = monthIn(groups, monthOf);
    const date = dayIn(groups);
    if (named === null) return unsure('day', contradiction);
    if (date === null || date < 1 || date > 31) return null;
    if (isOtherMonth(groups, named, today)) return unsure('day', notThisMonth);
    const inYear = yearOf(groups, today);
    const found =
      inYear === null
        ? dayWithoutYear(today, named, date, meaningOf(turns, groups.turn))
        : dayName(inYear, named, date);
    // 29 February is real in some year.
    if (!isRealDay(dayName(2024, named, date)) || (found !== null && !isRealDay(found)))
      return unsure('day', 'there is no such day');
    if (found === null) return unsure('day', 'the year is not clear');
    const anchor = (groups.year ?? groups.yearWords) ? 'text' : 'publication';
    return checked(
      { granularity: 'day', calendar: 'gregorian', anchor, span: { from: found, to: found } },
      groups,
    );
  },
);

/** «من 3 إلى 5 آب», «3–5 آب 2021», «يومي 3 و4 آب»: from the first day to the last. */
const daysOfMonth = shape(
  `(?:(?:من|في)${s})?(?:(?<pair>بين|يومي|ايام)${s})?(?:(?<firstDay>\\d{1,2})|(?<firstOrdinal>${ordinalPattern}))(?:\\s{0,2}[–-]\\s{0,2}|${s}(?:و\\s{0,2}(?<and>(?=\\S))|(?:الي|حتي)${s}))${day}${ofMonth}${month}${turn}${year}${ending}`,
  (groups, { today }) => {
    const first =
      groups.firstDay !== undefined
        ? Number(groups.firstDay)
        : readOrdinal(groups.firstOrdinal ?? '');
    const last = dayIn(groups);
    // «قُتل 3 و4 آب» is no range.
    if (groups.and !== undefined && groups.pair === undefined) return null;
    const named = monthIn(groups, monthOf);
    if (first === null || last === null || first < 1 || first >= last || named === null)
      return null;
    const inYear = yearOf(groups, today);
    const on = (date: number): string | null =>
      inYear === null
        ? dayWithoutYear(today, named, date, meaningOf(turns, groups.turn))
        : dayName(inYear, named, date);
    const to = on(last);
    if (to === null || !isRealDay(to)) return unsure('day', 'the year is not clear');
    const from = `${to.slice(0, 8)}${String(first).padStart(2, '0')}`;
    const anchor = (groups.year ?? groups.yearWords) ? 'text' : 'publication';
    const span = { from, to };
    return { granularity: 'day', calendar: 'gregorian', anchor, span, value: `${from}/${to}` };
  },
);

/** The year that follows a date: «2021», «من العام الماضي», «عام ألفين وعشرين»; null when none does. */
function yearOf(groups: Groups, today: string): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  const turned = meaningOf(turns, groups.yearTurn);
  if (turned !== null) return partsOf(today).year + turned;
  const words = groups.yearWords === undefined ? null : readNumber(groups.yearWords);
  return words !== null && words > 1000 ? words : null;
}

const ambiguous = /^(?:اب|ماي|اوت|مارس|جوان|مارت)$/u;

/** «منتصف آب/أغسطس», «شهر تموز الماضي», «نهاية كانون الأول المقبل», «في تموز», «تموز 2021». */
const monthAlone = shape(
  `${lead}(?:(?<in>في|خلال)${s})?(?<word>شهر${s})?${month}${turn}${year}${ending}`,
  (groups, { today }) => {
    const named = monthIn(groups, monthOf);
    if (named === null) return unsure('month', contradiction);
    const pair = groups.second ?? groups.slashed;
    const sure =
      groups.word ?? groups.part ?? groups.turn ?? groups.yearTurn ?? groups.year ?? pair;
    // «أب» is a father, «مارس» a verb: a month only where something else says so.
    const isAb = groups.month === 'اب';
    if (sure === undefined && ambiguous.test(groups.month ?? '') && !isAb) return null;
    if (isOtherMonth(groups, named, today)) return unsure('month', notThisMonth);
    const inYear = yearOf(groups, today);
    const found =
      inYear === null
        ? monthWithoutYear(today, named, meaningOf(turns, groups.turn))
        : { year: inYear, month: named };
    if (found === null) return unsure('month', 'the year is not clear');
    return {
      granularity: 'month',
      calendar: 'gregorian',
      anchor: groups.year === undefined ? 'publication' : 'text',
      span: monthSpan(found.year, found.month),
      value: dayName(found.year, found.month, 1).slice(0, 7),
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
      ...(sure === undefined && isAb ? { letter: 'آ' } : {}),
    };
  },
);

/** «عام 2003», «بحلول عام 2030», «منذ 2003». */
const yearAlone = shape(
  `(?:${lead}(?:ال|لل|ل)?(?:عام|سنه)${s}|(?<since>منذ|حتي|بحلول)${s})(?:(?<year>\\d{4})(?!\\d|[.,/-]\\d)|(?<yearWords>(?:الف|الفين)${s}و${numberPattern}))(?<hijri>\\s{0,3}(?:ه|هجري|هجريه|للهجره)(?!\\p{L}))?`,
  (groups) => {
    const inYear =
      groups.year === undefined ? readNumber(groups.yearWords ?? '') : Number(groups.year);
    if (inYear === null) return null;
    const more = {
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound ?? groups.since),
    };
    if (groups.hijri !== undefined) {
      const first = hijriMonthSpan(inYear, 1);
      const last = hijriMonthSpan(inYear, 12);
      if (first === null || last === null) return null;
      const span = { from: first.from, to: last.to };
      return {
        granularity: 'year',
        calendar: 'hijri',
        anchor: 'text',
        span,
        value: String(inYear),
        ...more,
      };
    }
    if (inYear >= 1300 && inYear <= 1500)
      return unsure('year', 'a year of either calendar', { anchor: 'text' });
    if (inYear < 1 || inYear > 2999) return null;
    return {
      granularity: 'year',
      calendar: 'gregorian',
      anchor: 'text',
      span: yearSpan(inYear),
      value: String(inYear),
      ...more,
    };
  },
);

const hijriYear = `(?:${s}(?:من${s})?(?:(?:ال|لل|ل)?(?:عام|سنه)${s})?(?<year>1[3-5]\\d\\d)(?:\\s{0,3}(?:ه|هجري|هجريه|للهجره)(?!\\p{L}))?)?`;

/** «العاشر من محرم», «10 محرم 1443», «أول رمضان المقبل». */
const hijriDay = shape(
  `${weekday}${hijriDayOrFirst}${ofMonth}(?<month>${hijriMonthPattern})${turn}${hijriYear}${ending}`,
  (groups, { today }) => {
    const named = hijriMonthOf(groups.month ?? '');
    const date = dayIn(groups);
    if (named === null || date === null) return null;
    const turned = meaningOf(turns, groups.turn);
    const found =
      groups.year !== undefined
        ? dayOfHijri(Number(groups.year), named, date)
        : nearHijri(today, turned, (y) => dayOfHijri(y, named, date));
    if (found === null) return unsure('day', 'the year is not clear', { calendar: 'hijri' });
    const anchor = groups.year === undefined ? 'publication' : 'text';
    const span = { from: found, to: found };
    return checked({ granularity: 'day', calendar: 'hijri', anchor, span }, groups);
  },
);

/** The Hijri day of this year, or of the year before or after it that lies nearer or is asked for. */
function nearHijri(
  today: string,
  turn: number | null,
  of: (year: number) => string | null,
): string | null {
  const now = hijriYearOn(today);
  const days = [now - 1, now, now + 1].flatMap((year) => of(year) ?? []);
  if (turn === 1) return days.find((day) => day > today) ?? null;
  if (turn === -1) return days.findLast((day) => day < today) ?? null;
  if (turn === 0) return of(now);
  const apart = (day: string): number => Math.abs(Date.parse(day) - Date.parse(today)) / 86_400_000;
  const [best] = days.toSorted((a, b) => apart(a) - apart(b));
  return best !== undefined && apart(best) <= 150 ? best : null;
}

/** «شهر رمضان المقبل», «محرم 1443 هـ», «خلال شهر رمضان». */
const hijriMonth = shape(
  `${lead}(?<word>شهر${s})?(?<month>${hijriMonthPattern})${turn}${hijriYear}${ending}`,
  (groups, { today }) => {
    const named = hijriMonthOf(groups.month ?? '');
    // صفر is also zero, رجب and شعبان are also names.
    const sure = groups.word ?? groups.turn ?? groups.year ?? groups.part;
    if (named === null || sure === undefined) return null;
    const turned = meaningOf(turns, groups.turn);
    const first =
      groups.year === undefined
        ? nearHijri(today, turned, (y) => dayOfHijri(y, named, 1))
        : dayOfHijri(Number(groups.year), named, 1);
    if (first === null) return unsure('month', 'the year is not clear', { calendar: 'hijri' });
    const inYear = hijriYearOn(first);
    return {
      granularity: 'month',
      calendar: 'hijri',
      anchor: groups.year === undefined ? 'publication' : 'text',
      span: hijriMonthSpan(inYear, named),
      value: dayName(inYear, named, 1).slice(0, 7),
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    };
  },
);

export const absoluteShapes: readonly Shape[] = [
  daysOfMonth,
  dayOfMonth,
  monthAlone,
  yearAlone,
  hijriDay,
  hijriMonth,
];
