import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { inTransaction } from '../newsroom.ts';
import { paragraphOf } from '../stories/body.ts';
import { performActionIn } from '../stories/perform.ts';
import type { StoryContentInput } from '../stories/story.ts';
import { createStoryIn, saveStory } from '../stories/write.ts';
import {
  act,
  content,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { countForms, formsOf } from './archive-forms.ts';
import { countArchive, rebuildArchive } from './rebuild.ts';

const { chief } = staff;
const text = (...paragraphs: string[]): Partial<StoryContentInput> => ({
  body: { type: 'doc', content: paragraphs.map(paragraphOf) },
});

test('words are counted as they are written, without tashkeel and without particles', () => {
  const forms = formsOf({
    ...{ kicker: null, headline: 'الاثنين', deck: null, standfirst: 'يوم الاثنيْن' },
    body: { type: 'doc', content: [paragraphOf('في الإثنين، no 2021 x الاثنين٢')] },
  });

  expect(Object.fromEntries(forms)).toEqual({ الاثنين: 2, يوم: 1, الإثنين: 1 });
});

describe.each(dialects)('the archive’s words on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const counts = async (...forms: string[]): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await countForms(newsroom.store.read, forms)).map(({ form, count }) => [form, count]),
    );

  test('are counted when a story is published, all spellings of a word together', async () => {
    await published(newsroom, text('جاء الاثنين والاثنين', 'ثم الإثنين'));
    await published(newsroom, text('عاد الاثنين'));

    expect(await counts('الإثنين')).toEqual({ الاثنين: 2, الإثنين: 1 });
  });

  test('follow an update, a correction, a withdrawal and the way back', async () => {
    const { id } = await published(newsroom, text('يوم الإثنين'));
    const save = (version: number, words: string) =>
      saveStory(newsroom, chief, { id, version, content: content(text(words)) });

    await save(1, 'يوم الاثنين');
    expect(await counts('الاثنين')).toEqual({ الإثنين: 1 });
    await act(newsroom, chief, id, 'update');
    expect(await counts('الاثنين')).toEqual({ الاثنين: 1 });
    await save(2, 'الاثنين يوم الاثنين');
    await act(newsroom, chief, id, 'correct', { note: 'صُحّح' });
    expect(await counts('الاثنين')).toEqual({ الاثنين: 2 });
    await act(newsroom, chief, id, 'withdraw', { note: 'سُحبت' });
    expect(await counts('الاثنين', 'افتتاح')).toEqual({});
    await act(newsroom, chief, id, 'restore');
    expect(await counts('الاثنين', 'افتتاح')).toEqual({ الاثنين: 2, افتتاح: 1 });
  });

  test('of many stories at once are counted afterwards, each story once', async () => {
    await inTransaction(
      newsroom,
      chief,
      async (work) => {
        for (const origin of ['a', 'b', 'c']) {
          const story = await createStoryIn(work, {
            origin,
            content: content(text('يوم الاثنين')),
          });
          await performActionIn(work, story, { id: story.id, action: 'publishAtOnce' });
        }
      },
      { bulk: true },
    );
    expect(await counts('الاثنين')).toEqual({});

    expect(await countArchive(newsroom, 2)).toBe(2);
    expect(await countArchive(newsroom)).toBe(1);
    expect(await countArchive(newsroom)).toBe(0);
    expect(await counts('الاثنين')).toEqual({ الاثنين: 3 });
  });

  test('counted anew come to the same, and a story counted before is not counted twice', async () => {
    const { id } = await published(newsroom, text('يوم الاثنين'));
    await newsroom.store.write((tx) => tx.updateTable('archive_forms').set({ count: 7 }).execute());

    expect(await rebuildArchive(newsroom)).toBe(1);
    expect(await counts('الاثنين')).toEqual({ الاثنين: 1 });
    await act(newsroom, chief, id, 'withdraw', { note: 'سُحبت' });
    expect(await counts('الاثنين')).toEqual({});
  });
});
