import { addDays } from '../zoned.ts';
import { hourOfDay, type SaidClock, zoneAfter } from './clock-words.ts';
import type { Reading } from './reading.ts';
import { dayName, monthSpan, partsOf } from './spans.ts';

/** Expressions that overlap or stand side by side, and what they say together. */

/** An expression in the normalised text. */
export interface Found {
  start: number;
  end: number;
  reading: Reading;
  clock: SaidClock | null;
}

/** Of expressions that overlap the one that begins first stays; of those, the longest. */
export function apart(found: readonly Found[], plain: string): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last?.reading.isStep === true && isSameDay(last, one, plain)) joinDate(last, one, plain);
    else if (one.start >= (last?.end ?? 0)) kept.push(one);
  }
  return kept;
}

/** «اليوم الجمعة 11 أفريل 2014», «غد (الأربعاء 1 مارس)»: the date says which day that is. */
function isSameDay(step: Found, date: Found, plain: string): boolean {
  if (date.end <= step.end || date.reading.granularity !== 'day') return false;
  if (date.reading.isStep === true || !/\d|من\s/u.test(plain.slice(date.start, date.end)))
    return false;
  return date.start < step.end || /^\s{0,2}[،,(]?\s{0,2}$/u.test(plain.slice(step.end, date.start));
}

function joinDate(step: Found, date: Found, plain: string): void {
  const { reading } = step;
  const differs = date.reading.span?.from !== reading.span?.from;
  step.reading =
    differs && date.reading.span !== null && reading.span !== null
      ? { ...date.reading, span: null, doubt: 'the day said contradicts its date' }
      : { ...date.reading, period: reading.period ?? date.reading.period ?? null };
  step.clock ??= date.clock;
  const written = plain.slice(step.start, date.end);
  const closes = written.includes('(') && !written.includes(')') && plain[date.end] === ')';
  step.end = date.end + (closes ? 1 : 0);
}

/** «بين كانون الثاني وحزيران 2022», «في 27 أيلول و10 تشرين الثاني 2020»: one year for both. */
const joined = /^\s{1,3}(?:و|الي\s|حتي\s|ولغايه\s)\s{0,3}(?:شهر\s{1,3})?$/u;

/** Gives a date without a year the year of the one that it is joined to. */
export function withYears(found: readonly Found[], plain: string): Found[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    const { yearless } = one.reading;
    if (yearless === undefined || next === undefined || next.reading.span === null) return one;
    const isDated = next.reading.anchor === 'text' && next.reading.calendar === 'gregorian';
    const { granularity, span } = next.reading;
    if (!isDated || granularity !== one.reading.granularity) return one;
    const gap = plain.slice(one.end, next.start);
    const isUpTo = next.reading.bound === 'until' && gap.trim() === '';
    if (!isUpTo && !joined.test(gap)) return one;
    const { year, month, day } = partsOf(span.from);
    const isLater =
      yearless.month * 100 + (yearless.day ?? 0) > month * 100 + (yearless.day === null ? 0 : day);
    const inYear = isLater ? year - 1 : year;
    const from = dayName(inYear, yearless.month, yearless.day ?? 1);
    const whole = yearless.day === null ? monthSpan(inYear, yearless.month) : { from, to: from };
    const value = yearless.day === null ? { value: from.slice(0, 7) } : {};
    const { doubt: _doubt, yearless: _yearless, ...rest } = one.reading;
    return { ...one, reading: { ...rest, ...value, anchor: 'text', span: whole } };
  });
}

const between = /^[\s،,]*(?:(?:في|عند|علي|حوالي|نحو|من|يوم|بعد|مساء|صباح|ظهر|فجر|حتى|،)\s*)*$/u;
const nearby = 30;

/** A clock time in brackets after another one says the same in another zone. */
const again = /^[\s،,]*[([][\s،,]*$/u;

/** The day that a clock time stands beside, or shares its «صباح» with; undefined where none does. */
function dayBeside(days: readonly Found[], clock: SaidClock, plain: string): Found | undefined {
  const free = (day: Found): boolean =>
    day.clock === null &&
    day.reading.granularity === 'day' &&
    (!clock.bare || (day.reading.period ?? null) !== null);
  const over = days.find((day) => day.start < clock.end && day.end > clock.start);
  // «السابعة صباح غد»: the morning is of both.
  if (over !== undefined) return free(over) ? over : undefined;
  return days.find((day) => {
    if (!free(day)) return false;
    const [first, second] = day.start < clock.start ? [day, clock] : [clock, day];
    const gap = plain.slice(first.end, second.start);
    return gap.length <= nearby && between.test(gap);
  });
}

/** As much as a paragraph mostly has. */
const longest = 400;

/** Where the sentence ends that a place is in. */
function endOfSentence(plain: string, from: number): number {
  const rest = /^(?:[^.؟!?\n]|[.](?=\d))*/u.exec(plain.slice(from, from + longest));
  return from + (rest?.[0].length ?? 0);
}

/**
 * Gives each clock time to the day beside it; one without a day is of the day of publication, unless
 * what stands before it, or the rest of its sentence, speaks of another day.
 */
export function withClocks(
  found: readonly Found[],
  clocks: readonly SaidClock[],
  plain: string,
  today: string,
): Found[] {
  // «منتصف الليل» in «الواحدة بعد منتصف الليل» is part of the clock time.
  const days = found.filter(
    ({ start, end }) =>
      !clocks.some(
        (clock) =>
          !clock.bare &&
          clock.start < start &&
          clock.end >= end &&
          plain.slice(clock.start, start).trim() !== '' &&
          !/^(?:صباح|مساء|ظهر|عصر|فجر|ليل)/u.test(plain.slice(start, end)),
      ),
  );
  const alone: Found[] = [];
  for (const clock of clocks) {
    const beside = dayBeside(days, clock, plain);
    if (beside !== undefined) {
      beside.clock = { ...clock, period: clock.period ?? beside.reading.period ?? null };
      beside.start = Math.min(beside.start, clock.start);
      beside.end = Math.max(beside.end, clock.end);
      const zone = clock.zone === null ? zoneAfter(plain.slice(beside.end, beside.end + 60)) : null;
      if (zone !== null) {
        beside.clock.zone = zone.zone;
        beside.end += zone.size;
      }
      continue;
    }
    const covered = days.some((day) => day.start < clock.end && day.end > clock.start);
    if (covered || clock.bare) continue;
    const twin = days.find(
      (day) =>
        day.clock !== null &&
        day.end <= clock.start &&
        again.test(plain.slice(day.end, clock.start)),
    );
    const to = endOfSentence(plain, clock.end);
    const isElsewhere = days.some(
      ({ start, reading: { granularity, span } }) =>
        granularity === 'day' &&
        start >= clock.start - longest &&
        start < to &&
        span?.from !== today,
    );
    const reading: Reading = twin?.reading ?? {
      granularity: isElsewhere ? 'minute' : 'day',
      calendar: 'gregorian',
      anchor: 'publication',
      ...(isElsewhere
        ? { span: null, doubt: 'of which day is not said' }
        : { span: { from: today, to: today } }),
    };
    alone.push({ start: clock.start, end: clock.end, reading, clock });
  }
  const all = [...days, ...alone].sort((a, b) => a.start - b.start);
  return all.map((one, i) => inRange(one, all[i - 1], all[i + 1], { alone, plain }));
}

const upTo = /^\s{1,3}و?(?:حتي|الي)\s{1,3}$/u;

const minuteOf = ({ clock }: Found): number | null => {
  const hour =
    clock === null ? null : clock.of24 ? clock.hour : hourOfDay(clock.hour, clock.period);
  return clock === null || hour === null ? null : hour * 60 + clock.minute;
};

/**
 * «من التاسعة ليلاً حتى الخامسة فجراً» ends on the next day; «من التاسعة صباحاً حتى الثانية ظهراً يوم غد»
 * begins on the day on which it ends.
 */
function inRange(
  one: Found,
  before: Found | undefined,
  after: Found | undefined,
  { alone, plain }: { alone: readonly Found[]; plain: string },
): Found {
  const isJoined = (a: Found, b: Found): boolean => upTo.test(plain.slice(a.end, b.start));
  if (!alone.includes(one)) return one;
  const minute = minuteOf(one);
  if (after !== undefined && !alone.includes(after) && isJoined(one, after)) {
    const end = minuteOf(after);
    if (minute !== null && end !== null && minute < end) return { ...one, reading: after.reading };
  }
  const { span } = one.reading;
  if (before === undefined || span === null || !alone.includes(before) || !isJoined(before, one))
    return one;
  const begin = minuteOf(before);
  if (minute === null || begin === null || minute >= begin) return one;
  const next = addDays(span.from, 1);
  return { ...one, reading: { ...one.reading, span: { from: next, to: next } } };
}
