import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FtsIndex } from '../../store/search/fts-index.ts';
import type { SearchIndex } from '../../store/search/search-index.ts';
import { databaseKinds } from '../../store/testing/databases.ts';
import { addTerm } from '../terms/terms.ts';
import {
  act,
  colleague,
  content,
  draft,
  minute,
  openNewsroom,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { paragraphOf } from './body.ts';
import { completeQuery, type DeskFilters, matchInIndex, searchDesk } from './search.ts';
import { createStory, saveStory } from './write.ts';

describe.each(databaseKinds)('search at the desk on $name', (kind) => {
  let newsroom: TestNewsroom;
  let index: SearchIndex;
  let folder: string;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matbaa-desk-index-'));
    index = new FtsIndex(join(folder, 'desk.sqlite'));
  });
  afterEach(async () => {
    await index.close();
    rmSync(folder, { recursive: true, force: true });
    await newsroom.clear();
  });
  afterAll(() => newsroom.remove());

  const ask = (query: string, states?: ('draft' | 'published')[]) =>
    searchDesk(
      newsroom.store.read,
      index,
      { query, limit: 10, ...(states === undefined ? {} : { filters: { states } }) },
      newsroom.now(),
    );

  test('finds a draft nobody has published, with what was found marked', async () => {
    const { id } = await draft(newsroom, {
      headline: 'المسؤولون عن الجسر',
      body: { type: 'doc', content: [paragraphOf('تصريح المسؤولين قبل الافتتاح.')] },
    });

    const { total, hits } = await ask('مسؤول');

    expect(total).toBe(1);
    expect(hits).toMatchObject([{ id, state: 'draft', headlineMarks: [[0, 9]] }]);
    expect(hits[0]?.marks.map(([a, b]) => hits[0]?.snippet.slice(a, b))).toEqual(['المسؤولين']);
  });

  test('finds what the last save says, and no longer what it said before', async () => {
    const story = await draft(newsroom, { headline: 'القمح' });
    await ask('القمح');
    await saveStory(newsroom, staff.reporter, {
      id: story.id,
      version: story.version,
      content: { ...story.content, headline: 'الشعير' },
    });

    expect((await ask('القمح')).hits).toEqual([]);
    expect((await ask('الشعير')).hits).toHaveLength(1);
  });

  test('keeps to the states that were asked for', async () => {
    await draft(newsroom, { headline: 'جسر المسوّدة' });
    const { id } = await draft(newsroom, { headline: 'جسر منشور' });
    await act(newsroom, staff.chief, id, 'publishAtOnce');

    expect((await ask('جسر')).total).toBe(2);
    expect((await ask('جسر', ['published'])).hits.map((hit) => hit.id)).toEqual([id]);
  });

  describe('among hundreds of published stories with the word', () => {
    const crowd = 300;
    let needle: number;
    let section: number;
    beforeEach(async () => {
      section = (await addTerm(newsroom, staff.chief, 'sections', { name: 'سياسة' })).id;
      // What is long ago and mentions it late comes last in every order.
      const late = `${'تفاصيل أخرى عن الطقس والزراعة. '.repeat(20)} ثم تحدثت الحكومة.`;
      const story = await createStory(newsroom, colleague, {
        content: content({
          headline: 'زنبركات الساعة',
          sectionId: section,
          body: { type: 'doc', content: [paragraphOf(late)] },
        }),
      });
      needle = story.id;
      newsroom.clock.at += minute;
      await newsroom.store.write(async (tx) => {
        const row = await tx
          .selectFrom('stories')
          .selectAll()
          .where('id', '=', needle)
          .executeTakeFirstOrThrow();
        const headline = 'الحكومة تجتمع';
        const { id: _, ...like } = row;
        const more = Array.from({ length: crowd }, (_none, n) => ({
          ...like,
          headline,
          content_json: JSON.stringify(content({ headline: `${headline} للمرة ${n}` })),
          section_id: null,
          state: 'published',
          author_id: staff.reporter.userId,
          updated_at: newsroom.now(),
        }));
        for (let n = 0; n < crowd; n += 50)
          await tx
            .insertInto('stories')
            .values(more.slice(n, n + 50))
            .execute();
      });
    });

    const found = async (filters: DeskFilters): Promise<number[]> =>
      (
        await searchDesk(
          newsroom.store.read,
          index,
          { query: 'الحكومة', limit: 10, filters },
          newsroom.now(),
        )
      ).hits.map(({ id }) => id);
    const matched = (query: string, filters: DeskFilters = {}, limit = 1000): Promise<number[]> =>
      matchInIndex(index, { query, limit, filters }, newsroom.now());

    test('finds the one of a state, a section or a writer', async () => {
      expect(await found({})).not.toContain(needle);
      for (const filters of [
        { states: ['draft', 'review'] as const },
        { sectionId: section },
        { authorId: colleague.userId ?? '' },
      ]) {
        expect(await found(filters)).toEqual([needle]);
        expect(await matched('الحكومة', filters, 10)).toEqual([needle]);
      }
      expect(await found({ states: ['review'] })).toEqual([]);
      expect(await found({ states: [] })).toEqual([]);

      await act(newsroom, staff.chief, needle, 'submit');

      expect(await found({ states: ['draft'] })).toEqual([]);
      expect(await found({ states: ['review'] })).toEqual([needle]);
    });

    test('lists every story that matches, up to what is asked for', async () => {
      await found({});

      expect(await matched('الحكومة')).toHaveLength(crowd + 1);
      expect(await matched('الحكومة تجتمع -الطقس', { states: ['published'] })).toHaveLength(crowd);
      expect(await matched('الحكومة', {}, 50)).toHaveLength(50);
    });

    test('lists what is being typed, wherever it lies', async () => {
      await found({});

      for (const typed of ['زنبر', 'الزنبر', 'زنبركات الس', 'الحكومة زنب'])
        expect(await matched(typed), typed).toEqual([needle]);
      // Only the last word is still being typed; where none has all, those with some are shown.
      expect(await index.matching({ query: 'زنبر الساعة', limit: 10 })).toEqual([]);
      expect(await matched('زنبر الساعة')).toEqual([needle]);
    });
  });

  test('completes what is being typed', async () => {
    await draft(newsroom, { headline: 'المكتبة العامة' });
    await ask('المكتبة');

    expect(await completeQuery(index, 'في المكت')).toEqual(['في المكتبة']);
  });
});
