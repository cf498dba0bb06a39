import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { postReply } from './intake.ts';
import { ReaderKeys } from './keys.ts';
import { moderate } from './moderate.ts';
import type { ReplyPost } from './post.ts';
import { eraseReader, exportReader } from './reader-data.ts';
import type { ReplyRoom } from './room.ts';
import { rotateKeys } from './rotate-keys.ts';
import { openRoom, replyTo } from './testing/room.ts';

const email = 'huda@example.org';
const other = 'sami@example.org';

describe.each(dialects)('what is kept of a reader on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    room = openRoom(newsroom);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const post = async (storyId: number, over: Partial<ReplyPost> = {}): Promise<number> => {
    const outcome = await postReply(room, replyTo(room, storyId, over));
    if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
    return outcome.id;
  };
  const approve = (...ids: number[]) =>
    moderate(newsroom, staff.moderator, { act: 'approve', ids });
  const everything = async (): Promise<string> => {
    const tables = ['comments', 'readers', 'comment_decisions', 'audit', 'changes'] as const;
    const rows = await Promise.all(
      tables.map((table) => newsroom.store.read.selectFrom(table).selectAll().execute()),
    );
    return JSON.stringify(rows);
  };

  test('is exported whole, whatever case the address is asked for in', async () => {
    const { id: story } = await published(newsroom);
    const first = await post(story);
    await approve(first);
    await post(story, { email: 'HUDA@example.org', text: 'رأي آخر', parentId: first });
    await post(story, { email: other, text: 'رأي سامي' });

    const data = await exportReader(newsroom, room.keys, staff.chief, 'Huda@Example.org');

    expect(data.reader).toMatchObject({ standing: 'known', approved: 2, muted: false });
    expect(data.replies.map((one) => [one.text, one.parentId])).toEqual([
      ['أحسنتم، والجسر كان حلماً قديماً.', null],
      ['رأي آخر', first],
    ]);
    expect(data.replies[0]?.decisions.map((one) => one.phase)).toEqual(['trust', 'moderator']);
    expect(await exportReader(newsroom, room.keys, staff.chief, 'no@example.org')).toMatchObject({
      reader: null,
      replies: [],
    });
  });

  test('is forgotten whole; what others answered leaves an empty place', async () => {
    const { id: story } = await published(newsroom);
    const first = await post(story);
    const alone = await post(story, { text: 'رأي لم يجبه أحد' });
    await approve(first, alone);
    const sami = { email: other, name: 'سامي', text: 'جواب سامي', parentId: first };
    const answer = await post(story, sami);
    await approve(answer);
    const hash = room.keys.hash(email);

    const erased = await eraseReader(newsroom, room.keys, staff.chief, email);

    expect(erased).toEqual({ replies: 2, reader: true });
    const rows = await newsroom.store.read
      .selectFrom('comments')
      .selectAll()
      .orderBy('id')
      .execute();
    expect(rows).toMatchObject([
      { id: first, state: 'deleted', name: '', text: '', email_cipher: null, email_hash: null },
      { id: answer, state: 'approved' },
    ]);
    const left = await everything();
    expect(left).not.toContain(hash);
    expect(left).not.toContain('هدى سالم');
    expect(left).not.toContain('حلماً');
    const [story1] = await newsroom.store.read
      .selectFrom('publications')
      .select('comment_count')
      .execute();
    expect(story1?.comment_count).toBe(1);
    expect(await eraseReader(newsroom, room.keys, staff.chief, email)).toEqual({
      replies: 0,
      reader: false,
    });
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'is not for a %s to see or forget',
    async (role) => {
      const actor = staff[role];

      for (const ask of [exportReader, eraseReader])
        await expect(ask(newsroom, room.keys, actor, email)).rejects.toMatchObject({ status: 403 });
    },
  );

  test('no table holds an address in the clear, nor a network address', async () => {
    const { id: story } = await published(newsroom);
    await post(story, { address: '203.0.113.77', notify: true });

    const all = await everything();

    expect(all).not.toContain('huda@');
    expect(all).not.toContain('203.0.113');
  });

  test('gets a new key, readers joined who wrote meanwhile, and stays known', async () => {
    const { id: story } = await published(newsroom);
    const oldRing = [randomBytes(32)];
    room.keys.replace(oldRing);
    const first = await post(story);
    await post(story, { email: other, text: 'رأي سامي' });
    await approve(first);
    const ring = [randomBytes(32), ...oldRing];
    room.keys.replace(ring);
    const meanwhile = await post(story, { text: 'كُتب أثناء تبديل المفتاح' });

    expect(await rotateKeys(newsroom, room.keys)).toEqual({
      readers: 2,
      replies: 2,
      unreadable: 0,
    });
    expect(await rotateKeys(newsroom, room.keys)).toMatchObject({ readers: 0 });

    room.keys.replace(ring.slice(0, 1));
    const rows = await newsroom.store.read.selectFrom('comments').selectAll().execute();
    const opened = rows.map((row) => room.keys.open(row.email_cipher ?? '', row.email_hash ?? ''));
    expect(opened.toSorted()).toEqual([email, email, other]);
    const data = await exportReader(newsroom, room.keys, staff.chief, email);
    expect(data.replies.map((one) => one.id)).toEqual([first, meanwhile]);
    expect(data.reader).toMatchObject({ approved: 2 });
    const again = new ReaderKeys(oldRing, 'x').hash(email);
    expect(await everything()).not.toContain(again);
  });
});
