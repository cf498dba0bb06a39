import { inTransaction } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { type Arrival, textKeyOf } from './arrival.ts';
import { cleanText } from './clean-text.ts';
import { contextOf, readSurroundings } from './context.ts';
import { readOwn } from './own.ts';
import { judge } from './pipeline/judge.ts';
import type { ReplyOutcome } from './post.ts';
import type { ReplyRoom } from './room.ts';
import { lockComments, moveComments, recordDecisions } from './transition.ts';

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
  const { newsroom, rates } = room;
  const text = cleanText(typed);
  const at = newsroom.now();
  const textKey = textKeyOf(text);
  const isNew = textKey !== null && textKey !== textKeyOf(own.text);
  const before = await newsroom.store.read
    .selectFrom('comments')
    .select('email_hash')
    .where('id', '=', own.id)
    .executeTakeFirst();
  const arrival: Arrival = {
    ...{ at, storyId: own.story.id, parentId: null, name: own.name, text, textKey },
    ...{ email: '', hasEmail: true, hashes: before?.email_hash ? [before.email_hash] : [] },
    ...{ origin: '', notify: false, form: 'fresh' as const, trapFilled: false },
    rates: { address: 1, story: 1, reader: 1 },
    outside: null,
    repeats: isNew ? rates.hit('text', textKey, at) - 1 : 0,
  };
  const around = await readSurroundings(newsroom.store.read, room.phrases, [arrival]);
  const context = contextOf(arrival, around);
  if (context === null) return { kind: 'missing' };
  const judged = judge(context);
  if ('refuse' in judged) return judged.refuse;

  return inTransaction(newsroom, systemActor, async (work): Promise<OwnOutcome> => {
    await lockComments(work);
    const row = await work.tx
      .updateTable('comments')
      .set({ text, text_key: textKey, risk: judged.risk, edited_at: at })
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
