import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { readStory } from '../publications/read.ts';
import {
  act,
  content,
  hour,
  morning,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { performDue } from './due.ts';
import { loadStory } from './rows.ts';
import type { Story } from './story.ts';
import { createStory, saveStory } from './write.ts';

const { chief, copyeditor, editor } = staff;
const end = morning + 6 * hour;

describe.each(dialects)('an embargo on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const embargoed = (): Promise<Story> =>
    createStory(newsroom, editor, { content: content(), embargoUntil: end });
  const ready = async (): Promise<Story> => {
    const { id } = await embargoed();
    return act(newsroom, copyeditor, id, 'approve');
  };
  const readers = (id: number) => readStory(newsroom.store.read, id, newsroom.now());

  test.each([
    { path: 'publishing now', action: 'publish', at: undefined },
    { path: 'publishing under a past date', action: 'publish', at: morning - hour },
    { path: 'publishing under the date of its end', action: 'publish', at: end },
    { path: 'a schedule before its end', action: 'schedule', at: end - 1 },
  ] as const)('is not got round by $path', async ({ action, at }) => {
    const { id } = await ready();

    const early = act(newsroom, chief, id, action, at === undefined ? {} : { at });

    await expect(early).rejects.toMatchObject({ status: 400 });
    expect(await loadStory(newsroom.store.read, id)).toMatchObject({
      state: 'ready',
      publishAt: null,
    });
    expect(await readers(id)).toBeNull();
  });

  test('is not got round by publishing a draft at once', async () => {
    const { id } = await embargoed();

    const early = act(newsroom, chief, id, 'publishAtOnce', { at: morning - hour });

    await expect(early).rejects.toMatchObject({ status: 400 });
    expect(await readers(id)).toBeNull();
  });

  test('is not got round by publishing what is scheduled, nor by scheduling it anew', async () => {
    const { id } = await ready();
    await act(newsroom, editor, id, 'schedule', { at: end });

    await expect(act(newsroom, chief, id, 'publish')).rejects.toMatchObject({ status: 400 });
    await act(newsroom, editor, id, 'unschedule');
    const anew = act(newsroom, editor, id, 'schedule', { at: end - hour });

    await expect(anew).rejects.toMatchObject({ status: 400 });
    expect(await readers(id)).toBeNull();
  });

  test('cannot be moved past the time that is set for publication', async () => {
    const { id } = await ready();
    await act(newsroom, editor, id, 'schedule', { at: end });
    const later = { id, version: 1, content: content(), embargoUntil: end + hour };

    await expect(saveStory(newsroom, editor, later)).rejects.toMatchObject({ status: 400 });

    expect(await loadStory(newsroom.store.read, id)).toMatchObject({
      version: 1,
      embargoUntil: end,
    });
  });

  test('stays when a save does not speak of it, and its lifting is on record', async () => {
    const { id } = await embargoed();
    const kept = await saveStory(newsroom, editor, { id, version: 1, content: content() });
    expect(kept.embargoUntil).toBe(end);

    await saveStory(newsroom, editor, { id, version: 2, content: content(), embargoUntil: null });

    const { detail_json } = await newsroom.store.read
      .selectFrom('audit')
      .select('detail_json')
      .where('subject_id', '=', String(id))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail_json)).toEqual({ version: 3, embargoUntil: null });
  });

  test('holds even what came due, whatever row the schedule is in', async () => {
    const { id } = await ready();
    await act(newsroom, editor, id, 'schedule', { at: end });
    // No use case leads here; a restored backup or a hand in the database might.
    await newsroom.store.write((tx) =>
      tx.updateTable('stories').set({ publish_at: morning }).where('id', '=', id).execute(),
    );

    expect(await performDue(newsroom)).toMatchObject({ done: 0 });
    expect(await readers(id)).toBeNull();

    newsroom.clock.at = end;
    expect(await performDue(newsroom)).toMatchObject({ done: 1 });
    expect(await readers(id)).toMatchObject({ status: 'live' });
  });

  test('ends at its very instant', async () => {
    const { id } = await ready();
    newsroom.clock.at = end - 1;
    await expect(act(newsroom, editor, id, 'publish')).rejects.toMatchObject({ status: 400 });
    newsroom.clock.at = end;

    await act(newsroom, editor, id, 'publish');

    expect(await readers(id)).toMatchObject({ status: 'live', story: { publishedAt: end } });
  });

  test.each(['update', 'correct'] as const)(
    'on new text of a published story holds back its %s',
    async (action) => {
      const { id } = await published(newsroom);
      const before = await readers(id);
      const fresh = content({ headline: 'نتائج لا تُنشر قبل السادسة' });
      await saveStory(newsroom, editor, { id, version: 1, content: fresh, embargoUntil: end });

      const early = act(newsroom, chief, id, action, { note: 'تصحيح' });

      await expect(early).rejects.toMatchObject({ status: 400 });
      expect(await readers(id)).toEqual(before);
    },
  );

  test('holds back the return of a story that was withdrawn because of it', async () => {
    const { id } = await published(newsroom);
    await saveStory(newsroom, editor, { id, version: 1, content: content(), embargoUntil: end });
    await act(newsroom, chief, id, 'withdraw', { note: 'نُشرت قبل موعدها.' });

    await expect(act(newsroom, chief, id, 'restore')).rejects.toMatchObject({ status: 400 });
    newsroom.clock.at = end;
    await expect(act(newsroom, chief, id, 'restore')).resolves.toMatchObject({
      state: 'published',
    });
  });
});
