import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../store/schema.ts';
import { dialects } from '../../store/testing/databases.ts';
import { type Planned, plannedOver } from './testing/planned.ts';
import { latestComments, readThread, readThreads } from './thread.ts';

/**
 * How both databases go about a thread of 10,000 replies, the first of which has 10,000 answers:
 * along an index, sorting nothing long, reading what a page shows and little more.
 */

const many = 10_000;
const middle = { at: many / 2, id: many / 2 };

describe.each(dialects)('on $name', (kind) => {
  let planned: Planned;
  let remove: () => Promise<void>;
  let story: number;
  let busy: number;

  beforeAll(async () => {
    const database = await kind.create();
    const store = await database.open();
    await store.write(async (tx) => {
      const made = await tx
        .insertInto('stories')
        .values({
          ...{ slug: 'x', state: 'published', content_json: '{}', headline: 'x', version: 1 },
          ...{ updated_at: 1, created_at: 1, corrections_json: '[]', priority: 'normal' },
        } as never)
        .returning('id')
        .executeTakeFirstOrThrow();
      story = made.id;
      const replies = (parent: number | null) => sql`
        insert into comments (story_id, parent_id, name, text, state, created_at, answers)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(many)})
        select ${sql.lit(story)}, ${sql.lit(parent)}, 'x', 'x',
          case when i % 5 = 0 then 'held' else 'approved' end, i, 0 from n`;
      await replies(null).execute(tx);
      const first = await tx.selectFrom('comments').select('id').orderBy('id').executeTakeFirst();
      busy = first?.id ?? 0;
      await replies(busy).execute(tx);
      await tx.updateTable('comments').set({ answers: 8000 }).where('id', '=', busy).execute();
      await sql`analyze`.execute(tx);
    });
    planned = plannedOver(store.dialect, database.address);
    remove = () => database.remove();
  });
  afterAll(async () => {
    await planned.close();
    await remove();
  });

  test.each<[what: string, statements: number, ask: (db: Db) => Promise<unknown>]>([
    ['the newest', 1, (db) => readThreads(db, story, { order: 'newest' })],
    ['the oldest, with answers', 2, (db) => readThreads(db, story, { order: 'oldest' })],
    ['a later page', 1, (db) => readThreads(db, story, { order: 'newest', after: middle })],
    ['a reply', 2, (db) => readThread(db, story, busy)],
    ['an answer far below', 4, (db) => readThread(db, story, busy + many + many / 2)],
    ['more answers', 2, (db) => readThread(db, story, busy, middle)],
    ['the feed', 3, (db) => latestComments(db)],
  ])('%s: along an index, however long the thread is', async (_what, statements, ask) => {
    await ask(planned.db);

    const plans = await planned.plans();

    expect(plans).toHaveLength(statements);
    for (const plan of plans) {
      expect(plan).not.toMatch(/TEMP B-TREE|Sort|Seq Scan on comments|Bitmap/);
      // The one row of the empty table of publications is no thread.
      expect(plan).toMatch(/SEARCH|Index|Seq Scan on publications/);
      for (const [, shown, removed] of plan.matchAll(/rows=(\d+)|Removed by Filter: (\d+)/g))
        expect(Number(shown ?? removed)).toBeLessThan(100);
      expect(plan).not.toMatch(/SCAN (?!standing|gaps|below|newest)/);
    }
  });
});
