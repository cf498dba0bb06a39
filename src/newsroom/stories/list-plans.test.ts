import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../store/migrate.ts';
import type { Database, Db } from '../../store/schema.ts';
import { DirectChannel } from '../../store/sqlite-channel.ts';
import { NodeSqliteDialect } from '../../store/sqlite-dialect.ts';
import { staff } from '../testing/newsroom.ts';
import { listStories } from './list.ts';

/** The desk shares a thread with readers: its everyday lists run along an index, sorting nothing. */

let file: DatabaseSync;
let db: Db;
let plans: string[] = [];
beforeAll(async () => {
  file = new DatabaseSync(':memory:');
  db = new Kysely<Database>({
    dialect: new NodeSqliteDialect(new DirectChannel(file), false),
    log({ query: { sql, parameters } }) {
      if (!sql.startsWith('select')) return;
      const steps = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as number[]));
      plans.push(steps.map((step) => String(step.detail)).join('\n'));
    },
  });
  await migrate(db, 'sqlite');
});
afterAll(() => file.close());

test.each([
  { name: 'everything', filter: {} },
  { name: 'drafts', filter: { states: ['draft'] } },
  { name: 'what waits', filter: { states: ['review', 'ready'] } },
  { name: 'what is out', filter: { states: ['published'], sort: 'published' } },
  { name: 'a section', filter: { section: 1 } },
  { name: 'one’s own', filter: { author: 'user-chief' } },
] as const)('$name', async ({ filter }) => {
  plans = [];

  await listStories(db, staff.chief, { limit: 50, ...filter });

  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE');
});
