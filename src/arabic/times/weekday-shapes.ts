import { addDays, startOfDay } from '../zoned.ts';
import { periodPattern } from './clock-words.ts';
import { saysName } from './names.ts';
import { ending, type Groups, type Reading, type Shape, shape, unsure } from './reading.ts';
import { weekdayOf, weekSpan } from './spans.ts';
import { tenseBefore } from './tense.ts';
import { bounds, meaningOf, turnPattern, turns, weekdayPattern, weekdays } from './time-words.ts';

/** Expressions that name a day of the week, and nights. */

const s = '\\s{1,3}';
const relative = { calendar: 'gregorian', anchor: 'publication', granularity: 'day' } as const;
const notSaid = 'the last or the next is not said';
const contradiction = 'the two weekdays do not follow one another';

/** The day that a weekday with المقبل, الماضي and so on means; without it only where it is today. */
function dayOf(said: number, turn: number | null, today: string): string | null {
  const ahead = (said - weekdayOf(today) + 7) % 7;
  if (turn === null) return ahead === 0 ? today : null;
  if (turn > 0) return addDays(today, (ahead === 0 ? 7 : ahead) + 7 * (turn - 1));
  if (turn < 0) return addDays(today, ahead + 7 * turn);
  const { from } = weekSpan(today, 0);
  return addDays(from, (said - weekdayOf(from) + 7) % 7);
}

/** «الاثنين المقبل» said on a Monday is a week later; «الاثنين» alone may lie before or behind. */
const weekday = shape(
  `(?:(?<bound>منذ|حتي|بحلول|(?:ابتداء|اعتبارا|بدءا|انطلاقا)${s}من)${s})?(?:(?<period>${periodPattern}|ليله|عشيه|صبيحه)${s})?(?:(?<word>يوم)${s})?(?<weekday>${weekdayPattern})(?:${s}(?<turn>${turnPattern}))?(?:${s}من${s}(?:(?<this>هذا)${s})?الاسبوع(?:${s}(?<week>${turnPattern}))?)?${ending}(?!${s}(?:السوداء|الاسود|البيضاء|العظيمه|الحزينه|رفيده)(?!\\p{L}))`,
  (groups, { today }, before) => {
    const said = meaningOf(weekdays, groups.weekday);
    if (said === null) return null;
    const alone = groups.word === undefined && groups.period === undefined;
    if (alone && groups.turn === undefined && saysName(before)) return null;
    // «العلاقة بين الاثنين» is one of two persons.
    if (alone && said === 1 && groups.turn === undefined && /(?:بين|كلا)\s+$/u.test(before))
      return null;
    const more = { period: groups.period ?? null, bound: meaningOf(bounds, groups.bound) };
    const week = groups.this === undefined ? meaningOf(turns, groups.week) : 0;
    if (week !== null) {
      const { from } = weekSpan(today, week);
      return oneDay(addDays(from, (said - weekdayOf(from) + 7) % 7), more);
    }
    // What is said of today is of today; else the verb tells which one is meant.
    const turn = meaningOf(turns, groups.turn);
    const day = dayOf(said, turn, today) ?? dayOf(said, tenseBefore(before), today);
    return day === null ? unsure('day', notSaid, more) : oneDay(day, more);
  },
);

const oneDay = (day: string, more: Partial<Reading>): Reading => ({
  ...relative,
  span: { from: day, to: day },
  ...more,
});

const fromTo = (from: string, to: string): Reading => ({
  ...relative,
  span: { from, to },
  value: `${from}/${to}`,
});

/** «من الأحد إلى الخميس المقبلين»; without a turn it may as well be every week. */
const weekdays2 = shape(
  `من${s}(?:يوم${s})?(?<first>${weekdayPattern})${s}(?:و)?(?:الي|حتي)${s}(?:يوم${s})?(?<last>${weekdayPattern})(?:${s}(?:(?<both>المقبلين|القادمين|الماضيين|الجاريين)|(?<turn>${turnPattern})))?${ending}`,
  (groups, { today }) => {
    const [first, last] = [said(groups.first), said(groups.last)];
    if (first === null || last === null) return null;
    const apart = (last - first + 7) % 7;
    const both = meaningOf(turns, groups.both?.slice(0, -2));
    const from = both === null ? null : dayOf(first, both, today);
    if (from !== null) return fromTo(from, addDays(from, apart));
    const turn = meaningOf(turns, groups.turn);
    const to = turn === null ? null : dayOf(last, turn, today);
    return to === null ? unsure('day', notSaid) : fromTo(addDays(to, -apart), to);
  },
);

const said = (name: string | undefined): number | null => meaningOf(weekdays, name);

const nightPair = `(?<first>${weekdayPattern})(?:\\s{0,2}[/–-]\\s{0,2}|${s}(?:علي${s})?)(?<last>${weekdayPattern})(?:${s}(?<turn>${turnPattern}))?`;

/** The morning on which a night between two weekdays ends, or why it is not sure. */
function morningAfter(groups: Groups, today: string): { day: string } | { doubt: string } {
  const [first, last] = [said(groups.first), said(groups.last)];
  if (first === null || last === null || (first + 1) % 7 !== last) return { doubt: contradiction };
  const turn = meaningOf(turns, groups.turn);
  const day = dayOf(last, turn, today);
  if (day !== null) return { day };
  const evening = dayOf(first, turn, today);
  return evening === null ? { doubt: notSaid } : { day: addDays(evening, 1) };
}

/** «ليل الأحد – الاثنين», «ليلة الخميس/الجمعة الماضية». */
const night = shape(
  `(?<middle>منتصف${s})?(?:ليل|ليله)${s}${nightPair}${ending}`,
  (groups, { today, timeZone }) => {
    const found = morningAfter(groups, today);
    const isMidnight = groups.middle !== undefined;
    if ('doubt' in found) return unsure(isMidnight ? 'minute' : 'day', found.doubt);
    if (!isMidnight) return fromTo(addDays(found.day, -1), found.day);
    return midnightAt(startOfDay(found.day, timeZone));
  },
);

const midnightAt = (instant: number): Reading => ({
  ...relative,
  granularity: 'minute',
  span: null,
  instant,
});

/** «منتصف الليلة», «منتصف الليلة الماضية»; «منتصف الليل» and «منتصف ليل الخميس» leave a doubt. */
const midnight = shape(
  `منتصف${s}(?:(?:هذه${s})?(?<tonight>الليله(?:${s}(?<turn>الماضيه|الفايته|المقبله|القادمه))?)|الليل|ليل${s}(?:يوم${s})?(?:امس|اليوم|غد|الغد|${weekdayPattern})(?:${s}${turnPattern})?)${ending}`,
  (groups, { today, timeZone }) => {
    if (groups.tonight === undefined) return unsure('minute', 'which midnight is not said');
    const turn = meaningOf(turns, groups.turn);
    return midnightAt(startOfDay(turn === -1 ? today : addDays(today, 1), timeZone));
  },
);

export const weekdayShapes: readonly Shape[] = [night, midnight, weekdays2, weekday];
