import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';

/** The tables that the newsroom starts with (see ../schema.ts for what they hold). */
export async function createNewsroom(db: Db, dialect: Dialect): Promise<void> {
  const idType = dialect === 'sqlite' ? 'integer' : 'bigint';
  const int = dialect === 'sqlite' ? 'integer' : 'bigint';
  const id = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    dialect === 'sqlite'
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();
  const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
  const zero = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().defaultTo(0);
  const unique = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().unique();
  const story = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().references('stories.id').onDelete('cascade');
  const schema = db.schema;

  await schema
    .createTable('people')
    .addColumn('id', idType, id)
    .addColumn('slug', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('role', 'text')
    .addColumn('bio', 'text')
    .execute();
  await schema
    .createTable('users')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', unique)
    .addColumn('email_verified', int, zero)
    .addColumn('name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('person_id', int, (c) => c.references('people.id'))
    .addColumn('image', 'text')
    .addColumn('created_at', int, required)
    .addColumn('updated_at', int, required)
    .execute();
  await schema
    .createTable('accounts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('provider_id', 'text', required)
    .addColumn('account_id', 'text', required)
    .addColumn('password', 'text')
    .addColumn('created_at', int, required)
    .addColumn('updated_at', int, required)
    .addUniqueConstraint('accounts_provider_account', ['provider_id', 'account_id'])
    .execute();
  await schema
    .createTable('sections')
    .addColumn('id', idType, id)
    .addColumn('slug', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('description', 'text')
    .addColumn('position', int, zero)
    .execute();
  await schema
    .createTable('topics')
    .addColumn('id', idType, id)
    .addColumn('slug', 'text', unique)
    .addColumn('name', 'text', required)
    .execute();
  await schema
    .createTable('series')
    .addColumn('id', idType, id)
    .addColumn('slug', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('description', 'text')
    .execute();
  await schema
    .createTable('media')
    .addColumn('id', idType, id)
    .addColumn('hash', 'text', unique)
    .addColumn('format', 'text', required)
    .addColumn('width', int, required)
    .addColumn('height', int, required)
    .addColumn('focal_x', 'double precision', required)
    .addColumn('focal_y', 'double precision', required)
    .addColumn('alt', 'text', required)
    .addColumn('caption', 'text')
    .addColumn('credit', 'text')
    .addColumn('rights', 'text')
    .addColumn('created_at', int, required)
    .execute();
  await schema
    .createTable('stories')
    .addColumn('id', idType, id)
    .addColumn('origin', 'text', (c) => c.unique())
    .addColumn('slug', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('state_before_spike', 'text')
    .addColumn('content_json', 'text', required)
    .addColumn('headline', 'text', required)
    .addColumn('section_id', int, (c) => c.references('sections.id'))
    .addColumn('version', int, required)
    .addColumn('published_version', int)
    .addColumn('embargo_until', int)
    .addColumn('publish_at', int)
    .addColumn('published_at', int)
    .addColumn('updated_at', int, required)
    .addColumn('created_at', int, required)
    .addColumn('corrections_json', 'text', required)
    .addColumn('priority', 'text', required)
    .addColumn('priority_until', int)
    .addColumn('note', 'text')
    .addColumn('author_id', 'text', (c) => c.references('users.id'))
    .execute();
  await schema
    .createTable('versions')
    .addColumn('story_id', int, story)
    .addColumn('version', int, required)
    .addColumn('content_json', 'text', required)
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', required)
    .addColumn('at', int, required)
    .addColumn('summary', 'text')
    .addPrimaryKeyConstraint('versions_pk', ['story_id', 'version'])
    .execute();
  await schema
    .createTable('autosaves')
    .addColumn('story_id', int, story)
    .addColumn('user_id', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('base_version', int, required)
    .addColumn('content_json', 'text', required)
    .addColumn('at', int, required)
    .addPrimaryKeyConstraint('autosaves_pk', ['story_id', 'user_id'])
    .execute();
  await schema
    .createTable('publications')
    .addColumn('story_id', int, (c) => c.primaryKey().references('stories.id').onDelete('cascade'))
    .addColumn('status', 'text', required)
    .addColumn('slug', 'text', required)
    .addColumn('type', 'text', required)
    .addColumn('kicker', 'text')
    .addColumn('headline', 'text', required)
    .addColumn('deck', 'text')
    .addColumn('standfirst', 'text')
    .addColumn('section_id', int, (c) => c.references('sections.id'))
    .addColumn('series_id', int, (c) => c.references('series.id'))
    .addColumn('published_at', int, required)
    .addColumn('updated_at', int, required)
    .addColumn('priority', 'text', required)
    .addColumn('priority_until', int)
    .addColumn('byline_json', 'text', required)
    .addColumn('lead_json', 'text')
    .addColumn('comment_count', int, zero)
    .addColumn('notice', 'text')
    // Last, because it is long: lists read every column before it and stop there.
    .addColumn('detail_json', 'text', required)
    .execute();
  await schema
    .createTable('publication_topics')
    .addColumn('topic_id', int, (c) => c.notNull().references('topics.id').onDelete('cascade'))
    .addColumn('story_id', int, (c) =>
      c.notNull().references('publications.story_id').onDelete('cascade'),
    )
    .addColumn('published_at', int, required)
    .addPrimaryKeyConstraint('publication_topics_pk', ['topic_id', 'published_at', 'story_id'])
    .execute();
  await schema
    .createTable('publication_people')
    .addColumn('person_id', int, (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('story_id', int, (c) =>
      c.notNull().references('publications.story_id').onDelete('cascade'),
    )
    .addColumn('published_at', int, required)
    .addPrimaryKeyConstraint('publication_people_pk', ['person_id', 'published_at', 'story_id'])
    .execute();
  await schema
    .createTable('publication_events')
    .addColumn('story_id', int, (c) =>
      c.notNull().references('publications.story_id').onDelete('cascade'),
    )
    .addColumn('position', int, required)
    .addColumn('at', int, required)
    .addColumn('granularity', 'text', required)
    .addColumn('text', 'text', required)
    .addPrimaryKeyConstraint('publication_events_pk', ['story_id', 'position'])
    .execute();
  await schema
    .createTable('pages')
    .addColumn('id', idType, id)
    .addColumn('slug', 'text', unique)
    .addColumn('title', 'text', required)
    .addColumn('body_json', 'text', required)
    .addColumn('position', int, zero)
    .addColumn('in_footer', int, zero)
    .addColumn('version', int, required)
    .addColumn('updated_at', int, required)
    .execute();
  await schema
    .createTable('comments')
    .addColumn('id', idType, id)
    .addColumn('story_id', int, story)
    .addColumn('parent_id', int, (c) => c.references('comments.id'))
    .addColumn('name', 'text', required)
    .addColumn('email_cipher', 'text')
    .addColumn('email_hash', 'text')
    .addColumn('text', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('created_at', int, required)
    .execute();
  await schema
    .createTable('redirects')
    .addColumn('from_path', 'text', (c) => c.primaryKey())
    .addColumn('to_path', 'text', required)
    .addColumn('created_at', int, required)
    .execute();
  await schema
    .createTable('settings')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value_json', 'text', required)
    .execute();
  await schema
    .createTable('audit')
    .addColumn('id', idType, id)
    .addColumn('at', int, required)
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('subject_kind', 'text', required)
    .addColumn('subject_id', 'text')
    .addColumn('detail_json', 'text', required)
    .execute();
  await schema
    .createTable('changes')
    .addColumn('id', idType, id)
    .addColumn('at', int, required)
    .addColumn('kind', 'text', required)
    .addColumn('keys', 'text', required)
    .addColumn('story_ids', 'text', required)
    .execute();

  // Every list that readers page through runs along one of these, newest first.
  const index = (name: string, table: string, columns: string[]): Promise<void> =>
    schema.createIndex(name).on(table).columns(columns).execute();
  await index('publications_latest', 'publications', ['status', 'published_at', 'story_id']);
  await index('publications_section', 'publications', [
    'section_id',
    'status',
    'published_at',
    'story_id',
  ]);
  await index('publications_series', 'publications', [
    'series_id',
    'status',
    'published_at',
    'story_id',
  ]);
  // Pinned and breaking stories are few; «normal» ones need no entry.
  await schema
    .createIndex('publications_priority')
    .on('publications')
    .columns(['status', 'published_at', 'story_id'])
    .where(sql.ref('priority'), '<>', sql.lit('normal'))
    .execute();
  await index('publication_topics_story', 'publication_topics', ['story_id']);
  await index('publication_people_story', 'publication_people', ['story_id']);
  await index('publication_events_at', 'publication_events', ['at', 'story_id']);
  await index('stories_state', 'stories', ['state', 'updated_at', 'id']);
  await schema
    .createIndex('stories_due')
    .on('stories')
    .column('publish_at')
    .where(sql.ref('state'), '=', sql.lit('scheduled'))
    .execute();
  await index('comments_thread', 'comments', ['story_id', 'state', 'created_at', 'id']);
  await index('audit_subject', 'audit', ['subject_kind', 'subject_id', 'id']);
}
