import type { Db } from '../../store/schema.ts';
import type { StoryLink } from './views.ts';

/** What sitemaps list: addresses only, read along the primary key. */

export interface StoryAddress {
  id: number;
  slug: string;
  updatedAt: number;
}

/** Stories that readers may see, with ids from `first` to `last`. */
export async function storyAddresses(
  db: Db,
  ids: { first: number; last: number },
): Promise<StoryAddress[]> {
  const rows = await db
    .selectFrom('publications')
    .select(['story_id', 'slug', 'updated_at', 'status'])
    .where('story_id', '>=', ids.first)
    .where('story_id', '<=', ids.last)
    .orderBy('story_id')
    .execute();
  // Asked for in the query, the state would draw SQLite away from the primary key.
  return rows
    .filter((row) => row.status === 'live')
    .map((row) => ({ id: row.story_id, slug: row.slug, updatedAt: row.updated_at }));
}

/** The address and headline of a story that readers know of, withdrawn ones included; else null. */
export async function storyLink(db: Db, id: number): Promise<StoryLink | null> {
  if (!Number.isSafeInteger(id)) return null;
  const row = await db
    .selectFrom('publications')
    .select(['story_id as id', 'slug', 'headline'])
    .where('story_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The highest id of any publication; 0 when there is none. */
export async function highestStoryId(db: Db): Promise<number> {
  const row = await db
    .selectFrom('publications')
    .select('story_id')
    .orderBy('story_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.story_id ?? 0;
}

/** Headlines of the stories published since an instant, newest first. */
export async function headlinesSince(
  db: Db,
  since: number,
  limit: number,
): Promise<{ id: number; slug: string; headline: string; publishedAt: number }[]> {
  return db
    .selectFrom('publications')
    .select(['story_id as id', 'slug', 'headline', 'published_at as publishedAt'])
    .where('status', '=', 'live')
    .where('published_at', '>=', since)
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(limit)
    .execute();
}

/** Slugs of topics, people and series that readers can open. */
export async function gatheringPlaces(
  db: Db,
): Promise<{ topics: string[]; people: string[]; series: string[] }> {
  const topics = await db
    .selectFrom('topics')
    .select('slug')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publication_topics')
          .select('topic_id')
          .whereRef('publication_topics.topic_id', '=', 'topics.id'),
      ),
    )
    .limit(5000)
    .execute();
  const people = await db
    .selectFrom('people')
    .select('slug')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publication_people')
          .select('person_id')
          .whereRef('publication_people.person_id', '=', 'people.id'),
      ),
    )
    .limit(5000)
    .execute();
  const series = await db
    .selectFrom('series')
    .select('slug')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publications')
          .select('story_id')
          .whereRef('publications.series_id', '=', 'series.id')
          .where('publications.status', '=', 'live'),
      ),
    )
    .limit(5000)
    .execute();
  const slugs = (rows: { slug: string }[]): string[] => rows.map((row) => row.slug);
  return { topics: slugs(topics), people: slugs(people), series: slugs(series) };
}
