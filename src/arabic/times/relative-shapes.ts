import { hijriMonthPattern, monthPattern } from '../months.ts';
import { numberPattern, readNumber } from '../number-words.ts';
import { addDays } from '../zoned.ts';
import { periodPattern } from './clock-words.ts';
import { saysGeneral, saysName, saysPaper } from './names.ts';
import { type Anchor, ending, type Reading, type Shape, shape, unsure } from './reading.ts';
import {
  away,
  dayName,
  monthAway,
  monthSpan,
  partsOf,
  type Span,
  weekdayOf,
  weekSpan,
  yearSpan,
} from './spans.ts';
import { tenseBefore } from './tense.ts';
import {
  boundPattern,
  bounds,
  counted,
  countedPattern,
  meaningOf,
  partPattern,
  parts,
  turnPattern,
  turns,
  weekdayPattern,
  weekdays,
} from './time-words.ts';

/** Expressions that are reckoned from the day of publication. */

const s = '\\s{1,3}';
const period = `(?:(?<period>${periodPattern}|ليله|عشيه|صبيحه)${s})?`;
const lead = `(?:(?<bound>${boundPattern})${s})?(?:(?<part>${partPattern})${s})?`;
const weekdayAfter = `(?:\\s{0,3}[،,(]?\\s{0,3}(?:يوم${s})?(?<weekday>${weekdayPattern})\\)?)?`;
const relative = { calendar: 'gregorian', anchor: 'publication' } as const;

const dayReading = (day: string, more: Partial<Reading> = {}): Reading => ({
  ...relative,
  granularity: 'day',
  span: { from: day, to: day },
  ...more,
});

const steps = new Map([
  ['اول امس', -2],
  ['اول من امس', -2],
  ['امس الاول', -2],
  ['قبل امس', -2],
  ['امس', -1],
  ['البارحه', -1],
  ['الامس', -1],
  ['اليوم', 0],
  ['الليله', 0],
  ['الليله الماضيه', -1],
  ['الليله الفايته', -1],
  ['غد', 1],
  ['غدا', 1],
  ['الغد', 1],
  ['بعد غد', 2],
  ['بعد الغد', 2],
]);
const stepPattern = [...steps.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', s);
/** «اليوم التالي», «اليوم الأول», «اليوم العالمي» are not today. */
const notToday = String.raw`(?!\s{1,3}(?:التالي|نفسه|ذاته|السابق|الواحد|الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الاخير|الوطني|العالمي|الدولي|الدراسي|المقبل|القادم|الماضي|الذي|الموعود|الاسود|الفاصله|الحاجه)(?!\p{L}))`;

const beginsClause = /(?:^|[.،؛:؟!»"\n]\s*|(?<!\p{L})[وف])$/u;
const inDay = /(?:^|\s)[وف]?(?:في|خلال|بمناسبه|فعاليات|لهذا)\s+$/u;

/** «أمس الأحد», «مساء اليوم», «بعد غد», «أول من أمس». */
const fromToday = shape(
  `(?:(?<bound>منذ|حتي|بحلول|(?:ابتداء|اعتبارا|بدءا|انطلاقا)${s}من)${s})?${period}(?:يوم${s})?(?<step>${stepPattern})${ending}${notToday}${weekdayAfter}(?=(?<ofSomething>${s}(?:\\d|ال\\p{L}+ي(?!\\p{L})))|)(?=(?<became>${s}(?:ال(?!ساعه)\\p{L}{3,}|\\p{L}{3,}ا(?!\\p{L})))|)`,
  (groups, { today }, before) => {
    const word = (groups.step ?? '').replace(/\s+/g, ' ');
    // «في اليوم 17 من رمضان», «في اليوم الإعلامي», «في هذا اليوم».
    if (word === 'اليوم' && groups.period === undefined) {
      if (/(?:^|\s)[وف]?هذا\s+$/u.test(before)) return unsure('day', 'which one is said elsewhere');
      if (saysPaper(before)) return null;
      if (groups.ofSomething !== undefined && inDay.test(before)) return null;
    }
    if (word.endsWith('غد') && saysName(before)) return null;
    const day = addDays(today, steps.get(word) ?? 0);
    const said = meaningOf(weekdays, groups.weekday);
    const night = word.startsWith('الليله') ? 'ليلا' : null;
    const more = {
      period: groups.period ?? night,
      bound: meaningOf(bounds, groups.bound),
      isStep: true,
      // «غدا الوضع صعباً» is no tomorrow; «غداً» is.
      ...(word === 'غدا' && groups.became !== undefined && beginsClause.test(before)
        ? { letter: '\u064b' }
        : {}),
    };
    if (said !== null && said !== weekdayOf(day))
      return unsure('day', 'the weekday contradicts the date', more);
    return dayReading(day, more);
  },
);

type Whole = 'week' | 'month' | 'year';
const wholes = new Map<string, Whole>([
  ['اسبوع', 'week'],
  ['شهر', 'month'],
  ['عام', 'year'],
  ['سنه', 'year'],
]);

function wholeSpan(whole: Whole, today: string, n: number): { span: Span; value?: string } {
  if (whole === 'week') return { span: weekSpan(today, n) };
  if (whole === 'month') {
    const { year, month } = monthAway(today, n);
    return { span: monthSpan(year, month), value: dayName(year, month, 1).slice(0, 7) };
  }
  const year = partsOf(today).year + n;
  return { span: yearSpan(year), value: String(year) };
}

/** «هذا الأسبوع», «مطلع الشهر المقبل», «بحلول نهاية العام», «العام الماضي». */
const wholeOf = shape(
  `${lead}(?:(?<this>هذا|هذه)${s})?ال(?<whole>اسبوع|شهر|عام|سنه)(?:${s}(?<turn>${turnPattern}))?(?<kind>${s}(?:ال)?(?:دراسيه?|ماليه?|جامعيه?|قضاييه?|هجريه?)(?!\\p{L}))?${ending}`,
  (groups, { today }, before) => {
    const whole = wholes.get(groups.whole ?? '');
    if (groups.part === undefined && groups.this === undefined && saysGeneral(before)) return null;
    const part = meaningOf(parts, groups.part);
    const turn = meaningOf(turns, groups.turn) ?? (groups.this === undefined ? null : 0);
    // «الشهر» alone says nothing; «نهاية الشهر» is that of this one.
    if (whole === undefined || (turn === null && part === null)) return null;
    if (groups.kind !== undefined)
      return unsure(whole, 'when that kind of year begins is not said');
    // «الأسبوع الأخير» is that of a campaign or of a year.
    if (/^الاخير/.test(groups.turn ?? '')) return unsure(whole, 'the last of what is not said');
    const bound = meaningOf(bounds, groups.bound);
    return {
      ...relative,
      granularity: whole,
      ...wholeSpan(whole, today, turn ?? 0),
      part,
      bound,
    };
  },
);

const hour = 3_600_000;

const isYears = (unit: string): unit is 'year' | 'decade' | 'century' =>
  unit === 'year' || unit === 'decade' || unit === 'century';

function offset(unit: string, n: number, { at, today }: Anchor): Reading | null {
  if (unit === 'hour' || unit === 'minute')
    return {
      ...relative,
      granularity: unit,
      span: null,
      instant: at + n * (unit === 'hour' ? hour : hour / 60),
    };
  if (unit === 'day' || unit === 'week') {
    const day = away(today, unit, n);
    return day === null ? null : { ...relative, granularity: unit, span: { from: day, to: day } };
  }
  if (unit !== 'month' && !isYears(unit)) return null;
  const day = away(today, unit, n);
  if (day === null) return unsure(unit, 'before the calendar begins');
  const { year, month } = partsOf(day);
  return unit === 'month'
    ? { ...relative, granularity: 'month', span: monthSpan(year, month), value: day.slice(0, 7) }
    : { ...relative, granularity: unit, span: yearSpan(year), value: String(year) };
}

/** «قبل يومين», «منذ ثلاثة أسابيع», «بعد 10 أيام». Before or after something else: not sure. */
const ago = shape(
  `(?<way>قبل|منذ|بعد)${s}(?:(?:نحو|حوالي|زهاء|قرابه|(?<than>(?:اكثر|اقل|ازيد)${s}من))${s})?(?:(?<count>${numberPattern})${s})?(?<unit>${countedPattern})(?:${s}(?<adjective>واحده|واحد)(?!\\p{L}))?(?=(?<of>(?:${s}فقط)?${s}(?:من|منذ|علي|عن|ل\\p{L}+)(?!\\p{L})(?!${s}(?:الان|دون|غير|ملاعب|ملعب|ارض|متن|شاشه|مسرح|الاقل|الاكثر)(?!\\p{L})))|(?<more>${s}و(?:نصف|النصف|ربع|ثلث))|)`,
  (groups, anchor, before) => {
    const unit = meaningOf(counted, groups.unit);
    if (unit === null) return null;
    const said = groups.count === undefined ? null : readNumber(groups.count);
    const n = said ?? unit.count;
    if (n === null) return unsure(unit.unit, 'how many is not said');
    if ((groups.more ?? groups.than) !== undefined)
      return unsure(unit.unit, 'more or less than that is said');
    // «بعد 30 عاماً» counts with a singular; «ثلاثة يوم» is no count of ours.
    if (groups.of !== undefined) return unsure(unit.unit, 'counted from something else');
    // «لن تعود قبل شهر» is not a month ago.
    if (groups.way === 'قبل' && /(?<!\p{L})[وف]?(?:لن|لا|ليس)\s[^.،؛:]*$/u.test(before))
      return unsure(unit.unit, 'not before that, from when is not said');
    // «وبعد يومين عاد»: a story is told.
    if (groups.way === 'بعد' && /(?:[.،؛:؟!»"\n]\s*[وف]?|(?<!\p{L})[وف])$/u.test(before))
      return unsure(unit.unit, 'after what is not said');
    if (groups.way === 'بعد') {
      const tense = tenseBefore(before);
      // «تنتهي ولايته بعد 30 عاماً» counts what has been.
      if (tense === -1 || (isYears(unit.unit) && (tense !== 1 || n > 10)))
        return unsure(unit.unit, 'after what is not said');
    }
    return offset(unit.unit, groups.way === 'بعد' ? n : -n, anchor);
  },
);

/** «الساعات الأربع والعشرين»: the article is repeated. */
const andTens = `(?:${s}وال(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ين|ون)(?!\\p{L}))?`;

/** «خلال الأيام الثلاثة المقبلة», «في الأسبوعين الماضيين», «الساعات المقبلة» (how many is not said). */
const stretch = shape(
  `(?:(?:خلال|في|طوال|طيله)${s})?(?:(?<before>${numberPattern})${s})?(?:ال)?(?<unit>${countedPattern})(?:${s}(?:ال)?(?<count>${numberPattern}${andTens}))?${s}(?:ال)?(?<turn>مقبلين|قادمين|ماضيين|اخيرين|مقبله|قادمه|ماضيه|اخيره)${ending}`,
  (groups, { at, today }) => {
    const unit = meaningOf(counted, groups.unit);
    if (unit === null) return null;
    const said = (groups.count ?? groups.before)?.replace(/(\s)وال/, '$1و');
    const n = said === undefined ? unit.count : readNumber(said);
    const forward = /^(?:مقبل|قادم)/.test(groups.turn ?? '');
    if (n === null || unit.unit === 'minute') return unsure(unit.unit, 'how many is not said');
    if (n === 1 && said === undefined) return null;
    if (unit.unit === 'hour') {
      const instant = forward ? at + n * hour : at - n * hour;
      return { ...relative, granularity: 'hour', span: null, instant };
    }
    const edge = away(today, unit.unit, forward ? n : -n);
    if (edge === null) return unsure(unit.unit, 'before the calendar begins');
    const span = forward ? { from: today, to: edge } : { from: edge, to: today };
    return { ...relative, granularity: unit.unit, span, value: `${span.from}/${span.to}` };
  },
);

/** «في غضون أسبوعين» ends two weeks from now; «خلال يومين» may as well lie behind. */
const within = shape(
  `(?:(?<ahead>في${s}غضون)|خلال)${s}(?:(?<count>${numberPattern})${s})?(?<unit>${countedPattern})(?!${s}(?:(?:ال)?(?:مقبل|قادم|ماضي|اخير|من(?!\\p{L}))|(?:${hijriMonthPattern}|${monthPattern})))`,
  (groups, anchor) => {
    const unit = meaningOf(counted, groups.unit);
    if (unit === null) return null;
    const n = groups.count === undefined ? unit.count : readNumber(groups.count);
    if (n === null) return unsure(unit.unit, 'how many is not said');
    if (groups.ahead === undefined) return unsure(unit.unit, 'before or after is not said');
    if (unit.unit === 'minute' || unit.unit === 'hour') return offset(unit.unit, n, anchor);
    const to = away(anchor.today, unit.unit, n);
    if (to === null) return null;
    const span = { from: anchor.today, to };
    const value = `${span.from}/${span.to}`;
    return { ...relative, granularity: unit.unit, span, value, bound: 'by' };
  },
);

/** «آخر ثلاثة أيام», «آخر 24 ساعة». */
const lastFew = shape(
  `(?:(?:خلال|في)${s})?اخر${s}(?:(?<count>${numberPattern})${s})?(?<unit>${countedPattern})(?!${s}(?:من|ل\\p{L}+|قبل)(?!\\p{L}))`,
  (groups, { at, today }) => {
    const unit = meaningOf(counted, groups.unit);
    const n = groups.count === undefined ? unit?.count : readNumber(groups.count);
    if (unit === null || n === null || n === undefined || n < 2) return null;
    if (unit.unit === 'minute') return null;
    if (unit.unit === 'hour')
      return { ...relative, granularity: 'hour', span: null, instant: at - n * hour };
    const from = away(today, unit.unit, -n);
    if (from === null) return null;
    const span = { from, to: today };
    return { ...relative, granularity: unit.unit, span, value: `${span.from}/${span.to}` };
  },
);

/** «اليوم نفسه», «العام التالي»: of a day or a year that the text speaks of elsewhere. */
const sameAs = shape(
  `(?:(?:في|خلال)${s})?ال(?<unit>يوم|اسبوع|شهر|عام|سنه|ليله)${s}(?:نفسه|نفسها|ذاته|ذاتها|عينه|التالي|التاليه|السابق|السابقه)${ending}`,
  (groups, _anchor, before) => {
    const unit = wholes.get(groups.unit ?? '') ?? 'day';
    if (groups.unit === 'عام' && saysGeneral(before)) return null;
    return unsure(unit, 'which one is said elsewhere');
  },
);

export const relativeShapes: readonly Shape[] = [
  sameAs,
  fromToday,
  wholeOf,
  ago,
  stretch,
  lastFew,
  within,
];
