import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { readingMinutes, tokenise, wordCount } from './tokens.ts';

function inText(text: string): string[] {
  return tokenise(text).map(({ start, end }) => text.slice(start, end));
}

describe('tokenise', () => {
  test('words with tashkeel and tatweel stay whole, marks at their end included', () => {
    expect(inText('كَتَبَ الطّالِبُ، رســالةً.')).toEqual(['كَتَبَ', 'الطّالِبُ', 'رســالةً']);
  });

  test('terms are normalised', () => {
    expect(tokenise('الحكومةُ NATO ٢٠٢١').map(({ term }) => term)).toEqual([
      'الحكومه',
      'nato',
      '2021',
    ]);
  });

  test.each([
    ['punctuation and quotation marks', 'قال: «نعم»؛ (لا)؟', ['قال', 'نعم', 'لا']],
    ['a hyphen', 'كوفيد-19', ['كوفيد', '19']],
    ['a new line', 'بغداد\nالبصرة', ['بغداد', 'البصرة']],
    ['an emoji', 'بغداد🌴البصرة', ['بغداد', 'البصرة']],
    ['a lone surrogate', 'بغداد\ud800البصرة', ['بغداد', 'البصرة']],
  ])('%s parts words', (_, text, words) => {
    expect(inText(text)).toEqual(words);
  });

  test('letters outside the basic plane and combined Latin letters are of the word', () => {
    expect(inText('𝒜𝒷 cafe\u0301s')).toEqual(['𝒜𝒷', 'cafe\u0301s']);
  });

  test('text without words has no tokens', () => {
    expect(tokenise(' …\u0651\u200f «»')).toEqual([]);
  });

  test('ranges lie inside the text, are not empty, and never overlap but within one character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = { start: 0, end: 0 };
        for (const { term, start, end } of tokenise(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start >= last.end || start === last.start).toBe(true);
          expect(normalise(text.slice(start, end))).toContain(term);
          last = { start, end };
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('length of reading', () => {
  test.each([
    ['', 0],
    ['«…»', 0],
    ['قالَ الوزيرُ: لن نرفع الأسعار.', 5],
  ])('«%s» counts %d words', (text, words) => {
    expect(wordCount(text)).toBe(words);
  });

  test.each([
    [0, 1],
    [250, 1],
    [400, 2],
    [1000, 5],
  ])('%d words take %d minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});
