import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { cleanUp } from '../clean-up.ts';
import { inTransaction } from '../newsroom.ts';
import { day, openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { type ImportedComment, importComment } from './import-comment.ts';
import { postReply } from './intake.ts';
import type { ReplyRoom } from './room.ts';
import { openRoom, replyTo } from './testing/room.ts';

describe.each(dialects)('replies of an archive on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    room = openRoom(newsroom);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const take = (storyId: number, over: Partial<ImportedComment> = {}) =>
    inTransaction(newsroom, staff.chief, (work) =>
      importComment(work, room.keys, {
        ...{ origin: 'old:1', id: null, storyId, parentOrigin: null, name: 'هدى' },
        ...{ email: 'huda@example.org', text: 'رأي قديم', state: 'approved', createdAt: 1000 },
        ...over,
      }),
    );
  const rows = () => newsroom.store.read.selectFrom('comments').selectAll().orderBy('id').execute();

  test('keep their numbers where these are free, and those that come later count on', async () => {
    const { id: story } = await published(newsroom);

    const one = await take(story, { id: 90_812 });
    const other = await take(story, { origin: 'old:2', id: 90_812, text: 'رأي آخر' });
    const posted = await postReply(room, replyTo(room, story, { text: 'رأي جديد' }));

    expect(one).toEqual({ id: 90_812, isNew: true });
    expect(other.id).toBeGreaterThan(90_812);
    expect(posted).toMatchObject({ kind: 'taken', state: 'approved' });
    expect((await rows()).map((row) => row.id)).toHaveLength(3);
  });

  test('come in once, however often they are imported', async () => {
    const { id: story } = await published(newsroom);
    const { id } = await take(story);

    expect(await take(story)).toEqual({ id, isNew: false });

    expect(await rows()).toHaveLength(1);
    const [row] = await newsroom.store.read
      .selectFrom('publications')
      .select('comment_count')
      .execute();
    expect(row?.comment_count).toBe(1);
  });

  test('stand on two levels, and answers are counted above them', async () => {
    const { id: story } = await published(newsroom);
    const first = await take(story);
    await take(story, { origin: 'old:2', parentOrigin: 'old:1' });
    await take(story, { origin: 'old:3', parentOrigin: 'old:2' });
    await take(story, { origin: 'old:4', parentOrigin: 'old:1', state: 'held' });

    expect((await rows()).map((row) => [row.parent_id, row.answers])).toEqual([
      [null, 2],
      [first.id, 0],
      [first.id, 0],
      [first.id, 0],
    ]);
  });

  test('what was rejected is forgotten after half a year, and nothing else', async () => {
    const { id: story } = await published(newsroom);
    const createdAt = newsroom.now();
    await take(story, { createdAt, state: 'rejected' });
    await take(story, { createdAt, origin: 'old:2' });
    await take(story, { createdAt, origin: 'old:3', state: 'held' });

    newsroom.clock.at += 179 * day;
    await cleanUp(newsroom);
    expect(await rows()).toHaveLength(3);
    newsroom.clock.at += 2 * day;
    await cleanUp(newsroom);

    expect((await rows()).map((row) => row.state)).toEqual(['approved', 'held']);
  });

  test('a thread that grows quickly is noted once, for its editor', async () => {
    const { id: story } = await published(newsroom);
    for (let n = 0; n < 65; n += 1)
      await postReply(room, replyTo(room, story, { email: `r${n}@example.org`, text: `رأي ${n}` }));

    const hot = await newsroom.store.read.selectFrom('hot_threads').selectAll().execute();
    expect(hot).toEqual([{ story_id: story, at: newsroom.now(), replies: 60, seen_at: null }]);
  });
});
