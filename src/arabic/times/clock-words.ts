import { numberPattern, ordinalPattern, readNumber, readOrdinal } from '../number-words.ts';
import { meaningOf, zonePattern, zones } from './time-words.ts';

/** A clock time in normalised text. */
export interface SaidClock {
  start: number;
  end: number;
  /** 0–12 as said, or 0–23 when figures leave no doubt. */
  hour: number;
  minute: number;
  /** «مساءً», «صباحاً»; null when none stands there. */
  period: string | null;
  /** IANA zone that the text names, 'local' for the newsroom's own, null when none is named. */
  zone: string | null;
}

export const periodPattern = String.raw`(?:بعد\s{1,3}منتصف\s{1,3}الليل|(?:قبل|بعد)\s{1,3}(?:ال)?ظهر|صباحا?|مساء|ظهرا?|عصرا?|فجرا?|ليلا?|ضحي)`;

const fraction = String.raw`(?:\s{1,3}و\s?(?<more>النصف|نصف|الربع|ربع|الثلث|ثلث|${numberPattern}\s{1,3}(?:دقيقه|دقايق))|\s{1,3}الا\s{1,3}(?<less>ربعا?|الربع|ثلثا?|الثلث|${numberPattern}\s{1,3}(?:دقيقه|دقايق)))?`;
const zone = String.raw`(?:\s{1,3}(?:\(\s?)?(?:بتوقيت\s{1,3}(?<zone>${zonePattern})|(?<local>بالتوقيت\s{1,3}المحلي)|بالتوقيت\s{1,3}(?<zone2>${zonePattern})|(?<gmt>بتوقيت\s{1,3}(?:غرينتش|جرينتش)|غرينتش|جرينتش))\s?\)?)?`;
const after = String.raw`(?:\s{0,3}(?:من\s{1,3})?(?<period>${periodPattern}|ص|م)(?!\p{L}))?`;
const hour = String.raw`(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?(?!\d)`;

const patterns = [
  // «الساعة الخامسة والنصف مساءً بتوقيت بغداد», «الساعة 17:30».
  String.raw`(?<!\p{L})(?:في\s{1,3}|عند\s{1,3})?(?:تمام\s{1,3})?(?:ال|ل)ساعه\s{0,3}:?\s{0,3}(?:${hour}|(?<word>${ordinalPattern}))${fraction}${after}${zone}`,
  // «الخامسة مساءً»: without «الساعة» only beside a part of the day.
  String.raw`(?<!\p{L})(?:عند\s{1,3})?(?<word>${ordinalPattern})${fraction}\s{1,3}(?:من\s{1,3})?(?<period>${periodPattern})(?!\p{L})${zone}`,
  // «18:30», «6:30 مساءً».
  String.raw`(?<![\d:.\p{L}/-])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:/])${after}${zone}`,
  // «6 مساءً».
  String.raw`(?<![\d:.\p{L}/-])(?<hour>1[0-2]|[1-9])\s{1,3}(?<period>صباحا|مساء|ظهرا|عصرا|فجرا|ليلا)(?!\p{L})${zone}`,
].map((source) => new RegExp(source, 'gu'));

const parts: Record<string, number> = { نصف: 30, ربع: 15, ثلث: 20 };

function minutesOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const named = parts[text.replace(/^ال/, '').replace(/ا$/, '')];
  return named ?? readNumber(text.replace(/\s+(?:دقيقه|دقايق)$/, '')) ?? 0;
}

/** Every clock time that the normalised text says, in order, none inside another. */
export function saidClocks(text: string): SaidClock[] {
  const found: SaidClock[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const groups: Record<string, string | undefined> = match.groups ?? {};
      const hour = groups.word === undefined ? Number(groups.hour) : readOrdinal(groups.word);
      if (hour === null || hour > 24 || (groups.word !== undefined && hour > 12)) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const said =
        hour * 60 + Number(groups.minute ?? 0) + minutesOf(groups.more) - minutesOf(groups.less);
      const named = groups.zone ?? groups.zone2;
      found.push({
        start,
        end,
        hour: Math.floor(((said + 1440) % 1440) / 60),
        minute: said % 60,
        period: groups.period ?? null,
        zone:
          groups.gmt !== undefined
            ? 'UTC'
            : groups.local !== undefined
              ? 'local'
              : meaningOf(zones, named),
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Hour of 24; null where the text leaves open whether before or after noon. */
export function hourOfDay(hour: number, period: string | null): number | null {
  if (hour > 12 || hour === 0) return hour;
  if (period === null) return null;
  if (/^(?:ص|صباح|فجر|ضحي|قبل|بعد\s+منتصف)/.test(period)) return hour % 12;
  // «12 ليلاً» is midnight, «2 ليلاً» the small hours, «10 ليلاً» the evening.
  if (period.startsWith('ليل')) return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
  // «11 ظهراً» is before noon.
  if (period.startsWith('ظهر') && hour >= 10) return hour;
  return (hour % 12) + 12;
}
