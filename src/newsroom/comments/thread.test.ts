import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { placeFrom } from '../publications/lists.ts';
import {
  act,
  minute,
  morning,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import type { CommentOrder, CommentState, Thread } from './comment.ts';
import { putReply, type RowOf } from './testing/rows.ts';
import {
  answersOnPage,
  latestComments,
  type ReplyPlace,
  readThread,
  readThreads,
  repliesOnPage,
} from './thread.ts';

const placeOf = (cursor: string | null): ReplyPlace | undefined => {
  const place = cursor === null ? null : placeFrom(cursor);
  return place === null ? undefined : { at: place.publishedAt, id: place.id };
};

describe.each(dialects)('a thread on $name', (kind) => {
  let newsroom: TestNewsroom;
  let storyId: number;

  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    await newsroom.clear();
    storyId = (await published(newsroom)).id;
  });
  afterAll(() => newsroom.remove());

  const put = (row: Partial<RowOf> = {}): Promise<number> =>
    putReply(newsroom.store, { storyId, ...row });

  /** Every page of a story's thread, one after the other. */
  async function allPages(order: CommentOrder): Promise<Thread[][]> {
    const pages: Thread[][] = [];
    let after: ReplyPlace | undefined;
    do {
      const page = await readThreads(newsroom.store.read, storyId, {
        order,
        ...(after ? { after } : {}),
      });
      pages.push(page.threads);
      after = placeOf(page.next);
    } while (after !== undefined);
    return pages;
  }

  test('shows what is approved and nothing else', async () => {
    const states: CommentState[] = ['held', 'approved', 'rejected', 'deleted'];
    for (const state of states) await put({ state, name: state });
    const other = await published(newsroom);
    await put({ storyId: other.id });

    const { threads, next } = await readThreads(newsroom.store.read, storyId, { order: 'oldest' });

    expect(threads.map(({ name }) => name)).toEqual(['approved']);
    expect(next).toBeNull();
  });

  test.each(['newest', 'oldest'] as const)(
    'runs through pages, %s first, each reply once, many of one instant too',
    async (order) => {
      const ids: number[] = [];
      for (let n = 0; n < repliesOnPage * 2 + 3; n += 1)
        ids.push(await put({ at: morning + Math.floor(n / 7) * minute }));

      const pages = await allPages(order);

      expect(pages.map((page) => page.length)).toEqual([repliesOnPage, repliesOnPage, 3]);
      const seen = pages.flat().map(({ id }) => id);
      expect(seen).toEqual(order === 'oldest' ? ids : ids.toReversed());
    },
  );

  test('has the first three answers below each reply, oldest first, and says how many there are', async () => {
    const busy = await put({ answers: 5 });
    const quiet = await put({ at: morning + minute, answers: 1 });
    const answers: number[] = [];
    for (let n = 0; n < 5; n += 1)
      answers.push(await put({ parentId: busy, at: morning + (10 - n) * minute }));
    await put({ parentId: busy, state: 'held' });
    const single = await put({ parentId: quiet });

    const { threads } = await readThreads(newsroom.store.read, storyId, { order: 'oldest' });

    expect(threads.map(({ id }) => id)).toEqual([busy, quiet]);
    expect(threads[0]?.answers.map(({ id }) => id)).toEqual(answers.toReversed().slice(0, 3));
    expect(threads[0]?.answerCount).toBe(5);
    expect(threads[1]?.answers.map(({ id }) => id)).toEqual([single]);
  });

  test('keeps a gap, without name or text, for a deleted reply whose answers stand', async () => {
    const before = await put();
    const gap = await put({
      at: morning + minute,
      state: 'deleted',
      name: 'سرّ',
      text: 'سرّ',
      answers: 1,
    });
    const answer = await put({ parentId: gap });
    const after = await put({ at: morning + 2 * minute });

    for (const order of ['oldest', 'newest'] as const) {
      const { threads } = await readThreads(newsroom.store.read, storyId, { order });
      const ids = [before, gap, after];
      expect(threads.map(({ id }) => id)).toEqual(order === 'oldest' ? ids : ids.toReversed());
      expect(threads[1]).toMatchObject({ deleted: true, name: '', text: '' });
      expect(threads[1]?.answers.map(({ id }) => id)).toEqual([answer]);
    }
  });

  test('is found by its reply and by any of its answers', async () => {
    const parent = await put({ answers: 2 });
    const answers = [await put({ parentId: parent }), await put({ parentId: parent })];

    for (const id of [parent, ...answers]) {
      const found = await readThread(newsroom.store.read, storyId, id);
      expect(found?.thread.id).toBe(parent);
      expect(found?.thread.answers.map((answer) => answer.id)).toEqual(answers);
      expect(found).toMatchObject({ next: null, earlier: false });
    }
  });

  test('is not found by what readers may not see', async () => {
    const held = await put({ state: 'held' });
    const under = await put({ parentId: held });
    const emptied = await put({ state: 'deleted' });
    const rejected = await put({ parentId: await put(), state: 'rejected' });
    const elsewhere = await put({ storyId: (await published(newsroom)).id });

    for (const id of [held, under, emptied, rejected, elsewhere, 99_999])
      expect(await readThread(newsroom.store.read, storyId, id), String(id)).toBeNull();
  });

  test('runs through its answers by pages, and opens at the one that is named', async () => {
    const total = answersOnPage * 2 + 5;
    const parent = await put({ answers: total });
    const ids: number[] = [];
    for (let n = 0; n < total; n += 1)
      ids.push(await put({ parentId: parent, at: morning + Math.floor(n / 9) }));

    const seen: number[] = [];
    let after: ReplyPlace | undefined;
    do {
      const page = await readThread(newsroom.store.read, storyId, parent, after);
      expect(page?.earlier).toBe(after !== undefined);
      seen.push(...(page?.thread.answers.map(({ id }) => id) ?? []));
      after = placeOf(page?.next ?? null);
    } while (after !== undefined);
    const late = await readThread(newsroom.store.read, storyId, ids[90] ?? 0);

    expect(seen).toEqual(ids);
    expect(late?.thread.answers[0]?.id).toBe(ids[90]);
    expect(late?.earlier).toBe(true);
  });

  test('feeds the newest of the whole paper, answers among them', async () => {
    const parent = await put({ answers: 1 });
    const answer = await put({ parentId: parent, at: morning + minute });
    await put({ state: 'held', at: morning + 2 * minute });
    const rejected = await put({ state: 'rejected' });
    await put({ parentId: rejected, at: morning + 3 * minute });
    const gone = await published(newsroom);
    await put({ storyId: gone.id, at: morning + 4 * minute });
    await act(newsroom, staff.chief, gone.id, 'withdraw', { note: 'خطأ' });

    const latest = await latestComments(newsroom.store.read);

    expect(latest.map(({ id }) => id)).toEqual([answer, parent]);
    expect(latest[0]?.story.headline).toBe('افتتاح جسر المدينة الجديد');
    expect(Object.keys(latest[0] ?? {})).not.toContain('email_hash');
  });
});
