import type { Db } from '../../store/schema.ts';
import { bodySchema } from '../stories/body.ts';
import type { Named, Person, StandingPage } from './views.ts';

/** Look-ups by slug of the places that stories gather at. Slugs are compared in NFC. */

export async function sectionBySlug(
  db: Db,
  slug: string,
): Promise<(Named & { description: string | null }) | null> {
  const row = await db
    .selectFrom('sections')
    .select(['id', 'slug', 'name', 'description'])
    .where('slug', '=', slug.normalize('NFC'))
    .executeTakeFirst();
  return row ?? null;
}

/** A topic that at least one published story carries; others do not exist for readers. */
export async function topicBySlug(db: Db, slug: string): Promise<Named | null> {
  const row = await db
    .selectFrom('topics')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug.normalize('NFC'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publication_topics')
          .select('topic_id')
          .whereRef('publication_topics.topic_id', '=', 'topics.id'),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** A person who has signed at least one published story. */
export async function personBySlug(db: Db, slug: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'slug', 'name', 'role', 'bio'])
    .where('slug', '=', slug.normalize('NFC'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publication_people')
          .select('person_id')
          .whereRef('publication_people.person_id', '=', 'people.id'),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** A series with at least one published part. */
export async function seriesBySlug(
  db: Db,
  slug: string,
): Promise<(Named & { description: string | null }) | null> {
  const row = await db
    .selectFrom('series')
    .select(['id', 'slug', 'name', 'description'])
    .where('slug', '=', slug.normalize('NFC'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('publications')
          .select('story_id')
          .whereRef('publications.series_id', '=', 'series.id')
          .where('publications.status', '=', 'live'),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

export async function standingPageBySlug(db: Db, slug: string): Promise<StandingPage | null> {
  const row = await db
    .selectFrom('pages')
    .selectAll()
    .where('slug', '=', slug.normalize('NFC'))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    body: bodySchema.parse(JSON.parse(row.body_json)),
    updatedAt: row.updated_at,
  };
}

/** Where an old path leads now; null when nowhere. */
export async function redirectFrom(db: Db, path: string): Promise<string | null> {
  const row = await db
    .selectFrom('redirects')
    .select('to_path')
    .where('from_path', '=', path.normalize('NFC'))
    .executeTakeFirst();
  return row?.to_path ?? null;
}
