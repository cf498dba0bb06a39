import { dayOfHijri } from '../hijri.ts';
import { normalise } from '../normalise.ts';
import { ordinalPattern, readOrdinal } from '../number-words.ts';
import { addDays } from '../zoned.ts';
import { ending, type Shape, shape, unsure } from './reading.ts';
import { hijriYearOn, nearHijri } from './spans.ts';
import { meaningOf, turns } from './time-words.ts';
import { yearIn, yearRef } from './year-shapes.ts';

/**
 * Days of the Muslim year. Each country follows its own sighting of the moon, so that none of them is
 * sure; the doubt says which day it is by Umm al-Qura.
 */

const s = '\\s{1,3}';
const written: readonly (readonly [name: string, month: number, day: number])[] = [
  ['رأس السنة الهجرية', 1, 1],
  ['عاشوراء', 1, 10],
  ['زيارة الأربعين', 2, 20],
  ['زيارة الأربعينية', 2, 20],
  ['أربعينية الإمام الحسين', 2, 20],
  ['المولد النبوي', 3, 12],
  ['ذكرى الإسراء والمعراج', 7, 27],
  ['ليلة الإسراء والمعراج', 7, 27],
  ['ليلة النصف من شعبان', 8, 15],
  ['عيد الفطر', 10, 1],
  ['يوم عرفة', 12, 9],
  ['يوم عرفات', 12, 9],
  ['عيد الأضحى', 12, 10],
  ['عيد الغدير', 12, 18],
];
const feasts = new Map(
  written.map(([name, month, day]) => [normalise(name), [month, day] as const]),
);
const names = [...feasts.keys()].join('|').replaceAll(' ', s);

const nths = new Map([
  ['اول', 1],
  ['ثاني', 2],
  ['ثالث', 3],
  ['رابع', 4],
]);
const nth = `(?:(?<short>اول|ثاني|ثالث|رابع)${s}(?:ايام|يوم${s}من)${s}|اليوم${s}(?<long>${ordinalPattern})${s}(?:من${s}|ل))`;

/** «عاشوراء», «أول أيام عيد الفطر المقبل», «اليوم الثالث لعيد الأضحى». */
const feast = shape(
  `(?:${nth})?(?:ايام${s}|عطله${s})?(?<feast>${names})(?:${s}(?:المبارك|السعيد|الشريف))?(?:${s}(?:(?<turn>المقبله?|القادمه?|الماضيه?|الجاريه?)|(?<hijri>1[34]\\d\\d)(?:\\s{0,3}(?:ه|هجريه?|للهجره)(?!\\p{L}))?|${yearRef}))?${ending}`,
  (groups, { today }) => {
    const [month, day] = feasts.get((groups.feast ?? '').replace(/\s+/g, ' ')) ?? [0, 0];
    const later = (nths.get(groups.short ?? '') ?? readOrdinal(groups.long ?? '') ?? 1) - 1;
    const on = (year: number): string | null => {
      const first = dayOfHijri(year, month, day);
      return first === null ? null : addDays(first, later);
    };
    const estimate = (): string | null => {
      if (groups.hijri !== undefined) return on(Number(groups.hijri));
      if (groups.year === undefined && groups.yearTurn === undefined)
        return nearHijri(today, meaningOf(turns, groups.turn), on);
      const year = yearIn(groups, today);
      const around = hijriYearOn(`${typeof year === 'number' ? year : '0000'}-07-01`);
      return (
        [around - 1, around, around + 1].map(on).find((at) => at?.startsWith(`${year}`)) ?? null
      );
    };
    const likely = estimate();
    const more = { calendar: 'hijri' } as const;
    return likely === null
      ? unsure('day', 'the year is not clear', more)
      : unsure('day', `the moon decides: ${likely} by Umm al-Qura`, more);
  },
);

/** «ليلة القدر» is one of several; «ثاني أيام العيد» may be of either feast. */
const unnamed = shape(
  `(?:ليله${s}القدر|(?:(?:اول|ثاني|ثالث|رابع)${s}ايام${s}|عطله${s})العيد)${ending}`,
  () => unsure('day', 'which day is not said', { calendar: 'hijri' }),
);

export const feastShapes: readonly Shape[] = [feast, unnamed];
