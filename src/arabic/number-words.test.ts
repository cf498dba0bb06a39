import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import {
  numberInWords,
  numberPattern,
  ordinalPattern,
  readNumber,
  readOrdinal,
} from './number-words.ts';

describe('numbers in words', () => {
  test.each([
    [0, 'm', 'صفر'],
    [1, 'f', 'واحدة'],
    [3, 'm', 'ثلاثة'],
    [10, 'f', 'عشر'],
    [11, 'm', 'أحد عشر'],
    [12, 'f', 'اثنتا عشرة'],
    [15, 'm', 'خمسة عشر'],
    [24, 'f', 'أربع وعشرون'],
    [100, 'm', 'مئة'],
    [375, 'm', 'ثلاثمئة وخمسة وسبعون'],
    [2026, 'm', 'ألفان وستة وعشرون'],
    [5001, 'm', 'خمسة آلاف وواحد'],
  ] as const)('%d (%s) is written «%s»', (n, gender, words) => {
    expect(numberInWords(n, gender)).toBe(words);
  });

  test.each([-1, 1.5, 10_000, Number.NaN])('%d is not written', (n) => {
    expect(() => numberInWords(n, 'm')).toThrow(RangeError);
  });

  test.each([
    ['خمسة وعشرين', 25],
    ['ألفين وواحد وعشرين', 2021],
    ['ثلاث مئة', 300],
    ['ثلاثمائة وخمسين', 350],
    ['ثمانية آلاف', 8000],
    ['اثنتي عشرة', 12],
    ['١٢', 12],
    ['مئتا', 200],
  ])('«%s» reads as %d', (words, n) => {
    expect(readNumber(words)).toBe(n);
  });

  test.each(['', 'كتاب', 'خمسة كتب'])('«%s» is no number', (words) => {
    expect(readNumber(words)).toBeNull();
  });

  test('what is written reads back, in a text as well', () => {
    const whole = new RegExp(`^${numberPattern}$`, 'u');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('m' as const, 'f' as const),
        (n, gender) => {
          const words = numberInWords(n, gender);
          expect(readNumber(words)).toBe(n);
          expect(normalise(words)).toMatch(whole);
        },
      ),
    );
  });

  test.each([
    ['الأول', 1],
    ['الخامسة', 5],
    ['العاشر', 10],
    ['الحادي عشر', 11],
    ['الثانية عشرة', 12],
    ['العشرين', 20],
    ['الحادي والعشرين', 21],
    ['الرابع والعشرين', 24],
    ['الحادي والثلاثين', 31],
  ])('%s is the ordinal of %d', (words, n) => {
    const plain = normalise(words);
    expect(readOrdinal(plain)).toBe(n);
    expect(plain).toMatch(new RegExp(`^${ordinalPattern}$`, 'u'));
  });
});
