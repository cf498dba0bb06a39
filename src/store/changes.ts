import { type Selectable, sql } from 'kysely';
import { changeChannel } from './postgres.ts';
import { prepared } from './prepared.ts';
import type { Database, Db } from './schema.ts';
import type { Store } from './store.ts';

/** Something that readers can see has changed. */
export interface Change {
  /** What happened, e.g. `story.published`. */
  kind: string;
  /** Surrogate keys of every page that may look different now; `all` means every page. */
  keys: readonly string[];
  /** Stories whose readers' copy changed. */
  storyIds?: readonly number[];
}

export interface ChangeRow {
  id: number;
  at: number;
  kind: string;
  keys: string[];
  storyIds: number[];
}

/**
 * Waits until every transaction that is recording a change has ended, and keeps others
 * from recording one until this transaction ends. SQLite has one writer anyway.
 */
export async function lockChanges(store: Pick<Store, 'dialect'>, tx: Db): Promise<void> {
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(7241002)`.execute(tx);
}

/** Adds a row to the change feed; to be called in the transaction that makes the change. */
export async function recordChange(
  store: Pick<Store, 'dialect'>,
  tx: Db,
  at: number,
  change: Change,
): Promise<void> {
  // Ids must become visible in their own order, or a follower would step over one.
  await lockChanges(store, tx);
  if (store.dialect === 'postgres') await sql`select pg_notify(${changeChannel}, '')`.execute(tx);
  await tx
    .insertInto('changes')
    .values({
      at,
      kind: change.kind,
      keys: [...new Set(change.keys)].join(' '),
      story_ids: (change.storyIds ?? []).join(' '),
    })
    .execute();
}

const newest = prepared<Record<string, never>, { id: number }>((db) =>
  db.selectFrom('changes').select('id').orderBy('id', 'desc').limit(1),
);

/** The newest change's id; 0 when there is none. */
export async function newestChange(db: Db): Promise<number> {
  const [row] = await newest(db, {});
  return row?.id ?? 0;
}

const after = prepared<{ id: number; limit: number }, Selectable<Database['changes']>>((db, slot) =>
  db
    .selectFrom('changes')
    .selectAll()
    .where('id', '>', slot('id'))
    .orderBy('id')
    .limit(slot('limit')),
);

/** Up to `limit` changes after `id`, oldest first. */
export async function changesAfter(db: Db, id: number, limit: number): Promise<ChangeRow[]> {
  const rows = await after(db, { id, limit });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    keys: row.keys.split(' ').filter(Boolean),
    storyIds: row.story_ids.split(' ').filter(Boolean).map(Number),
  }));
}
