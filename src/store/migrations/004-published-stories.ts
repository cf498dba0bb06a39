import type { Db } from '../schema.ts';

/** The desk's list of what is out, newest first, without sorting the archive each time. */
export async function indexPublishedStories(db: Db): Promise<void> {
  await db.schema
    .createIndex('stories_state_published')
    .on('stories')
    .columns(['state', 'published_at', 'id'])
    .execute();
}
