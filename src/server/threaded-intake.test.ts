import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postReply } from '../newsroom/comments/intake.ts';
import type { ReplyOutcome, ReplyPost } from '../newsroom/comments/post.ts';
import { openReplyRoom, type ReplyRoom } from '../newsroom/comments/room.ts';
import { replyTo } from '../newsroom/comments/testing/room.ts';
import { published, type TestNewsroom } from '../newsroom/testing/newsroom.ts';
import { dialects } from '../store/testing/databases.ts';
import { newTurns } from '../store/turns.ts';
import { readConfig } from './config.ts';
import { openReaderKeys } from './reader-keys.ts';
import { openThreadNewsroom, type ThreadNewsroom } from './testing/thread-newsroom.ts';
import { ThreadedIntake } from './threaded-intake.ts';

describe.each(dialects)('a thread that takes replies in on $name', (kind) => {
  let opened: ThreadNewsroom;
  let newsroom: TestNewsroom;
  let env: Record<string, string>;
  beforeAll(async () => {
    opened = await openThreadNewsroom(kind);
    ({ newsroom, env } = opened);
    newsroom.clock.at = Date.now();
  });
  afterAll(() => opened.remove());

  let room: ReplyRoom;
  let intake: ThreadedIntake;
  let threads: Worker[];
  let errors: unknown[];
  let commits: number;
  const noticed = (worker: Worker): void => void threads.push(worker);
  const open = (of: Record<string, string> = env): void => {
    const keys = openReaderKeys(readConfig(env));
    const here = openReplyRoom({ newsroom, keys, letters: false });
    intake = new ThreadedIntake({
      here,
      env: of,
      turns: newTurns(),
      onCommit: () => {
        commits += 1;
      },
      onError: (error) => errors.push(error),
    });
    room = { ...here, intake };
  };
  beforeEach(() => {
    threads = [];
    errors = [];
    commits = 0;
    process.on('worker', noticed);
  });
  afterEach(async () => {
    process.off('worker', noticed);
    await intake.close();
    await newsroom.clear();
  });

  const reader = (n: number): Partial<ReplyPost> => ({
    email: `reader${n}@example.org`,
    text: `رأي القارئ رقم ${n} في الجسر`,
  });
  const post = (storyId: number, over: Partial<ReplyPost> = {}): Promise<ReplyOutcome> =>
    postReply(room, replyTo(room, storyId, over));
  const many = (storyId: number, count: number): Promise<ReplyOutcome>[] =>
    Array.from({ length: count }, (_, n) => post(storyId, reader(n)));
  const idOf = (outcome: ReplyOutcome): number | null =>
    outcome.kind === 'taken' ? outcome.id : null;
  const ids = async (): Promise<number[]> =>
    (await newsroom.store.read.selectFrom('comments').select('id').orderBy('id').execute()).map(
      (row) => row.id,
    );
  const ascending = (all: readonly (number | null)[]) =>
    all.toSorted((a, b) => (a ?? 0) - (b ?? 0));

  test('keeps and refuses as the thread of the pages does, and tells of the commit first', async () => {
    const { id } = await published(newsroom);
    open();

    const outcomes = await Promise.all(many(id, 30));

    expect(threads).toHaveLength(1);
    expect(commits).toBeGreaterThan(0);
    expect(await ids()).toEqual(ascending(outcomes.map(idOf)));
    expect(await post(id, { text: 'س'.repeat(1e6) })).toEqual({
      kind: 'refused',
      problems: [{ field: 'text', problem: 'too-long' }],
    });
    expect(await post(987_654)).toEqual({ kind: 'missing' });
    expect(errors).toEqual([]);
  });

  test('says that strangers flood it', async () => {
    const { id } = await published(newsroom);
    open();

    await Promise.all(many(id, 70));

    expect(room.attack.since(Date.now())).not.toBeNull();
  });

  test('is done without while it cannot be had', async () => {
    const { id } = await published(newsroom);
    open({ ...env, MATBAA_PORT: 'no port' });

    const first = await post(id);
    const again = await post(id, reader(2));

    expect(await ids()).toEqual([idOf(first), idOf(again)]);
    expect(threads).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });

  test('leaves nothing unanswered and nothing written twice when it is killed', async () => {
    const { id } = await published(newsroom);
    open();
    await post(id);

    // More than one commit takes, so that the thread is at it when it dies.
    const waiting = many(id, 450);
    await Promise.race(waiting);
    const [thread] = threads;
    void thread?.terminate();
    waiting.push(...Array.from({ length: 20 }, (_, n) => post(id, reader(1000 + n))));
    const outcomes = await Promise.all(waiting);

    expect(new Set(outcomes.map(idOf)).size).toBe(470);
    expect(await ids()).toHaveLength(471);
    expect(thread?.threadId).toBe(-1);
  });

  test('answers what it was given before it is closed', async () => {
    const { id } = await published(newsroom);
    open();
    await post(id);
    const gone = once(threads[0] as Worker, 'exit');

    const waiting = many(id, 40);
    await intake.close();

    expect(await gone).toEqual([0]);
    expect(ascending((await Promise.all(waiting)).map(idOf))).toEqual((await ids()).slice(1));
    expect(idOf(await post(id, reader(99)))).toBe((await ids()).at(-1));
  });
});
