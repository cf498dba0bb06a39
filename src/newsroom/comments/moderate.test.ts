import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { minute, openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { type ModeratorAct, moderate, moderateMatching, moderatorActs } from './moderate.ts';
import { listReplies } from './queue.ts';
import { changeReader, listReaders } from './readers.ts';
import { readReplyStats } from './stats.ts';
import { putReader, putReply } from './testing/queued.ts';
import { undoAct } from './undo.ts';

describe.each(dialects)('moderating on $name', (kind) => {
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

  const put = (row: Partial<Parameters<typeof putReply>[1]> = {}) =>
    putReply(newsroom, { story_id: story, ...row });
  const act = (
    name: ModeratorAct,
    ids: number[],
    more: { seen?: 'held' | 'approved' } = {},
    actor = staff.moderator,
  ) => moderate(newsroom, actor, { act: name, ids, ...more });
  /** What is told of each reply: state, flag, reports. */
  const stand = async (...ids: number[]) => {
    const rows = await newsroom.store.read
      .selectFrom('comments')
      .select(['state', 'flagged', 'reports'])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute();
    return rows.map(({ state, flagged, reports }) =>
      [state, flagged ? 'flagged' : '', reports ? `reports ${reports}` : ''].join(' ').trim(),
    );
  };
  const readers = async () =>
    (await listReaders(newsroom.store.read, staff.moderator, { limit: 9 })).rows;
  const counted = async () =>
    (
      await newsroom.store.read
        .selectFrom('publications')
        .select('comment_count')
        .where('story_id', '=', story)
        .executeTakeFirstOrThrow()
    ).comment_count;

  test('approves and rejects, counts, keeps who did it, and takes each act back', async () => {
    await putReader(newsroom, 'h');
    const [one, two] = [await put({ email_hash: 'h' }), await put({ email_hash: 'h' })];
    const approved = await act('approve', [one], { seen: 'held' });
    const rejected = await act('reject', [two], { seen: 'held' });

    expect(approved).toMatchObject({ done: [one], passedOver: [] });
    expect(await stand(one, two)).toEqual(['approved', 'rejected']);
    expect(await counted()).toBe(1);
    expect(await readers()).toMatchObject([{ approved: 1, rejected: 1 }]);
    const page = await listReplies(newsroom.store.read, staff.moderator, {
      view: 'approved',
      limit: 5,
    });
    expect(page.rows[0]?.decisions).toMatchObject([
      { phase: 'moderator', outcome: 'approve', by: 'moderator' },
    ]);

    expect(await undoAct(newsroom, staff.moderator, approved.act)).toEqual({
      done: [one],
      left: [],
    });
    expect(await undoAct(newsroom, staff.moderator, rejected.act)).toEqual({
      done: [two],
      left: [],
    });
    expect(await stand(one, two)).toEqual(['held', 'held']);
    expect(await counted()).toBe(0);
    expect(await readers()).toMatchObject([{ approved: 0, rejected: 0 }]);
  });

  test('bans a reader with all of theirs that waits, and gives all of it back', async () => {
    await putReader(newsroom, 'h', { standing: 'trusted' });
    await putReader(newsroom, 'other');
    const seen = await put({ email_hash: 'h' });
    const waiting = await put({ email_hash: 'h' });
    const out = await put({ email_hash: 'h', state: 'approved' });
    const others = await put({ email_hash: 'other' });

    const ban = await act('ban', [seen]);

    expect(ban.done.toSorted((a, b) => a - b)).toEqual([seen, waiting]);
    expect(await stand(seen, waiting, out, others)).toEqual([
      ...['rejected', 'rejected', 'approved', 'held'],
    ]);
    const standing = async () => (await readers()).map((reader) => reader.standing).toSorted();
    expect(await standing()).toEqual(['banned', 'known']);
    await undoAct(newsroom, staff.moderator, ban.act);
    expect(await stand(seen, waiting, out, others)).toEqual(['held', 'held', 'approved', 'held']);
    expect(await standing()).toEqual(['known', 'trusted']);
  });

  test('trusts a reader with the reply that earned it', async () => {
    await putReader(newsroom, 'h');
    const id = await put({ email_hash: 'h' });
    const trust = await act('trust', [id]);
    expect(await stand(id)).toEqual(['approved']);
    expect(await readers()).toMatchObject([{ standing: 'trusted', approved: 1 }]);
    await undoAct(newsroom, staff.moderator, trust.act);
    expect(await readers()).toMatchObject([{ standing: 'known', approved: 0 }]);
  });

  test('a decision settles reports and takes the flag off, until it is undone', async () => {
    const id = await put({ state: 'approved', flagged: 1, reports: 2 });
    await newsroom.store.write((tx) =>
      tx
        .insertInto('comment_reports')
        .values([1, 2].map((at) => ({ comment_id: id, reason: 'abuse', note: null, at })))
        .execute(),
    );
    const kept = await act('approve', [id]);
    expect(await stand(id)).toEqual(['approved']);
    await undoAct(newsroom, staff.moderator, kept.act);
    expect(await stand(id)).toEqual(['approved flagged reports 2']);
    const removed = await act('reject', [id]);
    expect(await stand(id)).toEqual(['rejected']);
    await undoAct(newsroom, staff.moderator, removed.act);
    expect(await stand(id)).toEqual(['approved flagged reports 2']);
  });

  test('flags a public reply and takes that back', async () => {
    const id = await put({ state: 'approved' });
    const { act: flag } = await act('flag', [id]);
    expect(await stand(id)).toEqual(['approved flagged']);
    await undoAct(newsroom, staff.moderator, flag);
    expect(await stand(id)).toEqual(['approved']);
  });

  test('passes over what a colleague decided, what its writer deleted, and what is not there', async () => {
    const decided = await put();
    await act('reject', [decided], {}, staff.chief);
    const deleted = await put({ state: 'deleted' });
    const answer = await act('approve', [decided, deleted, 999_999], { seen: 'held' });
    expect(answer.done).toEqual([]);
    expect(answer.passedOver).toEqual([
      { id: decided, why: 'decided' },
      { id: deleted, why: 'deleted' },
      { id: 999_999, why: 'missing' },
    ]);
    expect(await stand(decided)).toEqual(['rejected']);
    // Without an address there is nobody to ban; the reply itself goes all the same.
    const nobody = await put();
    const ban = await act('ban', [nobody]);
    expect(ban).toMatchObject({ done: [nobody], passedOver: [{ id: nobody, why: 'no-reader' }] });
  });

  test('an undo leaves what was decided again since, and is one’s own', async () => {
    const id = await put();
    const first = await act('approve', [id]);
    await act('reject', [id], {}, staff.chief);
    const undone = await undoAct(newsroom, staff.moderator, first.act);
    expect(undone).toEqual({ done: [], left: [id] });
    expect(await stand(id)).toEqual(['rejected']);
    const foreign = undoAct(newsroom, staff.editor, first.act);
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });

  test('does to everything that matches in one act, which one undo takes back', async () => {
    for (let n = 0; n < 60; n += 1)
      await put({ text: n % 2 === 0 ? 'ربح سريع' : 'رأي', created_at: n });
    const bulk = await moderateMatching(newsroom, staff.moderator, 'reject', {
      view: 'held',
      q: 'ربح',
    });
    expect(bulk.done).toHaveLength(30);
    const rejected = async () =>
      (
        await newsroom.store.read
          .selectFrom('comments')
          .select('id')
          .where('state', '=', 'rejected')
          .execute()
      ).length;
    expect(await rejected()).toBe(30);
    const rows = await newsroom.store.read
      .selectFrom('audit')
      .select(['actor_name', 'detail_json'])
      .where('action', '=', 'reply.reject')
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.actor_name).toBe('moderator');
    expect(JSON.parse(rows[0]?.detail_json ?? '')).toMatchObject({
      count: 30,
      filter: { q: 'ربح' },
    });
    await undoAct(newsroom, staff.moderator, bulk.act);
    expect(await rejected()).toBe(0);
  });

  test('two acts of one moment are two acts', async () => {
    const [one, two] = [await put(), await put()];
    const acts = await Promise.all([act('approve', [one]), act('reject', [two])]);
    expect(acts[0]?.act).not.toBe(acts[1]?.act);
    await undoAct(newsroom, staff.moderator, acts[1]?.act ?? 0);
    expect(await stand(one, two)).toEqual(['approved', 'held']);
  });

  test('a reader is banned, noted and let in again from their own line', async () => {
    const reader = await putReader(newsroom, 'h');
    const id = await put({ email_hash: 'h', name: 'مهند' });
    await changeReader(newsroom, staff.moderator, reader, {
      standing: 'banned',
      note: ' إعلانات ',
    });
    expect(await stand(id)).toEqual(['rejected']);
    expect(await readers()).toMatchObject([{ standing: 'banned', note: 'إعلانات', name: 'مهند' }]);
    await changeReader(newsroom, staff.moderator, reader, { standing: 'known', note: '' });
    expect(await readers()).toMatchObject([{ standing: 'known', note: null }]);
  });

  test('the figures tell what came, what became of it and how long it took', async () => {
    const ids = [await put(), await put(), await put()];
    newsroom.clock.at += 5 * minute;
    await act('approve', ids.slice(0, 2));
    await act('reject', ids.slice(2));
    const stats = await readReplyStats(newsroom.store.read, staff.moderator, {
      now: newsroom.now(),
      days: 7,
    });
    expect(stats.days).toHaveLength(7);
    expect(stats.days.at(-1)).toEqual({
      ...{ day: '2021-07-24', received: 3, approved: 2, held: 0, rejected: 1 },
    });
    expect(stats.medianWait).toBeGreaterThanOrEqual(5 * minute);
    expect(stats.phases).toContainEqual({ phase: 'moderator', outcome: 'approve', count: 2 });
    expect(stats.stories).toMatchObject([{ id: story, replies: 2 }]);
  });

  test.each(moderatorActs)('nobody but moderators may %s', async (name) => {
    const id = await put();
    for (const actor of [staff.reporter, staff.copyeditor]) {
      const refused = { status: 403 };
      const bulk = async () => moderateMatching(newsroom, actor, name, { view: 'held' });
      await expect(async () => act(name, [id], {}, actor)).rejects.toMatchObject(refused);
      await expect(bulk).rejects.toMatchObject(refused);
    }
    expect(await stand(id)).toEqual(['held']);
  });
});
