import { changesAfter, newestChange } from '../../store/changes.ts';
import type { Db } from '../../store/schema.ts';
import type { Newsroom } from '../newsroom.ts';
import { storyPath } from '../publications/paths.ts';
import type { Post, Posted } from './post.ts';
import { signedHeaders } from './signature.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** After each try that fails we wait longer; after the last one the delivery has failed. */
const pauses = [
  10 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
] as const;
/** Longer than a try may take: a node that dies while it sends leaves it to the others. */
const lease = minute;
const changesAtOnce = 100;
const dueAtOnce = 100;
const describedStories = 100;
/** What arrived is kept so long for whoever looks into a problem. */
const keptFor = 30 * 24 * hour;

/**
 * Writes a delivery for every change that a webhook has not been told of. The change feed is
 * followed in the database, so that nothing is forgotten by a restart.
 */
export async function makeDeliveries(newsroom: Newsroom, siteUrl: string): Promise<void> {
  const { store } = newsroom;
  const newest = await newestChange(store.read);
  const behind = await store.read
    .selectFrom('webhooks')
    .select('id')
    .where('active', '=', 1)
    .where('followed_to', '<', newest)
    .execute();
  for (const { id } of behind) while (await follow(newsroom, siteUrl, id));
}

/** One step of {@link makeDeliveries}; whether there may be more. */
function follow(newsroom: Newsroom, siteUrl: string, id: number): Promise<boolean> {
  return newsroom.store.write(async (tx) => {
    const hook = await tx
      .selectFrom('webhooks')
      .select(['kinds', 'followed_to'])
      .where('id', '=', id)
      .where('active', '=', 1)
      .executeTakeFirst();
    if (hook === undefined) return false;
    const changes = await changesAfter(tx, hook.followed_to, changesAtOnce);
    const last = changes.at(-1);
    if (last === undefined) return false;
    const kinds = hook.kinds.split(' ').filter(Boolean);
    const at = newsroom.now();
    for (const change of changes) {
      if (kinds.length > 0 && !kinds.includes(change.kind)) continue;
      const { storyIds } = change;
      const told = { id: change.id, kind: change.kind, at: change.at, storyIds };
      const stories = await describe(tx, siteUrl, storyIds.slice(0, describedStories));
      await tx
        .insertInto('deliveries')
        .values({
          webhook_id: id,
          change_id: change.id,
          kind: change.kind,
          payload: JSON.stringify({ ...told, stories }),
          state: 'waiting',
          attempts: 0,
          next_at: at,
          at,
          status: null,
          error: null,
        })
        .onConflict((conflict) => conflict.columns(['webhook_id', 'change_id']).doNothing())
        .execute();
    }
    await tx.updateTable('webhooks').set({ followed_to: last.id }).where('id', '=', id).execute();
    await tx
      .deleteFrom('deliveries')
      .where('webhook_id', '=', id)
      .where('at', '<', at - keptFor)
      .where('state', '<>', 'waiting')
      .execute();
    return changes.length === changesAtOnce;
  });
}

async function describe(db: Db, siteUrl: string, ids: readonly number[]): Promise<unknown[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('publications')
    .select(['story_id', 'slug', 'headline', 'status', 'published_at', 'updated_at'])
    .where('story_id', 'in', [...ids])
    .orderBy('story_id')
    .execute();
  return rows.map((row) => ({
    id: row.story_id,
    url: siteUrl + storyPath({ id: row.story_id, slug: row.slug }),
    headline: row.headline,
    status: row.status,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
  }));
}

interface Due {
  id: number;
  webhook_id: number;
  payload: string;
  attempts: number;
  next_at: number | null;
  url: string;
  secret: string;
}

/**
 * Sends what is due, each webhook's in order and several webhooks at once. Several nodes may call
 * it; a delivery is sent by one of them. Returns the next instant at which something is due.
 */
export async function deliverDue(newsroom: Newsroom, post: Post): Promise<number | null> {
  const { read } = newsroom.store;
  const waiting = read
    .selectFrom('deliveries')
    .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
    .where('deliveries.state', '=', 'waiting')
    .where('webhooks.active', '=', 1);
  const due: Due[] = await waiting
    .select([
      'deliveries.id',
      'deliveries.webhook_id',
      'deliveries.payload',
      'deliveries.attempts',
      'deliveries.next_at',
      'webhooks.url',
      'webhooks.secret',
    ])
    .where('deliveries.next_at', '<=', newsroom.now())
    .orderBy('deliveries.id')
    .limit(dueAtOnce)
    .execute();
  const queues = Map.groupBy(due, (one) => one.webhook_id);
  await Promise.all([...queues.values()].map((queue) => sendInOrder(newsroom, post, queue)));
  const next = await waiting
    .select('deliveries.next_at')
    .orderBy('deliveries.next_at')
    .limit(1)
    .executeTakeFirst();
  return next?.next_at ?? null;
}

async function sendInOrder(newsroom: Newsroom, post: Post, queue: readonly Due[]): Promise<void> {
  for (const one of queue) {
    if (!(await claim(newsroom, one))) return;
    const at = newsroom.now();
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Matbaa',
      ...signedHeaders(one.secret, { id: `msg_${one.id}`, at, body: one.payload }),
    };
    const posted = await post(one.url, one.payload, headers);
    await settle(newsroom, one, posted);
    // What comes after waits with it: one try in a while is enough to see whether they are back.
    if (posted.failure !== null) return;
  }
}

/** Takes a delivery for this node, for as long as a try may take. */
function claim(newsroom: Newsroom, one: Due): Promise<boolean> {
  return newsroom.store.write(async (tx) => {
    const taken = await tx
      .updateTable('deliveries')
      .set({ next_at: newsroom.now() + lease })
      .where('id', '=', one.id)
      .where('state', '=', 'waiting')
      .where('next_at', '=', one.next_at)
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  });
}

function settle(newsroom: Newsroom, one: Due, posted: Posted): Promise<void> {
  const at = newsroom.now();
  const attempts = one.attempts + 1;
  const pause = pauses[attempts - 1];
  const { status, failure: error } = posted;
  return newsroom.store.write(async (tx) => {
    const change = tx.updateTable('deliveries').where('id', '=', one.id);
    if (error === null) {
      await change
        .set({ state: 'delivered', attempts, status, error, next_at: null, at })
        .execute();
      return;
    }
    if (pause === undefined) {
      await change.set({ state: 'failed', attempts, status, error, next_at: null, at }).execute();
      return;
    }
    await change.set({ attempts, status, error, next_at: at + pause, at }).execute();
    await tx
      .updateTable('deliveries')
      .set({ next_at: at + pause })
      .where('webhook_id', '=', one.webhook_id)
      .where('state', '=', 'waiting')
      .where('next_at', '<', at + pause)
      .execute();
  });
}
