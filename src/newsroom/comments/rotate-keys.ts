import { sql } from 'kysely';
import type { Db } from '../../store/schema.ts';
import { inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import type { ReaderKeys } from './keys.ts';
import { standingSchema } from './readers-standing.ts';
import { lockComments } from './transition.ts';

export interface Rotated {
  /** Readers that are known by the key in use now. */
  readers: number;
  replies: number;
  /** Replies whose address no key of the ring opens; they keep what they have. */
  unreadable: number;
}

/** Readers of one transaction: posts that come in meanwhile wait no longer than for another post. */
const batch = 25;

/**
 * Moves every address to the first key of the ring, ciphers and hashes both, reader by reader. May
 * be stopped anywhere and started again; posts that come in meanwhile are known by either key.
 */
export async function rotateKeys(
  newsroom: Newsroom,
  keys: ReaderKeys,
  onProgress: (done: number) => void = () => {},
): Promise<Rotated> {
  const total: Rotated = { readers: 0, replies: 0, unreadable: 0 };
  let after = '';
  for (;;) {
    const hashes = await oldHashes(newsroom.store.read, keys.current, after);
    const last = hashes.at(-1);
    if (last === undefined) return total;
    await inTransaction(newsroom, systemActor, async (work) => {
      await lockComments(work);
      for (const hash of hashes) {
        const moved = await moveReader(work, keys, hash);
        total.readers += moved.readers;
        total.replies += moved.replies;
        total.unreadable += moved.unreadable;
      }
    });
    after = last;
    onProgress(total.readers);
  }
}

/** Hashes of readers under other keys than the one in use. */
async function oldHashes(db: Db, current: string, after: string): Promise<string[]> {
  const name = `${current}.`;
  const readers = await db
    .selectFrom('readers')
    .select('email_hash')
    .where('email_hash', '>', after)
    .where(sql<string>`substr(email_hash, 1, ${sql.lit(name.length)})`, '<>', name)
    .orderBy('email_hash')
    .limit(batch)
    .execute();
  return readers.map((row) => row.email_hash);
}

async function moveReader(work: Work, keys: ReaderKeys, hash: string): Promise<Rotated> {
  const { tx } = work;
  const rows = await tx
    .selectFrom('comments')
    .select(['id', 'email_cipher'])
    .where('email_hash', '=', hash)
    .execute();
  let next: string | null = null;
  const moved = { readers: 0, replies: 0, unreadable: 0 };
  for (const { id, email_cipher } of rows) {
    const email = email_cipher === null ? null : keys.open(email_cipher, hash);
    if (email === null) {
      moved.unreadable += 1;
      continue;
    }
    next = keys.hash(email);
    await tx
      .updateTable('comments')
      .set({ email_cipher: keys.seal(email), email_hash: next })
      .where('id', '=', id)
      .execute();
    moved.replies += 1;
  }
  if (next === null) return moved;
  await renameReader(tx, hash, next);
  return { ...moved, readers: 1 };
}

/** The reader's record goes with them; one that was begun under the new key already is joined. */
async function renameReader(tx: Db, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('readers')
    .selectAll()
    .where('email_hash', 'in', [from, to])
    .execute();
  const old = rows.find((row) => row.email_hash === from);
  const fresh = rows.find((row) => row.email_hash === to);
  if (old === undefined) return;
  if (fresh !== undefined) await tx.deleteFrom('readers').where('email_hash', '=', to).execute();
  const standings = rows.map((row) => standingSchema.parse(row.standing));
  const standing = (['banned', 'trusted', 'known'] as const).find((one) => standings.includes(one));
  await tx
    .updateTable('readers')
    .set({
      email_hash: to,
      standing: standing ?? 'known',
      approved: old.approved + (fresh?.approved ?? 0),
      rejected: old.rejected + (fresh?.rejected ?? 0),
      muted: Math.max(old.muted, fresh?.muted ?? 0),
      last_at: Math.max(old.last_at, fresh?.last_at ?? 0),
    })
    .where('email_hash', '=', from)
    .execute();
}
