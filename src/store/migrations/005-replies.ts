import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

/** Replies of readers: threads two levels deep, what was decided of each and why, who is trusted. */
export async function createReplies(db: Db, dialect: Dialect): Promise<void> {
  const int = dialect === 'sqlite' ? 'integer' : 'bigint';
  const schema = db.schema;
  const id: Column = (column) =>
    dialect === 'sqlite'
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();
  const required: Column = (column) => column.notNull();
  const zero: Column = (column) => column.notNull().defaultTo(0);
  const comment: Column = (column) =>
    column.notNull().references('comments.id').onDelete('cascade');
  const index = (name: string, table: string, columns: string[]): Promise<void> =>
    schema.createIndex(name).on(table).columns(columns).execute();

  const comments = schema.alterTable('comments');
  await comments.addColumn('origin', 'text').execute();
  await comments.addColumn('text_key', 'text').execute();
  await comments.addColumn('risk', int, zero).execute();
  await comments.addColumn('flagged', int, zero).execute();
  await comments.addColumn('reports', int, zero).execute();
  await comments.addColumn('answers', int, zero).execute();
  await comments.addColumn('notify', int, zero).execute();
  await comments.addColumn('edited_at', int).execute();
  await comments.addColumn('decided_at', int).execute();
  await schema.createIndex('comments_origin').on('comments').column('origin').unique().execute();
  await schema.dropIndex('comments_thread').execute();
  // A page of a thread, and the first answers below each of its replies.
  await index('comments_thread', 'comments', [
    'story_id',
    'parent_id',
    'state',
    'created_at',
    'id',
  ]);
  // Deleted replies whose answers still stand keep their place in it.
  await schema
    .createIndex('comments_gaps')
    .on('comments')
    .columns(['story_id', 'created_at', 'id'])
    .where(sql<boolean>`state = 'deleted' and answers > 0`)
    .execute();
  await index('comments_answers', 'comments', ['parent_id', 'state', 'created_at', 'id']);
  await index('comments_newest', 'comments', ['state', 'created_at', 'id']);
  // The moderators' queue: the greatest risk first, and in it what has waited longest.
  await index('comments_queue', 'comments', ['state', 'risk desc', 'created_at', 'id']);
  await index('comments_story', 'comments', ['story_id', 'state', 'created_at', 'id']);
  await index('comments_flagged', 'comments', ['flagged', 'state', 'created_at', 'id']);
  await index('comments_reader', 'comments', ['email_hash', 'created_at', 'id']);
  await index('comments_repeated', 'comments', ['text_key', 'created_at']);
  await schema
    .createIndex('comments_reported')
    .on('comments')
    .columns(['created_at', 'id'])
    .where(sql<boolean>`reports > 0`)
    .execute();

  await schema
    .createTable('comment_decisions')
    .addColumn('id', int, id)
    .addColumn('comment_id', int, comment)
    .addColumn('at', int, required)
    .addColumn('phase', 'text', required)
    .addColumn('outcome', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('state_before', 'text')
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .execute();
  await index('comment_decisions_comment', 'comment_decisions', ['comment_id', 'id']);
  await index('comment_decisions_at', 'comment_decisions', ['at', 'phase', 'outcome']);

  await schema
    .createTable('readers')
    .addColumn('id', int, id)
    .addColumn('email_hash', 'text', (c) => c.notNull().unique())
    .addColumn('standing', 'text', (c) => c.notNull().defaultTo('known'))
    .addColumn('approved', int, zero)
    .addColumn('rejected', int, zero)
    .addColumn('muted', int, zero)
    .addColumn('note', 'text')
    .addColumn('first_at', int, required)
    .addColumn('last_at', int, required)
    .execute();

  await index('readers_standing', 'readers', ['standing', 'last_at', 'id']);
  await index('readers_last', 'readers', ['last_at', 'id']);

  await schema
    .createTable('comment_reports')
    .addColumn('id', int, id)
    .addColumn('comment_id', int, comment)
    .addColumn('reason', 'text', required)
    .addColumn('note', 'text')
    .addColumn('at', int, required)
    .addColumn('settled_at', int)
    .execute();
  await index('comment_reports_comment', 'comment_reports', ['comment_id', 'settled_at', 'id']);

  await schema
    .createTable('phrases')
    .addColumn('id', int, id)
    .addColumn('phrase', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('note', 'text')
    .addColumn('created_at', int, required)
    .addColumn('created_by', 'text')
    .execute();

  // Letters to readers whose reply was answered; each dies once it is sent.
  await schema
    .createTable('reply_letters')
    .addColumn('id', int, id)
    .addColumn('comment_id', int, comment)
    .addColumn('answer_id', int, comment)
    .addColumn('attempts', int, zero)
    .addColumn('next_at', int, required)
    .execute();
  await index('reply_letters_next', 'reply_letters', ['next_at']);

  await schema
    .createTable('hot_threads')
    .addColumn('story_id', int, (c) => c.primaryKey().references('stories.id').onDelete('cascade'))
    .addColumn('at', int, required)
    .addColumn('replies', int, required)
    .addColumn('seen_at', int)
    .execute();

  await schema
    .alterTable('sections')
    .addColumn('comments', 'text', (c) => c.notNull().defaultTo('open'))
    .execute();
  // What a story takes, where a reply that comes in need not read the whole story for it.
  await schema
    .alterTable('publications')
    .addColumn('comments', 'text', (c) => c.notNull().defaultTo('open'))
    .execute();
  const policy =
    dialect === 'sqlite'
      ? sql`json_extract(detail_json, '$.comments')`
      : sql`detail_json::json ->> 'comments'`;
  await sql`update publications set comments = coalesce(${policy}, 'open')`.execute(db);
  await sql`update comments set decided_at = created_at where state <> 'held'`.execute(db);
}
