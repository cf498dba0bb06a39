import { inTransaction } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { cleanText } from './clean-text.ts';
import { judgeAgain } from './judge-again.ts';
import { readOwn } from './own.ts';
import type { ReplyOutcome } from './post.ts';
import type { ReplyRoom } from './room.ts';
import { lockComments, moveComments, recordDecisions } from './transition.ts';
import { sunk } from './unproven.ts';

/** What became of a change: as with a new reply, or it came too late. */
export type OwnOutcome = ReplyOutcome | { kind: 'late' };

const edited = { phase: 'author', outcome: 'edit', reason: 'own' } as const;

/**
 * Changes the text of one's own reply within ten minutes; the pipeline looks at it again, and
 * somebody looks at what changed while it was public. `late` also for a receipt that is not ours.
 */
export async function editOwn(
  room: ReplyRoom,
  receipt: string,
  typed: string,
): Promise<OwnOutcome> {
  const own = await readOwn(room, receipt);
  if (own === null || own.changeableUntil === null) return { kind: 'late' };
  const { newsroom } = room;
  const text = cleanText(typed);
  const { judged, textKey } = await judgeAgain(room, own, text);
  if ('refuse' in judged) return judged.refuse;
  const { risk } = judged;

  return inTransaction(newsroom, systemActor, async (work): Promise<OwnOutcome> => {
    await lockComments(work);
    const row = await work.tx
      .updateTable('comments')
      .set((eb) => ({
        text,
        text_key: textKey,
        // A change is no proof.
        risk: eb.case().when('risk', '<', 0).then(sunk(risk)).else(risk).end(),
        edited_at: newsroom.now(),
      }))
      .where('id', '=', own.id)
      .where('state', '<>', 'deleted')
      .returning('state')
      .executeTakeFirst();
    if (row === undefined) return { kind: 'late' };
    const said = [edited, ...judged.decisions];
    await recordDecisions(
      work,
      said.map((why) => ({ id: own.id, before: null, why })),
    );
    // What a moderator has rejected is not brought back by its writer, nor what is held let out.
    const last = judged.decisions.at(-1);
    const stays = row.state === 'rejected' || row.state === judged.state;
    if (!stays && judged.state !== 'approved' && last !== undefined)
      await moveComments(work, [own.id], judged.state, last);
    else if (row.state === 'approved') {
      await work.tx.updateTable('comments').set({ flagged: 1 }).where('id', '=', own.id).execute();
      work.change({ kind: 'reply.edited', keys: ['replies', `replies:${own.story.id}`] });
    }
    const state = row.state === 'approved' && judged.state === 'approved' ? 'approved' : 'held';
    return { kind: 'taken', id: own.id, state, receipt };
  });
}
