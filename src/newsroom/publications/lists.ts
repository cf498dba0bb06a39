import { sql } from 'kysely';
import { addDays, startOfDay } from '../../arabic/zoned.ts';
import type { Db } from '../../store/schema.ts';
import { cardFrom, selectCards } from './cards.ts';
import type { Place } from './neighbours.ts';
import type { StoryList } from './views.ts';

/** Which stories a readers' list holds. */
export type ListOf =
  | { kind: 'latest' }
  | { kind: 'section'; id: number }
  | { kind: 'series'; id: number }
  | { kind: 'topic'; id: number }
  | { kind: 'person'; id: number }
  | { kind: 'day'; day: string; timeZone: string };

export interface Page {
  now: number;
  limit: number;
  /** The cursor of the page before; absent for the newest. */
  before?: Place;
}

/** Reads a cursor made by {@link cursorOf}; null when it is not one. */
export function placeFrom(cursor: string): Place | null {
  const match = /^(-?[0-9a-z]{1,9})-([0-9a-z]{1,9})$/.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { publishedAt: Number.parseInt(match[1], 36), id: Number.parseInt(match[2], 36) };
}

/** Names a place in the order of publication, for a link to the stories after it. */
export function cursorOf(place: Place): string {
  return `${place.publishedAt.toString(36)}-${place.id.toString(36)}`;
}

/** One page of a list, newest first, by keyset: its cost does not grow with the archive. */
export async function listStories(db: Db, of: ListOf, page: Page): Promise<StoryList> {
  const rows = await listQuery(db, of, page.before)
    .limit(page.limit + 1)
    .execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    stories: shown.map((row) => cardFrom(row, page.now)),
    older:
      rows.length > page.limit && last !== undefined
        ? cursorOf({ publishedAt: last.published_at, id: last.story_id })
        : null,
  };
}

function listQuery(db: Db, of: ListOf, before: Place | undefined) {
  let query = selectCards(db);
  if (of.kind === 'topic' || of.kind === 'person') {
    // These have an index of their own, ordered by publication; drive the query from it.
    const table = of.kind === 'topic' ? 'publication_topics' : 'publication_people';
    const owner = of.kind === 'topic' ? 'topic_id' : 'person_id';
    const after =
      before === undefined
        ? sql``
        : sql`and (published_at, story_id) < (${before.publishedAt}, ${before.id})`;
    query = query
      .innerJoin(
        sql<{ listed_id: number; listed_at: number }>`(
          select story_id as listed_id, published_at as listed_at from ${sql.table(table)}
          where ${sql.ref(owner)} = ${of.id} ${after})`.as('listed'),
        'listed.listed_id',
        'publications.story_id',
      )
      .orderBy('listed.listed_at', 'desc')
      .orderBy('listed.listed_id', 'desc');
    return query;
  }
  query = query.where('publications.status', '=', 'live');
  if (of.kind === 'section') query = query.where('publications.section_id', '=', of.id);
  if (of.kind === 'series') query = query.where('publications.series_id', '=', of.id);
  if (of.kind === 'day') {
    query = query
      .where('publications.published_at', '>=', startOfDay(of.day, of.timeZone))
      .where('publications.published_at', '<', startOfDay(addDays(of.day, 1), of.timeZone));
  }
  if (before !== undefined)
    query = query.where(
      sql<boolean>`(publications.published_at, publications.story_id) < (${before.publishedAt}, ${before.id})`,
    );
  return query
    .orderBy('publications.published_at', 'desc')
    .orderBy('publications.story_id', 'desc');
}

/** The nearest days, before and after `day`, on which something was published; null at the ends. */
export async function daysAround(
  db: Db,
  day: string,
  timeZone: string,
): Promise<{ before: number | null; after: number | null }> {
  const live = db
    .selectFrom('publications')
    .select('published_at')
    .where('status', '=', 'live')
    .limit(1);
  const before = await live
    .where('published_at', '<', startOfDay(day, timeZone))
    .orderBy('published_at', 'desc')
    .executeTakeFirst();
  const after = await live
    .where('published_at', '>=', startOfDay(addDays(day, 1), timeZone))
    .orderBy('published_at')
    .executeTakeFirst();
  return { before: before?.published_at ?? null, after: after?.published_at ?? null };
}
