import type { Db } from '../../store/schema.ts';
import { invalid } from '../errors.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import { storyPath } from '../publications/paths.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { parseEmail } from './clean-text.ts';
import type { ReaderKeys } from './keys.ts';
import { moveComments } from './transition.ts';

/** Everything that the newsroom holds about one address. Instants are epoch milliseconds. */
export interface ReaderData {
  email: string;
  /** What moderators know of its owner; null where nobody ever wrote under it. */
  reader: {
    standing: string;
    approved: number;
    rejected: number;
    /** Wants no letters. */
    muted: boolean;
    note: string | null;
    firstAt: number;
    lastAt: number;
  } | null;
  replies: {
    id: number;
    story: { id: number; headline: string; path: string | null };
    parentId: number | null;
    name: string;
    text: string;
    state: string;
    createdAt: number;
    editedAt: number | null;
    notify: boolean;
    decisions: { at: number; phase: string; outcome: string; reason: string }[];
  }[];
}

export interface Erased {
  /** Replies that are gone; of those that others answered an empty place is left. */
  replies: number;
  /** Whether the reader was known at all. */
  reader: boolean;
}

/** As many values as one statement takes. */
const most = 500;

/** What is kept about an address, whole. The look itself is noted, the address is not. @throws Refusal (400, 403) */
export async function exportReader(
  newsroom: Newsroom,
  keys: ReaderKeys,
  actor: Actor,
  email: string,
): Promise<ReaderData> {
  authorise(actor, 'reader.data');
  const { address, hashes } = knownBy(keys, email);
  return inTransaction(newsroom, actor, async (work) => {
    const { tx } = work;
    const [reader] = await tx
      .selectFrom('readers')
      .selectAll()
      .where('email_hash', 'in', hashes)
      .execute();
    const replies = await repliesOf(tx, hashes);
    await audit(work, 'reader.export', { kind: 'reader', id: null }, { replies: replies.length });
    return {
      email: address,
      reader:
        reader === undefined
          ? null
          : {
              standing: reader.standing,
              approved: reader.approved,
              rejected: reader.rejected,
              muted: reader.muted === 1,
              note: reader.note,
              firstAt: reader.first_at,
              lastAt: reader.last_at,
            },
      replies,
    };
  });
}

async function repliesOf(tx: Db, hashes: string[]): Promise<ReaderData['replies']> {
  const rows = await tx
    .selectFrom('comments')
    .innerJoin('stories', 'stories.id', 'comments.story_id')
    .leftJoin('publications', 'publications.story_id', 'comments.story_id')
    .selectAll('comments')
    .select(['stories.headline', 'publications.slug'])
    .where('email_hash', 'in', hashes)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .execute();
  const decisions = new Map<number, ReaderData['replies'][number]['decisions']>();
  for (const ids of parts(rows.map((row) => row.id))) {
    const found = await tx
      .selectFrom('comment_decisions')
      .select(['comment_id', 'at', 'phase', 'outcome', 'reason'])
      .where('comment_id', 'in', ids)
      .orderBy('id')
      .execute();
    for (const { comment_id, ...one } of found)
      decisions.set(comment_id, [...(decisions.get(comment_id) ?? []), one]);
  }
  return rows.map((row) => ({
    id: row.id,
    story: {
      id: row.story_id,
      headline: row.headline,
      path: row.slug === null ? null : storyPath({ id: row.story_id, slug: row.slug }),
    },
    parentId: row.parent_id,
    name: row.name,
    text: row.text,
    state: row.state,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    notify: row.notify === 1,
    decisions: decisions.get(row.id) ?? [],
  }));
}

/**
 * Forgets everything about an address: replies, what was decided of them, the reader, letters that
 * wait. A reply that others have answered leaves an empty place. There is no way back.
 * @throws Refusal (400, 403)
 */
export async function eraseReader(
  newsroom: Newsroom,
  keys: ReaderKeys,
  actor: Actor,
  email: string,
): Promise<Erased> {
  authorise(actor, 'reader.data');
  const { hashes } = knownBy(keys, email);
  return inTransaction(newsroom, actor, async (work) => {
    const { tx } = work;
    const rows = await tx
      .selectFrom('comments')
      .select('id')
      .where('email_hash', 'in', hashes)
      .execute();
    const ids = rows.map((row) => row.id);
    const why = { phase: 'erasure', outcome: 'delete', reason: 'erasure' } as const;
    await moveComments(work, ids, 'deleted', why);
    for (const some of parts(ids)) {
      await tx.deleteFrom('comment_decisions').where('comment_id', 'in', some).execute();
      await tx.deleteFrom('comment_reports').where('comment_id', 'in', some).execute();
      await tx.deleteFrom('reply_letters').where('comment_id', 'in', some).execute();
      // Answers of others hold on to the place above them.
      await tx
        .deleteFrom('comments')
        .where('id', 'in', some)
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
    }
    const gone = await tx
      .deleteFrom('readers')
      .where('email_hash', 'in', hashes)
      .returning('first_at')
      .execute();
    const erased = { replies: ids.length, reader: gone.length > 0 };
    await audit(work, 'reader.erase', { kind: 'reader', id: null }, erased);
    return erased;
  });
}

function knownBy(keys: ReaderKeys, email: string): { address: string; hashes: string[] } {
  const address = parseEmail(email);
  if (address === null)
    throw invalid('اكتب عنوان بريد كاملاً، مثل name@example.org.', 'That is no e-mail address.');
  return { address, hashes: keys.hashes(address) };
}

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most);
}
