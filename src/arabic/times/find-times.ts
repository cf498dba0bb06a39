import { normaliseWithOffsets } from '../normalise.ts';
import { findStatedDates } from '../stated-date.ts';
import { addDays, startOfDay, zonedParts } from '../zoned.ts';
import { absoluteShapes } from './absolute-shapes.ts';
import { apart, type Found, withClocks, withYears } from './beside.ts';
import { hourOfDay, saidClocks } from './clock-words.ts';
import { weekdayDoubt } from './date-parts.ts';
import { eraShapes } from './era-shapes.ts';
import { feastShapes } from './feast-shapes.ts';
import { type Anchor, type Granularity, type Reading, type Shape, unsure } from './reading.ts';
import { relativeShapes } from './relative-shapes.ts';
import { todayAt, weekdayOf } from './spans.ts';
import { type Bound, meaningOf, type Part, weekdayPattern, weekdays } from './time-words.ts';
import { weekdayShapes } from './weekday-shapes.ts';
import { yearShapes } from './year-shapes.ts';

/** A time that a text speaks of. */
export interface TimeExpression {
  text: string;
  /** Range in the text, UTF-16 units. */
  start: number;
  end: number;
  /**
   * ISO 8601: a day, 2021-07-26; a month, 2021-07; a year, 2021; a week by its first day; an instant
   * with its offset, 2021-07-26T17:00+03:00; a stretch of days, 2021-07-24/2021-07-27. Of a Hijri month
   * or year in its own calendar. Null when we are not sure.
   */
  value: string | null;
  granularity: Granularity;
  calendar: 'gregorian' | 'hijri';
  /** Stated in full in the text, or reckoned from the instant of publication. */
  anchor: 'text' | 'publication';
  /** First and last day that it covers, Gregorian, YYYY-MM-DD. */
  from: string | null;
  to: string | null;
  /** Its first instant, epoch milliseconds. */
  at: number | null;
  /** «مطلع», «منتصف», «أواخر». */
  part: Part | null;
  /** «بحلول», «منذ», «حتى». */
  bound: Bound | null;
  sure: boolean;
  /** Why we are not sure. */
  doubt: string | null;
}

/** Typed day first, such a date is shown year first from right to left: either may have been meant. */
const eitherWay = /^(\d{4})\/(0?[1-9]|1[0-2])\/(0?[1-9]|1[0-2])$/u;

function isEitherWay(written: string): boolean {
  const match = eitherWay.exec(written);
  return match !== null && Number(match[2]) !== Number(match[3]);
}

const firstWeekday = new RegExp(`^(?:يوم\\s{1,3})?(${weekdayPattern})`, 'u');

/** The days that the text states in full, as readings over the normalised text. */
function statedDays(plain: string): Found[] {
  return findStatedDates(plain).map(({ date, time, start, end, calendar }) => {
    const [hour, minute] = (time ?? '').split(':').map(Number);
    const clock =
      hour === undefined || minute === undefined
        ? null
        : { start, end, hour, minute, period: null, of24: true, bare: false, zone: null };
    const said = meaningOf(weekdays, firstWeekday.exec(plain.slice(start, end))?.[1]);
    const common = { granularity: 'day', calendar, anchor: 'text' } as const;
    const doubt = isEitherWay(plain.slice(start, end).trim())
      ? 'the day and the month may be either way round'
      : said !== null && said !== weekdayOf(date)
        ? weekdayDoubt
        : null;
    const reading: Reading =
      doubt === null
        ? { ...common, span: { from: date, to: date } }
        : { ...common, span: null, doubt };
    return { start, end, reading, clock };
  });
}

const shapes: readonly Shape[] = [
  ...absoluteShapes,
  ...yearShapes,
  ...eraShapes,
  ...feastShapes,
  ...weekdayShapes,
  ...relativeShapes,
];
/** A clause or so, for what may stand before an expression and change it. */
const lookBack = 120;

/** «يعود تاريخه إلى عام 1920» has no end there. */
const goesBack = /(?<!\p{L})[وف]?[يت]?(?:عود|عاد|رجع)(?:ت|ان)?\s{1,3}(?:\p{L}+\s{1,3}){0,3}$/u;

const deadlines: ReadonlySet<Bound> = new Set<Bound>(['by', 'until', 'before']);

const two = (n: number): string => String(n).padStart(2, '0');

/** The instant as ISO 8601 writes it in a zone, with minutes and its offset. */
function isoIn(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = zonedParts(at, timeZone);
  const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000);
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${zone}`;
}

/** The instant at which a zone's clock shows a time of a day. */
function instantOf(day: string, hour: number, minute: number, timeZone: string): number {
  const whole = hour >= 24 ? addDays(day, 1) : day;
  const guess = startOfDay(whole, timeZone) + ((hour % 24) * 60 + minute) * 60_000;
  // Where clocks are put on or back that day, the wall clock is an hour off.
  const shown = zonedParts(guess, timeZone);
  return guess - ((shown.hour - (hour % 24)) * 60 + shown.minute - minute) * 60_000;
}

function finish(
  found: Found,
  text: string,
  offsets: readonly number[],
  anchor: Anchor,
): TimeExpression {
  const { reading, clock } = found;
  const start = offsets[found.start] ?? 0;
  // Marks after the last letter belong to it; the space before the next word does not.
  const last = (offsets[found.end - 1] ?? text.length - 1) + 1;
  const end = last + (/^[\p{M}\u0640]*/u.exec(text.slice(last, last + 16))?.[0].length ?? 0);
  const common = {
    text: text.slice(start, end),
    start,
    end,
    calendar: reading.calendar,
    anchor: reading.anchor,
    part: reading.part ?? null,
    bound: reading.bound ?? null,
  };
  const doubtful = (granularity: Granularity, doubt: string): TimeExpression => ({
    ...common,
    ...{ value: null, granularity, from: null, to: null, at: null, sure: false, doubt },
  });
  const exact = (at: number, granularity: Granularity, timeZone: string): TimeExpression => {
    const day = todayAt(at, anchor.timeZone);
    const value = isoIn(at, timeZone);
    return { ...common, value, granularity, from: day, to: day, at, sure: true, doubt: null };
  };
  if (reading.instant !== undefined)
    return exact(reading.instant, reading.granularity, anchor.timeZone);
  const { span } = reading;
  if (span === null) return doubtful(reading.granularity, reading.doubt ?? 'not clear');
  if (clock !== null) {
    const hour = clock.of24 ? clock.hour : hourOfDay(clock.hour, clock.period);
    if (hour === null) return doubtful('minute', 'before or after noon is not said');
    const zone = clock.zone === null || clock.zone === 'local' ? anchor.timeZone : clock.zone;
    return exact(instantOf(span.from, hour, clock.minute, zone), 'minute', zone);
  }
  // «بحلول نهاية العام» sets a day: the last.
  if (reading.part === 'late' && reading.bound != null && deadlines.has(reading.bound))
    return {
      ...common,
      ...{
        value: span.to,
        granularity: 'day',
        from: span.to,
        to: span.to,
        sure: true,
        doubt: null,
      },
      at: startOfDay(span.to, anchor.timeZone),
    };
  return {
    ...common,
    value: reading.value ?? span.from,
    granularity: reading.granularity,
    from: span.from,
    to: span.to,
    at: startOfDay(span.from, anchor.timeZone),
    sure: true,
    doubt: null,
  };
}

/**
 * Every time that an Arabic text speaks of, in order, resolved against the instant of its publication:
 * dates in the four month schemes and in pairs, Hijri dates, weekdays, days, weeks, months and years
 * before and after, parts of them, clock times with their zone. Where the text leaves a doubt the
 * expression is given without a value (`sure` is false).
 *
 * @param from `at`: epoch milliseconds; `timeZone`: IANA name of the newsroom's zone
 */
export function findTimes(text: string, from: { at: number; timeZone: string }): TimeExpression[] {
  const anchor: Anchor = { ...from, today: todayAt(from.at, from.timeZone) };
  const { text: plain, offsets } = normaliseWithOffsets(text);
  const found = statedDays(plain);
  for (const { pattern, read } of shapes)
    for (const match of plain.matchAll(pattern)) {
      const before = plain.slice(Math.max(0, match.index - lookBack), match.index);
      const reading = read(match.groups ?? {}, anchor, before);
      if (reading === null) continue;
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (reading.bound === 'until' && goesBack.test(before)) reading.bound = null;
      const { letter } = reading;
      if (letter !== undefined && !text.slice(offsets[start], offsets[end]).includes(letter))
        continue;
      const isEveryYear =
        reading.yearless !== undefined &&
        (/^\s{0,2}[،,]?\s{1,3}(?:من\s{1,3})?كل\s{1,3}(?:عام|سنه)/u.test(
          plain.slice(end, end + lookBack),
        ) ||
          /(?:سنويا|كل\s(?:عام|سنه))\s{1,3}(?:في\s{1,3})?$/u.test(before));
      const { granularity } = reading;
      const said = isEveryYear ? unsure(granularity, 'every year is spoken of') : reading;
      found.push({ start, end, reading: said, clock: null });
    }
  const days = withYears(apart(found, plain), plain);
  return withClocks(days, saidClocks(plain), plain, anchor.today).map((one) =>
    finish(one, text, offsets, anchor),
  );
}
