import type { Insertable } from 'kysely';
import type { Database } from '../../../store/schema.ts';
import type { Newsroom } from '../../newsroom.ts';

/** A reply as the table holds it, put there past the pipeline. Gives its number. */
export async function putReply(
  newsroom: Newsroom,
  row: Partial<Insertable<Database['comments']>> & { story_id: number },
): Promise<number> {
  return newsroom.store.write(async (tx) => {
    const { id } = await tx
      .insertInto('comments')
      .values({
        parent_id: null,
        name: 'سعاد',
        email_cipher: null,
        email_hash: null,
        text: 'رأيي أن الجسر تأخّر كثيراً.',
        state: 'held',
        created_at: newsroom.now(),
        ...row,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** A reader known by this hash. Gives their number. */
export async function putReader(
  newsroom: Newsroom,
  email_hash: string,
  row: Partial<Insertable<Database['readers']>> = {},
): Promise<number> {
  return newsroom.store.write(async (tx) => {
    const at = newsroom.now();
    const { id } = await tx
      .insertInto('readers')
      .values({ email_hash, first_at: at, last_at: at, ...row })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
