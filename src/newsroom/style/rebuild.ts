import { lockChanges } from '../../store/changes.ts';
import type { Db } from '../../store/schema.ts';
import { inTransaction, type Newsroom } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { addForms, beginRun, currentRun, formsOf, publicText } from './archive-forms.ts';

/** Stories counted in one transaction: other writers wait for no longer. */
const usualBatch = 200;

/**
 * Counts the words of stories that are public and not counted yet, as after an import. Several nodes
 * may call it; each story is counted once. Gives how many it counted.
 *
 * @param most stories at most; all unless given
 */
export async function countArchive(
  newsroom: Newsroom,
  most = Number.POSITIVE_INFINITY,
  onProgress: (counted: number) => void = () => {},
): Promise<number> {
  let counted = 0;
  while (counted < most) {
    const done = await countBatch(newsroom, Math.min(usualBatch, most - counted));
    counted += done;
    onProgress(counted);
    if (done === 0) break;
  }
  return counted;
}

/** Whether {@link countArchive} has anything to do. */
export async function hasUncounted({ store }: Newsroom): Promise<boolean> {
  const row = await uncounted(store.read, await currentRun(store.read))
    .select('story_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const uncounted = (db: Db, run: number) =>
  db.selectFrom('publications').where('forms_run', '<', run).where('status', '=', 'live');

/** Counts every public story anew. Publishing goes on meanwhile and is counted as it happens. */
export async function rebuildArchive(
  newsroom: Newsroom,
  onProgress?: (counted: number) => void,
): Promise<number> {
  await inTransaction(newsroom, systemActor, async (work) => {
    await lockChanges(work, work.tx);
    await beginRun(work);
  });
  return countArchive(newsroom, Number.POSITIVE_INFINITY, onProgress);
}

function countBatch(newsroom: Newsroom, limit: number): Promise<number> {
  return inTransaction(newsroom, systemActor, async ({ tx, dialect }) => {
    await lockChanges({ dialect }, tx);
    const run = await currentRun(tx);
    const rows = await uncounted(tx, run)
      .select(['story_id', 'kicker', 'headline', 'deck', 'standfirst', 'detail_json'])
      .orderBy('forms_run')
      .orderBy('story_id')
      .limit(limit)
      .execute();
    if (rows.length === 0) return 0;
    const forms = new Map<string, number>();
    for (const row of rows)
      for (const [form, count] of formsOf(publicText(row)))
        forms.set(form, (forms.get(form) ?? 0) + count);
    await addForms(tx, forms);
    await tx
      .updateTable('publications')
      .set({ forms_run: run })
      .where(
        'story_id',
        'in',
        rows.map(({ story_id }) => story_id),
      )
      .execute();
    return rows.length;
  });
}
