import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../store/schema.ts';
import type { Neighbours } from './views.ts';

/** Where a story stands in the order of publication. */
export interface Place {
  id: number;
  publishedAt: number;
}

const olderThan = (place: Place): RawBuilder<boolean> =>
  sql<boolean>`(published_at, story_id) < (${place.publishedAt}, ${place.id})`;
const newerThan = (place: Place): RawBuilder<boolean> =>
  sql<boolean>`(published_at, story_id) > (${place.publishedAt}, ${place.id})`;

/** The story published just before and the one just after, across the paper. */
export async function neighbours(db: Db, place: Place): Promise<Neighbours> {
  const live = db
    .selectFrom('publications')
    .select(['story_id as id', 'slug', 'headline'])
    .where('status', '=', 'live')
    .limit(1);
  const previous = await live
    .where(olderThan(place))
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .executeTakeFirst();
  const next = await live
    .where(newerThan(place))
    .orderBy('published_at')
    .orderBy('story_id')
    .executeTakeFirst();
  return { previous: previous ?? null, next: next ?? null };
}

/** Ids of the neighbours, for announcing that they have got a new one. */
export async function neighbourIds(db: Db, place: Place): Promise<number[]> {
  const { previous, next } = await neighbours(db, place);
  return [previous?.id, next?.id].filter((id): id is number => id !== undefined);
}
