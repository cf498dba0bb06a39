import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { seeHotThread } from '../comments/hot-threads.ts';
import {
  act,
  draft,
  hour,
  minute,
  openNewsroom,
  staff,
  storyIn,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import type { Role } from '../users/roles.ts';
import { bePresent, leave, presenceIn } from './presence.ts';
import { readToday } from './today.ts';
import { mayEdit, viewStory } from './view.ts';

describe.each(dialects)('a day at the desk on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const todayOf = async (role: Role) => {
    const actor = { ...staff[role], userId: `user-${role}` };
    const today = await readToday(newsroom.store.read, actor, newsroom.now());
    const ids = (rows: { id: number }[]): number[] => rows.map((row) => row.id);
    return { ...today, mine: ids(today.mine), waiting: ids(today.waiting) };
  };

  test('tells a thread that runs hot to its writer and to moderators, until one has looked', async () => {
    const { id } = await storyIn(newsroom, 'published');
    await newsroom.store.write((tx) =>
      tx
        .insertInto('hot_threads')
        .values({ story_id: id, at: newsroom.now(), replies: 60 })
        .execute(),
    );
    const hot = async (role: Role) =>
      (await todayOf(role)).hot.map(({ story, replies }) => [story.id, replies]);
    expect(await hot('reporter')).toEqual([[id, 60]]);
    expect(await hot('moderator')).toEqual([[id, 60]]);
    expect(await hot('copyeditor')).toEqual([]);
    await expect(seeHotThread(newsroom, staff.copyeditor, id)).rejects.toMatchObject({
      status: 403,
    });
    await seeHotThread(newsroom, staff.reporter, id);
    expect(await hot('moderator')).toEqual([]);
  });

  test('begins with one’s own, with what waits for the role, and with what is to come', async () => {
    const mine = await draft(newsroom);
    const review = await storyIn(newsroom, 'review');
    const ready = await storyIn(newsroom, 'ready');
    const later = await storyIn(newsroom, 'ready');
    await act(newsroom, staff.chief, later.id, 'schedule', { at: newsroom.now() + 2 * hour });
    const soon = await storyIn(newsroom, 'scheduled');
    const out = await storyIn(newsroom, 'published');

    const reporter = await todayOf('reporter');
    expect(reporter.mine.toSorted()).toEqual([mine.id, review.id, ready.id]);
    expect(reporter.waiting).toEqual([]);
    expect((await todayOf('copyeditor')).waiting).toEqual([review.id]);
    const editor = await todayOf('editor');
    expect(editor).toMatchObject({ mine: [], published: [{ id: out.id }] });
    expect(editor.waiting.toSorted()).toEqual([review.id, ready.id]);
    expect(editor.scheduled.map((row) => row.id)).toEqual([soon.id, later.id]);
    expect(editor.counts).toMatchObject({ draft: 1, review: 1, ready: 1, scheduled: 2 });
  });

  test('shows who else has a story open, until they leave or are silent', async () => {
    const { id } = await draft(newsroom);
    await bePresent(newsroom, 'user-editor', id, 4);
    await bePresent(newsroom, 'user-chief', id, null);

    const { editing } = await todayOf('chief');
    expect(editing).toMatchObject([{ story: { id }, people: [{ name: 'editor', where: 4 }] }]);
    await leave(newsroom, 'user-chief', id);
    expect((await todayOf('chief')).editing).toHaveLength(1);
    newsroom.clock.at += minute;
    expect(await presenceIn(newsroom.store.read, id, newsroom.now())).toEqual([]);
    expect((await todayOf('chief')).editing).toEqual([]);
    await expect(bePresent(newsroom, 'user-chief', id + 1, 0)).rejects.toMatchObject({
      status: 404,
    });
  });

  test('opens a story with what this person may do now, and what readers have', async () => {
    const { id } = await storyIn(newsroom, 'published');
    const view = await viewStory(newsroom, staff.editor, id);

    expect(view).toMatchObject({ mayEdit: true, published: { version: 1 }, autosave: null });
    expect(view.actions.map((one) => one.name)).toEqual([
      'update',
      'correct',
      'withdraw',
      'prioritise',
    ]);
    expect(view.actions.find((one) => one.name === 'correct')).toMatchObject({ note: true });
    const byReporter = await viewStory(newsroom, staff.reporter, id);
    expect(byReporter).toMatchObject({ actions: [], mayEdit: true });
  });

  test.each([
    ['draft', true],
    ['review', true],
    ['ready', false],
    ['scheduled', false],
    ['spiked', false],
    ['withdrawn', false],
  ] as const)('a reporter’s own story, %s: may be edited? %s', async (state, expected) => {
    const story = await storyIn(newsroom, state);

    expect(mayEdit(staff.reporter, story)).toBe(expected);
    expect(mayEdit(staff.moderator, story)).toBe(false);
  });
});
