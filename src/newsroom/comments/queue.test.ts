import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { ensureSection } from '../sections/sections.ts';
import { minute, openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { collectMatching, countReplies, listReplies, type ReplyFilter } from './queue.ts';
import { putReader, putReply } from './testing/queued.ts';

describe.each(dialects)('the moderators’ queue on $name', (kind) => {
  let newsroom: TestNewsroom;
  let story = 0;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    story = (await published(newsroom)).id;
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  /** One that came in `ago` minutes before now. */
  const put = (row: Parameters<typeof putReply>[1] extends infer R ? Partial<R> : never, ago = 0) =>
    putReply(newsroom, { story_id: story, created_at: newsroom.now() - ago * minute, ...row });
  const list = (filter: Partial<ReplyFilter> & { cursor?: string; limit?: number } = {}) =>
    listReplies(newsroom.store.read, staff.moderator, { view: 'held', limit: 20, ...filter });
  const ids = async (filter: Parameters<typeof list>[0] = {}) =>
    (await list(filter)).rows.map(({ id }) => id);

  test('comes by risk, and in one risk what has waited longest first', async () => {
    const young = await put({ risk: 0 }, 1);
    const old = await put({ risk: 0 }, 9);
    const risky = await put({ risk: 80 }, 3);
    const riskyOld = await put({ risk: 80 }, 8);
    await put({ risk: 90, state: 'approved' });

    expect(await ids()).toEqual([riskyOld, risky, old, young]);
  });

  test('is walked page by page without leaving one out or showing one twice', async () => {
    for (let n = 0; n < 23; n += 1) await put({ risk: [0, 40, 80][n % 3] ?? 0 }, n % 5);
    const whole = await ids({ limit: 100 });
    const walked: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({
        limit: 4,
        ...(cursor === null ? {} : { cursor }),
      });
      walked.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);

    expect(whole).toHaveLength(23);
    expect(walked).toEqual(whole);
  });

  test('shows decided replies newest first, and doubtful public ones', async () => {
    const older = await put({ state: 'approved', flagged: 1 }, 5);
    const newer = await put({ state: 'approved', reports: 2 }, 1);
    const rejected = await put({ state: 'rejected' });

    expect(await ids({ view: 'approved' })).toEqual([newer, older]);
    expect(await ids({ view: 'rejected' })).toEqual([rejected]);
    expect(await ids({ view: 'flagged' })).toEqual([older]);
    expect(await ids({ view: 'reported' })).toEqual([newer]);
    const counts = await countReplies(newsroom.store.read, staff.moderator);
    expect(counts).toEqual({ held: 0, unproven: 0, flagged: 1, reported: 1 });
  });

  test('is narrowed by story, section, reader, phase, words and age', async () => {
    const section = await ensureSection(newsroom, staff.chief, { name: 'محليات' });
    const other = (await published(newsroom, { sectionId: section.id })).id;
    const reader = await putReader(newsroom, 'hash-1');
    const plain = await put({}, 60);
    const there = await put({ story_id: other, text: 'المدرسةُ بعيدة' }, 3);
    const theirs = await put({ email_hash: 'hash-1', name: 'أُسامة' }, 2);
    await newsroom.store.write((tx) =>
      tx
        .insertInto('comment_decisions')
        .values({ comment_id: theirs, at: 1, phase: 'links', outcome: 'hold', reason: 'links' })
        .execute(),
    );

    expect(await ids({ story: other })).toEqual([there]);
    expect(await ids({ section: section.id })).toEqual([there]);
    expect(await ids({ reader })).toEqual([theirs]);
    expect(await ids({ reader, story: other })).toEqual([]);
    expect(await ids({ reader: reader + 1 })).toEqual([]);
    expect(await ids({ phase: 'links' })).toEqual([theirs]);
    // As search compares: without tashkeel, hamza and ta marbuta.
    expect(await ids({ q: 'مدرسه' })).toEqual([there]);
    expect(await ids({ q: 'اسامة' })).toEqual([theirs]);
    expect(await ids({ to: newsroom.now() - 30 * minute })).toEqual([plain]);
    expect(await ids({ from: newsroom.now() - 2 * minute })).toEqual([theirs]);
  });

  test('brings the whole context of each reply, and nothing of an address', async () => {
    const reader = await putReader(newsroom, 'hash-1', { approved: 4, rejected: 1, note: 'جار' });
    await putReader(newsroom, 'hash-2');
    const parent = await put({
      state: 'approved',
      name: 'هدى',
      text: 'أوافق',
      email_hash: 'hash-2',
    });
    for (let ago = 9; ago > 4; ago -= 1)
      await put({ state: 'rejected', email_hash: 'hash-1' }, ago);
    const answer = await put({
      ...{ parent_id: parent, email_hash: 'hash-1', email_cipher: 'cipher-1', reports: 1 },
      ...{ origin: 'origin-1', text_key: 'key-1' },
    });
    await newsroom.store.write(async (tx) => {
      await tx
        .insertInto('comment_decisions')
        .values([
          { comment_id: answer, at: 1, phase: 'links', outcome: 'hold', reason: 'links' },
          {
            ...{ comment_id: answer, at: 2, phase: 'moderator', outcome: 'undo', reason: '' },
            ...{ actor_id: 'user-chief', actor_name: 'ليلى' },
          },
        ])
        .execute();
      await tx
        .insertInto('comment_reports')
        .values([
          { comment_id: answer, reason: 'abuse', note: 'شتيمة', at: 5 },
          { comment_id: answer, reason: 'spam', note: null, at: 4, settled_at: 6 },
        ])
        .execute();
    });

    const { rows } = await list({ view: 'reported' });

    expect(rows).toMatchObject([
      {
        id: answer,
        story: { id: story, path: expect.stringMatching(/^\/\d+\//) },
        parent: { id: parent, name: 'هدى', text: 'أوافق', state: 'approved' },
        reader: { id: reader, standing: 'known', approved: 4, rejected: 1, note: 'جار' },
        decisions: [
          { phase: 'links', outcome: 'hold', reason: 'links', by: null },
          { phase: 'moderator', outcome: 'undo', by: 'ليلى' },
        ],
        reports: [{ reason: 'abuse', note: 'شتيمة', at: 5 }],
      },
    ]);
    expect(rows[0]?.reader?.recent).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/hash-|cipher-|origin-|key-/);
  });

  test('looks on where rare words are far apart, a bounded number of replies at a time', async () => {
    await newsroom.store.write(async (tx) => {
      const rows = Array.from({ length: 2500 }, (_, n) => ({
        ...{ story_id: story, name: 'قارئ', state: 'held', created_at: n },
        text: n === 2400 ? 'كلمة نادرة' : 'كلام',
      }));
      for (let at = 0; at < rows.length; at += 500)
        await tx
          .insertInto('comments')
          .values(rows.slice(at, at + 500))
          .execute();
    });

    const first = await list({ q: 'نادرة' });
    expect(first.rows).toEqual([]);
    expect(first.next).not.toBeNull();
    const found = await collectMatching(newsroom.store.read, { view: 'held', q: 'نادرة' }, 50);
    expect(found).toHaveLength(1);
    expect(await collectMatching(newsroom.store.read, { view: 'held' }, 1200)).toHaveLength(1200);
  });

  test.each(['reporter', 'copyeditor'] as const)('is not for a %s', async (role) => {
    await expect(
      listReplies(newsroom.store.read, staff[role], { view: 'held', limit: 5 }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(countReplies(newsroom.store.read, staff[role])).rejects.toMatchObject({
      status: 403,
    });
  });

  test('takes no cursor that it did not give', async () => {
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ status: 400 });
  });
});
