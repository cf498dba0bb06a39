import { invalid } from '../errors.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';

const localPath = /^\/(?!\/)[^\s\p{Cc}\\]*$/u;

/**
 * Sends readers of an old path to a new one. Both are site-relative, decoded.
 * @throws Refusal (400, 403)
 */
export function saveRedirect(
  newsroom: Newsroom,
  actor: Actor,
  redirect: { from: string; to: string },
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'taxonomy.edit');
    if (!localPath.test(redirect.from) || !localPath.test(redirect.to))
      throw invalid(
        'المسار يبدأ بشرطة مائلة ويبقى داخل الموقع.',
        'Both paths must start with a single "/".',
      );
    if (redirect.from === redirect.to)
      throw invalid('المساران متطابقان.', 'A path cannot lead to itself.');
    // Look-ups are in NFC (../publications/places.ts).
    const from_path = redirect.from.normalize('NFC');
    await work.tx
      .insertInto('redirects')
      .values({ from_path, to_path: redirect.to, created_at: work.at })
      .onConflict((conflict) =>
        conflict.column('from_path').doUpdateSet({ to_path: redirect.to, created_at: work.at }),
      )
      .execute();
    await audit(work, 'redirect.save', { kind: 'redirect', id: redirect.from }, redirect);
    work.change({ kind: 'redirect', keys: [`path:${redirect.from}`] });
  });
}
