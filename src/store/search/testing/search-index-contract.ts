import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now, type OpenedIndex, story, testedIndex } from './tested-index.ts';

/** How every search index must keep what it is given, whatever engine is behind it. */
export function testSearchIndex(name: string, open: () => Promise<OpenedIndex>): void {
  describe(name, () => {
    const tested = testedIndex(open);
    const { put, ask, idsFor } = tested;

    test('replaces a story that is put in again, and forgets one that is taken out', async () => {
      await put(story(1, { headline: 'القمح' }), story(2, { headline: 'الشعير' }));
      await tested.index.apply([story(1, { headline: 'الذرة' })], [2], {});

      expect(await idsFor('القمح')).toEqual([]);
      expect(await idsFor('الشعير')).toEqual([]);
      expect(await idsFor('الذرة')).toEqual([1]);
      expect(await tested.index.size()).toMatchObject({ stories: 1 });
      expect(await tested.index.complete('القم', 5)).toEqual([]);
    });

    test('answers from what another process has just put in', async () => {
      expect(await idsFor('القمح')).toEqual([]);
      const other = await tested.opened.another();
      await other.apply([story(1, { headline: 'القمح' })], [], {});

      expect(await idsFor('القمح')).toEqual([1]);
    });

    test('answers the same when it has read ahead, and from what changes afterwards', async () => {
      const names = ['القمح', 'الشعير', 'الذرة', 'الأرز', 'النهر', 'الجسر'];
      const many = Array.from({ length: 1300 }, (_, i) =>
        story(2 + i * 3, {
          headline: `سعر ${names[i % 6]}`,
          body: `حصاد ${names[i % 4]} قرب ${names[i % 5]} ${i % 7 === 0 ? names[i % 3] : ''} مدينة ${i % 40}`,
        }),
      );
      await put(...many);
      const queries = ['القمح', 'حصاد', 'سعر القمح والجسر', 'مدينة 17', 'للنهر', 'الشعيير', 'قصب'];
      const before = await Promise.all(queries.map((query) => ask(query)));
      const other = await tested.opened.another();
      await other.search({ query: 'القمح', limit: 5, now });
      while (await other.readAhead());

      for (const [i, query] of queries.entries())
        expect(await other.search({ query, filters: {}, limit: 50, now }), query).toEqual(
          before[i],
        );

      await put(story(1, { headline: 'قصب السكر' }));
      await tested.index.apply([], [2], {});
      const after = await other.search({ query: 'قصب', limit: 50, now });
      expect(after.matches.map(({ id }) => id)).toEqual([1]);
      const { total } = await other.search({ query: 'حصاد', limit: 50, now });
      expect(total).toBe(1299);
    });

    test('completes the last word with those that stories hold, the commonest first', async () => {
      await put(
        story(1, { headline: 'الحكومة تجتمع' }),
        story(2, { headline: 'الحكومة والحكم' }),
        story(3, { headline: 'الحكم العادل' }),
        story(4, { headline: 'الحكومة' }),
      );

      expect(await tested.index.complete('قالت الحك', 5)).toEqual(['قالت الحكومة', 'قالت الحكم']);
      expect(await tested.index.complete('', 5)).toEqual([]);
    });

    test('names earlier stories that speak of the same', async () => {
      const rest = Array.from({ length: 20 }, (_, i) => story(10 + i, { headline: `خبر ${i}` }));
      await put(
        ...rest,
        story(1, { headline: 'ترميم الجسر القديم', body: 'بدأ ترميم الجسر الحجري', at: now }),
        story(2, { headline: 'الجسر الحجري', body: 'ترميم الجسر يتأخّر', at: now - 5 }),
        story(3, { headline: 'ترميم الجسر الحجري', body: 'ترميم الجسر', at: now + 5 }),
        story(4, { headline: 'سوق السمك', body: 'الأسعار اليوم' }),
      );

      expect(await tested.index.findRelated(1, 4)).toEqual([2]);
      expect(await tested.index.findRelated(999, 4)).toEqual([]);
    });

    test('keeps which stories are related until the story changes', async () => {
      await put(story(1), story(2));
      await tested.index.keepRelated(new Map([[2, [1]]]));

      expect(await tested.index.related(2)).toEqual([1]);
      expect(await tested.index.related(1)).toBeNull();
      expect(await tested.index.withoutRelated(5)).toEqual([1]);

      await put(story(2));
      expect(await tested.index.related(2)).toBeNull();
    });

    test.each([
      '',
      '   ',
      '"',
      '«»؟!',
      '«',
      '-',
      '-قمح',
      'AND OR NOT NEAR(',
      'headline:*',
      '{facets} : s1',
      '* ^ - +',
      "'; drop table stories; --",
      '\u0000\u0001',
      '\ud800',
      'ا'.repeat(10_000),
      'كلمة '.repeat(5_000),
      '🙂',
      '𝒜𝒷 cafe\u0301s',
      'و',
      'ـــ ًٌٍ',
    ])('answers %j without an error', async (query) => {
      await put(story(1, { headline: 'القمح' }));

      await expect(ask(query)).resolves.toMatchObject({ total: expect.any(Number) });
      await expect(tested.index.matching({ query, limit: 5 })).resolves.toBeInstanceOf(Array);
    });

    test('takes any text as a story and as a question', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          async (first, second) => {
            await put(story(1, { headline: first, body: second }));
            for (const query of [first, second, `«${first}» -${second}`]) {
              const { matches } = await ask(query);
              await tested.index.matching({ query, limit: 5 });
              for (const { snippet, marks } of matches)
                for (const [start, end] of marks) {
                  expect(start).toBeLessThan(end);
                  expect(end).toBeLessThanOrEqual(snippet.length);
                }
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    test('remembers how far it has followed when it is opened again', async () => {
      await tested.index.apply([], [], { followedTo: 41, builtTo: 7 });
      const again = await tested.opened.another();

      expect(await again.followedTo()).toBe(41);
      expect(await again.builtTo()).toBe(7);
    });

    test('knows nothing any more when it has been cleared', async () => {
      await tested.index.apply([story(1, { headline: 'القمح' })], [], { followedTo: 9 });
      await tested.index.clear();

      expect(await tested.index.followedTo()).toBeNull();
      expect(await idsFor('القمح')).toEqual([]);
    });

    test('keeps neither stories nor progress of a batch that failed', async () => {
      const broken = story(3, { body: null as unknown as string });

      await expect(
        tested.index.apply([story(1, { headline: 'القمح' }), broken], [], { followedTo: 9 }),
      ).rejects.toThrow();

      expect(await idsFor('القمح')).toEqual([]);
      expect(await tested.index.followedTo()).toBeNull();
    });
  });
}
