import type { Store } from '../../../store/store.ts';
import { morning } from '../../testing/newsroom.ts';
import type { CommentState } from '../comment.ts';

/** Of a row only what a test is about need be named. */
export interface RowOf {
  storyId: number;
  parentId?: number | null;
  name?: string;
  text?: string;
  state?: CommentState;
  at?: number;
  answers?: number;
  editedAt?: number | null;
}

/** Writes one reply as the tables hold it, past every use case. Returns its id. */
export function putReply(store: Store, row: RowOf): Promise<number> {
  return store.write(async (tx) => {
    const { id } = await tx
      .insertInto('comments')
      .values({
        story_id: row.storyId,
        parent_id: row.parentId ?? null,
        name: row.name ?? 'قارئة',
        email_cipher: null,
        email_hash: null,
        text: row.text ?? 'رأي في الخبر.',
        state: row.state ?? 'approved',
        created_at: row.at ?? morning,
        origin: null,
        text_key: null,
        edited_at: row.editedAt ?? null,
        decided_at: null,
        answers: row.answers ?? 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
