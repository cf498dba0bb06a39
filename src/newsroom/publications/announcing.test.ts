import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changesAfter, newestChange } from '../../store/changes.ts';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { inTransaction, type Newsroom } from '../newsroom.ts';
import { performActionIn } from '../stories/perform.ts';
import { claimStory } from '../stories/rows.ts';
import { saveStory } from '../stories/write.ts';
import {
  act,
  content,
  draft,
  hour,
  morning,
  openNewsroom,
  published,
  staff,
  storyIn,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { makePlaces, type Places } from '../testing/places.ts';

const { chief, editor } = staff;

describe.each(dialects)('what is announced on $name', (kind) => {
  let newsroom: TestNewsroom;
  let places: Places;
  let before: number;
  let older: number;
  let newer: number;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  beforeEach(async () => {
    places = await makePlaces(newsroom);
    older = (await published(newsroom, {}, morning - 2 * hour)).id;
    newer = (await published(newsroom, {}, morning)).id;
    before = await newestChange(newsroom.store.read);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  /** The one change since the test began. */
  const announced = async () => {
    const changes = await changesAfter(newsroom.store.read, before, 10);
    expect(changes).toHaveLength(1);
    const [change] = changes;
    return {
      kind: change?.kind,
      storyIds: change?.storyIds,
      keys: [...(change?.keys ?? [])].sort(),
    };
  };
  const keysOf = (id: number, ...more: string[]): string[] =>
    ['home', `story:${id}`, `story:${older}`, `story:${newer}`, 'day:2021-07-24', ...more].sort();
  const everywhere = (): string[] => [
    `section:${places.section}`,
    `topic:${places.topic}`,
    `series:${places.series}`,
    `person:${places.person}`,
  ];
  const between = (over: Parameters<typeof published>[1] = {}) =>
    published(newsroom, over, morning - hour);

  test('by publishing: home, its day and places, and both neighbours', async () => {
    const { id } = await between(places.everywhere);

    expect(await announced()).toEqual({
      kind: 'story.published',
      storyIds: [id],
      keys: keysOf(id, ...everywhere()),
    });
  });

  test('by an update: the places it left and those it came to', async () => {
    const { id } = await between(places.everywhere);
    const moved = content({ sectionId: places.otherSection, topicIds: [places.otherTopic] });
    await saveStory(newsroom, editor, { id, version: 1, content: moved });
    before = await newestChange(newsroom.store.read);

    await act(newsroom, editor, id, 'update');

    expect(await announced()).toEqual({
      kind: 'story.published',
      storyIds: [id],
      keys: keysOf(
        id,
        ...everywhere(),
        `section:${places.otherSection}`,
        `topic:${places.otherTopic}`,
      ),
    });
  });

  test('by a withdrawal: every place that it stood in', async () => {
    const { id } = await between(places.everywhere);
    before = await newestChange(newsroom.store.read);

    await act(newsroom, chief, id, 'withdraw', { note: 'خبر غير صحيح.' });

    expect(await announced()).toEqual({
      kind: 'story.withdrawn',
      storyIds: [id],
      keys: keysOf(id, ...everywhere()),
    });
  });

  test('by the day of the newsroom’s own clock, not of UTC', async () => {
    // 21:30 in London is half past midnight in Baghdad.
    await published(newsroom, {}, Date.UTC(2021, 6, 20, 21, 30));

    expect((await announced()).keys).toContain('day:2021-07-21');
  });

  test('by a pinning: home and the places of the story', async () => {
    const { id } = await between(places.everywhere);
    before = await newestChange(newsroom.store.read);

    await act(newsroom, editor, id, 'prioritise', { priority: 'pinned' });

    expect(await announced()).toMatchObject({
      kind: 'story.priority',
      keys: expect.arrayContaining(['home', `story:${id}`, `section:${places.section}`]),
    });
  });

  test('is nothing while readers see nothing', async () => {
    const { id } = await storyIn(newsroom, 'scheduled');
    await saveStory(newsroom, editor, { id, version: 1, content: content() });
    await act(newsroom, editor, id, 'return', { note: 'ليس بعد' });
    await act(newsroom, editor, id, 'spike');
    const live = await saveStory(newsroom, editor, { id: newer, version: 1, content: content() });

    expect(live.version).toBe(2);
    expect(await changesAfter(newsroom.store.read, before, 10)).toEqual([]);
  });

  test('of many stories at once is one change for everything', async () => {
    const drafts = [await draft(newsroom), await draft(newsroom), await draft(newsroom)];

    await inTransaction(
      newsroom,
      chief,
      async (work) => {
        for (const story of drafts)
          await performActionIn(work, story, { id: story.id, action: 'publishAtOnce' });
      },
      { bulk: true },
    );

    expect(await announced()).toEqual({
      kind: 'bulk',
      keys: ['all'],
      storyIds: drafts.map((story) => story.id),
    });
  });
});

describe.each(sharedDatabases)('two nodes of $name', (kind) => {
  test('that publish neighbours at the same moment announce one to the other', async () => {
    const newsroom = await openNewsroom(kind);
    const other = await newsroom.another();
    const [first, second] = [await draft(newsroom), await draft(newsroom)];
    let written = 0;
    let bothAreWritten: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      bothAreWritten = resolve;
    });
    const publish = (node: Newsroom, id: number): Promise<void> =>
      inTransaction(node, chief, async (work) => {
        const story = await claimStory(work, id);
        await performActionIn(work, story, { id, action: 'publishAtOnce' });
        written += 1;
        if (written === 2) bothAreWritten();
        // Where several write at once, neither can see the other yet.
        if (work.dialect === 'postgres') await both;
      });

    await Promise.all([publish(newsroom, first.id), publish(other, second.id)]);

    const changes = await changesAfter(newsroom.store.read, 0, 10);
    const last = changes.at(-1);
    expect(changes).toHaveLength(2);
    expect(last?.keys).toEqual(expect.arrayContaining([`story:${first.id}`, `story:${second.id}`]));
    await newsroom.remove();
  });
});
