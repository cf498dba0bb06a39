import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { hour, morning, openNewsroom, published, type TestNewsroom } from '../testing/newsroom.ts';
import { makePlaces, type Places } from '../testing/places.ts';
import { storiesBeside } from './related.ts';

const at = morning - 12 * hour;

describe.each(dialects)('where a reader may go on to from a story, on $name', (kind) => {
  let newsroom: TestNewsroom;
  let places: Places;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    places = await makePlaces(newsroom);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  /** Publishes `n` stories, the newest first in the answer; `from` hours after `at`. */
  const publish = async (
    n: number,
    over: Parameters<typeof published>[1],
    from: number,
  ): Promise<number[]> => {
    const ids: number[] = [];
    for (let i = 0; i < n; i += 1)
      ids.unshift((await published(newsroom, over, at + (from + i) * hour)).id);
    return ids;
  };
  const inTopic = () => ({ topicIds: [places.topic] });
  const inSection = () => ({ sectionId: places.section });
  /** Asked for a story of the section and of the given topics, published `at`. */
  const beside = async (
    given: { id?: number; topics?: number[]; kept?: number[]; neighbours?: number[] } = {},
  ) => {
    const { topics = [places.topic], kept = [], neighbours = [] } = given;
    const named = (id: number) => ({ id, slug: '', name: '' });
    const more = await storiesBeside(
      newsroom.store.read,
      { related: async () => kept },
      {
        id: given.id ?? 1_000_000,
        publishedAt: at,
        topics: topics.map(named),
        section: named(places.section),
      },
      { now: newsroom.now(), neighbours },
    );
    const ids = (cards: { id: number }[]) => cards.map((card) => card.id);
    return {
      related: ids(more.related),
      ofTopic: ids(more.ofTopic),
      ofSection: ids(more.ofSection),
    };
  };

  test('is nothing for the only story', async () => {
    expect(await beside()).toEqual({ related: [], ofTopic: [], ofSection: [] });
  });

  test('never calls related what only shares the section', async () => {
    const section = await publish(6, inSection(), -9);

    expect(await beside()).toEqual({ related: [], ofTopic: [], ofSection: section.slice(0, 4) });
  });

  test('leaves the section out where there is enough of the rest', async () => {
    await publish(2, inSection(), -20);
    const kept = await publish(2, {}, -9);
    const topic = await publish(2, inTopic(), -5);

    expect(await beside({ kept })).toEqual({ related: kept, ofTopic: topic, ofSection: [] });
  });

  test('lists the newest of the first topic, later ones too, itself and what stands above left out', async () => {
    const earlier = await publish(3, inTopic(), -9);
    const later = await publish(5, inTopic(), 1);
    const [id = 0, neighbour = 0, kept = 0, ...others] = later;

    const { related, ofTopic } = await beside({ id, kept: [kept], neighbours: [neighbour] });

    expect(related).toEqual([kept]);
    expect(ofTopic).toEqual([...others, ...earlier].slice(0, 4));
  });

  test('takes what shares another topic for related, where the index knows too few', async () => {
    const shared = await publish(2, { topicIds: [places.otherTopic] }, -9);
    const [kept = 0] = await publish(1, {}, -5);

    const { related } = await beside({ kept: [kept], topics: [places.topic, places.otherTopic] });

    expect(related).toEqual([kept, ...shared]);
  });

  test('keeps a related story that is a neighbour where there is room, and only there', async () => {
    const kept = await publish(5, {}, -9);
    const [neighbour = 0, ...others] = kept;
    const neighbours = [neighbour];

    expect((await beside({ kept: kept.slice(0, 3), neighbours })).related).toEqual(
      kept.slice(0, 3),
    );
    expect((await beside({ kept, neighbours })).related).toEqual(others);
  });

  test('does not repeat the neighbours as more of the topic or of the section', async () => {
    const [neighbour = 0] = await publish(1, { ...inTopic(), ...inSection() }, -1);

    const { ofTopic, ofSection } = await beside({ neighbours: [neighbour] });

    expect([ofTopic, ofSection]).toEqual([[], []]);
  });
});
