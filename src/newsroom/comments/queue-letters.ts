import type { Work } from '../newsroom.ts';
import type { Moved } from './transition.ts';

/** A moderator who changes their mind within this time has sent nobody a letter, ms. */
const grace = 60_000;

/**
 * Queues a letter to the writer of the answered reply for each answer that is public now, and takes
 * it back for one that no longer is. Nobody gets letters about themselves, or who wants none.
 */
export async function queueLetters(work: Work, answers: readonly Moved[]): Promise<void> {
  const gone = answers.filter((one) => one.from === 'approved').map((one) => one.id);
  if (gone.length > 0)
    await work.tx.deleteFrom('reply_letters').where('answer_id', 'in', gone).execute();
  const fresh = answers.filter((one) => one.to === 'approved');
  if (fresh.length === 0) return;
  const wanted = await work.tx
    .selectFrom('comments as answer')
    .innerJoin('comments as parent', 'parent.id', 'answer.parent_id')
    .leftJoin('readers', 'readers.email_hash', 'parent.email_hash')
    .select(['answer.id as answer', 'parent.id as parent'])
    .where(
      'answer.id',
      'in',
      fresh.map((one) => one.id),
    )
    .where('parent.notify', '=', 1)
    .where('parent.state', '=', 'approved')
    .where('parent.email_cipher', 'is not', null)
    .where((eb) => eb(eb.fn.coalesce('readers.muted', eb.lit(0)), '=', 0))
    .where((eb) =>
      eb.or([
        eb('answer.email_hash', 'is', null),
        eb('answer.email_hash', '<>', eb.ref('parent.email_hash')),
      ]),
    )
    .execute();
  if (wanted.length === 0) return;
  await work.tx
    .insertInto('reply_letters')
    .values(
      wanted.map(({ answer, parent }) => ({
        comment_id: parent,
        answer_id: answer,
        next_at: work.at + grace,
      })),
    )
    .execute();
}
