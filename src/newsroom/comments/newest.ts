import { sql } from 'kysely';
import type { Db } from '../../store/schema.ts';

/** Changes with every reply that comes in, every decision and every report: three looks by key. */
export async function newestReplies(db: Db): Promise<string> {
  const newest = (table: 'comments' | 'comment_decisions' | 'comment_reports') =>
    sql<number | null>`(select max(id) from ${sql.table(table)})`;
  const row = await db
    .selectNoFrom([
      newest('comments').as('reply'),
      newest('comment_decisions').as('decision'),
      newest('comment_reports').as('report'),
    ])
    .executeTakeFirstOrThrow();
  return `${row.reply} ${row.decision} ${row.report}`;
}
