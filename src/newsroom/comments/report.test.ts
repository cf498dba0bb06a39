import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { openNewsroom, published, type TestNewsroom } from '../testing/newsroom.ts';
import { ReaderKeys } from './keys.ts';
import { reportComment, reportReasonFrom } from './report.ts';
import { openReplyRoom, type ReplyRoom } from './room.ts';
import { putReply } from './testing/rows.ts';

describe.each(dialects)('a reader’s report on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  let storyId: number;

  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    await newsroom.clear();
    const keys = new ReaderKeys([Buffer.alloc(32, 1)], 'secret');
    room = openReplyRoom({ newsroom, keys, letters: false });
    storyId = (await published(newsroom)).id;
  });
  afterAll(() => newsroom.remove());

  const report = (commentId: number, address = '192.0.2.1') =>
    reportComment(room, { commentId, reason: 'abuse', note: ' فيه\u202e شتيمة ', address });
  const reportsOf = async (id: number): Promise<number | undefined> =>
    (
      await newsroom.store.read
        .selectFrom('comments')
        .select('reports')
        .where('id', '=', id)
        .executeTakeFirst()
    )?.reports;

  test('is counted, kept with its reason and note, and written down as a decision', async () => {
    const id = await putReply(newsroom.store, { storyId });

    await report(id);

    expect(await reportsOf(id)).toBe(1);
    const kept = await newsroom.store.read.selectFrom('comment_reports').selectAll().execute();
    expect(kept).toMatchObject([
      {
        comment_id: id,
        reason: 'abuse',
        note: 'فيه شتيمة',
        at: newsroom.clock.at,
        settled_at: null,
      },
    ]);
    const said = await newsroom.store.read.selectFrom('comment_decisions').selectAll().execute();
    expect(said).toMatchObject([{ comment_id: id, phase: 'reader', reason: 'abuse' }]);
  });

  test('of a reply that readers cannot see is not kept', async () => {
    for (const state of ['held', 'rejected', 'deleted'] as const) {
      const id = await putReply(newsroom.store, { storyId, state });
      await report(id);
      expect(await reportsOf(id)).toBe(0);
    }
  });

  test('is not kept without end, from one address or of one reply', async () => {
    const id = await putReply(newsroom.store, { storyId });
    for (let n = 0; n < 30; n += 1) await report(id);
    const fromOne = await reportsOf(id);
    for (let n = 0; n < 60; n += 1) await report(id, `192.0.2.${n + 10}`);

    expect(fromOne).toBe(20);
    expect(await reportsOf(id)).toBe(50);
  });
});

test('only the reasons of the form are reasons', () => {
  expect(reportReasonFrom('hate')).toBe('hate');
  for (const other of ['', 'HATE', 'because', '__proto__'])
    expect(reportReasonFrom(other)).toBeNull();
});
