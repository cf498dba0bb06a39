import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import {
  draft,
  minute,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { listStories, type StoryFilter } from './list.ts';

describe.each(dialects)('the desk’s list on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const list = (filter: Partial<StoryFilter> = {}) =>
    listStories(newsroom.store.read, staff.chief, { limit: 50, ...filter });
  const ids = async (filter: Partial<StoryFilter> = {}): Promise<number[]> =>
    (await list(filter)).rows.map((row) => row.id);
  const later = async (make: () => Promise<{ id: number }>): Promise<number> => {
    newsroom.clock.at += minute;
    return (await make()).id;
  };

  test('puts stories of several states into one order, page by page', async () => {
    const made: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      made.unshift(await later(() => draft(newsroom)));
      made.unshift(await later(() => published(newsroom)));
    }
    const states = ['draft', 'published'] as const;

    const seen: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list({ states, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    }

    expect(seen).toEqual(made);
    expect(await ids({ states: ['published'], sort: 'published' })).toEqual(
      made.filter((_, n) => n % 2 === 0),
    );
    expect(await ids({ states: ['review'] })).toEqual([]);
  });

  test('pages to the end of what the index found, however much that is', async () => {
    const made: number[] = [];
    for (let n = 0; n < 7; n += 1) made.unshift(await later(() => draft(newsroom)));
    const far = Array.from({ length: 9990 }, (_, n) => 1_000_000 + n);
    const filter = { q: 'كلمة', matches: [...made, ...far], states: ['draft', 'review'] as const };

    const seen: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list({ ...filter, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    }

    expect(seen).toEqual(made);
  });

  test('finds by what a story is called, and by what the index found in its text', async () => {
    const bridge = await later(() => draft(newsroom, { headline: 'الجسر الجديد' }));
    const wheat = await later(() => draft(newsroom, { headline: 'موسم القمح', kicker: 'زراعة' }));
    const other = await later(() => published(newsroom, { headline: 'أخرى' }));

    expect(await ids({ q: 'الجس' })).toEqual([bridge]);
    expect(await ids({ q: 'زراعه' })).toEqual([wheat]);
    expect(await ids({ q: 'زراعة', matches: [other, bridge, wheat] })).toEqual([
      other,
      wheat,
      bridge,
    ]);
    expect(await ids({ q: 'زراعة', matches: [other], states: ['draft'] })).toEqual([wheat]);
    expect(await ids({ q: String(other) })).toEqual([other]);
  });
});
