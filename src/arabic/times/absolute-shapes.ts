import { dayOfHijri } from '../hijri.ts';
import { hijriMonthOf, hijriMonthPattern, monthOf } from '../months.ts';
import { ordinalPattern, readNumber, readOrdinal } from '../number-words.ts';
import { isRealDay } from '../zoned.ts';
import {
  checked,
  contradiction,
  day,
  dayIn,
  isOtherMonth,
  isUndated,
  lead,
  month,
  monthIn,
  notThisMonth,
  ofMonth,
  s,
  turn,
  weekday,
  year,
} from './date-parts.ts';
import { saysFamous, saysFigures, saysName, saysPart, saysParty, takesTime } from './names.ts';
import { ending, type Groups, type Shape, shape, unsure } from './reading.ts';
import {
  dayName,
  dayWithoutYear,
  hijriMonthSpan,
  hijriYearOn,
  monthAway,
  monthSpan,
  monthWithoutYear,
  nearHijri,
  partsOf,
} from './spans.ts';
import { tenseBefore } from './tense.ts';
import { bounds, meaningOf, parts, turnPattern, turns } from './time-words.ts';

/** Expressions that name a month or a year. */

const elsewhere = 'which year is said elsewhere';
const famousYear = 'the year of what everybody knows is not said';

/** «24 تموز الماضي», «الرابع والعشرين من تموز», «السبت 24 تموز (يوليو)». */
const dayOfMonth = shape(
  `${weekday}${day}${ofMonth}${month}${turn}${year}${ending}`,
  (groups, { today }, before) => {
    const named = monthIn(groups, monthOf);
    const date = dayIn(groups);
    if (groups.ordinal !== undefined && saysPart(before)) return null;
    if (groups.thatYear !== undefined) return unsure('day', elsewhere);
    if (isUndated(groups) && (saysName(before) || saysParty(before))) return null;
    if (isUndated(groups) && saysFamous(before)) return unsure('day', famousYear);
    if (named === null) return unsure('day', contradiction);
    if (date === null || date < 1 || date > 31) return null;
    if (isOtherMonth(groups, named, today)) return unsure('day', notThisMonth);
    const inYear = yearOf(groups, today);
    const turn = meaningOf(turns, groups.turn);
    const found =
      inYear === null
        ? dayWithoutYear(today, named, date, turn, tenseBefore(before))
        : dayName(inYear, named, date);
    // 29 February is real in some year.
    if (!isRealDay(dayName(2024, named, date)) || (found !== null && !isRealDay(found)))
      return unsure('day', 'there is no such day');
    const yearless = isUndated(groups) ? { yearless: { month: named, day: date } } : {};
    if (found === null) return unsure('day', 'the year is not clear', yearless);
    const anchor = (groups.year ?? groups.yearWords) ? 'text' : 'publication';
    const span = { from: found, to: found };
    return checked(
      { granularity: 'day', calendar: 'gregorian', anchor, span, ...yearless },
      groups,
    );
  },
);

/** «في الثامن من الشهر الجاري», «26 الجاري», «20 الشهر الماضي». */
const dayOfThatMonth = shape(
  `${weekday}${day}${s}(?:(?:من${s})?(?:(?<this>هذا)${s}الشهر|الشهر${s}(?<away>${turnPattern}))|(?<alone>الجاري|المنصرم|المقبل|القادم))${ending}`,
  (groups, { today }, before) => {
    const date = dayIn(groups);
    // «26 الجاري» only after what takes a date: «الـ26 المقبل» may count anything.
    if (groups.alone !== undefined && (groups.day === undefined || !takesDate.test(before)))
      return null;
    if (date === null || saysPart(before)) return null;
    const turn = meaningOf(turns, groups.alone ?? groups.away) ?? 0;
    const { year, month: named } = monthAway(today, turn);
    const found = dayName(year, named, date);
    if (!isRealDay(found)) return unsure('day', 'there is no such day');
    return checked(
      {
        granularity: 'day',
        calendar: 'gregorian',
        anchor: 'publication',
        span: { from: found, to: found },
      },
      groups,
    );
  },
);
const takesDate =
  /(?:^|[^\p{L}])(?:[وف]?(?:في|يوم|منذ|حتى|حتي|بتاريخ|قبل|بعد|من|الى|الي))\s{1,3}$/u;

/** «النصف الأول من آب», «النصف الثاني من الشهر المقبل»: to the fifteenth, and from the day after. */
const halfOfMonth = shape(
  `(?:(?:في|خلال)${s})?النصف${s}(?<half>الاول|الثاني)${s}من${s}(?:(?:شهر${s})?${month}${turn}${year}|(?:(?<this>هذا)${s})?الشهر(?:${s}(?<away>${turnPattern}))?)${ending}`,
  (groups, { today }) => {
    const inYear = yearOf(groups, today);
    const named = groups.month === undefined ? null : monthIn(groups, monthOf);
    if (groups.month !== undefined && named === null) return unsure('half', contradiction);
    const found =
      named === null
        ? monthAway(today, meaningOf(turns, groups.away) ?? 0)
        : inYear === null
          ? monthWithoutYear(today, named, meaningOf(turns, groups.turn))
          : { year: inYear, month: named };
    if (found === null) return unsure('half', 'the year is not clear');
    const { to } = monthSpan(found.year, found.month);
    const [first, last] = groups.half === 'الاول' ? [1, 15] : [16, Number(to.slice(8))];
    const span = {
      from: dayName(found.year, found.month, first),
      to: dayName(found.year, found.month, last),
    };
    const anchor = groups.year === undefined ? 'publication' : 'text';
    return {
      granularity: 'half',
      calendar: 'gregorian',
      anchor,
      span,
      value: `${span.from}/${span.to}`,
    };
  },
);

/** «من 3 إلى 5 آب», «3–5 آب 2021», «يومي 3 و4 آب»: from the first day to the last. */
const daysOfMonth = shape(
  `(?:(?:من|(?<in>في))${s})?(?:(?<pair>بين|يومي|يوم|ايام)${s})?(?:(?<firstDay>\\d{1,2})|(?<firstOrdinal>${ordinalPattern}))(?:${s}و\\s{0,2}\\d{1,2}(?=${s}و))*(?:\\s{0,2}[–-]\\s{0,2}|${s}(?:و\\s{0,2}(?<and>(?=\\S))|(?:الي|حتي)${s}))${day}${ofMonth}${month}${turn}${year}${ending}`,
  (groups, { today }) => {
    const first =
      groups.firstDay !== undefined
        ? Number(groups.firstDay)
        : readOrdinal(groups.firstOrdinal ?? '');
    const last = dayIn(groups);
    // «قُتل 3 و4 آب» is no range, and «في 3 و10 آب» are two days.
    const following = groups.in !== undefined && last === (first ?? 0) + 1;
    if (groups.and !== undefined && groups.pair === undefined && !following) return null;
    const named = monthIn(groups, monthOf);
    if (first === null || last === null || first < 1 || first >= last || named === null)
      return null;
    if (groups.pair?.startsWith('يوم') === true && last > first + 1)
      return unsure('day', 'two days, and not those between');
    const inYear = yearOf(groups, today);
    const on = (date: number): string | null =>
      inYear === null
        ? dayWithoutYear(today, named, date, meaningOf(turns, groups.turn))
        : dayName(inYear, named, date);
    const to = on(last);
    if (to === null || !isRealDay(to)) return unsure('day', 'the year is not clear');
    const from = `${to.slice(0, 8)}${String(first).padStart(2, '0')}`;
    const anchor = (groups.year ?? groups.yearWords) ? 'text' : 'publication';
    const span = { from, to };
    return { granularity: 'day', calendar: 'gregorian', anchor, span, value: `${from}/${to}` };
  },
);

/** The year that follows a date: «2021», «من العام الماضي», «عام ألفين وعشرين»; null when none does. */
function yearOf(groups: Groups, today: string): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  const turned = groups.thisYear === undefined ? meaningOf(turns, groups.yearTurn) : 0;
  if (turned !== null) return partsOf(today).year + turned;
  const words = groups.yearWords === undefined ? null : readNumber(groups.yearWords);
  return words !== null && words > 1000 ? words : null;
}

const ambiguous = /^(?:اب|ماي|اوت|مارس|جوان|مارت|اذار|نيسان)$/u;

/** «منتصف آب/أغسطس», «شهر تموز الماضي», «نهاية كانون الأول المقبل», «في تموز», «تموز 2021». */
const monthAlone = shape(
  `${lead}(?:(?<in>في|خلال)${s})?(?<word>شهر${s})?${month}${turn}${year}${ending}(?!${s}(?:كلينك|موتور|الاسود)(?!\\p{L}))`,
  (groups, { today }, before) => {
    const named = monthIn(groups, monthOf);
    const isBare = isUndated(groups) && (groups.word ?? groups.part ?? groups.in) === undefined;
    if (groups.thatYear !== undefined) return unsure('month', elsewhere);
    if (isBare && saysName(before)) return null;
    if (isBare && saysFamous(before)) return unsure('month', famousYear);
    if (named === null) return unsure('month', contradiction);
    const pair = groups.second ?? groups.slashed;
    const sure =
      groups.word ??
      groups.part ??
      groups.turn ??
      groups.yearTurn ??
      groups.thisYear ??
      groups.year ??
      pair;
    // «أب» is a father, «مارس» a verb: a month only where something else says so.
    const isAb = groups.month === 'اب';
    const doubtful = sure === undefined && ambiguous.test(groups.month ?? '') && !isAb;
    if (doubtful && groups.in === undefined && groups.bound === undefined && !takesTime(before))
      return null;
    if (isOtherMonth(groups, named, today)) return unsure('month', notThisMonth);
    const inYear = yearOf(groups, today);
    const found =
      inYear === null
        ? monthWithoutYear(
            today,
            named,
            meaningOf(turns, groups.turn),
            saysFigures(before) ? -1 : tenseBefore(before),
          )
        : { year: inYear, month: named };
    const letter = sure === undefined && isAb ? { letter: 'آ' } : {};
    const more = {
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
      ...letter,
      ...(isUndated(groups) ? { yearless: { month: named, day: null } } : {}),
    };
    if (found === null) return unsure('month', 'the year is not clear', more);
    return {
      granularity: 'month',
      calendar: 'gregorian',
      anchor: groups.year === undefined ? 'publication' : 'text',
      span: monthSpan(found.year, found.month),
      value: dayName(found.year, found.month, 1).slice(0, 7),
      ...more,
    };
  },
);

const hijriYear = `(?:${s}(?:من${s})?(?:(?:ال|لل|ل)?(?:عام|سنه)${s})?(?<year>1[34]\\d\\d)(?:\\s{0,3}(?:ه|هجري|هجريه|للهجره)(?!\\p{L}))?)?`;

/** «العاشر من محرم», «10 محرم 1443», «أول رمضان المقبل». */
const hijriDay = shape(
  `${weekday}${day}${ofMonth}(?<month>${hijriMonthPattern})${turn}${hijriYear}${ending}`,
  (groups, { today }, before) => {
    if (groups.ordinal !== undefined && saysPart(before)) return null;
    const named = hijriMonthOf(groups.month ?? '');
    const date = dayIn(groups);
    if (named === null || date === null) return null;
    const turned = meaningOf(turns, groups.turn);
    const found =
      groups.year !== undefined
        ? dayOfHijri(Number(groups.year), named, date)
        : nearHijri(today, turned, (y) => dayOfHijri(y, named, date));
    if (found === null) return unsure('day', 'the year is not clear', { calendar: 'hijri' });
    const anchor = groups.year === undefined ? 'publication' : 'text';
    const span = { from: found, to: found };
    return checked({ granularity: 'day', calendar: 'hijri', anchor, span }, groups);
  },
);

/** «شهر رمضان المقبل», «محرم 1443 هـ», «خلال شهر رمضان». */
const hijriMonth = shape(
  `${lead}(?<word>شهر${s})?(?<month>${hijriMonthPattern})${turn}${hijriYear}${ending}`,
  (groups, { today }) => {
    const named = hijriMonthOf(groups.month ?? '');
    // صفر is also zero, رجب and شعبان are also names.
    const sure = groups.word ?? groups.turn ?? groups.year ?? groups.part;
    if (named === null || sure === undefined) return null;
    const turned = meaningOf(turns, groups.turn);
    const first =
      groups.year === undefined
        ? nearHijri(today, turned, (y) => dayOfHijri(y, named, 1))
        : dayOfHijri(Number(groups.year), named, 1);
    if (first === null) return unsure('month', 'the year is not clear', { calendar: 'hijri' });
    const inYear = hijriYearOn(first);
    return {
      granularity: 'month',
      calendar: 'hijri',
      anchor: groups.year === undefined ? 'publication' : 'text',
      span: hijriMonthSpan(inYear, named),
      value: dayName(inYear, named, 1).slice(0, 7),
      part: meaningOf(parts, groups.part),
      bound: meaningOf(bounds, groups.bound),
    };
  },
);

export const absoluteShapes: readonly Shape[] = [
  halfOfMonth,
  daysOfMonth,
  dayOfMonth,
  dayOfThatMonth,
  monthAlone,
  hijriDay,
  hijriMonth,
];
