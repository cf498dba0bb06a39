import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { inTransaction } from '../newsroom.ts';
import { performActionIn } from '../stories/perform.ts';
import { createStoryIn } from '../stories/write.ts';
import {
  act,
  content,
  minute,
  morning,
  openNewsroom,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { makePlaces, type Places } from '../testing/places.ts';
import { cursorOf, daysAround, type ListOf, listStories, placeFrom } from './lists.ts';
import { neighbours } from './neighbours.ts';
import { newestStories } from './read.ts';

const count = 250;
const timeZone = 'Asia/Baghdad';

describe.each(dialects)('lists on $name', (kind) => {
  let newsroom: TestNewsroom;
  let places: Places;
  /** Newest first: by time, and of one time by id. */
  let ids: number[];

  /** Most of one minute, a few just before and after, one withdrawn, one the day before. */
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    places = await makePlaces(newsroom);
    const stories = await inTransaction(
      newsroom,
      staff.chief,
      async (work) => {
        const made: { id: number; at: number }[] = [];
        for (let n = 0; n < count; n += 1) {
          const at = morning - (n % 50 === 7 ? minute : n % 50 === 9 ? 2 * minute : 3 * minute);
          const story = await createStoryIn(work, { content: content(places.everywhere) });
          await performActionIn(work, story, { id: story.id, action: 'publishAtOnce', at });
          made.push({ id: story.id, at });
        }
        return made;
      },
      { bulk: true },
    );
    const withdrawn = stories[100];
    if (withdrawn === undefined) throw new Error('No story was made.');
    await act(newsroom, staff.chief, withdrawn.id, 'withdraw', { note: 'اختبار' });
    ids = stories
      .filter((story) => story !== withdrawn)
      .sort((a, b) => b.at - a.at || b.id - a.id)
      .map((story) => story.id);
  });
  afterAll(() => newsroom.remove());

  const lists = (): Record<string, ListOf> => ({
    latest: { kind: 'latest' },
    section: { kind: 'section', id: places.section },
    series: { kind: 'series', id: places.series },
    topic: { kind: 'topic', id: places.topic },
    person: { kind: 'person', id: places.person },
    day: { kind: 'day', day: '2021-07-24', timeZone },
  });

  test.each(['latest', 'section', 'series', 'topic', 'person', 'day'])(
    'the %s list pages through stories of equal time without repeat or gap',
    async (name) => {
      const of = lists()[name];
      if (of === undefined) throw new Error(name);
      const seen: number[] = [];
      const sizes: number[] = [];
      let cursor: string | null = null;
      do {
        const before = cursor === null ? null : placeFrom(cursor);
        const page = await listStories(newsroom.store.read, of, {
          now: newsroom.now(),
          limit: 20,
          ...(before === null ? {} : { before }),
        });
        sizes.push(page.stories.length);
        seen.push(...page.stories.map((card) => card.id));
        cursor = page.older;
      } while (cursor !== null);

      expect(seen).toEqual(ids);
      expect(sizes).toEqual([...Array<number>(12).fill(20), 9]);
    },
  );

  test.each([
    { what: 'another section', of: (): ListOf => ({ kind: 'section', id: places.otherSection }) },
    { what: 'another topic', of: (): ListOf => ({ kind: 'topic', id: places.otherTopic }) },
    { what: 'another day', of: (): ListOf => ({ kind: 'day', day: '2021-07-23', timeZone }) },
  ])('$what is empty', async ({ of }) => {
    const list = await listStories(newsroom.store.read, of(), { now: newsroom.now(), limit: 20 });

    expect(list).toEqual({ stories: [], older: null });
  });

  test('a list that just fills its page has no older one', async () => {
    const list = await listStories(
      newsroom.store.read,
      { kind: 'latest' },
      {
        now: newsroom.now(),
        limit: ids.length,
      },
    );

    expect([list.stories.length, list.older]).toEqual([ids.length, null]);
  });

  test('neighbours lead from the oldest story to the newest and back, one by one', async () => {
    const { stories } = await listStories(
      newsroom.store.read,
      { kind: 'latest' },
      {
        now: newsroom.now(),
        limit: count,
      },
    );

    const beside = await Promise.all(stories.map((card) => neighbours(newsroom.store.read, card)));

    expect(beside.map((one) => one.previous?.id ?? null)).toEqual([...ids.slice(1), null]);
    expect(beside.map((one) => one.next?.id ?? null)).toEqual([null, ...ids.slice(0, -1)]);
  });

  test('feeds hold the newest first, of a section and since an instant when asked', async () => {
    const { read } = newsroom.store;
    const now = newsroom.now();

    const newest = await newestStories(read, { now, limit: 12 });
    const recent = await newestStories(read, {
      now,
      limit: 500,
      sectionId: places.section,
      since: morning - minute,
    });
    const elsewhere = await newestStories(read, { now, limit: 5, sectionId: places.otherSection });

    expect(newest.map((story) => story.id)).toEqual(ids.slice(0, 12));
    expect(recent.map((story) => story.id)).toEqual(ids.slice(0, 5));
    expect(elsewhere).toEqual([]);
  });

  test('the archive knows the nearest days on which something was published', async () => {
    const { read } = newsroom.store;

    const [on, after, before] = await Promise.all(
      ['2021-07-24', '2021-07-30', '2021-07-01'].map((at) => daysAround(read, at, timeZone)),
    );

    expect(on).toEqual({ before: null, after: null });
    expect(after).toEqual({ before: morning - minute, after: null });
    expect(before).toEqual({ before: null, after: morning - 3 * minute });
  });
});

describe('a cursor', () => {
  test.each([
    { publishedAt: morning, id: 12 },
    { publishedAt: 0, id: 1 },
    { publishedAt: Date.UTC(3000, 0), id: 99_999_999 },
    { publishedAt: Date.UTC(1936, 4, 10), id: 3 },
  ])('is read back as it was written: $publishedAt, $id', (place) => {
    expect(placeFrom(cursorOf(place))).toEqual(place);
  });

  test.each([
    '',
    '-',
    'abc',
    '1-',
    '-1',
    '1-2-3',
    'ABC-1',
    '1 -2',
    `${'z'.repeat(10)}-1`,
    '١-٢',
    '1-2\n',
  ])('is nothing else: %j', (text) => {
    expect(placeFrom(text)).toBeNull();
  });
});
