import { describe, expect, test } from 'vitest';
import { toArabicDigits, toLatinDigits, writeNumber } from './digits.ts';

describe('digits', () => {
  test('both other digit sets become Latin and the words around them stay', () => {
    expect(toLatinDigits('سنة ٢٠٢١ و۱۴۰۰ و7')).toBe('سنة 2021 و1400 و7');
  });

  test('Latin digits become Arabic-Indic', () => {
    expect(toArabicDigits('0123456789 a')).toBe('٠١٢٣٤٥٦٧٨٩ a');
  });

  test.each([
    [2021, 'latn', false, '2021'],
    [2021, 'arab', false, '٢٠٢١'],
    [1234567, 'latn', true, '1,234,567'],
    [1234567, 'arab', true, '١٬٢٣٤٬٥٦٧'],
    [999, 'latn', true, '999'],
    [12.5, 'latn', false, '12.5'],
    [12.5, 'arab', false, '١٢٫٥'],
    [-1200, 'latn', true, '-1,200'],
    [0, 'arab', true, '٠'],
    [1e21, 'latn', false, '1000000000000000000000'],
  ] as const)('writes %d in %s, grouping %s, as %s', (n, digits, grouping, written) => {
    expect(writeNumber(n, digits, grouping)).toBe(written);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (n) => {
    expect(() => writeNumber(n, 'latn')).toThrow(RangeError);
  });
});
