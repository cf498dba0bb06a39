import { dayOfHijri, hijriOf } from '../hijri.ts';
import { addDays, dayOf, isRealDay } from '../zoned.ts';

/** Stretches of days, both ends included, YYYY-MM-DD. */
export interface Span {
  from: string;
  to: string;
}

/** A stretch with the value that ISO 8601 gives it. */
export interface Whole {
  span: Span;
  value: string;
}

/** The day on which a week begins where the newsroom is not told otherwise: Saturday (CLDR, Iraq). */
export const firstOfWeek = 6;

const pad = (n: number, size = 2): string => String(n).padStart(size, '0');
export const dayName = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

export function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function monthSpan(year: number, month: number): Span {
  const from = dayName(year, month, 1);
  const next = month === 12 ? dayName(year + 1, 1, 1) : dayName(year, month + 1, 1);
  return { from, to: addDays(next, -1) };
}

/** From one year to another, both included. */
export function yearsSpan(first: number, last: number): Whole {
  const [{ from }, { to }] = [yearSpan(first), yearSpan(last)];
  return { span: { from, to }, value: `${from.slice(0, 4)}/${to.slice(0, 4)}` };
}

/** The month that lies `n` months after the one of the day. */
export function monthAway(day: string, n: number): { year: number; month: number } {
  const { year, month } = partsOf(day);
  const index = year * 12 + month - 1 + n;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function yearSpan(year: number): Span {
  return { from: dayName(year, 1, 1), to: dayName(year, 12, 31) };
}

export function weekSpan(day: string, n: number): Span {
  const from = addDays(day, -((weekdayOf(day) - firstOfWeek + 7) % 7) + 7 * n);
  return { from, to: addDays(from, 6) };
}

/** How many months a unit has; whatever is shorter is counted in days. */
const monthsIn = { month: 1, year: 12, decade: 120, century: 1200 };

/**
 * The day so many days, weeks, months or years away; at a month's end, its last day. Null outside the
 * years 1 to 9999.
 */
export function away(
  day: string,
  unit: 'day' | 'week' | 'month' | 'year' | 'decade' | 'century',
  n: number,
): string | null {
  // Numbers in news have four figures at most, so that days and weeks stay within.
  if (unit === 'day') return addDays(day, n);
  if (unit === 'week') return addDays(day, 7 * n);
  const { year, month } = monthAway(day, monthsIn[unit] * n);
  if (year < 1 || year > 9999) return null;
  const last = partsOf(monthSpan(year, month).to).day;
  return dayName(year, month, Math.min(partsOf(day).day, last));
}

/** From one month to another, both included, counted on from January of the year (13 is the next). */
export function monthsSpan(year: number, first: number, last: number): Whole {
  const january = dayName(year, 1, 1);
  const [start, end] = [monthAway(january, first - 1), monthAway(january, last - 1)];
  const { from } = monthSpan(start.year, start.month);
  const { to } = monthSpan(end.year, end.month);
  return { span: { from, to }, value: `${from.slice(0, 7)}/${to.slice(0, 7)}` };
}

/** The days of a Hijri month by Umm al-Qura; null outside its tables. */
export function hijriMonthSpan(year: number, month: number): Span | null {
  const from = dayOfHijri(year, month, 1);
  const next = month === 12 ? dayOfHijri(year + 1, 1, 1) : dayOfHijri(year, month + 1, 1);
  return from === null || next === null ? null : { from, to: addDays(next, -1) };
}

/** The Hijri year on a day. */
export const hijriYearOn = (day: string): number => hijriOf(day).year;

/** The Hijri day of this year, or of the year before or after it that lies nearer or is asked for. */
export function nearHijri(
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

/**
 * The day of a month without its year: `turn` says whether the last (-1), this (0) or the next (1) is
 * meant; without it `tense` says whether it has been (-1) or is to come (1), and without that it is the
 * nearest, or null where both neighbours are about as near. Null as well when there is no such day.
 */
export function dayWithoutYear(
  today: string,
  month: number,
  day: number,
  turn: number | null,
  tense: -1 | 1 | null = null,
): string | null {
  const { year } = partsOf(today);
  const days = [year - 1, year, year + 1].map((y) => dayName(y, month, day)).filter(isRealDay);
  if (turn === 1) return days.find((one) => one > today) ?? null;
  if (turn === -1) return days.findLast((one) => one < today) ?? null;
  if (turn === 0) return days.find((one) => partsOf(one).year === year) ?? null;
  if (tense === 1) return days.find((one) => one >= today) ?? null;
  if (tense === -1) return days.findLast((one) => one <= today) ?? null;
  return nearest(today, days);
}

const doubtful = 150;

/** The day of the list that lies nearest; null where it is so far that another may be meant. */
function nearest(today: string, days: readonly string[]): string | null {
  const apart = (day: string): number =>
    Math.abs(Date.parse(`${day}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  const [best] = days.toSorted((a, b) => apart(a) - apart(b));
  return best !== undefined && apart(best) <= doubtful ? best : null;
}

/** The month of a name without its year; as {@link dayWithoutYear}. */
export function monthWithoutYear(
  today: string,
  month: number,
  turn: number | null,
  tense: -1 | 1 | null = null,
): { year: number; month: number } | null {
  const { year, month: now } = partsOf(today);
  if (turn === 1) return { year: now < month ? year : year + 1, month };
  if (turn === -1) return { year: now > month ? year : year - 1, month };
  if (turn === 0 || now === month) return { year, month };
  if (tense === 1) return { year: now < month ? year : year + 1, month };
  if (tense === -1) return { year: now > month ? year : year - 1, month };
  const middle = nearest(
    today,
    [year - 1, year, year + 1].map((y) => dayName(y, month, 15)),
  );
  return middle === null ? null : { year: partsOf(middle).year, month };
}

export const todayAt = (at: number, timeZone: string): string => dayOf(at, timeZone);
