import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTimes } from './find-times.ts';

/** A Monday noon in Baghdad. */
const at = Date.parse('2021-07-26T09:00:00Z');
const timeZone = 'Asia/Baghdad';
const times = (text: string) => findTimes(text, { at, timeZone });

describe('findTimes', () => {
  test.each([
    ['24 تموز (يوليو) 2021', '2021-07-24', 'day', 'text'],
    ['14 جانفي 2011', '2011-01-14', 'day', 'text'],
    ['15 غشت', '2021-08-15', 'day', 'publication'],
    ['26 تموز (يوليو) الجاري', '2021-07-26', 'day', 'publication'],
    ['الرابع والعشرين من تموز الماضي', '2021-07-24', 'day', 'publication'],
    ['السبت 24 تموز', '2021-07-24', 'day', 'publication'],
    ['3 آذار من العام المقبل', '2022-03-03', 'day', 'publication'],
    ['في جويلية 2024', '2024-07', 'month', 'text'],
    ['مطلع تموز من عام 2019', '2019-07', 'month', 'text'],
    ['يوم الأحد 29 تشرين الثاني (نوفمبر) 2026', '2026-11-29', 'day', 'text'],
    ['الرابع من آب، 2020', '2020-08-04', 'day', 'text'],
    ['10 محرم 1443 هـ', '2021-08-18', 'day', 'text'],
    ['العاشر من محرم', '2021-08-18', 'day', 'publication'],
    ['يوليو/تموز 2020', '2020-07', 'month', 'text'],
    ['أيار/مايو من العام الماضي', '2020-05', 'month', 'publication'],
    ['عام 2003', '2003', 'year', 'text'],
    ['العام الماضي', '2020', 'year', 'publication'],
    ['اليوم', '2021-07-26', 'day', 'publication'],
    ['أمس الأحد', '2021-07-25', 'day', 'publication'],
    ['أول من أمس', '2021-07-24', 'day', 'publication'],
    ['أمس الأول', '2021-07-24', 'day', 'publication'],
    ['غداً', '2021-07-27', 'day', 'publication'],
    ['بعد غد', '2021-07-28', 'day', 'publication'],
    ['الإثنين المقبل', '2021-08-02', 'day', 'publication'],
    ['الاثنين الماضي', '2021-07-19', 'day', 'publication'],
    ['الأربعاء القادم', '2021-07-28', 'day', 'publication'],
    ['الأحد بعد المقبل', '2021-08-08', 'day', 'publication'],
    ['الأحد من الأسبوع المقبل', '2021-08-01', 'day', 'publication'],
    ['هذا الأسبوع', '2021-07-24', 'week', 'publication'],
    ['الأسبوع المقبل', '2021-07-31', 'week', 'publication'],
    ['الشهر الماضي', '2021-06', 'month', 'publication'],
    ['قبل يومين', '2021-07-24', 'day', 'publication'],
    ['قبل نحو عشرة أيام', '2021-07-16', 'day', 'publication'],
    ['منذ ثلاثة أسابيع', '2021-07-05', 'week', 'publication'],
    ['قبل ساعتين', '2021-07-26T10:00+03:00', 'hour', 'publication'],
    ['الأيام الثلاثة المقبلة', '2021-07-26/2021-07-29', 'day', 'publication'],
    ['الأسبوعين المقبلين', '2021-07-26/2021-08-09', 'week', 'publication'],
    ['الساعة الخامسة مساءً بتوقيت بغداد', '2021-07-26T17:00+03:00', 'minute', 'publication'],
    ['الساعة 14:30 بتوقيت غرينتش', '2021-07-26T14:30+00:00', 'minute', 'publication'],
    ['الثالثة فجراً بالتوقيت المحلي', '2021-07-26T03:00+03:00', 'minute', 'publication'],
    ['مساء غد الثلاثاء الساعة السابعة والنصف', '2021-07-27T19:30+03:00', 'minute', 'publication'],
    ['من 3 إلى 5 آب', '2021-08-03/2021-08-05', 'day', 'publication'],
    ['بين 3 و5 آب المقبل', '2021-08-03/2021-08-05', 'day', 'publication'],
    ['3-5 آب 2021', '2021-08-03/2021-08-05', 'day', 'text'],
    ['يومي 3 و4 آب', '2021-08-03/2021-08-04', 'day', 'publication'],
    ['الليلة الماضية', '2021-07-25', 'day', 'publication'],
    ['غرة محرم', '2021-08-09', 'day', 'publication'],
    ['عام ألفين وثلاثة', '2003', 'year', 'text'],
    ['عام ألف وتسعمئة وتسعين', '1990', 'year', 'text'],
    ['في غضون أسبوعين', '2021-07-26/2021-08-09', 'week', 'publication'],
    ['في آب', '2021-08', 'month', 'publication'],
    ['الواحدة ظهراً', '2021-07-26T13:00+03:00', 'minute', 'publication'],
    ['السابعة صباح غد', '2021-07-27T07:00+03:00', 'minute', 'publication'],
    ['24 تموز 2021 الساعة 10:30 صباحاً', '2021-07-24T10:30+03:00', 'minute', 'text'],
  ])('«%s» is %s', (text, value, granularity, anchor) => {
    expect(times(`قال: ${text}.`)).toMatchObject([
      { text, value, granularity, anchor, sure: true },
    ]);
  });

  test.each([
    ['بحلول نهاية العام', { value: '2021-12-31', bound: 'by', part: 'late' }],
    ['مطلع الشهر المقبل', { value: '2021-08', part: 'early' }],
    ['منتصف آب/أغسطس', { value: '2021-08', part: 'mid' }],
    ['أواخر كانون الأول المقبل', { value: '2021-12', part: 'late' }],
    ['اعتباراً من الأحد المقبل', { value: '2021-08-01', bound: 'from' }],
    ['منذ 2003', { value: '2003', bound: 'since' }],
    ['شهر رمضان المقبل', { value: '1443-09', calendar: 'hijri', from: '2022-04-02' }],
    ['عام 1442 هـ', { value: '1442', calendar: 'hijri', from: '2020-08-20' }],
  ])('«%s» is %o', (text, expected) => {
    expect(times(text)).toMatchObject([{ text, sure: true, ...expected }]);
  });

  test.each([
    ['الخميس', 'the last or the next is not said'],
    ['24 تموز (يونيو)', 'two names of the month contradict each other'],
    ['غداً الأربعاء', 'the weekday contradicts the date'],
    ['الجمعة 24 تموز', 'the weekday contradicts the date'],
    ['الساعة السادسة', 'before or after noon is not said'],
    ['عام 1442', 'a year of either calendar'],
    ['31 حزيران', 'there is no such day'],
    ['26 آب (أغسطس) الجاري', 'another month is called the current one'],
    ['الإثنين 29 تشرين الثاني (نوفمبر) 2026', 'the weekday contradicts the date'],
    ['الأيام المقبلة', 'how many is not said'],
    ['قبل أيام', 'how many is not said'],
    ['خلال يومين', 'before or after is not said'],
    ['بعد عام ونصف', 'more or less than that is said'],
    ['في اليوم التالي', 'which one is said elsewhere'],
    ['2023/5/12', 'the day and the month may be either way round'],
  ])('of «%s» it is not sure: %s', (text, doubt) => {
    expect(times(text)).toMatchObject([{ value: null, sure: false, doubt }]);
  });

  test('is not sure of days counted from something else', () => {
    expect(times('بعد يومين من الحريق')).toMatchObject([{ text: 'بعد يومين', sure: false }]);
  });

  test.each([
    'في أب',
    'لغلق باب الترشح',
    'قُتل 3 و4 آخرون',
    'أبٌ وابنه',
    'خمسة وعشرون يوماً',
    'باب الحارة',
    'اليوم العالمي',
    '',
  ])('«%s» names no time', (text) => {
    expect(times(text)).toEqual([]);
  });

  test('finds each of several, in order, where they stand', () => {
    const text = 'افتُتح الجسر أمسِ الأحد، ويُغلق بحلول نهاية الشهر المقبل.';
    expect(times(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'أمسِ الأحد',
      'بحلول نهاية الشهر المقبل',
    ]);
  });

  test('takes any text, and every range lies inside it, in order', () => {
    const words = fc.constantFrom(
      ...'يوم أمس غداً تموز آب (يوليو) 24 2021 الماضي المقبل الساعة الخامسة مساءً قبل بعد يومين من العام نهاية القرن الربع الثالث صيف 2500 عام منتصف ليل الخميس الأحد عيد الفطر عقود 2019-2021'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (any) => {
        let last = 0;
        for (const one of times(any)) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.end).toBeLessThanOrEqual(any.length);
          expect(one.sure).toBe(one.value !== null);
          last = one.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a long text costs what it weighs', () => {
    expect(times(`${' '.repeat(50_000)}${'قبل '.repeat(10_000)}`).length).toBeLessThan(2);
  });
});
