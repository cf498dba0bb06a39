import { sql } from 'kysely';
import { prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import type { Neighbours, StoryLink } from './views.ts';

/** Where a story stands in the order of publication. */
export interface Place {
  id: number;
  publishedAt: number;
}

const besides = prepared<Placed, { id: number; slug: string; headline: string; at: number }>(
  (db, slot) => {
    const place = sql`(${slot('at')}, ${slot('id')})`;
    const live = db
      .selectFrom('publications')
      .select(['story_id as id', 'slug', 'headline', 'published_at as at'])
      .where('status', '=', 'live')
      // Written out: SQLite plans worse for a limit that it does not know.
      .limit(sql.lit(1));
    const older = live
      .where(sql<boolean>`(published_at, story_id) < ${place}`)
      .orderBy('published_at', 'desc')
      .orderBy('story_id', 'desc');
    const newer = live
      .where(sql<boolean>`(published_at, story_id) > ${place}`)
      .orderBy('published_at')
      .orderBy('story_id');
    return db
      .selectFrom(older.as('older'))
      .selectAll()
      .unionAll(db.selectFrom(newer.as('newer')).selectAll());
  },
);
type Placed = { at: number; id: number };

/** The story published just before and the one just after, across the paper; one statement. */
export async function neighbours(db: Db, place: Place): Promise<Neighbours> {
  const rows = await besides(db, { at: place.publishedAt, id: place.id });
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
