import type { Db } from '../../store/schema.ts';
import { forbidden } from '../errors.ts';
import type { Newsroom, Work } from '../newsroom.ts';
import { type Actor, may } from '../users/roles.ts';
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

/** A thread that grew quickly, as its story's editor is told of it. */
export interface HotThread {
  storyId: number;
  at: number;
  /** How many came within ten minutes. */
  replies: number;
}

/** Of yesterday's haste nobody need be told. */
const toldFor = 24 * 60 * 60 * 1000;
const shownAtOnce = 5;

/** Unseen threads that run hot: a writer's own, and all of them for those who moderate. */
export async function hotThreads(db: Db, actor: Actor, now: number): Promise<HotThread[]> {
  let query = db
    .selectFrom('hot_threads')
    .innerJoin('stories', 'stories.id', 'hot_threads.story_id')
    .select(['story_id as storyId', 'at', 'replies'])
    .where('seen_at', 'is', null)
    .where('at', '>', now - toldFor);
  if (!may(actor, 'comment.moderate')) query = query.where('stories.author_id', '=', actor.userId);
  return query.orderBy('at', 'desc').limit(shownAtOnce).execute();
}

/** Whoever has looked is not told again for a while. @throws Refusal (403) */
export function seeHotThread(newsroom: Newsroom, actor: Actor, storyId: number): Promise<void> {
  return newsroom.store.write(async (tx) => {
    const story = await tx
      .selectFrom('stories')
      .select('author_id')
      .where('id', '=', storyId)
      .executeTakeFirst();
    const isTheirs = story !== undefined && story.author_id === actor.userId;
    if (!isTheirs && !may(actor, 'comment.moderate'))
      throw forbidden(`Story ${storyId} is not yours to watch.`);
    await tx
      .updateTable('hot_threads')
      .set({ seen_at: newsroom.now() })
      .where('story_id', '=', storyId)
      .execute();
  });
}
