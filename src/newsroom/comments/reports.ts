import type { Work } from '../newsroom.ts';
import { recordDecisions } from './transition.ts';

/** What readers reported of these replies is dealt with: a step of a moderator's act. */
export async function settleReports(work: Work, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const settled = await work.tx
    .updateTable('comments')
    .set({ reports: 0 })
    .where('id', 'in', [...ids])
    .where('reports', '>', 0)
    .returning('id')
    .execute();
  if (settled.length === 0) return;
  const reported = settled.map((row) => row.id);
  await work.tx
    .updateTable('comment_reports')
    .set({ settled_at: work.at })
    .where('comment_id', 'in', reported)
    .where('settled_at', 'is', null)
    .execute();
  const why = { phase: 'moderator', outcome: 'settle', reason: '' } as const;
  await recordDecisions(
    work,
    reported.map((id) => ({ id, before: null, why })),
  );
}

/** Takes back what {@link settleReports} did at an instant. */
export async function reopenReports(
  work: Work,
  ids: readonly number[],
  settledAt: number,
): Promise<void> {
  for (const id of ids) {
    const reopened = await work.tx
      .updateTable('comment_reports')
      .set({ settled_at: null })
      .where('comment_id', '=', id)
      .where('settled_at', '=', settledAt)
      .returning('id')
      .execute();
    if (reopened.length > 0)
      await work.tx
        .updateTable('comments')
        .set((eb) => ({ reports: eb('reports', '+', reopened.length) }))
        .where('id', '=', id)
        .execute();
  }
}
