import { dayOfHijri } from './hijri.ts';
import { hijriMonthOf, hijriMonthPattern, monthOf, monthPattern } from './months.ts';
import { normaliseWithOffsets } from './normalise.ts';
import { clockAfter, clockBefore } from './stated-clock.ts';
import { isRealDay } from './zoned.ts';

/** A date that a text states in full. */
export interface StatedDate {
  /** YYYY-MM-DD, Gregorian, as written: no time zone is applied. */
  date: string;
  /** HH:MM of 24 hours where a clock time stands beside the date, else null. */
  time: string | null;
  /** Range in the text (UTF-16 units), with the weekday and the clock time that belong to it. */
  start: number;
  end: number;
  /** The calendar it was stated in; Hijri beside Gregorian counts as Gregorian. */
  calendar: 'gregorian' | 'hijri';
}

// All patterns read normalised text: no tashkeel, no tatweel (هـ is «ه»), ة as ه, digits 0–9. Runs of
// spaces are bounded, or a page of spaces would cost its square.
const ofYear = String.raw`\s{0,4}[،,]?\s{0,4}(?:من\s{1,4})?(?:(?:ال|لل|ل)?(?:عام|سنه)\s{1,4})?`;
const dayAndOf = String.raw`(?<![\d.,:٫٬])(?<day>\d{1,2})\s{0,4}(?:من\s{1,4})?(?:شهر\s{1,4})?`;
const notMore = String.raw`(?![\p{L}\d]|[.,:٫٬/-]\d)`;
const beforeChrist = String.raw`(?!\s{0,4}(?:ق\s?\.\s?م|قبل\s{1,4}الميلاد))`;
const era = String.raw`(?:\s{0,4}(?:م|ميلادي|ميلاديه)(?![\p{L}.]))?`;
const hijriEra = String.raw`\s{0,4}(?:ه|هجري|هجريه|للهجره)(?!\p{L})`;
/** A second name of the month: «تموز (يوليو)», «يوليو/تموز», «تموز – يوليو», «يوليو تموز». */
const secondName = String.raw`(?:\s{0,4}(?:\(\s{0,4}(?<second>${monthPattern})\s{0,4}\)|(?:[/–—-]\s{0,4})?(?<slashed>${monthPattern})))?`;

const gregorianWords = new RegExp(
  `${dayAndOf}(?<month>${monthPattern})${secondName}${ofYear}(?<year>\\d{4})(?!\\d)${beforeChrist}${era}`,
  'gu',
);
/** «يوليو 24, 2021», as translated templates print it. */
const monthFirst = new RegExp(
  `(?<!\\p{L})(?<month>${monthPattern})${secondName}\\s{1,4}(?<day>\\d{1,2})\\s{0,4}[،,]\\s{0,4}(?<year>\\d{4})${notMore}`,
  'gu',
);
const hijriWords = new RegExp(
  `${dayAndOf}(?<month>${hijriMonthPattern})${ofYear}(?<year>\\d{4})(?!\\d)(?:${hijriEra})?`,
  'gu',
);
const beforeNumbers = String.raw`(?<![\p{L}\d/]|\d[.,:-])`;
const dayFirst = new RegExp(
  String.raw`${beforeNumbers}(?<day>\d{1,2})(?<by>\s?[/.–-]\s?)(?<month>\d{1,2})\k<by>(?<year>\d{4})(?!\d|[./-]\d)(?<hijri>${hijriEra})?${era}(?!\p{L})`,
  'gu',
);
const yearFirst = new RegExp(
  String.raw`${beforeNumbers}(?<year>\d{4})(?<by>\s?[/.–-]\s?)(?<month>\d{1,2})\k<by>(?<day>\d{1,2})(?!\d|[./-]\d)(?:t(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::\d\d(?:[.,]\d+)?)?(?:z|[+-]\d\d:?\d\d)?|(?<hijri>${hijriEra})?)(?!\p{L})`,
  'gu',
);

const weekdayBefore =
  /(?<!\p{L})(?:(?:ال)?(?:احد|اثنين|ثلاثاء|ثلثاء|اربعاء|خميس|جمعه|سبت)|الاثنان)\s*[،,:]?\s*(?:(?:في|بتاريخ|الموافق)\s+)?$/u;
/** As much as the longest weekday and clock time before a date. */
const LOOK_BACK = 80;
const LOOK_AHEAD = 60;

/** A date found in the normalised text. */
interface Found {
  date: string;
  time: string | null;
  start: number;
  end: number;
  calendar: StatedDate['calendar'];
}

type Groups = Record<string, string | undefined>;

function pad(n: string): string {
  return n.padStart(2, '0');
}

function gregorianDay(groups: Groups, month: number | null): string | null {
  if (month === null) return null;
  const day = `${groups.year}-${pad(String(month))}-${pad(groups.day ?? '')}`;
  return isRealDay(day) ? day : null;
}

/** Within the years that the Umm al-Qura tables cover. */
function hijriDay(groups: Groups, month: number | null): string | null {
  const year = Number(groups.year);
  if (month === null || month < 1 || month > 12 || year < 1300 || year > 1600) return null;
  return dayOfHijri(year, month, Number(groups.day));
}

/** Month of a date in words; null when two names stand there and contradict each other. */
function namedMonth(groups: Groups): number | null {
  const month = monthOf(groups.month ?? '');
  const second = groups.second ?? groups.slashed;
  return second !== undefined && monthOf(second) !== month ? null : month;
}

/** In figures alone a year such as 1442 without هـ may be of either calendar: not sure, so no date. */
const FIRST_YEAR_IN_FIGURES = 1600;

function inFigures(groups: Groups): string | null {
  if (groups.hijri !== undefined) return hijriDay(groups, Number(groups.month));
  if (Number(groups.year) < FIRST_YEAR_IN_FIGURES) return null;
  return gregorianDay(groups, Number(groups.month));
}

interface Shape {
  pattern: RegExp;
  read: (groups: Groups) => string | null;
  calendar: (groups: Groups) => StatedDate['calendar'];
}

const figuresCalendar = (groups: Groups) => (groups.hijri === undefined ? 'gregorian' : 'hijri');

const shapes: readonly Shape[] = [
  {
    pattern: gregorianWords,
    read: (groups) => gregorianDay(groups, namedMonth(groups)),
    calendar: () => 'gregorian',
  },
  {
    pattern: monthFirst,
    read: (groups) => gregorianDay(groups, namedMonth(groups)),
    calendar: () => 'gregorian',
  },
  {
    pattern: hijriWords,
    read: (groups) => hijriDay(groups, hijriMonthOf(groups.month ?? '')),
    calendar: () => 'hijri',
  },
  { pattern: dayFirst, read: inFigures, calendar: figuresCalendar },
  { pattern: yearFirst, read: inFigures, calendar: figuresCalendar },
];

function findShape(text: string, { pattern, read, calendar }: Shape): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups: Groups = match.groups ?? {};
    const date = read(groups);
    if (date === null) continue;
    const time = groups.hour === undefined ? null : `${groups.hour}:${groups.minute}`;
    const end = match.index + match[0].length;
    found.push({ date, time, start: match.index, end, calendar: calendar(groups) });
  }
  return found;
}

const equals = /^[\s،,–—/|-]*(?:م\s*)?[\s،,–—/|-]*[([]?\s*(?:(?:ال)?موافقه?)?\s*(?:ل\s*)?$/u;
const equalsAloud = /[([]|موافق/u;
const closing = /^\s*[)\]]/u;

/** Joins a Gregorian date and the Hijri date beside it into the Gregorian one. */
function joinCalendars(dates: readonly Found[], text: string): Found[] {
  const joined: Found[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    if (!last || last.calendar === date.calendar) {
      joined.push(date);
      continue;
    }
    const between =
      date.start - last.end > LOOK_BACK
        ? 'far'
        : text.slice(last.end, date.start).replace(weekdayBefore, '');
    const apart = Math.abs(Date.parse(last.date) - Date.parse(date.date)) / 86_400_000;
    if (!equals.test(between) || (apart > 2 && !equalsAloud.test(between))) {
      joined.push(date);
      continue;
    }
    const gregorian = last.calendar === 'gregorian' ? last : date;
    const bracket = /[([]/.test(between) ? closing.exec(text.slice(date.end)) : null;
    const end = date.end + (bracket?.[0].length ?? 0);
    joined[joined.length - 1] = { ...gregorian, start: last.start, end };
  }
  return joined;
}

/** Takes in the weekday before a date, and the clock time before or after it. */
function withSurroundings(date: Found, text: string, from: number, to: number): Found {
  let { start, end, time } = date;
  const lead = () => text.slice(Math.max(from, start - LOOK_BACK), start);
  const takeWeekday = () => {
    const weekday = weekdayBefore.exec(lead());
    if (weekday) start -= weekday[0].length;
  };
  takeWeekday();
  if (time === null) {
    const after = clockAfter(text.slice(end, Math.min(to, end + LOOK_AHEAD)));
    if (after) {
      time = after.time;
      end += after.length;
    } else {
      const before = clockBefore(lead());
      if (before) {
        time = before.time;
        start -= before.length;
        takeWeekday();
      }
    }
  }
  return { ...date, start, end, time };
}

/**
 * Every date that a text states with day, month and year, in order: in the four month schemes and
 * their pairs, in figures (day first, or year first), ISO 8601, or Hijri (by Umm al-Qura, which may be
 * a day off a country's own sighting). Any digits, with or without a weekday and a clock time. Days
 * that do not exist, dates without a year and pairs of months that contradict each other are left out.
 */
export function findStatedDates(text: string): StatedDate[] {
  const { text: plain, offsets } = normaliseWithOffsets(text);
  if (!/\d{4}/.test(plain)) return [];
  const found = shapes
    .flatMap((shape) => findShape(plain, shape))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = found.filter((date, i) => i === 0 || date.start >= (found[i - 1]?.end ?? 0));
  const dates = joinCalendars(apart, plain);
  let from = 0;
  return dates.map((date, i) => {
    const to = dates[i + 1]?.start ?? plain.length;
    const { start, end, ...whole } = withSurroundings(date, plain, from, to);
    from = end;
    // Marks after the last letter belong to it, so the range ends where the next letter begins.
    return { ...whole, start: offsets[start] ?? 0, end: offsets[end] ?? text.length };
  });
}

/** The first date that a text states in full, or null. */
export function findStatedDate(text: string): StatedDate | null {
  return findStatedDates(text)[0] ?? null;
}
