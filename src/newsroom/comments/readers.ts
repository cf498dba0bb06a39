import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import { invalid, notFound } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { cursorAfter, readCursor } from '../stories/list.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { type ReaderStanding, standingSchema } from './readers-standing.ts';
import { lockComments, moveComments, recordDecisions } from './transition.ts';

/** A reader in the moderators' list: never their address, nor anything it could be found by. */
export interface ReaderRow {
  id: number;
  standing: ReaderStanding;
  approved: number;
  rejected: number;
  note: string | null;
  firstAt: number;
  lastAt: number;
  /** The name under which they wrote last; null when nothing of theirs is left. */
  name: string | null;
}

const noteSchema = z.string().trim().max(500);

/** Readers by when they wrote last, the newest first. @throws Refusal (400, 403) */
export async function listReaders(
  db: Db,
  actor: Actor,
  options: { standing?: ReaderStanding; cursor?: string; limit: number },
): Promise<{ rows: ReaderRow[]; next: string | null }> {
  authorise(actor, 'comment.moderate');
  let query = db.selectFrom('readers').selectAll();
  if (options.standing !== undefined) query = query.where('standing', '=', options.standing);
  if (options.cursor !== undefined) {
    const [at, id] = readCursor(options.cursor);
    query = query.where(sql<boolean>`(last_at, id) < (${at}, ${id})`);
  }
  const found = await query
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(options.limit + 1)
    .execute();
  const page = found.slice(0, options.limit);
  const names = await namesOf(
    db,
    page.map((row) => row.email_hash),
  );
  const last = page.at(-1);
  const isMore = found.length > page.length && last !== undefined;
  return {
    rows: page.map((row) => ({
      id: row.id,
      standing: standingSchema.parse(row.standing),
      approved: row.approved,
      rejected: row.rejected,
      note: row.note,
      firstAt: row.first_at,
      lastAt: row.last_at,
      name: names.get(row.email_hash) ?? null,
    })),
    next: isMore ? cursorAfter(last.last_at, last.id) : null,
  };
}

/** The name of each reader's newest reply, in one statement. */
async function namesOf(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  const newest = (hash: string) =>
    db
      .selectFrom(
        db
          .selectFrom('comments')
          .select(['email_hash', 'name'])
          .where('email_hash', '=', hash)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('newest'),
      )
      .selectAll();
  const [first, ...others] = hashes;
  if (first === undefined) return new Map();
  let query = newest(first);
  for (const hash of others) query = query.unionAll(newest(hash));
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.email_hash ?? '', row.name]));
}

/**
 * Changes what moderators think of a reader. Whoever is banned loses what of theirs still waits.
 * @throws Refusal (400, 403, 404)
 */
export function changeReader(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  input: { standing?: ReaderStanding; note?: string },
): Promise<void> {
  authorise(actor, 'comment.moderate');
  const note = noteSchema.safeParse(input.note ?? '');
  if (!note.success)
    throw invalid('لا تزيد الملاحظة على 500 حرف.', 'A note has at most 500 characters.');
  return inTransaction(newsroom, actor, async (work) => {
    await lockComments(work);
    const reader = await work.tx
      .selectFrom('readers')
      .select(['email_hash', 'standing'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (reader === undefined)
      throw notFound('لم يبقَ لهذا القارئ سجلّ.', `There is no reader ${id}.`);
    const { standing } = input;
    await work.tx
      .updateTable('readers')
      .set({
        ...(standing === undefined ? {} : { standing }),
        ...(input.note === undefined ? {} : { note: note.data === '' ? null : note.data }),
      })
      .where('id', '=', id)
      .execute();
    if (standing === 'banned') {
      const held = await heldOf(work, [reader.email_hash]);
      const why = { phase: 'moderator', outcome: 'reject', reason: 'ban' } as const;
      await moveComments(work, held, 'rejected', why);
    }
    await audit(work, 'reader.change', { kind: 'reader', id }, { ...input });
  });
}

/**
 * Says the standing of everybody who wrote these replies, as a step of a moderator's act; each
 * reply keeps in its decisions how its writer stood before, so that the act can be undone.
 */
export async function standOf(
  work: Work,
  ids: readonly number[],
  standing: 'banned' | 'trusted',
): Promise<{ without: number[]; held: number[] }> {
  if (ids.length === 0) return { without: [], held: [] };
  const rows = await work.tx
    .selectFrom('comments')
    .leftJoin('readers', 'readers.email_hash', 'comments.email_hash')
    .select(['comments.id', 'readers.email_hash', 'readers.standing'])
    .where('comments.id', 'in', [...ids])
    .orderBy('comments.id')
    .execute();
  const changing = new Map<string, { id: number; before: ReaderStanding }>();
  for (const row of rows)
    if (row.email_hash !== null && row.standing !== standing && !changing.has(row.email_hash))
      changing.set(row.email_hash, { id: row.id, before: standingSchema.parse(row.standing) });
  if (changing.size > 0)
    await work.tx
      .updateTable('readers')
      .set({ standing })
      .where('email_hash', 'in', [...changing.keys()])
      .execute();
  await recordDecisions(
    work,
    [...changing.values()].map(({ id, before }) => ({
      id,
      before: null,
      why: { phase: 'moderator', outcome: standing === 'banned' ? 'ban' : 'trust', reason: before },
    })),
  );
  return {
    without: rows.filter((row) => row.email_hash === null).map((row) => row.id),
    held: standing === 'banned' ? await heldOf(work, [...changing.keys()]) : [],
  };
}

async function heldOf(work: Work, hashes: readonly string[]): Promise<number[]> {
  if (hashes.length === 0) return [];
  const rows = await work.tx
    .selectFrom('comments')
    .select('id')
    .where('email_hash', 'in', [...hashes])
    .where('state', '=', 'held')
    .execute();
  return rows.map((row) => row.id);
}
