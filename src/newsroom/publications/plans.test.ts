import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../store/migrate.ts';
import type { Database, Db } from '../../store/schema.ts';
import { DirectChannel } from '../../store/sqlite-channel.ts';
import { NodeSqliteDialect } from '../../store/sqlite-dialect.ts';
import { headlinesSince, storyAddresses } from './addresses.ts';
import { readHits } from './hits.ts';
import { daysAround, listStories } from './lists.ts';
import { neighbours } from './neighbours.ts';
import { announcedEvents, newestStories, readCards, readFront, readStory } from './read.ts';
import { earlierOfSection, earlierOfTopics, newestOfTopic } from './related.ts';

/** How SQLite would go about each statement of a readers' query: along an index, sorting nothing. */

let file: DatabaseSync;
let plans: string[] = [];
let db: Db;
beforeAll(async () => {
  file = new DatabaseSync(':memory:');
  db = new Kysely<Database>({
    dialect: new NodeSqliteDialect(new DirectChannel(file), false),
    log({ query: { sql, parameters } }) {
      if (!sql.startsWith('select') && !sql.startsWith('with')) return;
      const steps = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as number[]));
      plans.push(steps.map((step) => String(step.detail)).join('\n'));
    },
  });
  await migrate(db, 'sqlite');
});
afterAll(() => file.close());

const before = { publishedAt: 5, id: 7 };
const page = { now: 1, limit: 20, before };
const named = (id: number) => ({ id, slug: '', name: '' });
const timeZone = 'Asia/Baghdad';

test.each([
  { name: 'the latest', ask: () => listStories(db, { kind: 'latest' }, page) },
  { name: 'a section', ask: () => listStories(db, { kind: 'section', id: 1 }, page) },
  { name: 'a series', ask: () => listStories(db, { kind: 'series', id: 1 }, page) },
  { name: 'a topic', ask: () => listStories(db, { kind: 'topic', id: 1 }, page) },
  { name: 'a person', ask: () => listStories(db, { kind: 'person', id: 1 }, page) },
  { name: 'a day', ask: () => listStories(db, { kind: 'day', day: '2021-07-24', timeZone }, page) },
  { name: 'the days around', ask: () => daysAround(db, '2021-07-24', timeZone) },
  { name: 'a story', ask: () => readStory(db, 1, 1) },
  { name: 'cards', ask: () => readCards(db, [1, 2, 3], 1) },
  { name: 'a feed', ask: () => newestStories(db, { now: 1, limit: 20 }) },
  {
    name: 'a section’s feed',
    ask: () => newestStories(db, { now: 1, limit: 20, sectionId: 1, since: 1 }),
  },
  {
    name: 'stories that share topics',
    ask: () => earlierOfTopics(db, before, [named(1), named(2)]),
  },
  { name: 'more of a topic', ask: () => newestOfTopic(db, 1, 1) },
  { name: 'more of a section', ask: () => earlierOfSection(db, before, 1, 1) },
  { name: 'neighbours', ask: () => neighbours(db, before) },
  { name: 'announced dates', ask: () => announcedEvents(db, 1, 5) },
  { name: 'the front page', ask: () => readFront(db, [named(1), named(2)], 1, 1) },
  { name: 'the news sitemap', ask: () => headlinesSince(db, 1, 1000) },
  { name: 'a sitemap', ask: () => storyAddresses(db, { first: 1, last: 5000 }) },
])('$name runs along an index and sorts nothing', async ({ ask }) => {
  plans = [];

  await ask();

  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) {
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan).toMatch(/SEARCH/);
    // Only what a sub-select has narrowed down may be read whole.
    expect(plan).not.toMatch(/SCAN (?!older|newer|earlier)/);
  }
});

test.each([
  {
    name: 'a section',
    index: 'publications_section',
    ask: () => listStories(db, { kind: 'section', id: 1 }, page),
  },
  {
    name: 'a series',
    index: 'publications_series',
    ask: () => listStories(db, { kind: 'series', id: 1 }, page),
  },
  { name: 'pinned stories', index: 'publications_priority', ask: () => readFront(db, [], 1, 1) },
  {
    name: 'more of a section',
    index: 'publications_section',
    ask: () => earlierOfSection(db, before, 1, 1),
  },
  { name: 'neighbours', index: 'publications_latest', ask: () => neighbours(db, before) },
])('$name runs along $index', async ({ index, ask }) => {
  plans = [];

  await ask();

  expect(plans.join('\n')).toContain(`USING INDEX ${index}`);
});

test.each([5, 200])('%i search results are looked up by key', async (length) => {
  plans = [];

  await readHits(
    db,
    Array.from({ length }, (_, i) => i),
  );

  expect(plans.join('\n')).toContain('SEARCH publications USING INTEGER PRIMARY KEY');
});
