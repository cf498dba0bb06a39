import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { saveStory } from '../stories/write.ts';
import {
  act,
  content,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { makePlaces } from '../testing/places.ts';
import { hashesOf, hitsOf, marksIn } from './hits.ts';

const { chief, editor } = staff;

describe.each(dialects)('what a list of hits shows on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const shown = async (...ids: number[]) =>
    [...(await hitsOf(newsroom.store.read, ids)).values()].map(({ row }) => row);

  test('is what readers may see at this moment, though it is kept', async () => {
    const { section, otherSection } = await makePlaces(newsroom);
    const here = { sectionId: section, headline: 'جسر قديم' };
    const { id } = await published(newsroom, here);
    const { id: other } = await published(newsroom, { headline: 'قارب جديد' });
    const first = { story_id: id, headline: 'جسر قديم', section_name: 'محليات' };

    for (const _ of ['read', 'kept']) {
      const rows = await shown(id, other, 999_999);
      expect(rows).toHaveLength(2);
      expect(rows.find((row) => row.story_id === id)).toMatchObject(first);
    }

    const changed = content({ sectionId: otherSection, headline: 'جسر جديد' });
    await saveStory(newsroom, editor, { id, version: 1, content: changed });
    expect(await shown(id)).toMatchObject([first]);
    await act(newsroom, editor, id, 'update');
    expect(await shown(id)).toMatchObject([{ headline: 'جسر جديد', section_name: 'رياضة' }]);

    await act(newsroom, chief, other, 'withdraw', { note: 'خبر غير صحيح.' });
    expect(await shown(id, other)).toHaveLength(1);
  });

  test('lights up the words of its headline, as they are now', async () => {
    const { id } = await published(newsroom, { headline: 'المدارس قرب النهر' });
    const marked = async (stem: string) => {
      const hit = (await hitsOf(newsroom.store.read, [id])).get(id);
      return hit && marksIn(hit, hashesOf([stem]));
    };

    expect(await marked('نهر')).toEqual([[12, 17]]);
    expect(await marked('بحر')).toEqual([]);

    const changed = content({ headline: 'النهر' });
    await saveStory(newsroom, editor, { id, version: 1, content: changed });
    await act(newsroom, editor, id, 'update');
    expect(await marked('نهر')).toEqual([[0, 5]]);
  });
});
