import { numberPattern, ordinalPattern, readNumber, readOrdinal } from '../number-words.ts';
import { ending, type Granularity, type Reading, type Shape, shape, unsure } from './reading.ts';
import { monthAway, monthsSpan, partsOf, type Whole, yearsSpan } from './spans.ts';
import {
  boundPattern,
  bounds,
  meaningOf,
  partPattern,
  parts,
  turnPattern,
  turns,
} from './time-words.ts';
import { yearIn, yearRef } from './year-shapes.ts';

/** Expressions longer than a month that are no years: quarters, seasons, decades, centuries. */

const s = '\\s{1,3}';
const lead = `(?:(?<bound>${boundPattern})${s})?(?:(?<part>${partPattern})${s})?`;
const inLead = `(?:(?:في|خلال)${s})?`;

function whole(granularity: Granularity, { span, value }: Whole, more: Partial<Reading>): Reading {
  return { granularity, calendar: 'gregorian', anchor: 'publication', span, value, ...more };
}

const nths = new Map([
  ['الاول', 1],
  ['الثاني', 2],
  ['الثالث', 3],
  ['الرابع', 4],
]);
/**
 * «الربع الثالث من 2021», «النصف الأول من العام الجاري»; «الثلاثي» and «السداسي» are what Tunisia and
 * Algeria say.
 */
const partOfYear = shape(
  `${inLead}${lead}ال(?<what>ربع|نصف|ثلاثي|سداسي)${s}(?<nth>الاول|الثاني|الثالث|الرابع|الاخير)${s}${yearRef}${ending}`,
  (groups, { today }) => {
    const granularity = /^(?:نصف|سداسي)$/u.test(groups.what ?? '') ? 'half' : 'quarter';
    const count = granularity === 'half' ? 2 : 4;
    const nth = groups.nth === 'الاخير' ? count : (nths.get(groups.nth ?? '') ?? 0);
    const year = yearIn(groups, today);
    if (nth > count) return null;
    if (typeof year !== 'number') return unsure(granularity, year.doubt);
    const size = 12 / count;
    return whole(granularity, monthsSpan(year, (nth - 1) * size + 1, nth * size), {
      anchor: groups.year === undefined ? 'publication' : 'text',
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    });
  },
);

/** «الربع الماضي», «هذا الربع». */
const quarter = shape(
  `${inLead}${lead}(?:(?<this>هذا)${s}الربع|الربع${s}(?<turn>الجاري|الحالي|المقبل|القادم|الماضي|المنصرم|الفايت))${ending}`,
  (groups, { today }) => {
    const { year, month } = partsOf(today);
    const turn = groups.this === undefined ? (meaningOf(turns, groups.turn) ?? 0) : 0;
    const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * turn;
    return whole('quarter', monthsSpan(year, first, first + 2), {
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    });
  },
);

/** «الأشهر التسعة الأولى من 2020», «أول ستة أشهر من العام». */
const monthsOfYear = shape(
  `${inLead}(?:(?:ال(?<before>${numberPattern})${s}(?:ال)?(?:اشهر|شهور)|(?:الاشهر|الشهور|الشهرين)(?:${s}(?:ال)?(?<count>${numberPattern}))?)${s}(?<end>الاولي|الاولين|الاخيره|الاخيرين)|(?<first>اول|اخر)${s}(?:(?<many>${numberPattern})${s}(?:اشهر|شهور|شهرا)|شهرين))${s}${yearRef}${ending}`,
  (groups, { today }) => {
    const said = groups.count ?? groups.before ?? groups.many;
    const n = said === undefined ? 2 : readNumber(said);
    const year = yearIn(groups, today);
    if (n === null || n < 1 || n > 12) return null;
    if (typeof year !== 'number') return unsure('month', year.doubt);
    const late = groups.first === 'اخر' || (groups.end ?? '').startsWith('الاخير');
    return whole('month', late ? monthsSpan(year, 13 - n, 12) : monthsSpan(year, 1, n), {
      anchor: groups.year === undefined ? 'publication' : 'text',
    });
  },
);

/** First and last month by the weather of the north; winter ends in the year after. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  ربيع: [3, 5],
  صيف: [6, 8],
  خريف: [9, 11],
  شتاء: [12, 14],
};

/** «صيف 2019», «شتاء 2020/2021», «ربيع العام المقبل», «الصيف الماضي». */
const season = shape(
  `${inLead}${lead}(?:فصل${s})?(?:(?<this>هذا)${s})?(?<the>ال)?(?<season>ربيع|صيف|خريف|شتاء)(?:${s}(?:(?<first>(?:19|20)\\d\\d)\\s?[/–-]\\s?(?<second>(?:19|20)\\d\\d)(?!\\d)|(?<ofYear>${yearRef})|(?<turn>${turnPattern})))?${ending}`,
  (groups, { today }) => {
    const [from, to] = seasons[groups.season ?? ''] ?? [0, 0];
    const more = {
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    };
    const text = { ...more, anchor: 'text' } as const;
    if (groups.first !== undefined) {
      const year = Number(groups.first);
      if (to <= 12 || Number(groups.second) !== year + 1) return null;
      return whole('season', monthsSpan(year, from, to), text);
    }
    if (groups.ofYear !== undefined) {
      const year = yearIn(groups, today);
      if (typeof year !== 'number') return unsure('season', year.doubt, more);
      if (to > 12) return unsure('season', 'which of two winters is not said', more);
      return whole('season', monthsSpan(year, from, to), groups.year === undefined ? more : text);
    }
    const turn = meaningOf(turns, groups.turn) ?? (groups.this === undefined ? null : 0);
    if (turn === null || groups.the === undefined) return null;
    const found = seasonFrom(today, from, turn);
    return found === null
      ? unsure('season', 'the year is not clear', more)
      : whole('season', monthsSpan(found, from, to), more);
  },
);

/** The year in which the last, this or the next season begins; null where that is not clear. */
function seasonFrom(today: string, from: number, turn: number): number | null {
  const { year, month } = partsOf(today);
  // How many months ago the nearest one began that is not to come.
  const ago = (month - from + 24) % 12;
  const began = monthAway(today, -ago).year;
  const isNow = ago < 3;
  if (turn === 0) return isNow ? began : ago >= 8 ? began + 1 : null;
  if (turn > 0) return began + turn;
  // «الصيف الماضي» said in summer is that of the year before.
  return year === 0 ? null : began + turn + (isNow ? 0 : 1);
}

const decadeNames = ['عشرين', 'ثلاثين', 'اربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'];
const centuryName = `(?:(?<nthCentury>${ordinalPattern}|(?:ال)?\\d{1,2}(?!\\d))|(?<turn>${turnPattern}))`;

/** The century that a text names, counted from 1. */
function centuryIn(
  nth: string | undefined,
  turn: string | undefined,
  today: string,
): number | null {
  if (nth !== undefined) {
    const plain = nth.replace(/^ال(?=\d)/, '');
    return /^\d/.test(plain) ? Number(plain) : readOrdinal(plain);
  }
  const turned = meaningOf(turns, turn);
  return turned === null ? null : Math.ceil(partsOf(today).year / 100) + turned;
}

/** «ثمانينيات القرن الماضي», «مطلع التسعينيات»; «الخمسينيات» alone may be an age. */
const decade = shape(
  `(?<in>(?:في|خلال)${s})?${lead}(?<word>(?:عقد|سنوات|اعوام)${s})?(?:ال|لل)?(?<decade>${decadeNames.join('|')})ي?ات(?!\\p{L})(?:${s}(?:من${s})?(?:القرن${s}${centuryName}|(?<age>عمر[^\\s]*|العمر)(?!\\p{L})))?${ending}`,
  (groups, { today }) => {
    if (groups.age !== undefined) return null;
    const tens = (decadeNames.indexOf(groups.decade ?? '') + 2) * 10;
    const more = {
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    };
    const century = centuryIn(groups.nthCentury, groups.turn, today);
    if (century === null) {
      if (tens < 30) return unsure('decade', 'the century is not said', more);
      const cue = groups.word ?? groups.part ?? groups.bound;
      if (tens < 70 && cue === undefined) return unsure('decade', 'a decade or an age', more);
    }
    const first = (century === null ? 1900 : (century - 1) * 100) + tens;
    const anchor = groups.turn === undefined ? 'text' : 'publication';
    return whole('decade', yearsSpan(first, first + 9), { ...more, anchor });
  },
);

/** «العقد الثالث من القرن العشرين». */
const decadeOfCentury = shape(
  `${inLead}${lead}العقد${s}(?<nth>${ordinalPattern}|الاخير)${s}من${s}(?:هذا${s})?القرن(?:${s}${centuryName})?${ending}`,
  (groups, { today }) => {
    const nth = groups.nth === 'الاخير' ? 10 : readOrdinal(groups.nth ?? '');
    const turn = groups.turn ?? (groups.nthCentury === undefined ? 'الحالي' : undefined);
    const century = centuryIn(groups.nthCentury, turn, today);
    if (nth === null || nth > 10 || century === null) return null;
    const first = (century - 1) * 100 + (nth - 1) * 10 + 1;
    return whole('decade', yearsSpan(first, first + 9), {
      anchor: groups.nthCentury === undefined ? 'publication' : 'text',
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    });
  },
);

/** «العقد المقبل» may be ten years from now, the twenties, or a contract. */
const thisDecade = shape(
  `(?:(?:في|خلال|طوال|منذ|${boundPattern})${s}(?:${partPattern}${s})?|${partPattern}${s})العقد${s}(?<turn>${turnPattern})${ending}`,
  () => unsure('decade', 'which ten years is not said'),
);

const wholeCenturies = `(?<era>${s}(?:الميلادي|للميلاد|م(?!\\p{L})))?(?<other>${s}(?:الهجري|للهجره|ه(?!\\p{L})|قبل${s}الميلاد|ق\\s?\\.\\s?م))?`;

/** «القرن التاسع عشر», «مطلع القرن الماضي», «النصف الثاني من القرن العشرين». */
const century = shape(
  `${inLead}${lead}(?:النصف${s}(?<half>الاول|الثاني)${s}من${s})?القرن${s}${centuryName}${wholeCenturies}${ending}`,
  (groups, { today }, before) => {
    // The last fifty years, not the middle of the last century.
    if (/^(?:نصف|ربع)$/u.test(groups.part ?? '') || groups.part === 'نصف') return null;
    if (/(?:^|\s)(?:ربع|ثلث)\s+$/u.test(before)) return null;
    if (groups.other !== undefined)
      return unsure('century', 'a century of another reckoning', { anchor: 'text' });
    const nth = centuryIn(groups.nthCentury, groups.turn, today);
    if (nth === null || nth < 1 || nth > 29) return null;
    // Of the first fourteen either calendar may be meant, and «القرن» is also a horn.
    if (nth < 15 && groups.era === undefined)
      return unsure('century', 'a century of either calendar', { anchor: 'text' });
    const [first, last] = [(nth - 1) * 100 + 1, nth * 100];
    const more = {
      anchor: groups.turn === undefined ? 'text' : 'publication',
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    } as const;
    if (groups.half === undefined) return whole('century', yearsSpan(first, last), more);
    const middle = first + 49;
    const years = groups.half === 'الاول' ? yearsSpan(first, middle) : yearsSpan(middle + 1, last);
    return whole('half', years, more);
  },
);

export const eraShapes: readonly Shape[] = [
  partOfYear,
  quarter,
  monthsOfYear,
  season,
  decade,
  decadeOfCentury,
  thisDecade,
  century,
];
