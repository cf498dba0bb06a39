import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../store/schema.ts';
import { dialects } from '../../store/testing/databases.ts';
import { staff } from '../testing/newsroom.ts';
import { countReplies, listReplies, type ReplyFilter } from './queue.ts';
import { listReaders } from './readers.ts';
import { type Planned, plannedOver } from './testing/planned.ts';

/** How both databases go about a queue of 20,000 replies of 500 readers: along an index, sorting nothing. */

const many = 20_000;
const cursorAt = (risk: number): string =>
  Buffer.from(JSON.stringify([risk, many / 2, many / 2])).toString('base64url');
const cursor = cursorAt(40);
const below = cursorAt(-120);
const ask = (filter: Partial<ReplyFilter>, from?: string) => (db: Db) =>
  listReplies(db, staff.moderator, {
    ...{ view: 'held', limit: 20 },
    ...filter,
    ...(from === undefined ? {} : { cursor: from }),
  });

describe.each(dialects)('on $name', (kind) => {
  const store = kind.name;
  let planned: Planned;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const database = await kind.create();
    const opened = await database.open();
    await opened.write(async (tx) => {
      await sql`
        insert into stories
          (slug, state, content_json, headline, version, updated_at, created_at, corrections_json, priority)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)
        select 'x', 'published', '{}', 'x', 1, 1, 1, '[]', 'normal' from n`.execute(tx);
      await sql`
        insert into readers (email_hash, first_at, last_at)
        with recursive n(i) as (select 0 union all select i + 1 from n where i < 499)
        select 'reader-' || i, 1, i from n`.execute(tx);
      await sql`
        insert into comments
          (story_id, name, text, state, created_at, risk, email_hash, flagged, reports)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(many)})
        select 1 + i % 8, 'x', 'x', case when i % 2 = 0 then 'held' else 'approved' end, i,
          (i % 5) * 20 - case when i % 10 = 4 then 200 else 0 end, 'reader-' || (i % 500),
          case when i % 100 = 1 then 1 else 0 end, case when i % 100 = 3 then 1 else 0 end
        from n`.execute(tx);
      await sql`
        insert into comment_decisions (comment_id, at, phase, outcome, reason)
        select id, 1, 'trust', 'hold', 'first-reply' from comments`.execute(tx);
      await sql`analyze`.execute(tx);
    });
    planned = plannedOver(opened.dialect, database.address);
    remove = () => database.remove();
  });
  afterAll(async () => {
    await planned.close();
    await remove();
  });

  test.each<[what: string, statements: number, ask: (db: Db) => Promise<unknown>]>([
    ['the queue', 6, ask({})],
    ['a later page', 6, ask({}, cursor)],
    ['what is without proof', 6, ask({ view: 'unproven' }, below)],
    ['what is public', 6, ask({ view: 'approved' }, cursor)],
    ['what is flagged', 6, ask({ view: 'flagged' })],
    ['what is reported', 7, ask({ view: 'reported' })],
    ['a story', 6, ask({ story: 3 }, cursor)],
    ['a reader', 7, ask({ reader: 3 })],
    ['readers', 2, (db) => listReaders(db, staff.moderator, { limit: 20 })],
    ['the banned', 1, (db) => listReaders(db, staff.moderator, { standing: 'banned', limit: 20 })],
    ['the counts', 4, (db) => countReplies(db, staff.moderator)],
  ])('%s: a few statements along an index', async (_what, statements, asked) => {
    await asked(planned.db);

    const plans = await planned.plans();

    expect(plans).toHaveLength(statements);
    // The walk itself; a table of a few hundred readers may be read whole.
    const [walk] = plans.filter((plan) => /comments|readers_/.test(plan));
    expect(walk).not.toMatch(/TEMP B-TREE|Sort/);
    for (const plan of store === 'SQLite' ? plans : [])
      expect(plan).not.toMatch(/SCAN (comments|comment_decisions|readers)(?! USING)/);
  });
});
