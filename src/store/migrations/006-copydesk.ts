import type { ColumnDefinitionBuilder } from 'kysely';
import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

/** The copy desk: the newsroom's words, what its archive writes, what was let pass, what was caught. */
export async function createCopyDesk(db: Db, dialect: Dialect): Promise<void> {
  const int = dialect === 'sqlite' ? 'integer' : 'bigint';
  const schema = db.schema;
  const id: Column = (column) =>
    dialect === 'sqlite'
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();
  const required: Column = (column) => column.notNull();
  const zero: Column = (column) => column.notNull().defaultTo(0);

  await schema
    .createTable('lexicon')
    .addColumn('id', int, id)
    .addColumn('right_form', 'text', (c) => c.notNull().unique())
    .addColumn('variants_json', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('note', 'text')
    .addColumn('changed_at', int, required)
    .addColumn('changed_by', 'text', required)
    .execute();

  await schema
    .createTable('archive_forms')
    .addColumn('key', 'text', required)
    .addColumn('form', 'text', required)
    .addColumn('count', int, required)
    .addPrimaryKeyConstraint('archive_forms_pk', ['key', 'form'])
    .execute();
  await schema.alterTable('publications').addColumn('forms_run', int, zero).execute();
  await schema
    .createIndex('publications_forms_run')
    .on('publications')
    .columns(['forms_run', 'story_id'])
    .execute();

  await schema
    .createTable('waivers')
    .addColumn('id', int, id)
    .addColumn('story_id', int, (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('rule', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('around', 'text', required)
    .addColumn('reason', 'text')
    .addColumn('at', int, required)
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', required)
    .addUniqueConstraint('waivers_once', ['story_id', 'rule', 'text', 'around'])
    .execute();
  await schema.createIndex('waivers_at').on('waivers').columns(['at', 'id']).execute();

  await schema
    .createTable('style_months')
    .addColumn('month', 'text', required)
    .addColumn('rule', 'text', required)
    .addColumn('caught', int, zero)
    .addColumn('fixed', int, zero)
    .addColumn('ignored', int, zero)
    .addColumn('waived', int, zero)
    .addPrimaryKeyConstraint('style_months_pk', ['month', 'rule'])
    .execute();
}
