import { describe, expect, test } from 'vitest';
import {
  type DateStyle,
  formatDate,
  formatDateTime,
  formatHijri,
  formatMonth,
  formatTime,
} from './format-date.ts';
import { startOfDay } from './zoned.ts';

const baghdad: DateStyle = { timeZone: 'Asia/Baghdad', months: 'pair', digits: 'latn' };

/** An instant in Baghdad, which keeps UTC+3 all year. */
function at(day: string, time = '00:00'): number {
  return Date.parse(`${day}T${time}+03:00`);
}

describe('dates', () => {
  test('are written with weekday, both month names and year', () => {
    expect(formatDate(at('2021-07-24', '09:40'), baghdad)).toBe('السبت 24 تموز (يوليو) 2021');
  });

  test('leave out what is not wanted', () => {
    expect(formatDate(at('2021-07-24'), baghdad, { weekday: false })).toBe('24 تموز (يوليو) 2021');
    expect(formatDate(at('2021-07-24'), baghdad, { year: false })).toBe('السبت 24 تموز (يوليو)');
  });

  test('follow the month scheme, the digits and the zone of the edition', () => {
    const rabat: DateStyle = { timeZone: 'Africa/Casablanca', months: 'morocco', digits: 'arab' };

    expect(formatDate(Date.UTC(2021, 7, 1, 23, 30), rabat)).toBe('الاثنين ٢ غشت ٢٠٢١');
  });

  test('the week runs from Sunday to Saturday', () => {
    const week = ['18', '19', '20', '21', '22', '23', '24'].map(
      (day) => formatDate(at(`2021-07-${day}`), baghdad).split(' ')[0],
    );

    expect(week).toEqual(['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت']);
  });

  test('a month is named with its year', () => {
    expect(formatMonth(at('2021-01-01'), baghdad)).toBe('كانون الثاني (يناير) 2021');
  });
});

describe('times', () => {
  test.each([
    ['00:05', '12:05 بعد منتصف الليل'],
    ['02:30', '2:30 بعد منتصف الليل'],
    ['03:00', '3:00 صباحاً'],
    ['09:40', '9:40 صباحاً'],
    ['11:59', '11:59 صباحاً'],
    ['12:05', '12:05 ظهراً'],
    ['14:59', '2:59 ظهراً'],
    ['15:00', '3:00 مساءً'],
    ['23:07', '11:07 مساءً'],
  ])('%s is «%s»', (time, written) => {
    expect(formatTime(at('2021-07-24', time), baghdad)).toBe(written);
  });

  test('Arabic digits keep the two places of minutes', () => {
    expect(formatTime(at('2021-07-24', '09:05'), { ...baghdad, digits: 'arab' })).toBe(
      '٩:٠٥ صباحاً',
    );
  });

  test('stand after the date', () => {
    expect(formatDateTime(at('2021-07-24', '09:40'), baghdad)).toBe(
      'السبت 24 تموز (يوليو) 2021، 9:40 صباحاً',
    );
  });

  test('a date without a time is written alone, also where midnight was skipped', () => {
    const cairo: DateStyle = { ...baghdad, timeZone: 'Africa/Cairo', months: 'gulf' };

    expect(formatDateTime(at('2021-07-24'), baghdad)).toBe('السبت 24 تموز (يوليو) 2021');
    expect(formatDateTime(startOfDay('2024-04-26', 'Africa/Cairo'), cairo)).toBe(
      'الجمعة 26 أبريل 2024',
    );
  });
});

describe('Hijri dates', () => {
  test.each([
    [0, '14 ذو الحجة 1442 هـ'],
    [-1, '13 ذو الحجة 1442 هـ'],
    [1, '15 ذو الحجة 1442 هـ'],
  ])('adjusted by %d are «%s»', (days, written) => {
    expect(formatHijri(at('2021-07-24', '12:00'), baghdad, days)).toBe(written);
  });

  test('are of the day in the edition’s zone', () => {
    expect(formatHijri(Date.UTC(2021, 6, 23, 22), baghdad, 0)).toBe('14 ذو الحجة 1442 هـ');
    expect(formatHijri(Date.UTC(2021, 6, 23, 20), baghdad, 0)).toBe('13 ذو الحجة 1442 هـ');
  });

  test('follow the digits of the edition', () => {
    expect(formatHijri(at('2026-11-23'), { ...baghdad, digits: 'arab' }, 0)).toBe(
      '١٣ جمادى الآخرة ١٤٤٨ هـ',
    );
  });
});
