import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

/** What the desk adds: sign-in, lists of working copies, presence, links, tokens, webhooks. */
export async function createDesk(db: Db, dialect: Dialect): Promise<void> {
  const int = dialect === 'sqlite' ? 'integer' : 'bigint';
  const schema = db.schema;
  const id: Column = (column) =>
    dialect === 'sqlite'
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();
  const required: Column = (column) => column.notNull();
  const zero: Column = (column) => column.notNull().defaultTo(0);
  const unique: Column = (column) => column.notNull().unique();
  const user: Column = (column) => column.notNull().references('users.id').onDelete('cascade');
  const story: Column = (column) => column.notNull().references('stories.id').onDelete('cascade');
  const index = (name: string, table: string, columns: string[]): Promise<void> =>
    schema.createIndex(name).on(table).columns(columns).execute();

  const users = schema.alterTable('users');
  await users.addColumn('disabled', int, zero).execute();
  await users.addColumn('language', 'text', (c) => c.notNull().defaultTo('ar')).execute();
  await users.addColumn('two_factor_enabled', int, zero).execute();
  const stories = schema.alterTable('stories');
  await stories.addColumn('type', 'text', (c) => c.notNull().defaultTo('news')).execute();
  await stories.addColumn('kicker', 'text').execute();
  await stories.addColumn('words', int, zero).execute();
  await schema.alterTable('media').addColumn('created_by', 'text').execute();

  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text', unique)
    .addColumn('user_id', 'text', user)
    .addColumn('expires_at', int, required)
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('created_at', int, required)
    .addColumn('updated_at', int, required)
    .execute();
  await index('sessions_user', 'sessions', ['user_id', 'updated_at']);
  await schema
    .createTable('verifications')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('expires_at', int, required)
    .addColumn('created_at', int, required)
    .addColumn('updated_at', int, required)
    .execute();
  await index('verifications_identifier', 'verifications', ['identifier', 'created_at']);
  await schema
    .createTable('two_factor')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', user)
    .addColumn('secret', 'text', required)
    .addColumn('backup_codes', 'text', required)
    .addColumn('verified', int, (c) => c.notNull().defaultTo(1))
    .addColumn('failed_verification_count', int, zero)
    .addColumn('locked_until', int)
    .execute();
  await index('two_factor_user', 'two_factor', ['user_id']);
  await schema
    .createTable('invitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', required)
    .addColumn('token_hash', 'text', unique)
    .addColumn('email', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('user_id', 'text', (c) => c.references('users.id').onDelete('cascade'))
    .addColumn('invited_by', 'text', required)
    .addColumn('created_at', int, required)
    .addColumn('expires_at', int, required)
    .addColumn('used_at', int)
    .execute();
  await schema
    .createTable('presence')
    .addColumn('story_id', int, story)
    .addColumn('user_id', 'text', user)
    .addColumn('block', int)
    .addColumn('at', int, required)
    .addPrimaryKeyConstraint('presence_pk', ['story_id', 'user_id'])
    .execute();
  await index('presence_at', 'presence', ['at']);
  for (const [table, column] of [
    ['story_topics', 'topic_id'],
    ['story_people', 'person_id'],
    ['story_media', 'media_id'],
  ] as const) {
    await schema
      .createTable(table)
      .addColumn(column, int, required)
      .addColumn('story_id', int, story)
      .addPrimaryKeyConstraint(`${table}_pk`, [column, 'story_id'])
      .execute();
    await index(`${table}_story`, table, ['story_id']);
  }
  await schema
    .createTable('saved_views')
    .addColumn('id', int, id)
    .addColumn('user_id', 'text', user)
    .addColumn('name', 'text', required)
    .addColumn('query', 'text', required)
    .addColumn('created_at', int, required)
    .execute();
  await index('saved_views_user', 'saved_views', ['user_id', 'id']);
  await schema
    .createTable('front')
    .addColumn('id', int, (c) => c.primaryKey())
    .addColumn('version', int, required)
    .addColumn('lead_id', int)
    .addColumn('pinned_json', 'text', required)
    .addColumn('updated_at', int, required)
    .execute();
  await schema
    .createTable('api_tokens')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', user)
    .addColumn('name', 'text', required)
    .addColumn('token_hash', 'text', unique)
    .addColumn('scopes', 'text', required)
    .addColumn('created_at', int, required)
    .addColumn('used_at', int)
    .addColumn('expires_at', int)
    .execute();
  await schema
    .createTable('webhooks')
    .addColumn('id', int, id)
    .addColumn('url', 'text', required)
    .addColumn('kinds', 'text', required)
    .addColumn('secret', 'text', required)
    .addColumn('active', int, required)
    .addColumn('created_at', int, required)
    .addColumn('followed_to', int, required)
    .execute();
  await schema
    .createTable('deliveries')
    .addColumn('id', int, id)
    .addColumn('webhook_id', int, (c) => c.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('change_id', int, required)
    .addColumn('kind', 'text', required)
    .addColumn('payload', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('attempts', int, required)
    .addColumn('next_at', int)
    .addColumn('at', int, required)
    .addColumn('status', int)
    .addColumn('error', 'text')
    .addUniqueConstraint('deliveries_once', ['webhook_id', 'change_id'])
    .execute();
  await index('deliveries_due', 'deliveries', ['state', 'next_at']);

  // Every list of the desk pages along one of these, newest first.
  await index('stories_updated', 'stories', ['updated_at', 'id']);
  await index('stories_created', 'stories', ['created_at', 'id']);
  await index('stories_published', 'stories', ['published_at', 'id']);
  await index('stories_section', 'stories', ['section_id', 'updated_at', 'id']);
  await index('stories_author', 'stories', ['author_id', 'updated_at', 'id']);
  await fillStories(db);
}

/** What lists show of stories that were there before; the JSON is ours, and read with care. */
async function fillStories(db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'content_json'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(200)
      .execute();
    for (const row of rows) {
      const content = record(JSON.parse(row.content_json));
      const media = new Set<number>();
      const words = wordsOf(content.body, media);
      if (typeof content.leadMediaId === 'number') media.add(content.leadMediaId);
      const { type, kicker } = content;
      await db
        .updateTable('stories')
        .set({
          type: typeof type === 'string' ? type : 'news',
          kicker: typeof kicker === 'string' ? kicker : null,
          words,
        })
        .where('id', '=', row.id)
        .execute();
      const people = record(content.byline).personIds;
      await link(db, 'story_topics', 'topic_id', row.id, numbers(content.topicIds));
      await link(db, 'story_people', 'person_id', row.id, numbers(people));
      await link(db, 'story_media', 'media_id', row.id, [...media]);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function link(
  db: Db,
  table: string,
  column: string,
  story: number,
  ids: readonly number[],
): Promise<void> {
  for (const id of new Set(ids))
    await sql`insert into ${sql.table(table)} (${sql.ref(column)}, story_id) values (${id}, ${story})`.execute(
      db,
    );
}

function wordsOf(node: unknown, media: Set<number>): number {
  const { type, text, attrs, content } = record(node);
  if (typeof text === 'string') return text.split(/\s+/u).filter(Boolean).length;
  const mediaId = record(attrs).mediaId;
  if (type === 'image' && typeof mediaId === 'number') media.add(mediaId);
  let words = 0;
  if (Array.isArray(content)) for (const child of content) words += wordsOf(child, media);
  return words;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
