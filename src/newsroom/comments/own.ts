import { inTransaction } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { type Challenge, challengeFor } from './challenge.ts';
import { type CommentState, ownFor } from './comment.ts';
import { receiptOf, unsubscribeOf } from './reply-tokens.ts';
import type { ReplyRoom } from './room.ts';
import { moveComments } from './transition.ts';
import { isUnproven } from './unproven.ts';

/** A reply as its own writer sees it. What was rejected looks as if it were still held. */
export interface OwnReply {
  id: number;
  story: { id: number; slug: string; headline: string };
  parentId: number | null;
  name: string;
  text: string;
  state: 'held' | 'approved' | 'deleted';
  createdAt: number;
  editedAt: number | null;
  /** Until when it may be changed or deleted; null when that is over. */
  changeableUntil: number | null;
  /** What the writer's browser is to prove before the reply is read; null where nothing. */
  challenge: Challenge | null;
}

/** The reply that a receipt is for; null for a receipt that is not ours, or has run out. */
export async function readOwn(room: ReplyRoom, receipt: string): Promise<OwnReply | null> {
  const { store, now } = room.newsroom;
  const id = receiptOf(room.keys, receipt, now());
  if (id === null) return null;
  const row = await store.read
    .selectFrom('comments')
    .innerJoin('publications', 'publications.story_id', 'comments.story_id')
    .select([
      'comments.id',
      'comments.parent_id',
      'comments.name',
      'comments.text',
      'comments.state',
      'comments.risk',
      'comments.created_at',
      'comments.edited_at',
      'publications.story_id',
      'publications.slug',
      'publications.headline',
    ])
    .where('comments.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const until = row.created_at + ownFor;
  const state = shownState(row.state as CommentState);
  return {
    id: row.id,
    story: { id: row.story_id, slug: row.slug, headline: row.headline },
    parentId: row.parent_id,
    name: row.name,
    text: row.text,
    state,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    changeableUntil: row.state === 'deleted' || now() >= until ? null : until,
    challenge:
      state === 'held' && isUnproven(row) ? challengeFor(room.keys, { id, at: now() }) : null,
  };
}

const shownState = (state: CommentState): OwnReply['state'] =>
  state === 'rejected' ? 'held' : state;

/** Deletes one's own reply within ten minutes; false when the receipt is not good (any more). */
export async function deleteOwn(room: ReplyRoom, receipt: string): Promise<boolean> {
  const own = await readOwn(room, receipt);
  if (own === null || own.changeableUntil === null) return false;
  const why = { phase: 'author', outcome: 'delete', reason: 'own' } as const;
  const moved = await inTransaction(room.newsroom, systemActor, (work) =>
    moveComments(work, [own.id], 'deleted', why),
  );
  return moved.length > 0;
}

/** Whether an unsubscribe token is one of ours. */
export const isUnsubscribe = (room: ReplyRoom, token: string): boolean =>
  unsubscribeOf(room.keys, token) !== null;

/** No more letters to whoever wrote the reply that the token is for; false for a token not ours. */
export async function unsubscribe(room: ReplyRoom, token: string): Promise<boolean> {
  const id = unsubscribeOf(room.keys, token);
  if (id === null) return false;
  await room.newsroom.store.write(async (tx) => {
    const row = await tx
      .selectFrom('comments')
      .select('email_hash')
      .where('id', '=', id)
      .executeTakeFirst();
    const hash = row?.email_hash ?? null;
    if (hash === null) return;
    await tx.updateTable('readers').set({ muted: 1 }).where('email_hash', '=', hash).execute();
    const theirs = tx.selectFrom('comments').select('id').where('email_hash', '=', hash);
    await tx.deleteFrom('reply_letters').where('comment_id', 'in', theirs).execute();
  });
  return true;
}
