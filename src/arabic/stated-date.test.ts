import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDateTime } from './format-date.ts';
import { digitSystems, monthSchemes } from './months.ts';
import { findStatedDate, findStatedDates } from './stated-date.ts';
import { dayOf, isDateOnly, zonedParts } from './zoned.ts';

/** What was found: date, time, and the words it stands in. */
function found(text: string): string[] {
  return findStatedDates(text).map(({ date, time, start, end }) =>
    [date, time, text.slice(start, end)].filter((part) => part !== null).join(' | '),
  );
}

describe('one Gregorian date', () => {
  test.each([
    'الاثنين 2 آب 2021',
    '2 أغسطس 2021',
    '2 غشت 2021',
    '02 أوت 2021',
    '2 آب (أغسطس) 2021',
    '2 أغسطس/آب 2021',
    '2 آب/أغسطس 2021',
    '2 آب – أغسطس 2021',
    '2 آب أغسطس 2021',
    'الإثنين، 2 اب، 2021',
    '٢ آب ٢٠٢١',
    '۲ آب ۲۰۲۱',
    '2 آب 2021م',
    '2 من شهر آب من عام 2021',
    'أغسطس 2, 2021',
    '2/8/2021',
    '02-08-2021',
    '2.8.2021',
    '٢/٨/٢٠٢١',
    '2021/08/02',
    '2021-8-2',
    '2\u200f/8\u200f/2021',
    '2 آبـ 2021',
  ])('%s', (text) => {
    const date = findStatedDate(`بغداد ${text} قالت الوزارة`);

    expect(date).toMatchObject({ date: '2021-08-02', time: null, calendar: 'gregorian' });
    expect(`بغداد ${text} قالت الوزارة`.slice(date?.start, date?.end)).toBe(text);
    expect(findStatedDates(text)).toHaveLength(1);
  });

  test('every scheme, digit system and instant that the edition writes is read back', () => {
    const instants = fc.integer({
      min: Date.UTC(1990, 0, 1) / 60_000,
      max: Date.UTC(2060, 0, 1) / 60_000,
    });
    const timeZone = 'Asia/Baghdad';
    fc.assert(
      fc.property(
        instants.map((minutes) => minutes * 60_000),
        fc.constantFrom(...monthSchemes),
        fc.constantFrom(...digitSystems),
        (at, months, digits) => {
          const text = formatDateTime(at, { timeZone, months, digits });
          const { hour, minute } = zonedParts(at, timeZone);
          const clock = [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
          expect(findStatedDates(text)).toEqual([
            {
              date: dayOf(at, timeZone),
              time: isDateOnly(at, timeZone) ? null : clock,
              start: 0,
              end: text.length,
              calendar: 'gregorian',
            },
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('with a clock time beside it', () => {
  test.each([
    ['السبت 24 تموز (يوليو) 2021، 10:30 صباحاً', '10:30'],
    ['24 تموز 2021 - 10:30 مساءً', '22:30'],
    ['24/7/2021 18:05', '18:05'],
    ['24/7/2021 6:05 م', '18:05'],
    ['24/7/2021 6:05:59 ص', '06:05'],
    ['24 تموز 2021 الساعة 18:05', '18:05'],
    ['24 تموز 2021 في تمام الساعة 6 مساءً', '18:00'],
    ['24 تموز 2021، 12:15 بعد منتصف الليل', '00:15'],
    ['24 تموز 2021، 12:15 ظهراً', '12:15'],
    ['24 تموز 2021، 1:15 ظهراً', '13:15'],
    ['24 تموز 2021، 11:15 ليلاً', '23:15'],
    ['24 تموز 2021، 4 عصراً', '16:00'],
    ['10:30 صباحاً، السبت 24 تموز 2021', '10:30'],
    ['الساعة 18:05 من يوم السبت 24 تموز 2021', '18:05'],
    ['الساعة 6 من مساء السبت 24 تموز 2021', '18:00'],
    ['الساعة 6.30 من مساء يوم 24 تموز 2021', '18:30'],
    ['2021-07-24T18:05', '18:05'],
    ['2021-07-24T18:05:00+03:00', '18:05'],
    ['2021-07-24T18:05:00.123Z', '18:05'],
  ])('%s', (text, time) => {
    expect(findStatedDates(text)).toEqual([
      { date: '2021-07-24', time, start: 0, end: text.length, calendar: 'gregorian' },
    ]);
  });

  test.each([
    '24 تموز 2021 قُتل 12:30',
    '24 تموز 2021، 5 م',
    '24 تموز 2021، 25:10',
    '24 تموز 2021، 30 جريحاً',
  ])('a number that is no clock time of the date is left: %s', (text) => {
    expect(found(text)).toEqual(['2021-07-24 | 24 تموز 2021']);
  });

  test('a time between two dates goes to the one before it', () => {
    expect(found('24/7/2021 18:05 25/7/2021')).toEqual([
      '2021-07-24 | 18:05 | 24/7/2021 18:05',
      '2021-07-25 | 25/7/2021',
    ]);
  });
});

describe('Hijri dates', () => {
  test.each([
    '14 ذو الحجة 1442 هـ',
    'السبت 14 ذي الحجة 1442هـ',
    '١٤ ذو الحجة ١٤٤٢ هجرية',
    '14 من ذي الحجة لعام 1442 للهجرة',
    '14 ذو الحجة 1442',
    '14/12/1442 هـ',
    '1442-12-14هـ',
  ])('%s', (text) => {
    expect(findStatedDates(text)).toEqual([
      { date: '2021-07-24', time: null, start: 0, end: text.length, calendar: 'hijri' },
    ]);
  });

  test.each([
    'السبت 24 تموز 2021 الموافق 14 ذو الحجة 1442 هـ',
    '14 ذو الحجة 1442 هـ الموافق لـ 24 تموز 2021م',
    'السبت 14 ذو الحجة 1442 هـ - 24 تموز 2021',
    '24 تموز 2021 م / 15 ذو الحجة 1442 هـ',
    '24 تموز 2021 (14 ذو الحجة 1442 هـ)',
  ])('beside a Gregorian date count as that: %s', (text) => {
    expect(findStatedDates(text)).toEqual([
      { date: '2021-07-24', time: null, start: 0, end: text.length, calendar: 'gregorian' },
    ]);
  });

  test('far from a Gregorian date in time stand for themselves', () => {
    expect(found('14 ذو الحجة 1442 هـ، 2 شباط 2022')).toEqual([
      '2021-07-24 | 14 ذو الحجة 1442 هـ',
      '2022-02-02 | 2 شباط 2022',
    ]);
  });
});

describe('not a stated date', () => {
  test.each([
    ['a day that does not exist', '31 شباط 2021'],
    ['nor in figures', '31/2/2021'],
    ['a month that does not exist', '12/13/2021'],
    ['the 30th of a Hijri month of 29 days', '30 صفر 1443 هـ'],
    ['a date without a year', 'يوم 26 تموز (يوليو) الجاري'],
    ['a month without a day', 'في تموز 2021'],
    ['months that contradict each other', '24 تموز (يونيو) 2021'],
    ['figures of an unsaid calendar', '14/12/1442'],
    ['a year before Christ', '15 آذار 1200 ق.م'],
    ['the address of a page', 'https://example.org/2021/07/24/x'],
    ['numbers with more parts', '1.2.2021.4 و192.168.1.2021'],
    ['a number that runs on', '24 تموز 20215'],
    ['a word that begins like a month', '24 تموزي 2021'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(findStatedDates(text)).toEqual([]);
    expect(findStatedDate(text)).toBeNull();
  });
});

describe('in running text', () => {
  test('all dates come in order with their own words', () => {
    const text = 'وُقّع في 1 آذار 2019، وعُدّل يوم الأحد ٥/٤/٢٠٢٠ ثم أُلغي (2021-06-07).';

    expect(found(text)).toEqual([
      '2019-03-01 | 1 آذار 2019',
      '2020-04-05 | الأحد ٥/٤/٢٠٢٠',
      '2021-06-07 | 2021-06-07',
    ]);
  });

  test('the last day of a range states its month and year', () => {
    expect(found('من 24 إلى 26 تموز 2021')).toEqual(['2021-07-26 | 26 تموز 2021']);
  });

  test('a page of spaces is read as fast as a page of words', () => {
    expect(findStatedDates(`24 تموز${' '.repeat(200_000)}2021`)).toEqual([]);
  });

  test('no text is too strange, and every range lies inside', () => {
    const parts = fc.constantFrom(
      '24',
      ' ',
      'تموز',
      '(',
      'يوليو',
      ')',
      '/',
      '-',
      '2021',
      '1442',
      'هـ',
      '٢',
      'T',
      '18:05',
      'الساعة',
      'ذو الحجة',
      'م',
      'السبت',
      '\ud800',
      '\u0651',
      '،',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 3 }))),
        (words) => {
          const text = words.join('');
          let last = 0;
          for (const { date, start, end } of findStatedDates(text)) {
            expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
