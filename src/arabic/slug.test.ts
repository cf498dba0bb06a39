import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugify } from './slug.ts';

describe('slugify', () => {
  test.each([
    ['keeps hamzas and teh marbuta', 'أزمة المياه إلى آخر', 'أزمة-المياه-إلى-آخر'],
    ['drops tashkeel and tatweel', 'العِـــراقُ', 'العراق'],
    ['drops direction marks inside a word', 'بغ\u200fداد\u061c', 'بغداد'],
    ['writes Latin digits', 'صيف ٢٠٢١ و۱۴', 'صيف-2021-و14'],
    ['lower-cases Latin', 'قمة NATO', 'قمة-nato'],
    ['joins a hamza written apart', 'ا\u0654حمد', 'أحمد'],
    ['turns presentation forms to letters', 'ﺍﻟﻌﺮﺍﻕ', 'العراق'],
    ['parts words at punctuation', '«نعم».. لا، ربما؟', 'نعم-لا-ربما'],
    ['drops lone surrogates', 'بغ\ud800داد', 'بغداد'],
    ['keeps whole letters of other planes', '𠮷野', '𠮷野'],
    [
      'keeps eight words',
      'واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة',
      'واحد-اثنان-ثلاثة-أربعة-خمسة-ستة-سبعة-ثمانية',
    ],
  ])('%s', (_, text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test.each(['', ' … ', '\ud800', 'َُِ', '🌴'])(
    'text without a word («%s») gets the fallback',
    (text) => {
      expect(slugify(text)).toBe('مادة');
      expect(slugify(text, 'قسم')).toBe('قسم');
      expect(slugify(text, '')).toBe('مادة');
    },
  );

  test('stops at the last word that fits in 90 units', () => {
    const word = 'كلمة'.repeat(10);

    expect(slugify(`${word} ${word} ${word}`)).toBe(`${word}-${word}`);
  });

  test('one endless word is cut between characters', () => {
    expect(slugify(`ا${'𠮷'.repeat(60)}`)).toBe(`ا${'𠮷'.repeat(44)}`);
  });

  test('is well formed, short, never empty and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const slug = slugify(text);
        expect(slug.isWellFormed()).toBe(true);
        expect(slug.length).toBeGreaterThan(0);
        expect(slug.length).toBeLessThanOrEqual(90);
        expect(slug.split('-').length).toBeLessThanOrEqual(8);
        expect(slug).toBe(slug.normalize('NFC'));
        expect(slug).not.toMatch(/[\s/?#%\p{Cf}]/u);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: 1000 },
    );
  });
});
