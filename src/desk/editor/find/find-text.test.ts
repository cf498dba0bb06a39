import { expect, test } from 'vitest';
import { findIn } from './find-text.ts';

const loose = { isExact: false, isWhole: false };
const found = (text: string, query: string, options = loose): string[] =>
  findIn(text, query, options).map(({ from, to }) => text.slice(from, to));

test('hamza, tashkeel, ta marbuta and digits do not hide a word', () => {
  expect(found('قال إنّ الإعلانَ صدر', 'اعلان')).toEqual(['إعلانَ']);
  expect(found('المَدْرَسَةُ والمدرسه', 'مدرسة')).toEqual(['مَدْرَسَةُ', 'مدرسه']);
  expect(found('عام ٢٠٢٣ وعام 2023', '2023')).toEqual(['٢٠٢٣', '2023']);
  expect(found('أعلنت Google ثم google', 'GOOGLE')).toEqual(['Google', 'google']);
});

test('exactly means exactly', () => {
  expect(found('إعلان واعلان', 'اعلان', { isExact: true, isWhole: false })).toEqual(['اعلان']);
});

test('a whole word is not part of another', () => {
  expect(found('جداول جدا', 'جدا', { isExact: false, isWhole: true })).toEqual(['جدا']);
});

test('nothing is found with nothing to look for', () => {
  expect(found('نص', '')).toEqual([]);
  expect(found('نص', 'ّ')).toEqual([]);
});
