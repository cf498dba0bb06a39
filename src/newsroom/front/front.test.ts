import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { saveStory } from '../stories/write.ts';
import {
  content,
  draft,
  hour,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { arrangeFront, readFrontDesk } from './front.ts';

describe.each(dialects)('arranging the front page on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const read = () => readFrontDesk(newsroom.store.read, staff.editor, newsroom.now());
  const arrange = async (over: object, actor = staff.editor) => {
    const { version } = await read();
    const order = { version, lead: null, pinned: [], breaking: [], ...over };
    return arrangeFront(newsroom, actor, order);
  };

  test('pins, raises and lets go again, in the given order', async () => {
    const [one, two, three] = [
      await published(newsroom),
      await published(newsroom),
      await published(newsroom),
    ];
    const until = newsroom.now() + hour;

    const breaking = [{ id: three.id, until }];
    const done = await arrange({ lead: one.id, pinned: [two.id, one.id], breaking });
    expect(done).toMatchObject({ lead: one.id, pinned: [two.id, one.id], breaking });
    expect(await arrange({ pinned: [one.id] })).toMatchObject({
      lead: null,
      pinned: [one.id],
      breaking: [],
    });
  });

  test('changes nothing of a text that waits for its update', async () => {
    const { id } = await published(newsroom, { headline: 'المنشور' });
    await saveStory(newsroom, staff.editor, {
      id,
      version: 1,
      content: content({ headline: 'غيره' }),
    });

    await arrange({ pinned: [id] });

    const row = await newsroom.store.read
      .selectFrom('publications')
      .select(['headline', 'priority'])
      .where('story_id', '=', id)
      .executeTakeFirst();
    expect(row).toEqual({ headline: 'المنشور', priority: 'pinned' });
  });

  test('is refused for what is not out, and for who may not', async () => {
    const { id } = await draft(newsroom);

    await expect(arrange({ lead: id })).rejects.toMatchObject({ status: 409 });
    await expect(arrange({ pinned: [id] })).rejects.toMatchObject({ status: 409 });
    await expect(arrange({}, staff.reporter)).rejects.toMatchObject({ status: 403 });
    await expect(arrange({ version: 7 })).rejects.toMatchObject({ status: 409 });
  });
});

describe.each(sharedDatabases)('on two nodes with $name', (kind) => {
  test('the front page is arranged by one of two who do it at the same moment', async () => {
    const newsroom = await openNewsroom(kind);
    const other = await newsroom.another();
    const one = await published(newsroom);
    const two = await published(newsroom);
    const order = { version: 0, pinned: [], breaking: [] };

    const done = await Promise.allSettled([
      arrangeFront(newsroom, staff.editor, { ...order, lead: one.id }),
      arrangeFront(other, staff.chief, { ...order, lead: two.id }),
    ]);

    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await newsroom.remove();
  });
});
