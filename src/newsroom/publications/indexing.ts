import { dayOf } from '../../arabic/zoned.ts';
import { changesAfter, newestChange } from '../../store/changes.ts';
import type { Db } from '../../store/schema.ts';
import type { IndexedStory, SearchIndex } from '../../store/search/search-index.ts';
import { timeZoneOf } from '../settings/read.ts';
import { bodyText } from '../stories/body.ts';
import { bylineSchema, detailSchema } from './detail.ts';

const buildBatch = 100;
const changeBatch = 100;

/**
 * Brings the search index up to the newest change: builds it first if it never was
 * (resuming where a build stopped), then follows the feed. Safe in several processes
 * at once. `onProgress` is told how many stories have been put in.
 */
export async function catchUpIndex(
  db: Db,
  index: SearchIndex,
  onProgress: (stories: number) => void = () => {},
): Promise<void> {
  if ((await index.followedTo()) === null || (await index.builtTo()) !== null)
    await build(db, index, onProgress);
  for (;;) {
    const changes = await changesAfter(db, (await index.followedTo()) ?? 0, changeBatch);
    const last = changes.at(-1);
    if (last === undefined) return;
    const ids = [...new Set(changes.flatMap((change) => change.storyIds))];
    for (let start = 0; start < ids.length; start += buildBatch) {
      const some = ids.slice(start, start + buildBatch);
      const stories = await indexable(db, some);
      const found = new Set(stories.map((story) => story.id));
      await index.apply(
        stories,
        some.filter((id) => !found.has(id)),
        {},
      );
      onProgress(stories.length);
    }
    await index.apply([], [], { followedTo: last.id });
  }
}

async function build(
  db: Db,
  index: SearchIndex,
  onProgress: (stories: number) => void,
): Promise<void> {
  // What changes while we build is followed afterwards, from here.
  if ((await index.followedTo()) === null)
    await index.apply([], [], { followedTo: await newestChange(db), builtTo: 0 });
  for (;;) {
    const after = await index.builtTo();
    if (after === null) return;
    const rows = await db
      .selectFrom('publications')
      .select('story_id')
      .where('story_id', '>', after)
      .orderBy('story_id')
      .limit(buildBatch)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) {
      await index.apply([], [], { builtTo: null });
      return;
    }
    const stories = await indexable(
      db,
      rows.map((row) => row.story_id),
    );
    await index.apply(stories, [], { builtTo: last.story_id });
    onProgress(stories.length);
  }
}

/** How many stories readers can see. */
export async function countPublications(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('publications')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('status', '=', 'live')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * Puts every story into the index anew, in place: searches go on meanwhile and miss nothing. What the
 * index holds and readers may not see is taken out. Then follows what changed on the way.
 */
export async function rebuildIndex(
  db: Db,
  index: SearchIndex,
  onProgress: (stories: number) => void = () => {},
): Promise<void> {
  if ((await index.followedTo()) === null) return catchUpIndex(db, index, onProgress);
  const newest = await newestChange(db);
  for (let after = 0; ; ) {
    const held = await index.ids(after, buildBatch);
    const last = held.at(-1);
    if (last === undefined) break;
    const live = await liveIds(db, held);
    await index.apply(
      [],
      held.filter((id) => !live.has(id)),
      {},
    );
    after = last;
  }
  await index.apply([], [], { builtTo: 0, followedTo: newest });
  await catchUpIndex(db, index, onProgress);
}

async function liveIds(db: Db, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('publications')
    .select('story_id')
    .where('status', '=', 'live')
    .where('story_id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.story_id));
}

const relatedBatch = 10;
const mostRelated = 6;

/**
 * Finds which stories are related to those for which nobody has yet, newest first, some at a time.
 * Gives the ids of those it has done; none when there is nothing left to do.
 */
export async function relateSome(index: SearchIndex): Promise<number[]> {
  const ids = await index.withoutRelated(relatedBatch);
  const found = new Map<number, number[]>();
  for (const id of ids) found.set(id, await index.findRelated(id, mostRelated));
  if (found.size > 0) await index.keepRelated(found);
  return ids;
}

async function indexable(db: Db, ids: readonly number[]): Promise<IndexedStory[]> {
  const rows = await db
    .selectFrom('publications')
    .select([
      'story_id',
      'kicker',
      'headline',
      'deck',
      'standfirst',
      'section_id',
      'published_at',
      'byline_json',
      'detail_json',
    ])
    .where('status', '=', 'live')
    .where('story_id', 'in', [...ids])
    .execute();
  const timeZone = await timeZoneOf(db);
  return rows.map((row) => {
    const detail = detailSchema.parse(JSON.parse(row.detail_json));
    const byline = bylineSchema.parse(JSON.parse(row.byline_json));
    return {
      id: row.story_id,
      headline: [row.kicker, row.headline, row.deck].filter(Boolean).join('\n'),
      body: [row.standfirst, bodyText(detail.body)].filter(Boolean).join('\n'),
      at: row.published_at,
      day: dayOf(row.published_at, timeZone),
      sectionId: row.section_id,
      topicIds: detail.topics.map((topic) => topic.id),
      personIds: byline.people.map((person) => person.id),
    };
  });
}
