import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FtsIndex } from '../../store/search/fts-index.ts';
import type { SearchIndex } from '../../store/search/search-index.ts';
import { databaseKinds } from '../../store/testing/databases.ts';
import { act, draft, openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { paragraphOf } from './body.ts';
import { completeQuery, searchDesk } from './search.ts';
import { saveStory } from './write.ts';

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
      { query, limit: 10, ...(states === undefined ? {} : { states }) },
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

  test('completes what is being typed', async () => {
    await draft(newsroom, { headline: 'المكتبة العامة' });
    await ask('المكتبة');

    expect(await completeQuery(index, 'في المكت')).toEqual(['في المكتبة']);
  });
});
