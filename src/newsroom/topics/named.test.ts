import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { inTransaction, type Newsroom } from '../newsroom.ts';
import { readStory } from '../publications/read.ts';
import type { Named } from '../publications/views.ts';
import { ensureSection } from '../sections/sections.ts';
import { openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import type { Actor } from '../users/roles.ts';
import { ensureNamedIn } from './named.ts';

const named = (
  newsroom: Newsroom,
  table: 'topics' | 'series' | 'people',
  name: string,
  actor: Actor = staff.editor,
): Promise<Named> => inTransaction(newsroom, actor, (work) => ensureNamedIn(work, table, { name }));

describe.each(dialects)('named things on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  test.each(['topics', 'series', 'people'] as const)(
    '%s are added once by their name',
    async (table) => {
      const first = await named(newsroom, table, 'الأهوار والماء');

      const again = await named(newsroom, table, '  الأهوار \n والماء ', staff.reporter);

      expect(again).toEqual(first);
      expect(first).toMatchObject({ slug: 'الأهوار-والماء', name: 'الأهوار والماء' });
    },
  );

  test.each(['topics', 'series', 'people'] as const)(
    '%s of one slug get different addresses',
    async (table) => {
      const plain = await named(newsroom, table, 'علي حسن');
      const marked = await named(newsroom, table, 'عليّ حسن');

      expect([plain.slug, marked.slug]).toEqual(['علي-حسن', 'علي-حسن-2']);
    },
  );

  test('sections are found by name or by slug, and stand in the order of their making', async () => {
    const local = await ensureSection(newsroom, staff.editor, { name: 'محليات' });
    await ensureSection(newsroom, staff.editor, { name: 'رياضة', slug: 'sport' });

    expect(await ensureSection(newsroom, staff.reporter, { name: 'محليّات' })).toEqual(local);
    const rows = await newsroom.store.read
      .selectFrom('sections')
      .select(['slug', 'position'])
      .orderBy('position')
      .execute();
    expect(rows).toEqual([
      { slug: 'محليات', position: 1 },
      { slug: 'sport', position: 2 },
    ]);
  });

  test('are not for a reporter to add', async () => {
    await expect(named(newsroom, 'topics', 'جديد', staff.reporter)).rejects.toMatchObject({
      status: 403,
    });
    await expect(ensureSection(newsroom, staff.reporter, { name: 'جديد' })).rejects.toMatchObject({
      status: 403,
    });
  });

  test.each(['', '   ', 'ا'.repeat(121)])('need a name of reasonable length: %j', async (name) => {
    await expect(named(newsroom, 'topics', name)).rejects.toMatchObject({ status: 400 });
    await expect(ensureSection(newsroom, staff.editor, { name })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('a story that names a topic twice, or one that is gone, is published with those that are', async () => {
    const topic = await named(newsroom, 'topics', 'الجسور');
    const gone = topic.id + 1000;

    const { id } = await published(newsroom, {
      topicIds: [topic.id, topic.id, gone],
      seriesId: gone,
      byline: { personIds: [gone] },
    });

    expect(await readStory(newsroom.store.read, id, newsroom.now())).toMatchObject({
      story: { topics: [topic], series: null, byline: { people: [] } },
    });
  });
});

test.each(sharedDatabases)('two nodes add one name once: $name', async (kind) => {
  const newsroom = await openNewsroom(kind);
  const nodes = [newsroom, await newsroom.another(), newsroom, await newsroom.another()];

  const topics = await Promise.all(nodes.map((node) => named(node, 'topics', 'الجسور')));
  const sections = await Promise.all(
    nodes.map((node) => ensureSection(node, staff.chief, { name: 'محليات' })),
  );

  expect(new Set(topics.map((topic) => topic.id)).size).toBe(1);
  expect(new Set(sections.map((section) => section.id)).size).toBe(1);
  await newsroom.remove();
});
