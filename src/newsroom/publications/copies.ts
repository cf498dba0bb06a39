import { sql } from 'kysely';
import type { Work } from '../newsroom.ts';
import type { Named, Picture } from './views.ts';

/**
 * Readers' copies hold names and pictures as they were when the story was published. What is changed
 * at its source is changed in them too: the very text that stands there is replaced, by the database
 * itself. It cannot stand in a story's own words, where every quotation mark is escaped.
 */

/** A person, topic or series under another name or address. */
export async function renameInCopies(
  work: Work,
  kind: 'people' | 'topics' | 'series',
  before: Named,
  after: Named,
): Promise<void> {
  const [old, now] = [textOf(before), textOf(after)];
  if (old === now) return;
  const column = sql.ref(kind === 'people' ? 'byline_json' : 'detail_json');
  const where = {
    people: sql`story_id in (select story_id from publication_people where person_id = ${before.id})`,
    topics: sql`story_id in (select story_id from publication_topics where topic_id = ${before.id})`,
    series: sql`series_id = ${before.id}`,
  }[kind];
  await sql`update publications set ${column} = replace(${column}, ${old}, ${now}) where ${where}`.execute(
    work.tx,
  );
}

const textOf = ({ id, slug, name }: Named): string => JSON.stringify({ id, slug, name });

/** A picture with another description, credit or focal point. Whether any reader sees it. */
export async function redescribeInCopies(
  work: Work,
  before: Picture,
  after: Picture,
): Promise<boolean> {
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  if (old === now) return false;
  const { rows } = await sql`
    update publications
    set lead_json = replace(lead_json, ${old}, ${now}),
      detail_json = replace(detail_json, ${old}, ${now})
    where story_id in (select story_id from story_media where media_id = ${before.id})
    returning story_id`.execute(work.tx);
  return rows.length > 0;
}
