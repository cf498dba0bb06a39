import { sql } from 'kysely';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import type { SearchIndex } from '../../store/search/search-index.ts';
import { cardFrom, selectCards } from './cards.ts';
import type { Place } from './neighbours.ts';
import { readCards } from './read.ts';
import type { MoreStories, Named, StoryCard } from './views.ts';

/** How many stories a block holds at most. */
const most = 4;

/** What is asked of a story to find others for its page. */
export type Asking = Place & { topics: readonly Named[]; section: Named | null };

/**
 * What a reader may go on to from a story. Each block says truly how its stories belong to this one:
 * - related: earlier ones that speak of the same, as the index found when the story was published;
 *   where those are too few, earlier ones that share one of its other topics;
 * - of its first topic: the newest, whether earlier or later;
 * - of its section, earlier ones, only where the others leave the page with little.
 *
 * None is listed twice. `neighbours` are linked on the page anyway, so they give way to others.
 */
export async function storiesBeside(
  db: Db,
  index: Pick<SearchIndex, 'related'>,
  story: Asking,
  options: { now: number; neighbours: readonly number[] },
): Promise<MoreStories> {
  const { now } = options;
  const near = new Set(options.neighbours);
  const kept = (await index.related(story.id)) ?? [];
  const related = withRoom(await readCards(db, kept, now), near);
  const listed = new Set([story.id, ...near, ...related.map((card) => card.id)]);
  const add = (to: StoryCard[], from: readonly StoryCard[]): void => {
    for (const card of from) {
      if (to.length === most) return;
      if (listed.has(card.id)) continue;
      listed.add(card.id);
      to.push(card);
    }
  };

  const [topic = null, ...others] = story.topics;
  if (related.length < most)
    add(related, await readCards(db, await earlierOfTopics(db, story, others), now));

  const ofTopic: StoryCard[] = [];
  if (topic !== null) add(ofTopic, await newestOfTopic(db, topic.id, now));

  const ofSection: StoryCard[] = [];
  if (story.section !== null && related.length + ofTopic.length < most)
    add(ofSection, await earlierOfSection(db, story, story.section.id, now));

  return { related, topic, ofTopic, section: story.section, ofSection };
}

/** The first few, in their order; those that stand near anyway only where there is room. */
function withRoom(cards: readonly StoryCard[], near: ReadonlySet<number>): StoryCard[] {
  const apart = cards.filter((card) => !near.has(card.id)).slice(0, most);
  const beside = cards.filter((card) => near.has(card.id)).slice(0, most - apart.length);
  return cards.filter((card) => apart.includes(card) || beside.includes(card));
}

/** So many that a block is full after the story, its neighbours and what is related are left out. */
const enoughOfTopic = most + 1 + 2 + most;
/** The same; of the neighbours one is newer, and the other blocks hold fewer than {@link most}. */
const enoughOfSection = most + 1 + (most - 1);

const ofTopic = prepared((db, slot: SlotOf<{ topic: number }>) =>
  selectCards(db)
    .innerJoin('publication_topics as listed', 'listed.story_id', 'publications.story_id')
    .where('listed.topic_id', '=', slot('topic'))
    .orderBy('listed.published_at', 'desc')
    .orderBy('listed.story_id', 'desc')
    // Written out: SQLite plans worse for a limit that it does not know.
    .limit(sql.lit(enoughOfTopic)),
);

/** The newest stories of a topic, enough to leave some out. */
export async function newestOfTopic(db: Db, topic: number, now: number): Promise<StoryCard[]> {
  return (await ofTopic(db, { topic })).map((row) => cardFrom(row, now));
}

const ofSection = prepared((db, slot: SlotOf<{ section: number; at: number; id: number }>) =>
  selectCards(db)
    .where('publications.status', '=', 'live')
    .where('publications.section_id', '=', slot('section'))
    .where(
      sql<boolean>`(publications.published_at, publications.story_id) < (${slot('at')}, ${slot('id')})`,
    )
    .orderBy('publications.published_at', 'desc')
    .orderBy('publications.story_id', 'desc')
    .limit(sql.lit(enoughOfSection)),
);

/**
 * Stories of a section from before a place, enough to leave some out.
 * Only earlier ones, so that a new story does not change every page of the section's archive.
 */
export async function earlierOfSection(
  db: Db,
  { publishedAt: at, id }: Place,
  section: number,
  now: number,
): Promise<StoryCard[]> {
  return (await ofSection(db, { section, at, id })).map((row) => cardFrom(row, now));
}

/** Ids of the newest earlier stories of any of the topics: a few from each, then the newest. */
export async function earlierOfTopics(
  db: Db,
  place: Place,
  topics: readonly Named[],
): Promise<number[]> {
  const [first, ...others] = topics.map((topic) =>
    db
      .selectFrom(
        db
          .selectFrom('publication_topics')
          .select(['story_id', 'published_at'])
          .where('topic_id', '=', topic.id)
          .where(sql<boolean>`(published_at, story_id) < (${place.publishedAt}, ${place.id})`)
          .orderBy('published_at', 'desc')
          .orderBy('story_id', 'desc')
          // What the index found and the neighbour before may be among them.
          .limit(sql.lit(most + most))
          .as('earlier'),
      )
      .selectAll(),
  );
  if (first === undefined) return [];
  const rows = await others.reduce((all, one) => all.unionAll(one), first).execute();
  rows.sort((a, b) => b.published_at - a.published_at || b.story_id - a.story_id);
  return [...new Set(rows.map((row) => row.story_id))].slice(0, most + most);
}
