import {
  ambiguousMonths,
  gregorianMonthNames,
  hijriMonthOf,
  monthName,
} from '../../arabic/months.ts';
import { findStatedDates } from '../../arabic/stated-date.ts';
import { addDays } from '../../arabic/zoned.ts';
import { bareOf, type Paragraph, type Word } from '../paragraph.ts';
import type { Match, ParagraphRule } from '../rule.ts';

/** Days, months and years. */

/** A name of a month in a text. */
interface Named {
  month: number;
  scheme: 'mashriq' | 'other';
  first: number;
  last: number;
  start: number;
  end: number;
}

const mashriqTerms = new Set('كانون تشرين شباط اذار نيسان ايار حزيران تموز اب ايلول'.split(' '));
/** Words beside which a name is sure to be a month: «مارس» is also «practised», «مايو» a surname. */
const beside = new Set(
  'شهر شهري في من منذ حتي مطلع نهايه بدايه منتصف اوائل اواخر خلال اخر اول يوم يومي الماضي المقبل الجاري القادم الحالي الي'.split(
    ' ',
  ),
);

const remembered = new WeakMap<Paragraph, readonly Named[]>();

function namedMonths(paragraph: Paragraph): readonly Named[] {
  const known = remembered.get(paragraph);
  if (known !== undefined) return known;
  const { words, text } = paragraph;
  const found: Named[] = [];
  remembered.set(paragraph, found);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined || !word.arabic) continue;
    const next = words[i + 1];
    const double = word.term === 'كانون' || word.term === 'تشرين' ? next : undefined;
    const term = double?.follows ? `${word.term} ${double.term}` : word.term;
    const month = gregorianMonthNames.get(term);
    if (month === undefined) continue;
    const last = double?.follows ? i + 1 : i;
    if (!isMonth(words, text, i, last)) continue;
    const scheme = mashriqTerms.has(word.term) ? 'mashriq' : 'other';
    found.push({
      month,
      scheme,
      first: i,
      last,
      start: word.start,
      end: words[last]?.end ?? word.end,
    });
    i = last;
  }
  return found;
}

function isMonth(words: readonly Word[], text: string, first: number, last: number): boolean {
  const word = words[first];
  const before = words[first - 1]?.term ?? '';
  const after = words[last + 1]?.term ?? '';
  if (/^\d/.test(before) || /^\d/.test(after)) return true;
  if (word === undefined || (ambiguousMonths.has(word.term) && text[word.start] !== 'آ'))
    return false;
  if (word.term === 'مارس' || word.term === 'مايو') return before === 'شهر';
  return beside.has(before) || gregorianMonthNames.has(after) || gregorianMonthNames.has(before);
}

const pairGap = /^\s?(?:\(\s?|[/–-]\s?)$/;

/** Two names of one date: «تموز (يوليو)», «يوليو/تموز». */
function pairAt(text: string, a: Named, b: Named | undefined): boolean {
  return b !== undefined && a.scheme !== b.scheme && pairGap.test(text.slice(a.end, b.start));
}

const weekdays = ['احد', 'اثنين', 'ثلاثاء', 'اربعاء', 'خميس', 'جمعه', 'سبت'];
const weekdayNames = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

function weekdayOf(term: string): number {
  return weekdays.indexOf(term.replace(/^ال/, ''));
}

function weekdayOfDay(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The weekday that stands nearest before the date's number: «الأحد 15 والاثنين 16 تموز» names two days. */
function contradiction(
  words: readonly Word[],
  start: number,
  end: number,
  day: string,
): Match | null {
  const number = String(Number(day.slice(8)));
  const at = words.findLastIndex(
    (one) => one.end <= end && one.term.replace(/^و?0?/, '') === number,
  );
  const from = words.findLastIndex(
    (one, i) =>
      i < at && one.start >= start - 24 && weekdayOf(one.term.replace(/^و(?=ال)/, '')) >= 0,
  );
  const word = words[from];
  // Between weekday and number stand «الموافق», a comma, another number; no more.
  if (word === undefined || at - from > 3) return null;
  if (
    !words.slice(from + 1, at).every(({ term }) => /^و?\d{1,2}$|^(?:ال)?موافق$|^بتاريخ$/.test(term))
  )
    return null;
  const right = weekdayOfDay(day);
  if (weekdayOf(word.term.replace(/^و(?=ال)/, '')) === right) return null;
  const name = weekdayNames[right] ?? '';
  return {
    ...{ start: word.start, end: Math.max(end, word.end), fixes: [] },
    message: {
      ar: `هذا التاريخ يوم ${name}؛ أحدهما خطأ، اليوم أو التاريخ.`,
      en: `That date is a ${dayInEnglish[right] ?? ''}; either the weekday or the date is wrong.`,
    },
  };
}

const dayInEnglish = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pad = (n: number): string => String(n).padStart(2, '0');

/** The day nearest to another that has this number and month. */
function nearest(day: number, month: number, to: string): string {
  const year = Number(to.slice(0, 4));
  const at = Date.parse(to);
  const candidates = [year - 1, year, year + 1].map((one) => `${one}-${pad(month)}-${pad(day)}`);
  return (
    candidates.sort((a, b) => Math.abs(Date.parse(a) - at) - Math.abs(Date.parse(b) - at))[0] ?? to
  );
}

export const dateRules: readonly ParagraphRule[] = [
  {
    id: 'house-month',
    family: 'dates',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'تكتب الصحيفة أسماء الشهور على صورة أخرى.',
      en: 'The house names its months in another way.',
    },
    example: {
      wrong: 'في 26 تموز الجاري',
      right: 'في 26 تموز (يوليو) الجاري',
      style: { months: 'pair' },
    },
    match: function* (paragraph, { style }): Iterable<Match> {
      const scheme = style.months;
      if (scheme === null) return;
      const { text } = paragraph;
      const months = namedMonths(paragraph);
      for (let i = 0; i < months.length; i += 1) {
        const here = months[i];
        if (here === undefined) continue;
        const second = months[i + 1];
        if (pairAt(text, here, second)) {
          i += 1;
          continue;
        }
        const written = bareOf(text.slice(here.start, here.end));
        const right = monthName(here.month, scheme);
        if (written !== right) yield { start: here.start, end: here.end, fixes: [right] };
      }
    },
  },
  {
    id: 'wrong-pair',
    family: 'dates',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'اسما الشهر لا يتطابقان؛ أيّهما الصحيح؟',
      en: 'The two names are of different months; which is right?',
    },
    example: { wrong: 'في 26 تموز (يونيو) الجاري', right: null },
    match: function* (paragraph): Iterable<Match> {
      const months = namedMonths(paragraph);
      for (const [i, here] of months.entries()) {
        const second = months[i + 1];
        if (
          second === undefined ||
          !pairAt(paragraph.text, here, second) ||
          here.month === second.month
        )
          continue;
        yield {
          ...{ start: here.start, end: second.end, fixes: [] },
          message: {
            ar: `${monthName(here.month, 'mashriq')} هو ${monthName(here.month, 'gulf')}، و${monthName(second.month, 'gulf')} هو ${monthName(second.month, 'mashriq')}؛ أيّهما الصحيح؟`,
            en: 'The two names are of different months; which is right?',
          },
        };
      }
    },
  },
  {
    id: 'wrong-weekday',
    family: 'dates',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'اليوم والتاريخ لا يتفقان؛ أحدهما خطأ.',
      en: 'Weekday and date contradict each other; one is wrong.',
    },
    example: { wrong: 'وصل يوم الجمعة 26 تموز (يوليو) 2021', right: null },
    match: function* (paragraph, { context }): Iterable<Match> {
      const { text, words } = paragraph;
      if (!words.some(({ term }) => weekdayOf(term.replace(/^و(?=ال)/, '')) >= 0)) return;
      const stated = findStatedDates(text).filter(({ calendar }) => calendar === 'gregorian');
      for (const { date, start, end } of stated) {
        const match = contradiction(words, start, end, date);
        if (match !== null) yield match;
      }
      if (context.day === null) return;
      for (const month of namedMonths(paragraph)) {
        const number = words[month.first - 1];
        const weekday = words[month.first - 2];
        if (number === undefined || weekday === undefined || !/^\d{1,2}$/.test(number.term))
          continue;
        if (
          weekdayOf(weekday.term) < 0 ||
          stated.some(({ start, end }) => start <= number.start && number.end <= end)
        )
          continue;
        const day = Number(number.term);
        if (day < 1 || day > (monthLengths[month.month - 1] ?? 31)) continue;
        const match = contradiction(
          words,
          weekday.start,
          month.end,
          nearest(day, month.month, context.day),
        );
        if (match !== null) yield match;
      }
    },
  },
  {
    id: 'impossible-date',
    family: 'dates',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'لا يوم بهذا الرقم في هذا الشهر.',
      en: 'The month has no such day.',
    },
    example: { wrong: 'وصل في 31 نيسان (أبريل) الماضي', right: null },
    match: function* (paragraph): Iterable<Match> {
      const { words, text } = paragraph;
      for (const month of namedMonths(paragraph)) {
        const number = words[month.first - 1];
        if (number === undefined || !/^\d{1,2}$/.test(number.term) || !words[month.first]?.follows)
          continue;
        const day = Number(number.term);
        if (day === 0 || (day > (monthLengths[month.month - 1] ?? 31) && day < 60)) {
          if (!/[.,:/-]/.test(text[number.start - 1] ?? ''))
            yield { start: number.start, end: month.end, fixes: [] };
        } else if (day === 29 && month.month === 2) {
          const year = Number(words[month.last + 1]?.term);
          if (year > 1500 && year < 2200 && addDays(`${year}-02-28`, 1) !== `${year}-02-29`)
            yield { start: number.start, end: month.end, fixes: [] };
        }
      }
    },
  },
  {
    id: 'hijri-year',
    family: 'dates',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'سنة هجرية بلا «هـ» تُقرأ ميلادية.',
      en: 'A Hijri year without «هـ» is read as a Gregorian one.',
    },
    example: { wrong: 'في 10 رمضان 1442 أعلن', right: 'في 10 رمضان 1442هـ أعلن' },
    match: function* ({ words, text }): Iterable<Match> {
      for (let i = 1; i < words.length; i += 1) {
        const word = words[i];
        if (
          word === undefined ||
          !/^1[34]\d\d$/.test(word.term) ||
          /^ ?ه/.test(text.slice(word.end, word.end + 2))
        )
          continue;
        const lead = words.slice(Math.max(0, i - 3), i).map(({ term }) => term);
        const last = lead.at(-1) ?? '';
        const ofYear = /^(?:عام|سنه|لعام|لسنه|للعام)$/.test(last) ? lead.slice(0, -1) : lead;
        const month = [ofYear.slice(-1).join(' '), ofYear.slice(-2).join(' ')].some(
          (name) => name !== '' && hijriMonthOf(name) !== null,
        );
        const modern = ofYear !== lead && /^14(?:[34]\d)$/.test(word.term);
        if (
          (month || modern) &&
          words[i + 1]?.term !== 'هجريه' &&
          words[i + 1]?.term !== 'هجري' &&
          words[i + 1]?.term !== 'للهجره'
        )
          yield {
            start: word.start,
            end: word.end,
            fixes: [`${text.slice(word.start, word.end)}هـ`],
          };
      }
    },
  },
];
