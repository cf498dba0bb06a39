import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SearchIndex } from './search-index.ts';

let folder: string;
let index: SearchIndex;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matbaa-index-'));
  index = new SearchIndex(join(folder, 'search.sqlite'));
});
afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

const story = (
  id: number,
  headline: string,
  body = 'متن قصير',
): {
  id: number;
  headline: string;
  body: string;
} => ({ id, headline, body });

const idsFor = (query: string): number[] => index.search(query, 50).matches.map(({ id }) => id);

describe('SearchIndex', () => {
  test.each([
    ['العراقيه', 'الحكومة العراقية تجتمع'],
    ['الاثنين', 'جلسة يوم الإثنين'],
    ['مسؤول', 'المسؤولون يردّون'],
    ['مَكتَبة', 'المكتبة العامة تفتح'],
    ['٢٠٢٦', 'موازنة 2026'],
    ['MATBAA', 'برنامج matbaa الجديد'],
  ])('finds what «%s» means in «%s»', (query, headline) => {
    index.apply([story(1, headline), story(2, 'طقس مشمس')], [], {});

    expect(idsFor(query)).toEqual([1]);
  });

  test('puts a headline above a mention in the text', () => {
    index.apply([story(1, 'خبر آخر', 'في النهر قوارب'), story(2, 'النهر يفيض')], [], {});

    expect(idsFor('النهر')).toEqual([2, 1]);
  });

  test('gives the stories with every word when there are some, else those with any', () => {
    index.apply([story(1, 'جسر النهر'), story(2, 'جسر المدينة')], [], {});

    expect(idsFor('جسر النهر')).toEqual([1]);
    expect(idsFor('جسر القمر').sort()).toEqual([1, 2]);
  });

  test('replaces a story that is put in again, and forgets one that is taken out', () => {
    index.apply([story(1, 'القمح'), story(2, 'الشعير')], [], {});
    index.apply([story(1, 'الذرة')], [2], {});

    expect(idsFor('القمح')).toEqual([]);
    expect(idsFor('الشعير')).toEqual([]);
    expect(idsFor('الذرة')).toEqual([1]);
  });

  test.each([
    '',
    '   ',
    '"',
    '«»؟!',
    'AND OR NOT NEAR(',
    'headline:*',
    '* ^ - +',
    "'; drop table stories; --",
    '\u0000\u0001',
    '\ud800',
    'ا'.repeat(10_000),
    'كلمة '.repeat(5_000),
    '🙂',
  ])('answers %j without an error', (query) => {
    index.apply([story(1, 'القمح')], [], {});

    expect(() => index.search(query, 20)).not.toThrow();
  });

  test('remembers how far it has followed when it is opened again', () => {
    index.apply([], [], { followedTo: 41, builtTo: 7 });
    index.close();
    index = new SearchIndex(join(folder, 'search.sqlite'));

    expect(index.followedTo()).toBe(41);
    expect(index.builtTo()).toBe(7);
  });

  test('keeps neither stories nor progress of a batch that failed', () => {
    const broken = { id: 3, headline: 'سليم', body: null as unknown as string };

    expect(() => index.apply([story(1, 'القمح'), broken], [], { followedTo: 9 })).toThrow();

    expect(idsFor('القمح')).toEqual([]);
    expect(index.followedTo()).toBeNull();
  });
});
