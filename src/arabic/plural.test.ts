import { describe, expect, test } from 'vitest';
import { type CountedNoun, countPhrase } from './plural.ts';

const reply: CountedNoun = {
  gender: 'm',
  none: 'لا ردود',
  one: 'ردّ واحد',
  two: 'ردّان',
  few: 'ردود',
  many: 'ردّاً',
  other: 'ردّ',
};

const picture: CountedNoun = {
  gender: 'f',
  none: 'لا صور',
  one: 'صورة واحدة',
  two: 'صورتان',
  few: 'صور',
  many: 'صورة',
  other: 'صورة',
};

describe('countPhrase', () => {
  test.each([
    [0, 'لا ردود'],
    [1, 'ردّ واحد'],
    [2, 'ردّان'],
    [3, 'ثلاثة ردود'],
    [8, 'ثمانية ردود'],
    [10, 'عشرة ردود'],
    [11, '11 ردّاً'],
    [99, '99 ردّاً'],
    [100, '100 ردّ'],
    [102, '102 ردّ'],
    [103, '103 ردود'],
    [111, '111 ردّاً'],
    [1000, '1,000 ردّ'],
  ])('%d replies are «%s»', (n, phrase) => {
    expect(countPhrase(n, reply, 'latn')).toBe(phrase);
  });

  test.each([
    [3, 'ثلاث صور'],
    [8, 'ثماني صور'],
    [10, 'عشر صور'],
  ])('words disagree with a feminine noun: %d pictures are «%s»', (n, phrase) => {
    expect(countPhrase(n, picture, 'latn')).toBe(phrase);
  });

  test('figures follow the edition', () => {
    expect(countPhrase(1200, reply, 'arab')).toBe('١٬٢٠٠ ردّ');
  });
});
