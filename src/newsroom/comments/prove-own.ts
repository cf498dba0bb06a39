import { inTransaction, type Work } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { isProof } from './challenge.ts';
import { judgeAgain } from './judge-again.ts';
import { readOwn } from './own.ts';
import type { ReplyRoom } from './room.ts';
import { lockComments, moveComments, recordDecisions } from './transition.ts';
import { plainRisk } from './unproven.ts';

const given = { phase: 'challenge', outcome: 'approve', reason: 'proof-given' } as const;
/** What these said of it is settled by the proof, or asked again of the reader as they stand now. */
const askedAnew: readonly string[] = ['challenge', 'trust'];

/**
 * Takes the proof that a reply waited for: it goes where the pipeline would have put it, public where
 * nothing else spoke against it and its writer has become known meanwhile, else among the others that
 * wait for a person. A proof that is not needed (any more) is as good as one that is.
 * @returns false for a proof that is none, or a receipt that is not ours
 */
export async function proveOwn(
  room: ReplyRoom,
  receipt: string,
  proof: { token: string; nonce: string },
): Promise<boolean> {
  const own = await readOwn(room, receipt);
  if (own === null) return false;
  if (own.challenge === null) return true;
  const { newsroom, keys } = room;
  if (!isProof(keys, proof, { id: own.id, at: newsroom.now() })) return false;
  const { judged } = await judgeAgain(room, own, own.text);
  return inTransaction(newsroom, systemActor, async (work) => {
    await lockComments(work);
    const row = await work.tx
      .selectFrom('comments')
      .select(['state', 'risk'])
      .where('id', '=', own.id)
      .where('risk', '<', 0)
      .executeTakeFirst();
    if (row === undefined) return true;
    await work.tx
      .updateTable('comments')
      .set({ risk: plainRisk(row) })
      .where('id', '=', own.id)
      .execute();
    await recordDecisions(work, [{ id: own.id, before: null, why: given }]);
    const last = 'refuse' in judged ? undefined : judged.decisions.at(-1);
    if (row.state !== 'held' || 'refuse' in judged || last === undefined) return true;
    const isFree = judged.state !== 'approved' || !(await isHeldOtherwise(work, own.id));
    if (isFree) await moveComments(work, [own.id], judged.state, last);
    return true;
  });
}

/** Whether anything but the missing proof and an unknown writer spoke against it when it came. */
async function isHeldOtherwise(work: Work, id: number): Promise<boolean> {
  const held = await work.tx
    .selectFrom('comment_decisions')
    .select('id')
    .where('comment_id', '=', id)
    .where('outcome', '=', 'hold')
    .where('phase', 'not in', askedAnew)
    .executeTakeFirst();
  return held !== undefined;
}
