import { sql } from 'kysely';
import type { Work } from '../newsroom.ts';
import { textKeyOf } from './arrival.ts';
import { cleanName, cleanText, parseEmail } from './clean-text.ts';
import type { CommentState } from './comment.ts';
import type { ReaderKeys } from './keys.ts';
import { follow, lockComments, recordDecisions } from './transition.ts';

/** A reply of another system's archive. Instants are epoch milliseconds. */
export interface ImportedComment {
  /** Where it came from, e.g. `wxr:https://old.example:812`; importing twice does nothing twice. */
  origin: string;
  /** The number that it had there; kept where nothing of ours bears it. */
  id: number | null;
  storyId: number;
  /** The {@link origin} of the reply that it answers, of whatever depth. */
  parentOrigin: string | null;
  name: string;
  email: string | null;
  text: string;
  state: Exclude<CommentState, 'deleted'>;
  createdAt: number;
}

/**
 * Takes in one reply of an archive as a step of a larger transaction; parents come before their
 * answers. Whatever is deeper than two levels stands on the second. Nobody gets a letter of it.
 *
 * @returns its number here, and whether it is new
 */
export async function importComment(
  work: Work,
  keys: ReaderKeys,
  given: ImportedComment,
): Promise<{ id: number; isNew: boolean }> {
  const { tx } = work;
  await lockComments(work);
  const there = await byOrigin(work, given.origin);
  if (there !== undefined) return { id: there.id, isNew: false };
  const parent = given.parentOrigin === null ? undefined : await byOrigin(work, given.parentOrigin);
  const parentId = parent === undefined ? null : (parent.parent_id ?? parent.id);
  const text = cleanText(given.text);
  const email = given.email === null ? null : parseEmail(given.email);
  const emailHash = email === null ? null : keys.hash(email);
  const { storyId, state, createdAt } = given;
  const { id } = await tx
    .insertInto('comments')
    .values({
      ...((await isFree(work, given.id)) && given.id !== null ? { id: given.id } : {}),
      story_id: storyId,
      parent_id: parentId,
      name: cleanName(given.name),
      email_cipher: email === null ? null : keys.seal(email),
      email_hash: emailHash,
      text,
      text_key: textKeyOf(text),
      state,
      created_at: createdAt,
      decided_at: state === 'held' ? null : createdAt,
      origin: given.origin,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (id === given.id) await countOnFrom(work);
  if (emailHash !== null)
    await tx
      .insertInto('readers')
      .values({ email_hash: emailHash, first_at: createdAt, last_at: createdAt })
      .onConflict((conflict) => conflict.column('email_hash').doNothing())
      .execute();
  const outcome = { held: 'hold', approved: 'approve', rejected: 'reject' } as const;
  const why = { phase: 'import', outcome: outcome[state], reason: 'import' };
  await recordDecisions(work, [{ id, before: null, why }]);
  await follow(work, [{ id, storyId, parentId, emailHash, from: null, to: state }]);
  // It is no news to anybody.
  await tx.deleteFrom('reply_letters').where('answer_id', '=', id).execute();
  return { id, isNew: true };
}

const byOrigin = (work: Work, origin: string) =>
  work.tx
    .selectFrom('comments')
    .select(['id', 'parent_id'])
    .where('origin', '=', origin)
    .executeTakeFirst();

async function isFree(work: Work, id: number | null): Promise<boolean> {
  if (id === null) return false;
  const row = await work.tx
    .selectFrom('comments')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined;
}

/** PostgreSQL does not count on from a number that was given; SQLite does. */
async function countOnFrom(work: Work): Promise<void> {
  if (work.dialect !== 'postgres') return;
  await sql`select setval(pg_get_serial_sequence('comments', 'id'), (select max(id) from comments))`.execute(
    work.tx,
  );
}
