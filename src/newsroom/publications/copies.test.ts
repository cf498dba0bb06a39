import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { changePicture } from '../media/archive.ts';
import { paragraphOf } from '../stories/body.ts';
import { addTerm, changeTerm } from '../terms/terms.ts';
import { openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { readStory } from './read.ts';

describe.each(dialects)('readers’ copies on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const read = async (id: number) => {
    const found = await readStory(newsroom.store.read, id, newsroom.now());
    return found?.status === 'live' ? found.story : null;
  };
  const changes = async () => {
    const rows = await newsroom.store.read.selectFrom('changes').selectAll().execute();
    return rows.map((row) => row.kind);
  };

  test('bear a person’s, a topic’s and a series’ new name, and keep their own words', async () => {
    const add = (of: 'people' | 'topics' | 'series', name: string) =>
      addTerm(newsroom, staff.chief, of, { name });
    const person = await add('people', 'سعاد "أم علي"');
    const topic = await add('topics', 'المياة');
    const series = await add('series', 'حكاية نهر');
    const quoted = JSON.stringify({ id: person.id, slug: person.slug, name: person.name });
    const { id } = await published(newsroom, {
      byline: { personIds: [person.id], agency: null },
      topicIds: [topic.id],
      seriesId: series.id,
      body: { type: 'doc', content: [paragraphOf(quoted)] },
    });
    const change = (of: 'people' | 'topics' | 'series', which: number, to: object) =>
      changeTerm(newsroom, staff.chief, of, which, to);
    await change('people', person.id, { name: 'سعاد حسن' });
    await change('topics', topic.id, { name: 'المياه', slug: 'المياه' });
    await change('series', series.id, { name: 'حكايات النهر' });

    expect(await read(id)).toMatchObject({
      byline: { people: [{ id: person.id, name: 'سعاد حسن' }] },
      topics: [{ id: topic.id, name: 'المياه', slug: 'المياه' }],
      series: { name: 'حكايات النهر' },
      body: { content: [paragraphOf(quoted)] },
    });
  });

  test('show a picture as it is described now, and only they are told of', async () => {
    const picture = (hash: string) =>
      newsroom.store.write((tx) =>
        tx
          .insertInto('media')
          .values({
            ...{ hash, format: 'jpg', width: 1200, height: 800, focal_x: 0.5, focal_y: 0.5 },
            ...{ alt: 'جسر', caption: null, credit: null, rights: null, created_at: 1 },
            created_by: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
    const [seen, unseen] = [await picture('a'.repeat(64)), await picture('b'.repeat(64))];
    const { id } = await published(newsroom, {
      leadMediaId: seen.id,
      body: { type: 'doc', content: [{ type: 'image', attrs: { mediaId: seen.id } }] },
    });
    const before = await changes();

    await changePicture(newsroom, staff.editor, unseen.id, { alt: 'لم تُنشر' });
    expect(await changes()).toEqual(before);
    const told = { alt: 'الجسر من الضفة الشرقية', credit: 'ليلى', focalX: 0.25 };
    await changePicture(newsroom, staff.editor, seen.id, told);

    const byReporter = changePicture(newsroom, staff.reporter, seen.id, { alt: 'غيره' });
    await expect(byReporter).rejects.toMatchObject({ status: 403 });

    expect(await changes()).toEqual([...before, 'media']);
    const story = await read(id);
    expect(story?.lead).toMatchObject(told);
    expect(story?.pictures[seen.id]).toMatchObject(told);
  });
});
