import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../store/schema.ts';
import type { Neighbours, StoryLink } from './views.ts';

/** Where a story stands in the order of publication. */
export interface Place {
  id: number;
  publishedAt: number;
}

const olderThan = (place: Place): RawBuilder<boolean> =>
  sql<boolean>`(published_at, story_id) < (${place.publishedAt}, ${place.id})`;
const newerThan = (place: Place): RawBuilder<boolean> =>
  sql<boolean>`(published_at, story_id) > (${place.publishedAt}, ${place.id})`;

/** The story published just before and the one just after, across the paper; one statement. */
export async function neighbours(db: Db, place: Place): Promise<Neighbours> {
  const live = db
    .selectFrom('publications')
    .select(['story_id as id', 'slug', 'headline', 'published_at as at'])
    .where('status', '=', 'live')
    .limit(1);
  const older = live
    .where(olderThan(place))
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc');
  const newer = live.where(newerThan(place)).orderBy('published_at').orderBy('story_id');
  const rows = await db
    .selectFrom(older.as('older'))
    .selectAll()
    .unionAll(db.selectFrom(newer.as('newer')).selectAll())
    .execute();
  const link = (isOlder: boolean): StoryLink | null => {
    const row = rows.find((one) => isBefore(one, place) === isOlder);
    return row === undefined ? null : { id: row.id, slug: row.slug, headline: row.headline };
  };
  return { previous: link(true), next: link(false) };
}

function isBefore(one: { at: number; id: number }, place: Place): boolean {
  return one.at < place.publishedAt || (one.at === place.publishedAt && one.id < place.id);
}

/** Ids of the neighbours, for announcing that they have got a new one. */
export async function neighbourIds(db: Db, place: Place): Promise<number[]> {
  const { previous, next } = await neighbours(db, place);
  return [previous?.id, next?.id].filter((id): id is number => id !== undefined);
}
