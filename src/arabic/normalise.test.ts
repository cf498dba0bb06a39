import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseWithOffsets } from './normalise.ts';

/** Arabic, its marks, presentation forms, controls and lone surrogates, so that every rule is hit. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x600, max: 0x6ff }),
        fc.integer({ min: 0xfb50, max: 0xfefc }),
        fc.integer({ min: 0x2000, max: 0x206f }),
        fc.integer({ min: 0xd800, max: 0xdfff }),
        fc.integer({ min: 0, max: 0xffff }),
      ),
    )
    .map((units) => String.fromCharCode(...units)),
);

describe('normalise', () => {
  test.each([
    ['tashkeel', 'كَتَبَ الدَّرْسَ', 'كتب الدرس'],
    ['dagger alef', 'هٰذا', 'هذا'],
    ['tatweel', 'الـــعراق', 'العراق'],
    ['the forms of alef', 'أإآٱا', 'ااااا'],
    ['final yeh', 'على مصرى علی', 'علي مصري علي'],
    ['teh marbuta', 'الحكومة', 'الحكومه'],
    ['seated hamzas', 'مسؤول شئون بيئة', 'مسوول شيون بييه'],
    ['the hamza without a seat stays', 'سماء', 'سماء'],
    ['a combining hamza', 'ا\u0654حمد و\u0654', 'احمد و'],
    ['Persian letters', 'کرکوک گلی پارس چای ڤيينا', 'كركوك كلي بارس جاي فيينا'],
    ['both digit sets', '٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹', '0123456789 0123456789'],
    ['Latin capitals', 'NATO İzmir', 'nato izmir'],
    ['presentation forms', 'ﺍﻟﻌﺮﺍﻕ ﻷﻥ ﷲ', 'العراق لان الله'],
    ['spacing forms of tashkeel', 'كتﹷب', 'كتب'],
    ['direction marks', '\u200fبغداد\u200e \u2067أ\u2069\u061c', 'بغداد ا'],
    ['no-break spaces', 'في\u00a0بغداد', 'في بغداد'],
    ['punctuation stays', 'قال: «نعم»؛ لا؟', 'قال: «نعم»؛ لا؟'],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('a text longer than every buffer is folded whole', () => {
    const text = 'أ'.repeat(100_000);

    expect(normalise(text)).toBe('ا'.repeat(100_000));
  });

  test('many phrases in one character each grow the text as they should', () => {
    const text = '\ufdfa'.repeat(20_000);

    expect(normalise(text)).toBe('صلي الله عليه وسلم'.repeat(20_000));
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('every single unit of Unicode has a settled form', () => {
    const unsettled: number[] = [];
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const once = normalise(String.fromCharCode(unit));
      if (normalise(once) !== once) unsettled.push(unit);
    }

    expect(unsettled).toEqual([]);
  });
});

describe('offsets into the original', () => {
  test('point past what was dropped', () => {
    const { text, offsets } = normaliseWithOffsets('كَتَب');

    expect(text).toBe('كتب');
    expect(offsets).toEqual([0, 2, 4, 5]);
  });

  test('the letters of one character share its place', () => {
    expect(normaliseWithOffsets('أﻻب').offsets).toEqual([0, 1, 1, 2, 3]);
  });

  test('belong to the same text as normalise, lie inside and never go back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normalised, offsets } = normaliseWithOffsets(text);
        expect(normalised).toBe(normalise(text));
        expect(offsets).toHaveLength(normalised.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (const [i, offset] of offsets.entries()) {
          expect(offset).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
          expect(offset).toBeLessThan(i === normalised.length ? text.length + 1 : text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('each unit is what stands at its offset, folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normalised, offsets } = normaliseWithOffsets(text);
        for (let i = 0; i < normalised.length; i += 1) {
          const original = text.charAt(offsets[i] ?? -1);
          expect(normalise(original)).toContain(normalised.charAt(i));
        }
      }),
      { numRuns: 500 },
    );
  });
});
