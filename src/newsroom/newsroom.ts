import { type Change, lockChanges, recordChange } from '../store/changes.ts';
import { preparedInsert } from '../store/prepared.ts';
import type { Db } from '../store/schema.ts';
import type { Dialect, Store } from '../store/store.ts';
import type { Actor } from './users/roles.ts';

/** Everything that a use case needs from outside. */
export interface Newsroom {
  store: Store;
  /** The present, epoch milliseconds. */
  now: () => number;
}

/** One transaction of one actor. Use cases that are steps of a larger one take this. */
export interface Work {
  tx: Db;
  dialect: Dialect;
  actor: Actor;
  /** The instant at which all of it happens. */
  at: number;
  /** Many stories at once: followers will be told «everything», so nobody need say what. */
  bulk: boolean;
  /**
   * Announces to the change feed, in this transaction. A function is asked at its end, when
   * nothing that others publish at the same time is hidden any more.
   */
  change(change: Change | (() => Promise<Change>)): void;
}

/** Runs a use case in one transaction, its audit rows and change rows included. */
export function inTransaction<T>(
  newsroom: Newsroom,
  actor: Actor,
  work: (work: Work) => Promise<T>,
  options: { bulk: boolean } = { bulk: false },
): Promise<T> {
  return newsroom.store.write(async (tx) => {
    const at = newsroom.now();
    const announced: (Change | (() => Promise<Change>))[] = [];
    const { dialect } = newsroom.store;
    const change: Work['change'] = (change) => void announced.push(change);
    const result = await work({ tx, dialect, actor, at, bulk: options.bulk, change });
    if (announced.length > 0) await lockChanges(newsroom.store, tx);
    const changes: Change[] = [];
    for (const one of announced) changes.push(typeof one === 'function' ? await one() : one);
    const rows = options.bulk && changes.length > 0 ? [merged(changes)] : changes;
    for (const change of rows) await recordChange(newsroom.store, tx, at, change);
    return result;
  });
}

function merged(changes: readonly Change[]): Change {
  return { kind: 'bulk', keys: ['all'], storyIds: changes.flatMap((c) => c.storyIds ?? []) };
}

const insertAudit = preparedInsert('audit', [
  'at',
  'actor_id',
  'actor_name',
  'action',
  'subject_kind',
  'subject_id',
  'detail_json',
]);

/** Adds a line to the audit trail. */
export async function audit(
  work: Work,
  action: string,
  subject: { kind: string; id: number | string | null },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertAudit(work.tx, {
    at: work.at,
    actor_id: work.actor.userId,
    actor_name: work.actor.name,
    action,
    subject_kind: subject.kind,
    subject_id: subject.id === null ? null : String(subject.id),
    detail_json: JSON.stringify(detail),
  });
}
