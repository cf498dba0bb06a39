import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { readStory } from '../newsroom/publications/read.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { dialects, type TestDatabase } from '../store/testing/databases.ts';
import { type IngestOptions, ingestPage } from './ingest-page.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const siteUrl = 'https://news.example';

const page = `السوق القديمة تفتح أبوابها ليلاً

مرسى الزيتون – المنارة

قالت بلدية مرسى الزيتون إن السوق القديمة ستفتح أبوابها ليلاً ابتداءً من الأسبوع المقبل.

وأوضحت أن المصابيح الجديدة رُكّبت في الممرّات كلّها.
`;

describe.each(dialects)('ingestPage on $name', ({ create }) => {
  let database: TestDatabase;
  let newsroom: Newsroom;

  beforeEach(async () => {
    database = await create();
    newsroom = { store: await database.open(), now: () => now };
  });
  afterEach(() => database.remove());

  const take = (options: Partial<IngestOptions> = {}, text = page): ReturnType<typeof ingestPage> =>
    ingestPage(newsroom, systemActor, text, {
      publish: true,
      section: null,
      date: null,
      siteUrl,
      ...options,
    });
  const stories = async (): Promise<number> =>
    (await newsroom.store.read.selectFrom('stories').select('id').execute()).length;

  test('publishes the page in its section, made if there is none, under the given day', async () => {
    const story = await take({ section: 'المدينة', date: '2021-07-24' });
    const found = await readStory(newsroom.store.read, story.id, now);

    expect(story).toMatchObject({
      state: 'published',
      headline: 'السوق القديمة تفتح أبوابها ليلاً',
      dateline: { place: 'مرسى الزيتون', outlet: 'المنارة' },
    });
    expect(decodeURI(story.url)).toBe(`${siteUrl}/${story.id}/السوق-القديمة-تفتح-أبوابها-ليلا`);
    expect(found?.story).toMatchObject({
      publishedAt: Date.parse('2021-07-23T21:00:00Z'),
      section: { name: 'المدينة' },
      sources: [{ kind: 'outlet', name: 'المنارة' }],
    });
  });

  test('keeps a page that is not published from readers', async () => {
    const story = await take({ publish: false });

    expect(story.state).toBe('draft');
    expect(await readStory(newsroom.store.read, story.id, now)).toBeNull();
  });

  test('refuses the same page a second time and says which story it is', async () => {
    const { id } = await take();

    await expect(take()).rejects.toMatchObject({
      status: 409,
      hint: expect.stringContaining(`story ${id}`),
    });
    expect(await stories()).toBe(1);
  });

  test.each([['2031-01-01'], ['2021-02-31'], ['قريباً']])(
    'refuses the date %s and leaves nothing behind, the new section neither',
    async (date) => {
      await expect(take({ date, section: 'جديد' })).rejects.toMatchObject({ status: 400 });

      expect(await stories()).toBe(0);
      expect(await newsroom.store.read.selectFrom('sections').select('id').execute()).toEqual([]);
    },
  );
});
