import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from './analyse.ts';

const stems = (text: string): string[] => analyse(text).map(({ stem }) => stem);

describe('analyse', () => {
  test.each([
    ['عبدالله', 'عبد الله'],
    ['نصرالله', 'نصر الله'],
    ['علاءالدين', 'علاء الدين'],
    ['أبوظبي', 'أبو ظبي'],
    ['كوفيد19', 'كوفيد-19'],
    ['دعماً لوجستيّاً', 'دعم لوجستي'],
    ['٢٠٢٦', '2026'],
    ['بإجراءات', 'إجراء'],
    ['ولقائهم', 'لقاء'],
    ['لقائنا', 'لقاء'],
    ['أصدقاؤه', 'صديق'],
    ['المائة', 'مئة'],
    ['الأنفاق', 'نفق'],
    ['آثار', 'أثر'],
    ['أبومازن', 'أبو مازن'],
    ['الآيفون', 'آي فون'],
  ])('«%s» is looked up as «%s»', (one, other) => {
    expect(stems(one)).toEqual(stems(other));
  });

  test.each([
    ['إلهام', 'هام'],
    ['إنفاق', 'نفق'],
    ['أثار', 'أثر'],
    ['كأس', 'أس'],
    ['أبواب', 'أبو اب'],
    ['نهاية', 'نهاء'],
  ])('«%s» is not looked up as «%s»', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other));
  });

  test('a month is one word whatever it is called, and a pair of names is one month', () => {
    const july = stems('يوليو');
    for (const name of ['تموز', 'يوليوز', 'جويلية', 'تموز (يوليو)', 'يوليو/تموز'])
      expect(stems(name)).toEqual(july);
    expect(stems('كانون الثاني')).toEqual(stems('يناير'));
    expect(stems('كانون الثاني/يناير')).toEqual(stems('يناير'));
  });

  test('a father is no month, but after a number he is', () => {
    expect(stems('أب')).not.toEqual(stems('آب'));
    expect(stems('15 اب')[1]).toBe(stems('آب')[0]);
  });

  test.each(['والله', 'بالله', 'الله'])('«%s» is not taken for a name in two parts', (word) => {
    expect(analyse(word)).toHaveLength(1);
  });

  test('ranges lie inside the text in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { stem, start, end } of analyse(text)) {
          expect(stem).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
