import { z } from 'zod';
import { inTransaction } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { cleanText } from './clean-text.ts';
import { type ReportReason, reportReasons } from './comment.ts';
import type { ReplyRoom } from './room.ts';
import { recordDecisions } from './transition.ts';

/** Of one reply that nobody has looked at yet; more of them would say nothing new. */
const mostUnsettled = 50;
/** From one address within ten minutes; more are thanked for and dropped. */
const mostFromOne = 20;
const longestNote = 1000;

const reasonSchema = z.enum(reportReasons);

/** The reason of that name; null for anything else. */
export function reportReasonFrom(text: string): ReportReason | null {
  const { data } = reasonSchema.safeParse(text);
  return data ?? null;
}

export interface ReplyReport {
  commentId: number;
  reason: ReportReason;
  /** What the reporter adds in their own words; may be empty. */
  note: string;
  /** The peer's network address: used in memory for rates, never written. */
  address: string;
}

/** Keeps a reader's report of a reply that readers can see, for moderators to settle. */
export async function reportComment(room: ReplyRoom, report: ReplyReport): Promise<void> {
  const { newsroom, rates } = room;
  const { commentId, reason, address } = report;
  if (rates.hit('address', `report ${address}`, newsroom.now()) > mostFromOne) return;
  const note = cleanText(report.note.slice(0, longestNote)) || null;
  await inTransaction(newsroom, systemActor, async (work) => {
    const counted = await work.tx
      .updateTable('comments')
      .set((eb) => ({ reports: eb('reports', '+', 1) }))
      .where('id', '=', commentId)
      .where('state', '=', 'approved')
      .where('reports', '<', mostUnsettled)
      .returning('id')
      .execute();
    if (counted.length === 0) return;
    await work.tx
      .insertInto('comment_reports')
      .values({ comment_id: commentId, reason, note, at: work.at, settled_at: null })
      .execute();
    const why = { phase: 'reader', outcome: 'flag', reason } as const;
    await recordDecisions(work, [{ id: commentId, before: null, why }]);
  });
}
