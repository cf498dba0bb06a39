import { forgetReplies } from './comments/forget-replies.ts';
import type { Newsroom } from './newsroom.ts';

const day = 24 * 60 * 60 * 1000;
/** Links that were used or have run out are kept so long for whoever wonders. */
const linksKeptFor = 30 * day;

/** Forgets what has run out: sessions, half-finished sign-ins, links, previews. Several nodes may. */
export async function cleanUp(newsroom: Newsroom): Promise<void> {
  const at = newsroom.now();
  await newsroom.store.write(async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<', at).execute();
    await tx.deleteFrom('verifications').where('expires_at', '<', at).execute();
    await tx.deleteFrom('previews').where('expires_at', '<', at).execute();
    await tx
      .deleteFrom('presence')
      .where('at', '<', at - day)
      .execute();
    await tx
      .deleteFrom('invitations')
      .where('expires_at', '<', at - linksKeptFor)
      .execute();
    await forgetReplies(tx, at);
  });
}
