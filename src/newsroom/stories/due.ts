import { sql } from 'kysely';
import { prepared } from '../../store/prepared.ts';
import { Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import { reprioritisePublication } from '../publications/publish.ts';
import { systemActor } from '../users/roles.ts';
import { performActionIn } from './perform.ts';
import { claimStory } from './rows.ts';
import type { Story } from './story.ts';

const batch = 50;
/** Written out, so that SQLite sees that its index of raised stories will do. */
const normal = sql.lit('normal');

/**
 * Does what has come due: publishes scheduled stories and ends breaking news.
 * Several nodes may call it at once; each story is acted on once. Returns how many
 * stories it touched, and the next instant at which something is due (null: nothing).
 */
export async function performDue(
  newsroom: Newsroom,
): Promise<{ done: number; next: number | null }> {
  const now = newsroom.now();
  let done = 0;
  for (;;) {
    const due = await dueIds(newsroom, now);
    let touched = 0;
    for (const id of due.publish) if (await publishDue(newsroom, id)) touched += 1;
    for (const id of due.calm) if (await endBreaking(newsroom, id)) touched += 1;
    done += touched;
    const mayBeMore = due.publish.length === batch || due.calm.length === batch;
    if (touched === 0 || !mayBeMore) return { done, next: await nextDue(newsroom, now) };
  }
}

// Asked after every commit, of whatever: built once.
const toPublish = prepared<{ now: number }, { id: number }>((db, slot) =>
  db
    .selectFrom('stories')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', slot('now'))
    .orderBy('publish_at')
    .limit(batch),
);
const toCalm = prepared<{ now: number }, { story_id: number }>((db, slot) =>
  db
    .selectFrom('publications')
    .select('story_id')
    .where('priority', '=', 'breaking')
    .where('priority', '<>', normal)
    .where('priority_until', '<=', slot('now'))
    .limit(batch),
);

async function dueIds(
  newsroom: Newsroom,
  now: number,
): Promise<{ publish: number[]; calm: number[] }> {
  const { read } = newsroom.store;
  const publish = await toPublish(read, { now });
  const calm = await toCalm(read, { now });
  return { publish: publish.map((row) => row.id), calm: calm.map((row) => row.story_id) };
}

const nextToPublish = prepared<{ now: number }, { at: number | null }>((db, slot) =>
  db
    .selectFrom('stories')
    .select('publish_at as at')
    .where('state', '=', 'scheduled')
    .where('publish_at', '>', slot('now'))
    .orderBy('publish_at')
    .limit(1),
);
const nextToCalm = prepared<{ now: number }, { at: number | null }>((db, slot) =>
  db
    .selectFrom('publications')
    .select('priority_until as at')
    .where('priority', '=', 'breaking')
    .where('priority', '<>', normal)
    .where('priority_until', '>', slot('now'))
    .orderBy('priority_until')
    .limit(1),
);

async function nextDue(newsroom: Newsroom, now: number): Promise<number | null> {
  const { read } = newsroom.store;
  const next = [...(await nextToPublish(read, { now })), ...(await nextToCalm(read, { now }))];
  const times = next.flatMap(({ at }) => at ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

async function publishDue(newsroom: Newsroom, id: number): Promise<boolean> {
  try {
    return await inTransaction(newsroom, systemActor, async (work) => {
      const story = await claimStory(work, id);
      // Somebody may have moved it, or another node published it, since we looked.
      if (story.state !== 'scheduled') return false;
      if (story.publishAt === null || story.publishAt > work.at) return false;
      if (story.embargoUntil !== null && story.embargoUntil > work.at) return false;
      await performActionIn(work, story, { id, action: 'publish', at: story.publishAt });
      return true;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // One that cannot go out must not hold up the others: its desk gets it back, and the reason.
    return returnUnpublished(newsroom, id, error.message);
  }
}

function returnUnpublished(newsroom: Newsroom, id: number, why: string): Promise<boolean> {
  return inTransaction(newsroom, systemActor, async (work) => {
    const story = await claimStory(work, id);
    if (story.state !== 'scheduled') return false;
    const note = `لم تُنشر في موعدها: ${why}`;
    await performActionIn(work, story, { id, action: 'return', note });
    return true;
  });
}

function endBreaking(newsroom: Newsroom, id: number): Promise<boolean> {
  return inTransaction(newsroom, systemActor, async (work) => {
    const story = await claimStory(work, id);
    if (story.priority !== 'breaking') return false;
    if (story.priorityUntil === null || story.priorityUntil > work.at) return false;
    const calm: Story = { ...story, priority: 'normal', priorityUntil: null };
    await work.tx
      .updateTable('stories')
      .set({ priority: 'normal', priority_until: null })
      .where('id', '=', id)
      .execute();
    await reprioritisePublication(work, calm);
    await audit(work, 'story.breaking-ended', { kind: 'story', id });
    return true;
  });
}
