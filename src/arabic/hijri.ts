import { addDays, isRealDay } from './zoned.ts';

/** A day of the Umm al-Qura calendar; month 1 is محرم, 12 ذو الحجة. */
export interface HijriDay {
  year: number;
  month: number;
  day: number;
}

const umalqura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

const known = new Map<string, HijriDay>();
const MOST_KNOWN = 10_000;

/**
 * The Hijri day that begins on the evening before the given Gregorian day ('YYYY-MM-DD'), by the
 * Umm al-Qura tables of Intl (exact for 1300–1600 AH). A country that follows its own sighting of
 * the moon may be a day before or behind.
 *
 * @throws RangeError when `day` is no day.
 */
export function hijriOf(day: string): HijriDay {
  const cached = known.get(day);
  if (cached) return cached;
  if (!isRealDay(day)) throw new RangeError(`No such day: ${day}; days are written YYYY-MM-DD`);
  const found: HijriDay = { year: 0, month: 0, day: 0 };
  for (const { type, value } of umalqura.formatToParts(Date.parse(`${day}T00:00Z`)))
    if (type in found) found[type as keyof HijriDay] = Number(value);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(day, found);
  return found;
}

/**
 * The Gregorian day ('YYYY-MM-DD') of a Hijri one, or null when that month has no such day. The
 * arithmetic («civil») calendar says where to look, Intl which day it is; ±1 day where a country
 * follows its own sighting.
 */
export function dayOfHijri(year: number, month: number, day: number): string | null {
  // Days from 1 Muharram 1 AH (16 July 622, civil reckoning) to the day asked for.
  const elapsed =
    354 * (year - 1) + Math.floor((11 * year + 3) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;
  const guess = addDays('0622-07-19', elapsed);
  for (const n of [0, -1, 1, -2, 2, -3, 3]) {
    const candidate = addDays(guess, n);
    const hijri = hijriOf(candidate);
    if (hijri.year === year && hijri.month === month && hijri.day === day) return candidate;
  }
  return null;
}
