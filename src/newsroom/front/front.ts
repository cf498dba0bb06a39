import type { Db } from '../../store/schema.ts';
import { forbidden, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { mayAct } from '../stories/actions.ts';
import { listStories, rowFrom, type StoryRow, selectRows } from '../stories/list.ts';
import { performActionIn } from '../stories/perform.ts';
import { claimStory } from '../stories/rows.ts';
import type { Actor } from '../users/roles.ts';
import { type FrontOrder, readFrontOrder } from './order.ts';

export interface Front extends FrontOrder {
  breaking: { id: number; until: number }[];
  candidates: StoryRow[];
}

const candidateCount = 40;

/** The front page as the desk arranges it. */
export async function readFrontDesk(db: Db, actor: Actor, now: number): Promise<Front> {
  const order = await readFrontOrder(db);
  const raised = await db
    .selectFrom('publications')
    .select(['story_id', 'priority', 'priority_until'])
    .where('status', '=', 'live')
    .where('priority', '<>', 'normal')
    .orderBy('published_at', 'desc')
    .limit(50)
    .execute();
  const breaking = raised.flatMap((row) =>
    row.priority === 'breaking' && row.priority_until !== null && row.priority_until > now
      ? [{ id: row.story_id, until: row.priority_until }]
      : [],
  );
  const isPinned = raised.filter((row) => row.priority === 'pinned').map((row) => row.story_id);
  const pinned = [
    ...order.pinned.filter((id) => isPinned.includes(id)),
    ...isPinned.filter((id) => !order.pinned.includes(id) && id !== order.lead),
  ];
  const newest = await listStories(db, actor, {
    states: ['published'],
    sort: 'published',
    limit: candidateCount,
  });
  const named = [order.lead, ...pinned, ...breaking.map((one) => one.id)].filter(
    (id): id is number => id !== null && !newest.rows.some((row) => row.id === id),
  );
  const others =
    named.length === 0
      ? []
      : await selectRows(db)
          .where('stories.id', 'in', named)
          .where('stories.state', '=', 'published')
          .execute();
  const candidates = [...newest.rows, ...others.map((row) => rowFrom(row, actor))];
  const lead = candidates.some((row) => row.id === order.lead) ? order.lead : null;
  return { lead, pinned, breaking, candidates, version: order.version };
}

export interface FrontChange {
  version: number;
  lead: number | null;
  pinned: readonly number[];
  breaking: readonly { id: number; until: number }[];
}

/**
 * Arranges the front page; readers have it at once.
 * @throws Refusal 403, 409 when somebody arranged it in between or a story is not out
 */
export function arrangeFront(
  newsroom: Newsroom,
  actor: Actor,
  change: FrontChange,
): Promise<Front> {
  return inTransaction(newsroom, actor, async (work) => {
    if (!mayAct(actor, { authorId: null }, 'prioritise'))
      throw forbidden(`The role "${actor.role}" may not arrange the front page.`);
    const before = await readFrontDesk(work.tx, actor, work.at);
    if (before.version !== change.version) throw overtaken(change.version);
    const breaking = new Map(change.breaking.map((one) => [one.id, one.until]));
    const pinned = [...new Set(change.pinned)].filter((id) => !breaking.has(id));
    await raise(work, before, breaking, pinned);
    if (change.lead !== null) await refuseUnpublished(work, change.lead);
    const row = {
      version: before.version + 1,
      lead_id: change.lead,
      pinned_json: JSON.stringify(pinned),
      updated_at: work.at,
    };
    // Another node may be arranging it in this very moment.
    const written = await work.tx
      .insertInto('front')
      .values({ id: 1, ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).where('front.version', '=', before.version),
      )
      .returning('id')
      .executeTakeFirst();
    if (written === undefined) throw overtaken(change.version);
    const detail = { lead: change.lead, pinned, breaking: [...breaking.keys()] };
    await audit(work, 'front.arrange', { kind: 'front', id: 1 }, detail);
    work.change({ kind: 'front', keys: ['home'] });
    return readFrontDesk(work.tx, actor, work.at);
  });
}

const overtaken = (version: number): Refusal =>
  new Refusal(
    409,
    'رتّب زميل الصفحة الأولى بعد أن فتحتها. حدّثها ثم أعد ترتيبك.',
    `The front page has moved on from version ${version}.`,
  );

async function raise(
  work: Work,
  before: Front,
  breaking: ReadonlyMap<number, number>,
  pinned: readonly number[],
): Promise<void> {
  const set = async (
    id: number,
    wanted: { priority: 'normal' | 'pinned' | 'breaking'; priorityUntil?: number },
  ): Promise<void> => {
    const story = await claimStory(work, id);
    await performActionIn(work, story, { id, action: 'prioritise', ...wanted });
  };
  for (const one of before.breaking)
    if (!breaking.has(one.id) && !pinned.includes(one.id))
      await set(one.id, { priority: 'normal' });
  for (const id of before.pinned)
    if (!pinned.includes(id) && !breaking.has(id)) await set(id, { priority: 'normal' });
  for (const id of pinned) if (!before.pinned.includes(id)) await set(id, { priority: 'pinned' });
  for (const [id, priorityUntil] of breaking)
    if (before.breaking.find((one) => one.id === id)?.until !== priorityUntil)
      await set(id, { priority: 'breaking', priorityUntil });
}

async function refuseUnpublished(work: Work, id: number): Promise<void> {
  const story = await claimStory(work, id);
  if (story.state !== 'published')
    throw new Refusal(409, 'هذه المادة ليست منشورة.', `Story ${id} is ${story.state}.`);
}
