import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['خبر', undefined],
  ['IBM تفتح مكتباً', undefined],
  ['Reuters', 'ltr'],
  ['Δελτίο', 'ltr'],
  ['2026', undefined],
  ['', undefined],
  ['שלום', undefined],
])('«%s» is written %s', (text, expected) => {
  expect(directionOf(text)).toBe(expected);
});
