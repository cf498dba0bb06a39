import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfHijri, hijriOf } from './hijri.ts';
import { addDays } from './zoned.ts';

describe('the Hijri calendar', () => {
  // Announced days: Ramadan, Arafat and Eid al-Adha of 1442, Ramadan 1443, the year 1445.
  test.each([
    ['2021-04-13', { year: 1442, month: 9, day: 1 }],
    ['2021-07-19', { year: 1442, month: 12, day: 9 }],
    ['2021-07-20', { year: 1442, month: 12, day: 10 }],
    ['2022-04-02', { year: 1443, month: 9, day: 1 }],
    ['2023-07-19', { year: 1445, month: 1, day: 1 }],
  ])('%s', (day, hijri) => {
    expect(hijriOf(day)).toEqual(hijri);
    expect(dayOfHijri(hijri.year, hijri.month, hijri.day)).toBe(day);
  });

  test.each([
    [1442, 9, 31],
    [1442, 9, 0],
    [1442, 13, 1],
    [1443, 2, 30],
  ])('there is no day %d/%d/%d', (year, month, day) => {
    expect(dayOfHijri(year, month, day)).toBeNull();
  });

  test('every day from 1300 to 1600 AH comes back from its Hijri date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 106_300 }), (n) => {
        const day = addDays('1882-11-12', n);
        const hijri = hijriOf(day);
        expect(dayOfHijri(hijri.year, hijri.month, hijri.day)).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is no day is refused', () => {
    expect(() => hijriOf('2021-02-31')).toThrow(RangeError);
  });
});
