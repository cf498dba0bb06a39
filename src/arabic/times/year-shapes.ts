import { numberPattern, readNumber } from '../number-words.ts';
import { type Groups, type Shape, shape, unsure } from './reading.ts';
import { hijriMonthSpan, partsOf, yearSpan, yearsSpan } from './spans.ts';
import {
  boundPattern,
  bounds,
  meaningOf,
  partPattern,
  parts,
  turnPattern,
  turns,
} from './time-words.ts';

/** Expressions that name years. */

const s = '\\s{1,3}';
const yearWord = '(?:ال|لل|ل)?(?:عام|سنه)';
const figures = '(?:1[6-9]|20)\\d\\d';
const noMoreFigures = '(?!\\d|[.,/-]\\d)';
/** What figures that look like a year may count: «2000 دولار» is a price. */
const counts = `(?!${s}(?:دولار|دينار|ريال|درهم|ليره|جنيه|يورو|روبل|روبيه|شيكل|تومان|شخص|كيلو|متر|طن|قتيل|جريح|اصابه|حاله|صفحه|صاروخ|وحده|ميغا|عنصر|مقاتل|عامل|موظف|طالب|مواطن|لاجي|نازح|اسره|عايله|برميل|هكتار|دونم|كلم|كم|قدم|ميل|مقعد|نسخه|نقطه|ساعه|يوم|عام|سنه|شركه|مدرسه|قريه|منزل|وظيفه|مره)(?!\\p{L}))`;

/** A year as longer expressions end in it: «من 2021», «عام 2021», «من العام الماضي», «هذا العام». */
export const yearRef = `(?:من${s})?(?:(?:${yearWord}${s})?(?<year>${figures})(?!\\d|[.,]\\d)|(?:(?<thisYear>هذا|هذه)${s})?ال(?:عام|سنه)(?!\\p{L})(?:${s}(?<otherYear>ماليه?|الماليه?|الدراسيه?|الهجريه?|الجامعيه?)(?!\\p{L})(?:${s}\\d{4}(?:[/-]\\d{2,4})?)?)?(?:${s}(?<yearTurn>${turnPattern}))?)`;

/** The year that {@link yearRef} means, or why that is not sure. */
export function yearIn(groups: Groups, today: string): number | { doubt: string } {
  if (groups.year !== undefined) return Number(groups.year);
  if (groups.otherYear !== undefined) return { doubt: 'when that kind of year begins is not said' };
  return partsOf(today).year + (meaningOf(turns, groups.yearTurn) ?? 0);
}

const hijriEra = `(?<hijri>\\s{0,3}(?:ه|هجري|هجريه|للهجره)(?!\\p{L}))`;
const beforeChrist = `(?<bc>${s}(?:قبل${s}الميلاد|ق\\s?\\.\\s?م))`;

function hijriYear(year: number): { from: string; to: string } | null {
  const first = hijriMonthSpan(year, 1);
  const last = hijriMonthSpan(year, 12);
  return first === null || last === null ? null : { from: first.from, to: last.to };
}

/** «عام 2003», «بحلول عام 2030», «منذ 2003», «في 2020», «أواخر 2019». */
const yearAlone = shape(
  `(?:(?<bound>${boundPattern})${s})?(?:(?<part>${partPattern})${s})?(?:(?<in>في|خلال)${s})?(?<word>${yearWord}${s})?(?:(?<year>\\d{4})${noMoreFigures}${counts}|(?<yearWords>(?:الف|الفين)${s}و${numberPattern}))(?:${hijriEra}|${beforeChrist})?`,
  (groups) => {
    const inYear =
      groups.year === undefined ? readNumber(groups.yearWords ?? '') : Number(groups.year);
    const cue = groups.word ?? groups.part ?? groups.in ?? groups.bound;
    if (inYear === null || cue === undefined) return null;
    const bare = groups.word === undefined;
    // «ارتفع إلى 2000», «حتى 1200»: a count as well as a year.
    if (bare && (groups.yearWords !== undefined || groups.bound === 'الي')) return null;
    const more = { part: meaningOf(parts, groups.part), bound: meaningOf(bounds, groups.bound) };
    const common = { granularity: 'year', anchor: 'text', value: String(inYear), ...more } as const;
    if (groups.bc !== undefined) return unsure('year', 'a year before Christ', { anchor: 'text' });
    if (groups.hijri !== undefined) {
      const span = hijriYear(inYear);
      return span === null ? null : { ...common, calendar: 'hijri', span };
    }
    if (bare && (inYear < 1800 || inYear > 2099)) return null;
    if (inYear >= 1300 && inYear <= 1500)
      return unsure('year', 'a year of either calendar', { anchor: 'text' });
    if (inYear < 1 || inYear > 2999) return null;
    return { ...common, calendar: 'gregorian', span: yearSpan(inYear) };
  },
);

const twoYears = `(?<year>${figures})(?!\\d)(?<sign>\\s?[–-]\\s?|/)(?<last>(?:${figures})|\\d\\d)${noMoreFigures}`;

function stretchOf(first: number, last: number): ReturnType<Shape['read']> {
  if (last <= first || last - first > 200) return null;
  return {
    granularity: 'year',
    calendar: 'gregorian',
    anchor: 'text',
    ...yearsSpan(first, last),
  };
}

const rangeCue =
  /(?:في|خلال|بين|من|منذ|(?:ال)?(?:اعوام|عام|عامي|سنوات|سنه|فتره|دوره|ولايه|خطه|حقبه|مرحله|موسم|مواسم|دراسيه?|ماليه?|جامعيه?)|للفتره|للعام|للاعوام)\s{1,3}[([]?\s?$|[([]\s?$/u;

/** «موسم 2021/2022», «الفترة 2019-2021», «(2019-2021)»; without such a cue figures are only figures. */
const yearsInFigures = shape(
  `(?<season>(?:ال)?موسم${s}(?:ال[^\\s\\d]{2,12}${s})?)?${twoYears}${counts}`,
  (groups, _anchor, before) => {
    const first = Number(groups.year);
    const short = groups.last?.length === 2;
    const last = short
      ? Math.floor(first / 100) * 100 + Number(groups.last)
      : Number(groups.last ?? '');
    if (groups.season === undefined && !rangeCue.test(before)) return null;
    // «2021/12» may be a month; «2021/22» is one only where it can be nothing else.
    if ((short || groups.sign === '/') && last !== first + 1) return null;
    return stretchOf(first, last);
  },
);

/** «بين عامي 2003 و2011», «من 2015 إلى 2019», «من عام 2015 حتى عام 2019». */
const yearsInWords = shape(
  `(?:(?:ما${s})?(?<between>بين)${s}(?:عامي${s}|سنتي${s}|${yearWord}${s})?|(?<pair>عامي|سنتي)${s}|من${s}(?:${yearWord}${s})?)(?<year>${figures})(?!\\d)${s}(?:(?<and>و)\\s?|(?:و)?(?:الي|حتي)${s})(?:${yearWord}${s})?(?<last>${figures})${noMoreFigures}${counts}`,
  (groups) => {
    const [first, last] = [Number(groups.year), Number(groups.last)];
    const listed = groups.and !== undefined;
    if (listed !== (groups.between !== undefined || groups.pair !== undefined)) return null;
    // «عامي 2015 و2019» are two years, not all that lie between.
    if (groups.pair !== undefined && last !== first + 1) return null;
    return stretchOf(first, last);
  },
);

export const yearShapes: readonly Shape[] = [yearsInFigures, yearsInWords, yearAlone];
