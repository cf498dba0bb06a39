import type { Db } from '../../store/schema.ts';

const day = 24 * 60 * 60 * 1000;
/** What was rejected is kept so long, for whoever asks why or wants it back. */
const rejectedKeptFor = 180 * day;
const decisionsKeptFor = 400 * day;
const reportsKeptFor = 180 * day;
/** A letter that could not be sent for so long is about nothing that is still talked about. */
const lettersKeptFor = 7 * day;
const hotKeptFor = 30 * day;

/** Forgets of readers' replies what nobody needs any more, addresses of rejected writers with it. */
export async function forgetReplies(tx: Db, at: number): Promise<void> {
  await tx
    .deleteFrom('comments')
    .where('state', '=', 'rejected')
    .where('created_at', '<', at - rejectedKeptFor)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comments as answer')
            .select('answer.id')
            .whereRef('answer.parent_id', '=', 'comments.id'),
        ),
      ),
    )
    .execute();
  await tx
    .deleteFrom('comment_decisions')
    .where('at', '<', at - decisionsKeptFor)
    .execute();
  await tx
    .deleteFrom('comment_reports')
    .where('settled_at', '<', at - reportsKeptFor)
    .execute();
  await tx
    .deleteFrom('reply_letters')
    .where('next_at', '<', at - lettersKeptFor)
    .execute();
  await tx
    .deleteFrom('hot_threads')
    .where('at', '<', at - hotKeptFor)
    .execute();
}
