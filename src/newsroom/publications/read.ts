import { sql } from 'kysely';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import { stricter } from '../comments/comment.ts';
import { readFrontOrder } from '../front/order.ts';
import { eventSchema } from '../stories/story.ts';
import { cardFrom, selectCards } from './cards.ts';
import { detailSchema } from './detail.ts';
import type {
  AnnouncedEvent,
  FrontView,
  Named,
  PublishedStory,
  StoryCard,
  WithdrawnStory,
} from './views.ts';

export type ReadersStory =
  | { status: 'live'; story: PublishedStory }
  | { status: 'withdrawn'; story: WithdrawnStory };

const storyById = prepared((db, slot: SlotOf<{ id: number }>) =>
  selectCards(db)
    .select([
      'publications.status',
      'publications.deck',
      'publications.detail_json',
      'publications.notice',
      'sections.comments as section_comments',
    ])
    .where('publications.story_id', '=', slot('id')),
);

/** The story as readers may know it; null when they may not. One look-up by key. */
export async function readStory(db: Db, id: number, now: number): Promise<ReadersStory | null> {
  if (!Number.isSafeInteger(id)) return null;
  const [row] = await storyById(db, { id });
  if (row === undefined) return null;
  if (row.status === 'withdrawn') {
    const { slug, headline, notice, updated_at: withdrawnAt } = row;
    return { status: 'withdrawn', story: { id, slug, headline, notice, withdrawnAt } };
  }
  const detail = detailSchema.parse(JSON.parse(row.detail_json));
  const comments = stricter(
    detail.comments,
    detailSchema.shape.comments.parse(row.section_comments ?? 'open'),
  );
  return { status: 'live', story: { ...cardFrom(row, now), deck: row.deck, ...detail, comments } };
}

/** Whole stories, newest first, for feeds. */
export async function newestStories(
  db: Db,
  options: { now: number; limit: number; sectionId?: number; since?: number },
): Promise<PublishedStory[]> {
  let query = selectCards(db)
    .select(['publications.deck', 'publications.detail_json'])
    .where('publications.status', '=', 'live');
  if (options.sectionId !== undefined)
    query = query.where('publications.section_id', '=', options.sectionId);
  if (options.since !== undefined)
    query = query.where('publications.published_at', '>=', options.since);
  const rows = await query
    .orderBy('publications.published_at', 'desc')
    .orderBy('publications.story_id', 'desc')
    .limit(options.limit)
    .execute();
  return rows.map((row) => ({
    ...cardFrom(row, options.now),
    deck: row.deck,
    ...detailSchema.parse(JSON.parse(row.detail_json)),
  }));
}

/** Cards of the given stories that readers may see, in the given order. */
export async function readCards(db: Db, ids: readonly number[], now: number): Promise<StoryCard[]> {
  if (ids.length === 0) return [];
  const rows = await selectCards(db)
    .where('publications.status', '=', 'live')
    .where('publications.story_id', 'in', [...ids])
    .execute();
  return ids.flatMap((id) => {
    const row = rows.find((candidate) => candidate.story_id === id);
    return row === undefined ? [] : [cardFrom(row, now)];
  });
}

const granularitySchema = eventSchema.shape.granularity;

/** Dates that stories have announced and that are still to come, soonest first. */
export async function announcedEvents(
  db: Db,
  from: number,
  limit: number,
): Promise<AnnouncedEvent[]> {
  const rows = await db
    .selectFrom('publication_events as event')
    .innerJoin('publications', 'publications.story_id', 'event.story_id')
    .select([
      'event.story_id',
      'event.at',
      'event.granularity',
      'event.text',
      'publications.slug',
      'publications.headline',
    ])
    .where('event.at', '>=', from)
    .orderBy('event.at')
    .orderBy('event.story_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    granularity: granularitySchema.parse(row.granularity),
    text: row.text,
    story: { id: row.story_id, slug: row.slug, headline: row.headline },
  }));
}

const secondCount = 4;
const latestCount = 8;
const bandCount = 3;
const agendaCount = 5;

/**
 * The front page: breaking news, the lead (a pinned story, else the newest with a picture),
 * the next stories, the latest, announced dates and a band for each section. `breakingUntil` is when the breaking strip must go.
 * @param startOfToday first instant of the newsroom's day
 */
export async function readFront(
  db: Db,
  sections: readonly Named[],
  now: number,
  startOfToday: number,
): Promise<{ front: FrontView; breakingUntil: number | null }> {
  const live = selectCards(db)
    .where('publications.status', '=', 'live')
    .orderBy('publications.published_at', 'desc')
    .orderBy('publications.story_id', 'desc');
  const newest = (await live.limit(40).execute()).map((row) => cardFrom(row, now));
  const raisedRows = await live
    // Written out, so that SQLite sees that its index of raised stories will do.
    .where('publications.priority', '<>', sql.lit('normal'))
    .limit(10)
    .execute();
  const raised = raisedRows.map((row) => cardFrom(row, now));
  const breaking = raised.find((card) => card.priority === 'breaking') ?? null;
  const breakingRow = raisedRows.find((row) => row.story_id === breaking?.id);
  const order = await readFrontOrder(db);
  // In the order that the desk gave them; what it has not ordered follows, newest first.
  const place = (card: StoryCard): number => (order.pinned.indexOf(card.id) + 1 || 1000) - 1;
  const pinned = raised
    .filter((card) => card.priority === 'pinned')
    .sort((a, b) => place(a) - place(b));
  const candidates = newest.filter((card) => card.id !== breaking?.id);
  const [chosen] = order.lead === null ? [] : await readCards(db, [order.lead], now);
  const lead =
    chosen ?? pinned[0] ?? candidates.find((card) => card.lead !== null) ?? candidates[0] ?? null;
  const taken = new Set([lead?.id, breaking?.id]);
  const second = [...pinned, ...candidates].filter((card) => !taken.has(card.id));
  const shown = unique(second).slice(0, secondCount);
  for (const card of shown) taken.add(card.id);

  const bands: FrontView['bands'] = [];
  for (const section of sections) {
    const rows = await live
      .where('publications.section_id', '=', section.id)
      .limit(bandCount + shown.length + 2)
      .execute();
    const stories = rows
      .map((row) => cardFrom(row, now))
      .filter((card) => !taken.has(card.id))
      .slice(0, bandCount);
    if (stories.length > 0) bands.push({ section, stories });
  }
  const agenda = await announcedEvents(db, startOfToday, agendaCount);
  const latest = newest.slice(0, latestCount);
  return {
    front: { breaking, lead, second: shown, latest, agenda, bands },
    breakingUntil: breakingRow?.priority_until ?? null,
  };
}

function unique(cards: readonly StoryCard[]): StoryCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
