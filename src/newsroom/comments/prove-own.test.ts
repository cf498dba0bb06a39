import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { changeSettings, type SettingsInput } from '../settings/write.ts';
import { minute, openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { editOwn } from './edit-own.ts';
import { postReply } from './intake.ts';
import { moderate, moderateMatching } from './moderate.ts';
import { readOwn } from './own.ts';
import type { ReplyPost } from './post.ts';
import { proveOwn } from './prove-own.ts';
import { countReplies, listReplies } from './queue.ts';
import type { ReplyRoom } from './room.ts';
import { nonceFor } from './testing/proof.ts';
import { openRoom, replyTo } from './testing/room.ts';

describe.each(dialects)('replies under attack on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  let story = 0;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    room = openRoom(newsroom);
    story = (await published(newsroom)).id;
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  let posted = 0;
  /** Of a reader of its own, saying something of its own, unless told. */
  const post = async (over: Partial<ReplyPost> = {}) => {
    posted += 1;
    const own = { email: `r${posted}@example.org`, text: `رأيي رقم ${posted} في هذا الجسر.` };
    const outcome = await postReply(room, replyTo(room, story, { ...own, ...over }));
    if (outcome.kind !== 'taken') throw new Error(`Not taken: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  const ask = (replyChallenge: NonNullable<SettingsInput['replyChallenge']>) =>
    changeSettings(newsroom, staff.chief, { replyChallenge });
  const prove = async (receipt: string) => {
    const { challenge } = (await readOwn(room, receipt)) ?? {};
    if (!challenge) throw new Error('Nothing is asked of it.');
    return proveOwn(room, receipt, { token: challenge.token, nonce: nonceFor(challenge) });
  };
  const queue = async (view: 'held' | 'unproven' = 'held') =>
    (await listReplies(newsroom.store.read, staff.moderator, { view, limit: 50 })).rows;
  const ids = async (view?: 'held' | 'unproven') => (await queue(view)).map(({ id }) => id);
  const said = async (id: number) =>
    (
      await newsroom.store.read
        .selectFrom('comment_decisions')
        .select(['phase', 'outcome', 'reason'])
        .where('comment_id', '=', id)
        .orderBy('id')
        .execute()
    ).map(({ phase, outcome, reason }) => `${phase} ${outcome} ${reason}`);
  const stateOf = async (id: number) =>
    (
      await newsroom.store.read
        .selectFrom('comments')
        .select(['state', 'risk'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state;

  test('a stranger’s reply lies below all others until its proof comes, and then among them', async () => {
    const before = await post();
    await ask('always');
    const risky = await post({ text: 'انظروا https://example.org/a' });
    const plain = await post();
    expect(await ids()).toEqual([before.id, risky.id, plain.id]);
    expect(await ids('unproven')).toEqual([risky.id, plain.id]);
    expect(await queue('unproven')).toMatchObject([
      { id: risky.id, risk: 25, unproven: true },
      { id: plain.id, risk: 0, unproven: true },
    ]);
    expect(await countReplies(newsroom.store.read, staff.moderator)).toMatchObject({
      held: 1,
      unproven: 2,
    });

    expect(await prove(risky.receipt)).toBe(true);

    expect(await ids()).toEqual([risky.id, before.id, plain.id]);
    expect(await ids('unproven')).toEqual([plain.id]);
    expect(await said(risky.id)).toEqual([
      'links hold links',
      'trust hold first-reply',
      'challenge hold proof-missing',
      'challenge approve proof-given',
    ]);
    expect(await readOwn(room, risky.receipt)).toMatchObject({ state: 'held', challenge: null });
    // A second click, or a second tab.
    expect(await proveOwn(room, risky.receipt, { token: '', nonce: '' })).toBe(true);
    expect(await said(risky.id)).toHaveLength(4);
  });

  test('whoever has become known meanwhile is public with the proof, unless more spoke against it', async () => {
    await ask('always');
    const email = 'huda@example.org';
    const first = await post({ email });
    const plain = await post({ email });
    const risky = await post({ email, text: 'انظروا https://example.org/a' });
    await moderate(newsroom, staff.moderator, { act: 'approve', ids: [first.id] });

    await prove(plain.receipt);
    await prove(risky.receipt);

    expect(await stateOf(plain.id)).toBe('approved');
    expect(await stateOf(risky.id)).toBe('held');
    // Nothing is asked of a known reader.
    const known = await post({ email });
    expect(known.state).toBe('approved');
    expect(await readOwn(room, known.receipt)).toMatchObject({ challenge: null });
  });

  test('a proof that is none changes nothing, nor one of another reply', async () => {
    await ask('always');
    const one = await post();
    const other = await post();
    const { challenge } = (await readOwn(room, one.receipt)) ?? {};
    if (!challenge) throw new Error('Nothing is asked of it.');
    const proof = { token: challenge.token, nonce: nonceFor(challenge) };

    expect(await proveOwn(room, other.receipt, proof)).toBe(false);
    expect(await proveOwn(room, one.receipt, { ...proof, nonce: 'f'.repeat(13) })).toBe(false);
    expect(await proveOwn(room, `${one.receipt}x`, proof)).toBe(false);
    newsroom.clock.at += 62 * minute;
    expect(await proveOwn(room, one.receipt, proof)).toBe(false);
    expect(await ids('unproven')).toEqual([one.id, other.id]);
    // A page that is opened again asks anew.
    expect(await prove(one.receipt)).toBe(true);
  });

  test('what is rejected is asked for a proof like the rest, and stays rejected with it', async () => {
    await ask('always');
    const trapped = await post({ trap: 'x' });
    expect(await readOwn(room, trapped.receipt)).toMatchObject({ state: 'held' });

    expect(await prove(trapped.receipt)).toBe(true);

    expect(await stateOf(trapped.id)).toBe('rejected');
    expect(await readOwn(room, trapped.receipt)).toMatchObject({ challenge: null });
  });

  test('changing one’s reply is no proof', async () => {
    await ask('always');
    const { id, receipt } = await post();
    await editOwn(room, receipt, 'بعد التعديل https://example.org/a');

    expect(await queue('unproven')).toMatchObject([{ id, risk: 25 }]);
    expect(await prove(receipt)).toBe(true);
    expect(await queue()).toMatchObject([{ id, risk: 25, unproven: false }]);
  });

  test('what brought no proof is rejected at once, and what has brought it is not among it', async () => {
    await ask('always');
    const spam = [await post(), await post(), await post()].map(({ id }) => id);
    const honest = await post();
    await prove(honest.receipt);

    const { done } = await moderateMatching(newsroom, staff.moderator, 'reject', {
      view: 'unproven',
    });

    expect(done).toEqual(spam);
    expect(await stateOf(honest.id)).toBe('held');
  });

  test('a storm begins it and its end ends it, while every reply is kept; a paper may forbid it', async () => {
    const storm = (many: number) => Promise.all(Array.from({ length: many }, () => post()));
    await storm(300);
    expect(room.attack.since(newsroom.now())).not.toBeNull();
    const late = await post();
    expect(await readOwn(room, late.receipt)).toMatchObject({ challenge: { bits: 16 } });
    const { held, unproven } = await countReplies(newsroom.store.read, staff.moderator);
    expect(held + unproven).toBe(301);
    expect(held).toBeLessThan(300);

    await ask('off');
    expect(await readOwn(room, (await post()).receipt)).toMatchObject({ challenge: null });
    await ask('auto');
    newsroom.clock.at += 11 * minute;
    expect(await readOwn(room, (await post()).receipt)).toMatchObject({ challenge: null });
  });
});
