import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import type { StoryContentInput, StoryState } from '../stories/story.ts';
import { saveStory } from '../stories/write.ts';
import {
  act,
  content,
  day,
  hour,
  morning,
  openNewsroom,
  published,
  staff,
  storyIn,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { makePlaces, type Places } from '../testing/places.ts';
import { gatheringPlaces, headlinesSince, storyAddresses } from './addresses.ts';
import { listStories } from './lists.ts';
import { neighbours } from './neighbours.ts';
import { personBySlug, seriesBySlug, topicBySlug } from './places.ts';
import { announcedEvents, newestStories, readCards, readFront, readStory } from './read.ts';
import { earlierOfSection, earlierOfTopics, newestOfTopic } from './related.ts';

const { chief, editor } = staff;
const secret = 'سرٌّ لم يُنشر';
/** Answers that name places and addresses, not headlines. */
const withoutHeadlines = new Set(['addresses', 'places', 'topicPage', 'personPage', 'seriesPage']);

describe.each(dialects)('readers on $name', (kind) => {
  let newsroom: TestNewsroom;
  let places: Places;
  let shown: number;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    places = await makePlaces(newsroom);
    shown = (await published(newsroom, { sectionId: places.section }, morning - hour)).id;
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const secretly = (): Partial<StoryContentInput> => ({
    ...places.everywhere,
    headline: secret,
    kicker: secret,
    events: [{ at: morning + day, granularity: 'day', text: secret }],
  });

  /** All that any query of the readers answers, asked around the given story. */
  const everyAnswer = async (id: number): Promise<unknown> => {
    const { read } = newsroom.store;
    const now = newsroom.now();
    const page = { now, limit: 50 };
    const named = { id: places.section, slug: '', name: '' };
    const later = { id: 1_000_000, publishedAt: now + day };
    const topics = [{ id: places.topic, slug: '', name: '' }];
    return {
      story: await readStory(read, id, now),
      cards: await readCards(read, [id], now),
      latest: await listStories(read, { kind: 'latest' }, page),
      section: await listStories(read, { kind: 'section', id: places.section }, page),
      series: await listStories(read, { kind: 'series', id: places.series }, page),
      topic: await listStories(read, { kind: 'topic', id: places.topic }, page),
      person: await listStories(read, { kind: 'person', id: places.person }, page),
      day: await listStories(
        read,
        { kind: 'day', day: '2021-07-24', timeZone: 'Asia/Baghdad' },
        page,
      ),
      feed: await newestStories(read, { now, limit: 50 }),
      front: await readFront(read, [named], now, morning),
      events: await announcedEvents(read, 0, 50),
      sharing: await readCards(read, await earlierOfTopics(read, later, topics), now),
      moreOfTopic: await newestOfTopic(read, places.topic, now),
      moreOfSection: await earlierOfSection(read, later, places.section, now),
      beside: await neighbours(read, later),
      addresses: await storyAddresses(read, { first: 0, last: 1_000_000 }),
      headlines: await headlinesSince(read, 0, 50),
      places: await gatheringPlaces(read),
      topicPage: await topicBySlug(read, 'الجسور'),
      personPage: await personBySlug(read, 'سلمى-البحر'),
      seriesPage: await seriesBySlug(read, 'مدينة-على-نهرين'),
    };
  };

  /** A story full of the secret, in the state; where readers once had it, they had it without. */
  const hidden = async (state: StoryState): Promise<number> => {
    const { id } = await storyIn(newsroom, state === 'spiked' ? 'draft' : state);
    await saveStory(newsroom, editor, { id, version: 1, content: content(secretly()) });
    if (state === 'spiked') await act(newsroom, chief, id, 'spike');
    return id;
  };

  test.each(['draft', 'review', 'ready', 'scheduled', 'returned', 'spiked'] as const)(
    'get no answer that differs for a story in %s',
    async (state) => {
      const before = await everyAnswer(shown + 1);

      const id = await hidden(state);

      const after = await everyAnswer(id);
      expect(after).toEqual(before);
      expect(after).toMatchObject({
        story: null,
        topicPage: null,
        personPage: null,
        seriesPage: null,
      });
    },
  );

  test('get nothing of the working copy of a published story', async () => {
    const id = await hidden('published');

    expect(JSON.stringify(await everyAnswer(id))).not.toContain(secret);
    await act(newsroom, editor, id, 'update');
    // The same look does find it when it is there.
    const after = await everyAnswer(id);
    for (const [name, answer] of Object.entries(after as object))
      if (!withoutHeadlines.has(name)) expect(JSON.stringify(answer), name).toContain(secret);
    expect(after).toMatchObject({
      topicPage: { name: 'الجسور' },
      personPage: { name: 'سلمى البحر' },
      seriesPage: { name: 'مدينة على نهرين' },
    });
  });

  test('get of a withdrawn story its headline and the notice, and it stands in no list', async () => {
    const before = await everyAnswer(shown + 1);
    const { id, slug } = await published(newsroom, secretly());
    newsroom.clock.at += hour;

    await act(newsroom, editor, id, 'withdraw', { note: 'سُحب الخبر لخطأ في مصدره.' });

    const after = await everyAnswer(id);
    const withdrawnAt = newsroom.now();
    newsroom.clock.at -= hour;
    expect(after).toEqual({
      ...(before as object),
      story: {
        status: 'withdrawn',
        story: { id, slug, headline: secret, notice: 'سُحب الخبر لخطأ في مصدره.', withdrawnAt },
      },
    });
  });

  test('find nothing of a withdrawn text in the tables that they read', async () => {
    const body = content().body;
    const { id } = await published(newsroom, { ...secretly(), headline: 'عنوان', body });
    await act(newsroom, editor, id, 'withdraw', { note: 'خطأ' });

    const row = await newsroom.store.read
      .selectFrom('publications')
      .selectAll()
      .where('story_id', '=', id)
      .executeTakeFirstOrThrow();

    expect(row.detail_json).not.toContain('الجسر');
    expect(row.lead_json).toBeNull();
    for (const table of ['publication_topics', 'publication_people', 'publication_events'] as const)
      expect(
        await newsroom.store.read
          .selectFrom(table)
          .select('story_id')
          .where('story_id', '=', id)
          .execute(),
      ).toEqual([]);
  });

  test('get a restored story as they had it, not what was written since', async () => {
    const { id } = await published(newsroom, { ...places.everywhere, headline: 'كما نُشر' });
    const had = await everyAnswer(id);
    await saveStory(newsroom, editor, { id, version: 1, content: content(secretly()) });
    await act(newsroom, editor, id, 'withdraw', { note: 'للتحقق' });

    await act(newsroom, chief, id, 'restore');

    expect(await everyAnswer(id)).toEqual(had);
  });
});
