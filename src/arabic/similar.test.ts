import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, trigrams } from './similar.ts';

describe('editDistance', () => {
  test.each([
    ['حكومة', 'حكومة', 0],
    ['حكومة', 'حكوكة', 1],
    ['حكومة', 'حكمة', 1],
    ['حكومة', 'حكومةة', 1],
    ['حكومة', 'حكموة', 1],
    ['حكومة', 'مدينة', 3],
  ])('%s and %s are %d apart', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  test('is the same both ways, and nothing only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابتج'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 6);
        expect(distance).toBe(editDistance(b, a, 6));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});

describe('trigrams', () => {
  test('a word has one for each letter, its edges counted in', () => {
    expect(trigrams('كتاب')).toHaveLength(4);
    expect(trigrams('')).toEqual([]);
  });
});
