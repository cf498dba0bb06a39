import type { Work } from '../newsroom.ts';
import type { Arrival } from './arrival.ts';

/** So many replies to one story within ten minutes are worth an editor's look. */
const hotFrom = 30;
/** Whoever has seen that a thread runs hot is told again after so long, ms. */
const toldAgainAfter = 6 * 60 * 60 * 1000;

/** Notes stories whose threads grow quickly, for their editors. */
export async function noteHotThreads(work: Work, arrivals: readonly Arrival[]): Promise<void> {
  const hot = new Map<number, number>();
  // Now and then is enough: every reply of a busy hour must not write here.
  for (const { storyId, rates } of arrivals)
    if (rates.story % hotFrom === 0) hot.set(storyId, Math.max(rates.story, hot.get(storyId) ?? 0));
  if (hot.size === 0) return;
  await work.tx
    .insertInto('hot_threads')
    .values([...hot].map(([story_id, replies]) => ({ story_id, at: work.at, replies })))
    .onConflict((conflict) =>
      conflict.column('story_id').doUpdateSet((eb) => ({
        at: work.at,
        replies: eb.ref('excluded.replies'),
        seen_at: eb
          .case()
          .when('hot_threads.seen_at', '<', work.at - toldAgainAfter)
          .then(null)
          .else(eb.ref('hot_threads.seen_at'))
          .end(),
      })),
    )
    .execute();
}
