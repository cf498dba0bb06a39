import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { inTransaction } from '../newsroom.ts';
import { changeSettings } from '../settings/write.ts';
import type { TestNewsroom } from '../testing/newsroom.ts';
import { act, day, hour, openNewsroom, published, staff } from '../testing/newsroom.ts';
import { ownFor } from './comment.ts';
import { editOwn } from './edit-own.ts';
import { postReply } from './intake.ts';
import { deleteOwn, readOwn } from './own.ts';
import type { ReplyOutcome, ReplyPost } from './post.ts';
import { Rates } from './rates.ts';
import { formToken } from './reply-tokens.ts';
import type { ReplyRoom } from './room.ts';
import { openRoom, replyTo } from './testing/room.ts';
import { moveComments } from './transition.ts';

const byModerator = { phase: 'moderator', outcome: 'approve', reason: 'moderator' } as const;

describe.each(dialects)('taking replies in on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const open = async (): Promise<number> => {
    room = openRoom(newsroom);
    return (await published(newsroom)).id;
  };
  const post = (storyId: number, over: Partial<ReplyPost> = {}): Promise<ReplyOutcome> =>
    postReply(room, replyTo(room, storyId, over));
  const taken = async (outcome: Promise<ReplyOutcome>) => {
    const got = await outcome;
    if (got.kind !== 'taken') throw new Error(`Not taken: ${JSON.stringify(got)}`);
    return got;
  };
  const rows = () => newsroom.store.read.selectFrom('comments').selectAll().orderBy('id').execute();
  const approve = (id: number) =>
    inTransaction(newsroom, staff.moderator, (work) =>
      moveComments(work, [id], 'approved', byModerator),
    );
  const countOf = async (storyId: number): Promise<number | undefined> => {
    const row = await newsroom.store.read
      .selectFrom('publications')
      .select('comment_count')
      .where('story_id', '=', storyId)
      .executeTakeFirst();
    return row?.comment_count;
  };

  test('the first reply of a reader is held, and public ones follow once it was approved', async () => {
    const story = await open();

    const first = await taken(post(story));
    expect(first.state).toBe('held');
    expect(await countOf(story)).toBe(0);
    await approve(first.id);
    expect(await countOf(story)).toBe(1);
    const second = await taken(post(story, { text: 'وهذا رأي ثانٍ.' }));

    expect(second.state).toBe('approved');
    expect(await countOf(story)).toBe(2);
  });

  test('many at once are each kept, in few commits', async () => {
    const story = await open();

    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        taken(post(story, { email: `reader${n}@example.org`, text: `رأي القارئ رقم ${n}` })),
      ),
    );

    expect(new Set(outcomes.map((one) => one.id)).size).toBe(60);
    expect(await rows()).toHaveLength(60);
  });

  test('the same reply sent twice is one, at once or later', async () => {
    const story = await open();

    const [one, other] = await Promise.all([taken(post(story)), taken(post(story))]);
    const later = await taken(post(story));

    expect(other).toEqual(one);
    expect(later).toEqual(one);
    expect(await rows()).toHaveLength(1);
  });

  test.each<{ what: string; over: Partial<ReplyPost>; field: string; problem: string }>([
    { what: 'an empty text', over: { text: ' \u200b\n' }, field: 'text', problem: 'required' },
    { what: 'a long text', over: { text: 'س'.repeat(5001) }, field: 'text', problem: 'too-long' },
    { what: 'a megabyte', over: { text: 'س'.repeat(1e6) }, field: 'text', problem: 'too-long' },
    { what: 'no name', over: { name: ' ' }, field: 'name', problem: 'required' },
    { what: 'no address', over: { email: '' }, field: 'email', problem: 'required' },
    {
      what: 'a second header in the address',
      over: { email: 'a@example.org\r\nBcc: b@example.org' },
      field: 'email',
      problem: 'not-an-address',
    },
    {
      what: 'two addresses',
      over: { email: 'a@example.org,b@example.org' },
      field: 'email',
      problem: 'not-an-address',
    },
    { what: 'a forged token', over: { token: '1-2.AAAA' }, field: 'form', problem: 'stale-form' },
    {
      what: 'an answer to nothing',
      over: { parentId: 99 },
      field: 'form',
      problem: 'no-such-parent',
    },
  ])('refuses $what and names the field', async ({ over, field, problem }) => {
    const story = await open();

    const outcome = await post(story, over);

    expect(outcome).toEqual({ kind: 'refused', problems: [{ field, problem }] });
    expect(await rows()).toEqual([]);
  });

  test('a token of another story is forged; a missing or old one only waits', async () => {
    const story = await open();
    const other = formToken(room.keys, { storyId: story + 1, at: newsroom.now() });
    const old = formToken(room.keys, { storyId: story, at: newsroom.now() - 9 * day });

    expect(await post(story, { token: other })).toMatchObject({ kind: 'refused' });
    expect(await post(story, { token: null })).toMatchObject({ state: 'held' });
    expect(await post(story, { token: old, text: 'نصّ آخر' })).toMatchObject({ state: 'held' });
  });

  test('a filled trap is rejected, kept, and looks as if it were held', async () => {
    const story = await open();

    const outcome = await taken(post(story, { trap: 'x' }));

    expect(outcome.state).toBe('held');
    expect(await rows()).toMatchObject([{ state: 'rejected' }]);
    expect(await readOwn(room, outcome.receipt)).toMatchObject({ state: 'held' });
  });

  test('closed, old, withdrawn and unknown stories take none', async () => {
    const story = await open();
    const shut = (await published(newsroom, { comments: 'closed' })).id;
    expect(await post(shut)).toEqual({ kind: 'closed' });
    expect(await post(987_654)).toEqual({ kind: 'missing' });

    await changeSettings(newsroom, staff.chief, { commentsCloseAfterDays: 2 });
    newsroom.clock.at += 2 * day - hour;
    expect(await post(story)).toMatchObject({ kind: 'taken' });
    newsroom.clock.at += 2 * hour;
    expect(await post(story, { text: 'متأخر' })).toEqual({ kind: 'closed' });

    await changeSettings(newsroom, staff.chief, { commentsCloseAfterDays: 0 });
    await act(newsroom, staff.chief, story, 'withdraw', { note: 'سُحبت' });
    expect(await post(story, { text: 'بعد السحب' })).toEqual({ kind: 'closed' });
  });

  test('an answer to an answer stands on the second level, and counts with its reply', async () => {
    const story = await open();
    const first = await taken(post(story));
    await approve(first.id);
    const answer = await taken(post(story, { parentId: first.id, text: 'جواب' }));
    const below = await taken(post(story, { parentId: answer.id, text: 'جواب الجواب' }));

    const all = await rows();
    expect(all.map((row) => [row.id, row.parent_id, row.answers])).toEqual([
      [first.id, null, 2],
      [answer.id, first.id, 0],
      [below.id, first.id, 0],
    ]);
    expect(await countOf(story)).toBe(3);
    await inTransaction(newsroom, staff.moderator, (work) =>
      moveComments(work, [first.id], 'rejected', { ...byModerator, outcome: 'reject' }),
    );
    expect(await countOf(story)).toBe(0);
    await approve(first.id);
    expect(await countOf(story)).toBe(3);
  });

  test('what others have sent before is held when a change says it too', async () => {
    const story = await open();
    const said = 'نصّ طويل يرسله كثيرون من الناس بلا أي تغيير فيه إلى الصحيفة';
    const first = await taken(post(story, { text: 'رأيي في هذا' }));
    await approve(first.id);
    await taken(post(story, { email: 'other@example.org', name: 'سليم', text: said }));

    // As one does who takes no replies in and has counted nothing.
    const elsewhere = { ...room, rates: new Rates() };
    expect(await editOwn(elsewhere, first.receipt, said)).toMatchObject({ state: 'held' });
    expect(await rows()).toMatchObject([{ state: 'held', text: said }, { state: 'held' }]);
  });

  test('is changed and deleted by its writer within ten minutes, and not after', async () => {
    const story = await open();
    const { receipt, id } = await taken(post(story));
    await approve(id);

    expect(await editOwn(room, receipt, 'نصّ أصحّ')).toMatchObject({ state: 'approved' });
    expect(await readOwn(room, receipt)).toMatchObject({ text: 'نصّ أصحّ', state: 'approved' });
    expect(await editOwn(room, receipt, '  ')).toMatchObject({ kind: 'refused' });
    newsroom.clock.at += ownFor;
    expect(await editOwn(room, receipt, 'متأخر')).toEqual({ kind: 'late' });
    expect(await deleteOwn(room, receipt)).toBe(false);
    newsroom.clock.at -= 1;
    expect(await deleteOwn(room, receipt)).toBe(true);

    expect(await rows()).toMatchObject([
      { state: 'deleted', name: '', text: '', email_cipher: null, email_hash: null },
    ]);
    expect(await countOf(story)).toBe(0);
    expect(await readOwn(room, `${receipt}x`)).toBeNull();
  });
});
