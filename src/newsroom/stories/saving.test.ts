import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { StaleSave } from '../errors.ts';
import { readStory } from '../publications/read.ts';
import {
  act,
  colleague,
  content,
  draft,
  hour,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { paragraphOf } from './body.ts';
import { loadStory } from './rows.ts';
import { autosaveStory, saveStory } from './write.ts';

const { reporter, copyeditor, editor, chief } = staff;

describe.each(dialects)('saving on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const readers = (id: number) => readStory(newsroom.store.read, id, newsroom.now());
  const versionsOf = async (id: number): Promise<string[]> => {
    const rows = await newsroom.store.read
      .selectFrom('versions')
      .select('content_json')
      .where('story_id', '=', id)
      .orderBy('version')
      .execute();
    return rows.map((row) => (JSON.parse(row.content_json) as { headline: string }).headline);
  };

  test('of a stale version is refused with both texts, and loses neither', async () => {
    const { id } = await draft(newsroom, { headline: 'الأصل' });
    const theirs = content({ headline: 'نصّ المحرّر' });
    const yours = content({ headline: 'نصّ المراسل' });
    await saveStory(newsroom, copyeditor, { id, version: 1, content: theirs });

    const stale: unknown = await saveStory(newsroom, reporter, {
      id,
      version: 1,
      content: yours,
    }).catch((error: unknown) => error);

    expect(stale).toBeInstanceOf(StaleSave);
    expect(stale).toMatchObject({
      status: 409,
      yours,
      theirs,
      theirVersion: 2,
      savedBy: 'copyeditor',
    });
    expect(await versionsOf(id)).toEqual(['الأصل', 'نصّ المحرّر']);
    expect(await loadStory(newsroom.store.read, id)).toMatchObject({ version: 2, content: theirs });
  });

  test('refuses a version that does not exist yet', async () => {
    const { id } = await draft(newsroom);

    const early = saveStory(newsroom, reporter, { id, version: 7, content: content() });

    await expect(early).rejects.toThrow(StaleSave);
  });

  test('of others’ stories is not for reporters', async () => {
    const { id } = await draft(newsroom);

    const save = saveStory(newsroom, colleague, { id, version: 1, content: content() });

    await expect(save).rejects.toMatchObject({ status: 403 });
  });

  test('a published story shows readers nothing until the update is published', async () => {
    const { id } = await published(newsroom, { headline: 'قبل التحديث' });
    const before = await readers(id);
    const body = { type: 'doc' as const, content: [paragraphOf('تفاصيل لم تُنشر.')] };

    await saveStory(newsroom, editor, {
      id,
      version: 1,
      content: content({ headline: 'بعد التحديث', body }),
    });

    expect(await readers(id)).toEqual(before);
    newsroom.clock.at += hour;
    await act(newsroom, editor, id, 'update');
    expect(await readers(id)).toMatchObject({
      story: { headline: 'بعد التحديث', body, updatedAt: newsroom.now() },
    });
  });

  test('keeps the address that readers know', async () => {
    const { id, slug } = await published(newsroom, { headline: 'عنوان أول' });
    expect(slug).toBe('عنوان-أول');

    await saveStory(newsroom, editor, {
      id,
      version: 1,
      content: content({ headline: 'عنوان ثان' }),
    });
    await act(newsroom, editor, id, 'update');

    expect(await readers(id)).toMatchObject({ story: { slug, headline: 'عنوان ثان' } });
  });

  test('a correction is added to the story with its date, beside the corrected text', async () => {
    const { id } = await published(newsroom);
    const body = { type: 'doc' as const, content: [paragraphOf('افتُتح الجسر مساء أمس.')] };
    await saveStory(newsroom, editor, { id, version: 1, content: content({ body }) });
    newsroom.clock.at += hour;
    const first = { at: newsroom.now(), text: 'ورد في الخبر أن الافتتاح كان صباحاً.' };
    await act(newsroom, editor, id, 'correct', { note: first.text });
    newsroom.clock.at += hour;
    const second = { at: newsroom.now(), text: 'ورد اسم الجسر خطأً.' };

    await act(newsroom, editor, id, 'correct', { note: second.text });

    expect(await readers(id)).toMatchObject({
      story: { body, corrections: [first, second], updatedAt: second.at },
    });
  });

  test('automatically keeps one unfinished text for each writer, until they save', async () => {
    const { id } = await draft(newsroom);
    const kept = () =>
      newsroom.store.read
        .selectFrom('autosaves')
        .select(['user_id', 'content_json'])
        .where('story_id', '=', id)
        .orderBy('user_id')
        .execute();
    const writer = (actor: typeof reporter) => ({ ...actor, userId: actor.userId ?? '' });
    await autosaveStory(newsroom, writer(reporter), { id, version: 1, content: 'أول' });
    await autosaveStory(newsroom, writer(reporter), { id, version: 1, content: 'ثان' });
    await autosaveStory(newsroom, writer(chief), { id, version: 1, content: 'ثالث' });
    expect(await kept()).toEqual([
      { user_id: 'user-chief', content_json: '"ثالث"' },
      { user_id: 'user-reporter', content_json: '"ثان"' },
    ]);

    await saveStory(newsroom, reporter, { id, version: 1, content: content() });

    expect(await kept()).toEqual([{ user_id: 'user-chief', content_json: '"ثالث"' }]);
  });
});

describe.each(sharedDatabases)('two people on two nodes of $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  test('who save the same version at once: one is kept, the other gets both texts', async () => {
    const other = await newsroom.another();
    const nodes = [newsroom, other, newsroom, other, newsroom, other];
    const { id } = await draft(newsroom);

    const saves = await Promise.allSettled(
      nodes.map((node, n) =>
        saveStory(node, editor, { id, version: 1, content: content({ headline: `نصّ ${n}` }) }),
      ),
    );

    const kept = saves.filter((save) => save.status === 'fulfilled');
    const refused = saves.filter((save) => save.status === 'rejected');
    expect(kept).toHaveLength(1);
    expect(refused.map((save) => save.reason)).toEqual(refused.map(() => expect.any(StaleSave)));
    const winner = kept[0]?.value.content;
    for (const { reason } of refused) expect(reason).toMatchObject({ theirs: winner });
    expect(await loadStory(newsroom.store.read, id)).toMatchObject({ version: 2, content: winner });
  });

  test('who act on the same story at once: the second finds its state changed', async () => {
    const other = await newsroom.another();
    const { id } = await published(newsroom);

    const actions = await Promise.allSettled([
      act(newsroom, chief, id, 'withdraw', { note: 'خطأ' }),
      act(other, chief, id, 'withdraw', { note: 'خطأ أيضاً' }),
    ]);

    expect(actions.map((action) => action.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = actions.find((action) => action.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 409 });
  });
});
