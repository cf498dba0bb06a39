import { notFound } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { type CommentState, commentStates } from './comment.ts';
import { standingSchema } from './readers-standing.ts';
import { reopenReports } from './reports.ts';
import { flagComments, lockComments, moveComments, type Why } from './transition.ts';

export interface Undone {
  /** Replies that are again as they were. */
  done: number[];
  /** What somebody has decided again since, and so stays. */
  left: number[];
}

interface Row {
  id: number;
  comment_id: number;
  outcome: string;
  reason: string;
  state_before: string | null;
}

const why: Why = { phase: 'moderator', outcome: 'undo', reason: '' };

/**
 * Takes back one act of this moderator, on one reply or thousands: states, flags, reports and what
 * was said of readers. What was decided again since stays as it is.
 * @param act what {@link Moderated} called it
 * @throws Refusal (403, 404)
 */
export function undoAct(newsroom: Newsroom, actor: Actor, act: number): Promise<Undone> {
  authorise(actor, 'comment.moderate');
  return inTransaction(newsroom, actor, async (work) => {
    await lockComments(work);
    const rows = await work.tx
      .selectFrom('comment_decisions')
      .select(['id', 'comment_id', 'outcome', 'reason', 'state_before'])
      .where('at', '=', act)
      .where('phase', '=', 'moderator')
      .where('actor_id', actor.userId === null ? 'is' : '=', actor.userId)
      .orderBy('id')
      .execute();
    if (rows.length === 0)
      throw notFound('لا شيء يُتراجع عنه.', 'You did nothing at that moment that can be undone.');
    const again = await decidedSince(work, rows);
    const own = rows.filter((row) => !again.has(row.comment_id));
    await standAsBefore(work, own);
    await moveBack(work, own);
    const of = (outcome: string): number[] =>
      own.filter((row) => row.outcome === outcome).map((row) => row.comment_id);
    await flagComments(work, of('unflag'), true, why);
    await flagComments(work, of('flag'), false, why);
    await reopenReports(work, of('settle'), act);
    const done = [...new Set(own.map((row) => row.comment_id))];
    await audit(work, 'reply.undo', { kind: 'reply', id: null }, { count: done.length });
    return { done, left: [...again] };
  });
}

/** Replies of which a moderator or their writer has said something after the act. */
async function decidedSince(work: Work, rows: readonly Row[]): Promise<Set<number>> {
  const ids = [...new Set(rows.map((row) => row.comment_id))];
  const later = await work.tx
    .selectFrom('comment_decisions')
    .select('comment_id')
    .where('comment_id', 'in', ids)
    .where('id', '>', rows.at(-1)?.id ?? 0)
    .where('phase', 'in', ['moderator', 'author'])
    .execute();
  return new Set(later.map((row) => row.comment_id));
}

async function moveBack(work: Work, rows: readonly Row[]): Promise<void> {
  const groups = new Map<CommentState, number[]>();
  for (const row of rows) {
    const before = commentStates.find((state) => state === row.state_before);
    if (before === undefined) continue;
    const group = groups.get(before) ?? [];
    group.push(row.comment_id);
    groups.set(before, group);
  }
  for (const [state, ids] of groups) await moveComments(work, ids, state, why);
}

async function standAsBefore(work: Work, rows: readonly Row[]): Promise<void> {
  for (const { comment_id, outcome, reason } of rows) {
    if (outcome !== 'ban' && outcome !== 'trust') continue;
    await work.tx
      .updateTable('readers')
      .set({ standing: standingSchema.parse(reason) })
      .where('standing', '=', outcome === 'ban' ? 'banned' : 'trusted')
      .where('email_hash', '=', (eb) =>
        eb.selectFrom('comments').select('email_hash').where('id', '=', comment_id),
      )
      .execute();
  }
}
