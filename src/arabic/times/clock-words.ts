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
  /** Written so that it can only be of 24 hours: «07:00», or «10:00» in universal time. */
  of24: boolean;
  /** «عند السابعة»: a time only beside a part of a day. */
  bare: boolean;
  /** IANA zone that the text names, 'local' for the newsroom's own, null when none is named. */
  zone: string | null;
}

export const periodPattern = String.raw`(?:بعد\s{1,3}منتصف\s{1,3}الليل|(?:قبل|بعد)\s{1,3}(?:ال)?(?:ظهر|زوال)|صباحا?|مساء|ظهرا?|عصرا?|فجرا?|ليلا?|ضحي)`;

const minutes = String.raw`${numberPattern}\s{1,3}(?:دقيقه|دقايق)`;
/** «والنصف», «إلا ربعاً», «والنصف إلا خمس دقائق», «والنصف وخمس دقائق». */
const fraction = String.raw`(?:\s{1,3}و\s?(?<more>النصف|نصف|الربع|ربع|الثلث|ثلث|${minutes})(?:\s{1,3}و\s?(?<yet>${minutes}))?)?(?:\s{1,3}الا\s{1,3}(?<less>ربعا?|الربع|ثلثا?|الثلث|${minutes}))?`;
const zone = String.raw`(?:\s{1,3}(?:\(\s?)?(?:بتوقيت\s{1,3}(?<zone>${zonePattern})|(?<local>بالتوقيت\s{1,3}المحلي)|بالتوقيت\s{1,3}(?<zone2>${zonePattern})|(?<gmt>بتوقيت\s{1,3}(?:غرينتش|جرينتش)|غرينتش|جرينتش|(?:ب)?ت\s?\.?\s?غ))\s?\)?)?`;
const after = String.raw`(?:\s{0,3}(?:من\s{1,3})?(?<period>${periodPattern}|ص|م)(?!\p{L}))?`;
const hour = String.raw`(?<hour>[01]?\d|2[0-3]|24(?=[:.]00))(?:[:.](?<minute>[0-5]\d))?(?!\d)`;

const hourOrdinal = String.raw`(?:(?:الحاديه|الثانيه)\s{1,3}عشره?|الواحده|الاولي|الثانيه|الثالثه|الرابعه|الخامسه|السادسه|السابعه|الثامنه|التاسعه|العاشره)(?!\p{L})`;

/** «بنتيجة 22:15», «الآية 2:255» are no times. */
const notAfter = /(?:نتيجه|بنتيجه|الايه|سوره|مقابل|فاز|تفوق|تقدم|نسبه|بنسبه)\s{1,3}$/u;

const patterns = [
  // «الساعة الخامسة والنصف مساءً بتوقيت بغداد», «الساعة 17:30».
  String.raw`(?<!\p{L})(?:في\s{1,3}|عند\s{1,3})?(?:تمام\s{1,3})?(?:ال|ل)ساعه\s{0,3}:?\s{0,3}(?:${hour}|(?<word>${ordinalPattern}))${fraction}${after}${zone}`,
  // «الخامسة مساءً»: without «الساعة» only beside a part of the day.
  String.raw`(?<!\p{L})(?:عند\s{1,3})?(?<word>${ordinalPattern})${fraction}\s{1,3}(?:من\s{1,3})?(?<period>${periodPattern})(?!\p{L})${zone}`,
  // «18:30», «6:30 مساءً».
  String.raw`(?<![\d:.\p{L}/-])(?<hour>[01]?\d|2[0-3]|24(?=:00)):(?<minute>[0-5]\d)(?![\d:/])${after}${zone}`,
  // «6 مساءً».
  String.raw`(?<![\d:.\p{L}/-])(?<hour>1[0-2]|[1-9])\s{1,3}(?<period>صباحا|مساء|ظهرا|عصرا|فجرا|ليلا)(?!\p{L})${zone}`,
  // «عند السابعة», where a part of a day stands beside it.
  String.raw`(?<!\p{L})(?:عند|في|حتي|قبل|بعد)\s{1,3}(?<bare>${hourOrdinal})${fraction}(?!\p{L})${zone}`,
].map((source) => new RegExp(source, 'gu'));

const zoneHere = new RegExp(`^${zone}`, 'u');

function zoneIn(groups: Record<string, string | undefined>): string | null {
  if (groups.local !== undefined) return 'local';
  return groups.gmt !== undefined ? 'UTC' : meaningOf(zones, groups.zone ?? groups.zone2);
}

/** The zone that a text begins with, as «السادسة من صباح الخميس بتوقيت موسكو» has it after the day. */
export function zoneAfter(text: string): { zone: string; size: number } | null {
  const match = zoneHere.exec(text);
  const named = match === null ? null : zoneIn(match.groups ?? {});
  return match === null || named === null ? null : { zone: named, size: match[0].trimEnd().length };
}

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
      const word = groups.word ?? groups.bare;
      const hour = word === undefined ? Number(groups.hour) : readOrdinal(word);
      if (hour === null || hour > 24 || (word !== undefined && hour > 12)) continue;
      const start = match.index;
      const before = text.slice(Math.max(0, start - 12), start);
      // «الساعات الأولى من الفجر» are no hour.
      if ((word === undefined ? notAfter : /الساعات\s{1,3}$/u).test(before)) continue;
      // A bracket that another one opened before it is not its own.
      const open = match[0].endsWith(')') && !match[0].includes('(');
      const end = start + match[0].slice(0, open ? -1 : undefined).trimEnd().length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const more = minutesOf(groups.more) + minutesOf(groups.yet);
      const said = hour * 60 + Number(groups.minute ?? 0) + more - minutesOf(groups.less);
      const zone = zoneIn(groups);
      const period = groups.period ?? null;
      const inFigures = groups.minute !== undefined && period === null;
      found.push({
        start,
        end,
        hour: said === 1440 ? 24 : Math.floor(((said + 1440) % 1440) / 60),
        minute: (said + 1440) % 60,
        period,
        of24: inFigures && (zone === 'UTC' || groups.hour?.startsWith('0') === true),
        bare: groups.bare !== undefined,
        zone,
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
