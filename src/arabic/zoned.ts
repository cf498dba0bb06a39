/**
 * Days and clock times in a newsroom's time zone. A day is written 'YYYY-MM-DD', an instant is epoch
 * milliseconds, a zone is an IANA name; an unknown zone throws the RangeError of Intl. Years 1–9999.
 *
 * By convention of this program a date without a time is kept as the first instant of its day.
 */

const DAY_MS = 86_400_000;

interface ZoneClock {
  format: Intl.DateTimeFormat;
  /** Offset from UTC in milliseconds at the beginning of each UTC day that was asked for. */
  offsets: Map<number, number>;
}

const clocks = new Map<string, ZoneClock>();
/** About 27 years of days a zone; a bigger archive than this in one process starts afresh. */
const MOST_DAYS = 10_000;

function clockOf(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clock = { format, offsets: new Map() };
    clocks.set(timeZone, clock);
  }
  return clock;
}

function utc(year: number, month: number, day: number, ms = 0): number {
  // Date.UTC reads years below 100 as 19xx.
  return new Date(0).setUTCFullYear(year, month - 1, day) + ms;
}

/** The costly way: ask Intl what the clock on the wall says. */
function measureOffset(clock: ZoneClock, at: number): number {
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clock.format.formatToParts(at))
    if (type in wall) wall[type as keyof typeof wall] = Number(value);
  const local =
    utc(wall.year, wall.month, wall.day) +
    ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000;
  return local - Math.floor(at / 1000) * 1000;
}

function offsetOnDay(clock: ZoneClock, utcDay: number): number {
  let offset = clock.offsets.get(utcDay);
  if (offset === undefined) {
    offset = measureOffset(clock, utcDay * DAY_MS);
    if (clock.offsets.size >= MOST_DAYS) clock.offsets.clear();
    clock.offsets.set(utcDay, offset);
  }
  return offset;
}

/** Offset of the zone from UTC at an instant, in milliseconds, east positive. */
function offsetAt(at: number, timeZone: string): number {
  const clock = clockOf(timeZone);
  const utcDay = Math.floor(at / DAY_MS);
  const before = offsetOnDay(clock, utcDay);
  // No zone has moved its clock twice within one UTC day, so equal ends mean a constant offset.
  return before === offsetOnDay(clock, utcDay + 1) ? before : measureOffset(clock, at);
}

const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The first instant of a day in UTC, or null when there is no such day (31 February, 2021-7-4). */
function parseDay(day: string): number | null {
  const match = written.exec(day);
  if (!match) return null;
  const [, year, month, date] = match.map(Number);
  if (!year || !month || !date) return null;
  const at = utc(year, month, date);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? at : null;
}

function realDay(day: string): number {
  const at = parseDay(day);
  if (at === null) throw new RangeError(`No such day: ${day}; days are written YYYY-MM-DD`);
  return at;
}

function writeDay(at: number): string {
  const date = new Date(at);
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isRealDay(day: string): boolean {
  return parseDay(day) !== null;
}

/**
 * The day that lies `n` days later (earlier when negative).
 *
 * @throws RangeError when `day` is no day.
 */
export function addDays(day: string, n: number): string {
  return writeDay(realDay(day) + n * DAY_MS);
}

/** Which day it is in the zone at an instant. */
export function dayOf(at: number, timeZone: string): string {
  return writeDay(at + offsetAt(at, timeZone));
}

/**
 * Every instant at which the zone's clock reads 00:00 of a day, in order: one on most days, two where
 * clocks go back over midnight. Where midnight is skipped, the one instant that the day begins with.
 */
function midnights(day: string, timeZone: string): [number, ...number[]] {
  const utcMidnight = realDay(day);
  const before = offsetAt(utcMidnight - DAY_MS, timeZone);
  const after = offsetAt(utcMidnight + DAY_MS, timeZone);
  const [first, ...others] = [...new Set([before, after])]
    .map((offset) => utcMidnight - offset)
    .filter((at) => at + offsetAt(at, timeZone) === utcMidnight)
    .sort((a, b) => a - b);
  if (first !== undefined) return [first, ...others];
  // The clock jumped over midnight: find the jump.
  let early = utcMidnight - Math.max(before, after) - 1;
  let late = utcMidnight - Math.min(before, after);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (middle + offsetAt(middle, timeZone) >= utcMidnight) late = middle;
    else early = middle;
  }
  return [late];
}

/**
 * The first instant of a day in the zone, also where its midnight does not exist (clocks that go
 * forward at 00:00) or comes twice (then the earlier).
 *
 * @throws RangeError when `day` is no day.
 */
export function startOfDay(day: string, timeZone: string): number {
  return midnights(day, timeZone)[0];
}

/** The first instant after `at` at which a new day begins in the zone. */
export function nextMidnight(at: number, timeZone: string): number {
  let day = dayOf(at, timeZone);
  for (;;) {
    day = addDays(day, 1);
    const next = midnights(day, timeZone).find((midnight) => midnight > at);
    if (next !== undefined) return next;
  }
}

/** Whether the instant is exactly the beginning of a day in the zone: a date without a time. */
export function isDateOnly(at: number, timeZone: string): boolean {
  const offset = offsetAt(at, timeZone);
  if ((at + offset) % DAY_MS === 0) return true;
  return offset !== offsetAt(at - 1, timeZone) && at === startOfDay(dayOf(at, timeZone), timeZone);
}

export interface ZonedParts {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 for Sunday to 6 for Saturday */
  weekday: number;
}

/** What calendar and clock on a wall in the zone show at an instant. */
export function zonedParts(at: number, timeZone: string): ZonedParts {
  const local = new Date(at + offsetAt(at, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/** Whether it is the name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}
