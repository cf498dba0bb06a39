import { preparedInserts } from '../../store/prepared.ts';
import type { Work } from '../newsroom.ts';
import type { CommentState } from './comment.ts';
import { noteHotThreads } from './hot-threads.ts';
import type { Kept } from './intake.ts';
import type { ReaderKeys } from './keys.ts';
import { follow, lockComments, type Moved, recordDecisions } from './transition.ts';
import { sunk } from './unproven.ts';

/** Where a reply that was sent stands. */
export interface Stored {
  id: number;
  state: CommentState;
  at: number;
}

/**
 * Writes a batch of replies with everything that follows from them, in as many statements as one
 * reply needs. Answers by origin; what was there already stays as it is and is in the answer too.
 */
export async function storeArrivals(
  work: Work,
  kept: readonly Kept[],
  keys: ReaderKeys,
): Promise<Map<string, Stored>> {
  await lockComments(work);
  const byOrigin = new Map(kept.map((one) => [one.arrival.origin, one]));
  const replies = [...byOrigin.values()];
  const inserted = await insertReplies(
    work.tx,
    replies.map((one) => rowOf(one, keys)),
  );
  const stored = new Map<string, Stored>();
  const moved: (Moved & { kept: Kept })[] = [];
  for (const { id, origin } of inserted) {
    const one = byOrigin.get(origin ?? '');
    if (one === undefined) continue;
    const { arrival, judged, parentId } = one;
    stored.set(arrival.origin, { id, state: judged.state, at: arrival.at });
    const emailHash = arrival.hashes[0] ?? null;
    const { storyId } = arrival;
    moved.push({ id, storyId, parentId, emailHash, from: null, to: judged.state, kept: one });
  }
  const known = [...byOrigin.keys()].filter((origin) => !stored.has(origin));
  if (known.length > 0) {
    const rows = await work.tx
      .selectFrom('comments')
      .select(['id', 'origin', 'state', 'created_at'])
      .where('origin', 'in', known)
      .execute();
    for (const { id, origin, state, created_at: at } of rows)
      stored.set(origin ?? '', { id, state: state as CommentState, at });
  }
  if (moved.length === 0) return stored;
  await meetReaders(work, moved);
  await recordDecisions(
    work,
    moved.flatMap(({ id, kept: { judged } }) =>
      judged.decisions.map((why) => ({ id, before: null, why })),
    ),
  );
  await noteHotThreads(
    work,
    moved.map((one) => one.kept.arrival),
  );
  await follow(work, moved);
  return stored;
}

const insertReplies = preparedInserts(
  'comments',
  [
    ...(['story_id', 'parent_id', 'name', 'email_cipher', 'email_hash', 'text', 'state'] as const),
    ...(['created_at', 'origin', 'text_key', 'risk', 'flagged', 'notify', 'decided_at'] as const),
  ],
  (insert) =>
    insert
      .onConflict((conflict) => conflict.column('origin').doNothing())
      .returning(['id', 'origin']),
);

function rowOf({ arrival, judged, parentId }: Kept, keys: ReaderKeys) {
  const [hash] = arrival.hashes;
  return {
    story_id: arrival.storyId,
    parent_id: parentId,
    name: arrival.name,
    email_cipher: arrival.email === null ? null : keys.seal(arrival.email, hash),
    email_hash: hash ?? null,
    text: arrival.text,
    state: judged.state,
    created_at: arrival.at,
    origin: arrival.origin,
    text_key: arrival.textKey,
    risk: judged.unproven ? sunk(judged.risk) : judged.risk,
    flagged: judged.flagged ? 1 : 0,
    notify: arrival.notify ? 1 : 0,
    decided_at: judged.state === 'held' ? null : arrival.at,
  };
}

/** Readers who write for the first time are noted; of others, when they wrote last. */
async function meetReaders(work: Work, moved: readonly Moved[]): Promise<void> {
  const hashes = [...new Set(moved.flatMap((one) => one.emailHash ?? []))];
  if (hashes.length === 0) return;
  const { at } = work;
  await insertReaders(
    work.tx,
    hashes.map((email_hash) => ({ email_hash, first_at: at, last_at: at })),
  );
}

const insertReaders = preparedInserts('readers', ['email_hash', 'first_at', 'last_at'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.column('email_hash').doUpdateSet((eb) => ({ last_at: eb.ref('excluded.last_at') })),
  ),
);
