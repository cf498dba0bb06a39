import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';

/** Unsaved texts that somebody looks at in the press's page; each dies within minutes. */
export async function createPreviews(db: Db, dialect: Dialect): Promise<void> {
  const int = dialect === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .createTable('previews')
    .addColumn('story_id', int, (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('content_json', 'text', (c) => c.notNull())
    .addColumn('expires_at', int, (c) => c.notNull())
    .addPrimaryKeyConstraint('previews_pk', ['story_id', 'user_id'])
    .execute();
  await db.schema.createIndex('previews_expires').on('previews').column('expires_at').execute();
}
