import { lockChanges } from '../../store/changes.ts';
import { inTransaction, type Newsroom } from '../newsroom.ts';
import { systemActor } from '../users/roles.ts';
import { addForms, beginRun, currentRun, formsOf, publicText } from './archive-forms.ts';

/** Stories counted in one transaction: the writer waits for no longer. */
const usualBatch = 200;

export interface Counting {
  /** Stories at most; all unless given. */
  most?: number;
  /** Stories in one transaction. */
  batch?: number;
  /** Is told how many have been counted, and may make what follows wait. */
  onProgress?: (counted: number) => void | Promise<void>;
  /** Ends it after the transaction under way. */
  signal?: AbortSignal;
}

/**
 * Counts the words of stories that are public and not counted yet, as after an import. Several nodes
 * may call it; each story is counted once. Gives how many it counted.
 */
export async function countArchive(
  newsroom: Newsroom,
  { most = Number.POSITIVE_INFINITY, batch = usualBatch, onProgress, signal }: Counting = {},
): Promise<number> {
  let counted = 0;
  while (counted < most && !signal?.aborted) {
    const done = await countBatch(newsroom, Math.min(batch, most - counted));
    counted += done;
    await onProgress?.(counted);
    if (done === 0) break;
  }
  return counted;
}

/** Counts every public story anew. Publishing goes on meanwhile and is counted as it happens. */
export async function rebuildArchive(
  newsroom: Newsroom,
  onProgress?: (counted: number) => void,
): Promise<number> {
  await inTransaction(newsroom, systemActor, async (work) => {
    await lockChanges(work, work.tx);
    await beginRun(work);
  });
  return countArchive(newsroom, onProgress === undefined ? {} : { onProgress });
}

function countBatch(newsroom: Newsroom, limit: number): Promise<number> {
  return inTransaction(newsroom, systemActor, async ({ tx, dialect }) => {
    await lockChanges({ dialect }, tx);
    const run = await currentRun(tx);
    const rows = await tx
      .selectFrom('publications')
      .select(['story_id', 'kicker', 'headline', 'deck', 'standfirst', 'detail_json'])
      .where('forms_run', '<', run)
      .where('status', '=', 'live')
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
