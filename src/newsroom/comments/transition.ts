import { sql } from 'kysely';
import { preparedInserts } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import type { Work } from '../newsroom.ts';
import type { CommentState } from './comment.ts';
import type { Outcome } from './pipeline/phase.ts';
import { queueLetters } from './queue-letters.ts';

/** Who or what decided, as the decision row keeps it. */
export interface Why {
  /** A phase of the pipeline, or `moderator`, `author`, `import`. */
  phase: string;
  outcome:
    | Outcome
    | 'delete'
    | 'undo'
    | 'unflag'
    | 'edit'
    /** Said of the writer, or of readers' reports; kept with the reply. */
    | 'ban'
    | 'trust'
    | 'settle';
  reason: string;
}

/** A reply that has come into another state. */
export interface Moved {
  id: number;
  storyId: number;
  parentId: number | null;
  emailHash: string | null;
  /** Null for one that was not there before. */
  from: CommentState | null;
  to: CommentState;
}

/** What is left of a deleted reply: nothing that says what it was, or whose. */
const emptied = {
  ...{ name: '', text: '', email_cipher: null, email_hash: null },
  ...{ text_key: null, origin: null, flagged: 0, notify: 0 },
} as const;

/** Values of one statement; both databases take more. */
const most = 500;

/**
 * The one place where a reply's state changes: moves these replies into `to`, and with them
 * everything that follows from it ({@link follow}), a decision row included. Replies that are there
 * already, or deleted for good, stay as they are and are not in the answer.
 */
export async function moveComments(
  work: Work,
  ids: readonly number[],
  to: CommentState,
  why: Why,
): Promise<Moved[]> {
  await lockComments(work);
  const moved: Moved[] = [];
  for (const some of parts(ids)) {
    const rows = await work.tx
      .selectFrom('comments')
      .select(['id', 'story_id', 'parent_id', 'email_hash', 'state'])
      .where('id', 'in', some)
      .where('state', '<>', to)
      .where('state', '<>', 'deleted')
      .execute();
    for (const row of rows)
      moved.push({
        id: row.id,
        storyId: row.story_id,
        parentId: row.parent_id,
        emailHash: row.email_hash,
        // Only this file and imports write states.
        from: row.state as CommentState,
        to,
      });
  }
  for (const some of parts(moved)) {
    await work.tx
      .updateTable('comments')
      .set({
        state: to,
        decided_at: to === 'held' ? null : work.at,
        // A deleted reply keeps its place in the thread, and nothing else.
        ...(to === 'deleted' ? emptied : {}),
      })
      .where(
        'id',
        'in',
        some.map((one) => one.id),
      )
      .execute();
    await recordDecisions(
      work,
      some.map((one) => ({ id: one.id, before: one.from, why })),
    );
  }
  await follow(work, moved);
  return moved;
}

/** Marks public replies as to be looked at, or no more. Answers with those that changed. */
export async function flagComments(
  work: Work,
  ids: readonly number[],
  flagged: boolean,
  why: Why,
): Promise<number[]> {
  await lockComments(work);
  const changed: number[] = [];
  for (const some of parts(ids)) {
    const rows = await work.tx
      .updateTable('comments')
      .set({ flagged: flagged ? 1 : 0 })
      .where('id', 'in', some)
      .where('flagged', '=', flagged ? 0 : 1)
      .where('state', '<>', 'deleted')
      .returning('id')
      .execute();
    const found = rows.map((row) => row.id);
    changed.push(...found);
    await recordDecisions(
      work,
      found.map((id) => ({ id, before: null, why })),
    );
  }
  return changed;
}

/**
 * Two who decide of the same replies come one after the other, so that every count stays right.
 * SQLite has one writer anyway.
 */
export async function lockComments(work: Pick<Work, 'dialect' | 'tx'>): Promise<void> {
  if (work.dialect === 'postgres')
    await sql`select pg_advisory_xact_lock(7241003)`.execute(work.tx);
}

/** One row for each thing that was said; `before` is what an undo goes back to. */
export async function recordDecisions(
  work: Work,
  said: readonly { id: number; before: CommentState | null; why: Why }[],
): Promise<void> {
  await insertDecisions(
    work.tx,
    said.map(({ id, before, why }) => ({
      comment_id: id,
      at: work.at,
      phase: why.phase,
      outcome: why.outcome,
      reason: why.reason,
      state_before: before,
      actor_id: work.actor.userId,
      actor_name: why.phase === 'moderator' ? work.actor.name : null,
    })),
  );
}

const insertDecisions = preparedInserts(
  'comment_decisions',
  [
    ...(['comment_id', 'at', 'phase', 'outcome', 'reason', 'state_before'] as const),
    ...(['actor_id', 'actor_name'] as const),
  ],
  (insert) => insert,
);

/**
 * What follows from replies that moved: counts of stories, threads and readers, letters to whom was
 * answered, and the change feed. To be called in the transaction that moved them, under
 * {@link lockComments}.
 */
export async function follow(work: Work, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  const stories = new Map<number, number>();
  const add = (storyId: number, by: number): void =>
    void stories.set(storyId, (stories.get(storyId) ?? 0) + by);

  // Below a reply that readers do not see nothing is seen: its answers come and go with it.
  const first = moved.filter((one) => one.parentId === null && isOpen(one.from) !== isOpen(one.to));
  for (const one of moved)
    if (one.parentId === null) add(one.storyId, shown(one.to) - shown(one.from));
  const below = await parentsOf(
    work.tx,
    first.filter((one) => one.from !== null).map((one) => one.id),
  );
  for (const one of first)
    add(one.storyId, (isOpen(one.to) ? 1 : -1) * (below.get(one.id)?.answers ?? 0));

  const answers = moved.filter((one) => one.parentId !== null && shown(one.from) !== shown(one.to));
  const parents = await parentsOf(work.tx, [...new Set(answers.map((one) => one.parentId ?? 0))]);
  const answered = new Map<number, number>();
  for (const one of answers) {
    const by = shown(one.to) - shown(one.from);
    const parentId = one.parentId ?? 0;
    answered.set(parentId, (answered.get(parentId) ?? 0) + by);
    if (isOpen(parents.get(parentId)?.state ?? null)) add(one.storyId, by);
  }

  for (const [by, ids] of grouped(stories))
    for (const some of parts(ids))
      await work.tx
        .updateTable('publications')
        .set((eb) => ({ comment_count: eb('comment_count', '+', by) }))
        .where('story_id', 'in', some)
        .execute();
  for (const [by, ids] of grouped(answered))
    for (const some of parts(ids))
      await work.tx
        .updateTable('comments')
        .set((eb) => ({ answers: eb('answers', '+', by) }))
        .where('id', 'in', some)
        .execute();
  await countForReaders(work.tx, moved);
  await queueLetters(work, answers);
  announce(work, moved);
}

const shown = (state: CommentState | null): number => (state === 'approved' ? 1 : 0);

/** Whether answers below such a reply are seen. */
const isOpen = (state: string | null): boolean => state === 'approved' || state === 'deleted';

async function parentsOf(
  tx: Db,
  ids: readonly number[],
): Promise<Map<number, { state: string; answers: number }>> {
  const found = new Map<number, { state: string; answers: number }>();
  for (const some of parts(ids)) {
    const rows = await tx
      .selectFrom('comments')
      .select(['id', 'state', 'answers'])
      .where('id', 'in', some)
      .execute();
    for (const { id, state, answers } of rows) found.set(id, { state, answers });
  }
  return found;
}

/** A reader's record: how much of theirs is public, and how much was rejected. */
async function countForReaders(tx: Db, moved: readonly Moved[]): Promise<void> {
  for (const column of ['approved', 'rejected'] as const) {
    const readers = new Map<string, number>();
    for (const { emailHash, from, to } of moved) {
      // Whoever takes back their own reply keeps the trust that it had earned.
      if (emailHash === null || to === 'deleted') continue;
      const by = (to === column ? 1 : 0) - (from === column ? 1 : 0);
      if (by !== 0) readers.set(emailHash, (readers.get(emailHash) ?? 0) + by);
    }
    for (const [by, hashes] of grouped(readers))
      for (const some of parts(hashes))
        await tx
          .updateTable('readers')
          .set((eb) => ({ [column]: eb(column, '+', by) }))
          .where('email_hash', 'in', some)
          .execute();
  }
}

function announce(work: Work, moved: readonly Moved[]): void {
  for (const [kind, of] of [
    ['reply.approved', moved.filter((one) => one.to === 'approved')],
    ['reply.removed', moved.filter((one) => one.from === 'approved' && one.to !== 'approved')],
  ] as const) {
    if (of.length === 0) continue;
    work.change({ kind, keys: ['replies', ...of.map((one) => `replies:${one.storyId}`)] });
  }
}

/** Keys by the number that is added to them; those that nothing is added to fall out. */
function grouped<K>(counts: ReadonlyMap<K, number>): Map<number, K[]> {
  const groups = new Map<number, K[]>();
  for (const [key, by] of counts) {
    if (by === 0) continue;
    const group = groups.get(by);
    if (group === undefined) groups.set(by, [key]);
    else group.push(key);
  }
  return groups;
}

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most);
}
