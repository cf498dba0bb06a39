import { dayOf } from '../../arabic/zoned.ts';
import { preparedInsert } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import { invalid } from '../errors.ts';
import type { Work } from '../newsroom.ts';
import { timeZoneOf } from '../settings/read.ts';
import type { Story } from '../stories/story.ts';
import { type Recount, recountIn } from '../style/archive-forms.ts';
import type { Detail } from './detail.ts';
import { neighbourIds } from './neighbours.ts';
import { partsOf } from './parts.ts';
import type { Named } from './views.ts';

const insertPublication = preparedInsert('publications', [
  'story_id',
  'status',
  'slug',
  'type',
  'kicker',
  'headline',
  'deck',
  'standfirst',
  'section_id',
  'series_id',
  'published_at',
  'updated_at',
  'priority',
  'priority_until',
  'byline_json',
  'lead_json',
  'detail_json',
  'comments',
  'notice',
  'forms_run',
]);

/**
 * Writes the readers' copy of a story and announces every page that may look different.
 * @param to `updatedAt`: the instant that readers are told it was last changed; `isNew`: whether
 * they have never had it
 */
export async function publishStory(
  work: Work,
  story: Story,
  to: { updatedAt: number; isNew: boolean },
): Promise<void> {
  const { tx } = work;
  const before = to.isNew ? [] : await announcedKeys(work, story.id);
  const { content } = story;
  if (story.publishedAt === null) throw new Error(`Story ${story.id} has no publication time.`);

  const made = await partsOf(tx, content);
  if (made.missing !== undefined)
    throw invalid('في المادة صورة لم تعد في الأرشيف.', `There is no picture ${made.missing}.`);
  const { people, topics, series, lead, byline } = made;
  const recount = await recountIn(work, story.id, content, to.isNew);
  const detail: Detail = { ...made.detail, corrections: story.corrections };
  const row = {
    status: 'live' as const,
    slug: story.slug,
    type: content.type,
    kicker: content.kicker,
    headline: content.headline,
    deck: content.deck,
    standfirst: content.standfirst,
    section_id: content.sectionId,
    series_id: series?.id ?? null,
    published_at: story.publishedAt,
    updated_at: to.updatedAt,
    priority: story.priority,
    priority_until: story.priorityUntil,
    byline_json: JSON.stringify(byline),
    lead_json: lead === null ? null : JSON.stringify(lead),
    detail_json: JSON.stringify(detail),
    comments: content.comments,
    notice: null,
    forms_run: recount.run,
  };
  if (to.isNew) {
    await insertPublication(tx, { story_id: story.id, ...row });
  } else {
    await tx.updateTable('publications').set(row).where('story_id', '=', story.id).execute();
    await clearLists(tx, story.id);
  }
  await writeLists(tx, story, story.publishedAt, topics, people);
  announce(work, story.id, 'story.published', before, recount);
}

/** Takes the story from readers; its address answers with the notice. */
export async function withdrawPublication(work: Work, story: Story): Promise<void> {
  const before = await announcedKeys(work, story.id);
  const recount = await recountIn(work, story.id, null, false);
  await work.tx
    .updateTable('publications')
    .set({
      status: 'withdrawn',
      notice: story.note,
      updated_at: work.at,
      priority: 'normal',
      priority_until: null,
      // The text itself must not linger where readers' queries can reach it.
      detail_json: JSON.stringify(withdrawnDetail),
      lead_json: null,
      comments: withdrawnDetail.comments,
      forms_run: recount.run,
    })
    .where('story_id', '=', story.id)
    .execute();
  await clearLists(work.tx, story.id);
  announce(work, story.id, 'story.withdrawn', before, recount);
}

const withdrawnDetail: Detail = {
  dateline: null,
  body: { type: 'doc', content: [] },
  pictures: {},
  sources: [],
  events: [],
  corrections: [],
  topics: [],
  series: null,
  readingMinutes: 1,
  comments: 'closed',
};

/** Pins a published story, makes it breaking, or neither; its text stays as readers know it. */
export async function reprioritisePublication(work: Work, story: Story): Promise<void> {
  await work.tx
    .updateTable('publications')
    .set({ priority: story.priority, priority_until: story.priorityUntil })
    .where('story_id', '=', story.id)
    .execute();
  announce(work, story.id, 'story.priority', []);
}

async function writeLists(
  tx: Db,
  story: Story,
  publishedAt: number,
  topics: readonly Named[],
  people: readonly Named[],
): Promise<void> {
  const at = { story_id: story.id, published_at: publishedAt };
  if (topics.length > 0)
    await tx
      .insertInto('publication_topics')
      .values(topics.map((topic) => ({ topic_id: topic.id, ...at })))
      .execute();
  if (people.length > 0)
    await tx
      .insertInto('publication_people')
      .values(people.map((person) => ({ person_id: person.id, ...at })))
      .execute();
  if (story.content.events.length > 0)
    await tx
      .insertInto('publication_events')
      .values(
        story.content.events.map(({ at, granularity, text }, position) => ({
          story_id: story.id,
          position,
          at,
          granularity,
          text,
        })),
      )
      .execute();
}

async function clearLists(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('publication_topics').where('story_id', '=', id).execute();
  await tx.deleteFrom('publication_people').where('story_id', '=', id).execute();
  await tx.deleteFrom('publication_events').where('story_id', '=', id).execute();
}

function announce(
  work: Work,
  id: number,
  kind: string,
  before: readonly string[],
  recount?: Recount,
): void {
  work.change(async () => {
    await recount?.settle();
    const after = await announcedKeys(work, id);
    return { kind, keys: ['home', `story:${id}`, ...before, ...after], storyIds: [id] };
  });
}

/** Keys of the pages on which the story stands as the tables have it now, neighbours included. */
async function announcedKeys(work: Work, id: number): Promise<string[]> {
  if (work.bulk) return [];
  const { tx } = work;
  const row = await tx
    .selectFrom('publications')
    .select(['status', 'section_id', 'series_id', 'published_at'])
    .where('story_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return [];
  const topics = await tx
    .selectFrom('publication_topics')
    .select('topic_id')
    .where('story_id', '=', id)
    .execute();
  const people = await tx
    .selectFrom('publication_people')
    .select('person_id')
    .where('story_id', '=', id)
    .execute();
  const beside = await neighbourIds(tx, { id, publishedAt: row.published_at });
  return [
    `day:${dayOf(row.published_at, await timeZoneOf(tx))}`,
    ...(row.section_id === null ? [] : [`section:${row.section_id}`]),
    ...(row.series_id === null ? [] : [`series:${row.series_id}`]),
    ...topics.map((topic) => `topic:${topic.topic_id}`),
    ...people.map((person) => `person:${person.person_id}`),
    ...beside.map((other) => `story:${other}`),
  ];
}
