import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { readFront, readStory } from '../publications/read.ts';
import {
  act,
  content,
  draft,
  hour,
  minute,
  morning,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { emptyBody } from './body.ts';
import { performDue } from './due.ts';
import { loadStory } from './rows.ts';
import { saveStory } from './write.ts';

const { chief, copyeditor, editor } = staff;

async function scheduled(newsroom: TestNewsroom, at: number): Promise<number> {
  const { id } = await draft(newsroom);
  await act(newsroom, copyeditor, id, 'approve');
  await act(newsroom, editor, id, 'schedule', { at });
  return id;
}

describe.each(dialects)('what comes due on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const stateOf = async (id: number) => (await loadStory(newsroom.store.read, id)).state;

  test('is nothing in an empty newsroom', async () => {
    expect(await performDue(newsroom)).toEqual({ done: 0, next: null });
  });

  test('is done at its instant, under that instant, and the next is named', async () => {
    const first = await scheduled(newsroom, morning + hour);
    const second = await scheduled(newsroom, morning + 2 * hour);
    newsroom.clock.at = morning + hour + minute;

    expect(await performDue(newsroom)).toEqual({ done: 1, next: morning + 2 * hour });

    expect(await loadStory(newsroom.store.read, first)).toMatchObject({
      state: 'published',
      publishedAt: morning + hour,
    });
    expect(await stateOf(second)).toBe('scheduled');
  });

  test.each([
    { change: 'was unscheduled', action: 'unschedule' },
    { change: 'was returned', action: 'return' },
    { change: 'was spiked', action: 'spike' },
  ] as const)('is no longer a story that $change', async ({ action }) => {
    const id = await scheduled(newsroom, morning + hour);
    await act(newsroom, editor, id, action, { note: 'ليس الآن' });
    newsroom.clock.at = morning + 2 * hour;

    expect(await performDue(newsroom)).toEqual({ done: 0, next: null });
    expect(await readStory(newsroom.store.read, id, newsroom.now())).toBeNull();
  });

  test('goes back to its desk when it cannot go out, and holds up no other', async () => {
    const emptied = await scheduled(newsroom, morning + hour);
    await saveStory(newsroom, editor, {
      id: emptied,
      version: 1,
      content: content({ body: emptyBody }),
    });
    const other = await scheduled(newsroom, morning + hour + 1);
    newsroom.clock.at = morning + 2 * hour;

    await performDue(newsroom);

    expect(await loadStory(newsroom.store.read, emptied)).toMatchObject({
      state: 'returned',
      note: 'لم تُنشر في موعدها: لا نصّ في هذه المادة بعد. اكتب المتن ثم انشرها.',
    });
    expect(await stateOf(other)).toBe('published');
    expect(await performDue(newsroom)).toEqual({ done: 0, next: null });
  });

  test('is all done in one go, however much it is', async () => {
    for (let n = 0; n < 60; n += 1) await scheduled(newsroom, morning + hour);
    newsroom.clock.at = morning + hour;

    expect(await performDue(newsroom)).toEqual({ done: 60, next: null });
  });

  const front = () => readFront(newsroom.store.read, [], newsroom.now(), morning);

  test('breaking news is over for readers at once, and in the tables when swept', async () => {
    const { id } = await published(newsroom);
    const until = morning + hour;
    await act(newsroom, editor, id, 'prioritise', { priority: 'breaking', priorityUntil: until });
    expect(await front()).toMatchObject({ front: { breaking: { id } }, breakingUntil: until });
    expect(await performDue(newsroom)).toEqual({ done: 0, next: until });

    newsroom.clock.at = until;
    expect(await front()).toMatchObject({ front: { breaking: null }, breakingUntil: null });
    expect(await readStory(newsroom.store.read, id, newsroom.now())).toMatchObject({
      story: { priority: 'normal' },
    });
    expect(await performDue(newsroom)).toEqual({ done: 1, next: null });

    expect(await loadStory(newsroom.store.read, id)).toMatchObject({
      state: 'published',
      priority: 'normal',
      priorityUntil: null,
    });
    const { keys, kind: what } = await newsroom.store.read
      .selectFrom('changes')
      .select(['keys', 'kind'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect([what, keys.split(' ')]).toEqual(['story.priority', expect.arrayContaining(['home'])]);
  });

  test('breaking news without a given end lasts four hours', async () => {
    const { id } = await published(newsroom);

    const story = await act(newsroom, chief, id, 'prioritise', { priority: 'breaking' });

    expect(story.priorityUntil).toBe(morning + 4 * hour);
    const past = act(newsroom, chief, id, 'prioritise', { priority: 'breaking', priorityUntil: 1 });
    await expect(past).rejects.toMatchObject({ status: 400 });
  });
});

describe.each(sharedDatabases)('two nodes of $name', (kind) => {
  test('publish what comes due once', async () => {
    const newsroom = await openNewsroom(kind);
    const other = await newsroom.another();
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await scheduled(newsroom, morning + hour + n));
    newsroom.clock.at = morning + 2 * hour;

    const outcomes = await Promise.all(
      [newsroom, other, newsroom, other].map((node) => performDue(node)),
    );

    expect(outcomes.reduce((sum, { done }) => sum + done, 0)).toBe(ids.length);
    const audit = await newsroom.store.read
      .selectFrom('audit')
      .select('subject_id')
      .where('action', '=', 'story.publish')
      .execute();
    expect(audit.map((row) => Number(row.subject_id)).sort((a, b) => a - b)).toEqual(ids);
    await newsroom.remove();
  });
});
