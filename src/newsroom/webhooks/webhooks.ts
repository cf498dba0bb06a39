import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newestChange } from '../../store/changes.ts';
import type { Db } from '../../store/schema.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { type Failure, failures, namesInnerAddress } from './post.ts';
import { secretFrom } from './signature.ts';

/** An address that is told of what changes for readers. */
export interface Webhook {
  id: number;
  url: string;
  /** Kinds of changes that it is told of; none means all. */
  kinds: string[];
  active: boolean;
  createdAt: number;
  /** The newest delivery that was tried did not arrive. */
  failing: boolean;
}

export interface Delivery {
  id: number;
  changeId: number;
  kind: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAt: number | null;
  at: number;
  status: number | null;
  failure: Failure | null;
}

const mostWebhooks = 50;
const shownDeliveries = 100;
const failureSchema = z.enum(failures).nullable().catch(null);

/** Every webhook. Secrets stay where they are. @throws Refusal (403) */
export async function listWebhooks(db: Db, actor: Actor): Promise<Webhook[]> {
  authorise(actor, 'integration.edit');
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('id').execute();
  const found: Webhook[] = [];
  for (const row of rows) {
    const last = await db
      .selectFrom('deliveries')
      .select('state')
      .where('webhook_id', '=', row.id)
      .where('attempts', '>', 0)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    found.push({
      id: row.id,
      url: row.url,
      kinds: row.kinds.split(' ').filter(Boolean),
      active: row.active === 1,
      createdAt: row.created_at,
      failing: last !== undefined && last.state !== 'delivered',
    });
  }
  return found;
}

/**
 * Adds an address; it is told of what changes from now on. The secret is in this answer only.
 * @throws Refusal (403, 400, 409)
 */
export function addWebhook(
  newsroom: Newsroom,
  actor: Actor,
  wanted: { url: string; kinds: readonly string[] },
  options: { allowInner: boolean },
): Promise<Webhook & { secret: string }> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    refuseUrl(wanted.url, options.allowInner);
    const { count } = await work.tx
      .selectFrom('webhooks')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostWebhooks)
      throw new Refusal(
        409,
        'بلغت العناوين المُبلَّغة حدّها. احذف عنواناً لا تحتاجه ثم أضف هذا.',
        `There are ${mostWebhooks} webhooks already.`,
      );
    const kinds = [...new Set(wanted.kinds)];
    const secret = secretFrom(randomBytes(32));
    const { id } = await work.tx
      .insertInto('webhooks')
      .values({
        url: wanted.url,
        kinds: kinds.join(' '),
        secret,
        active: 1,
        created_at: work.at,
        followed_to: await newestChange(work.tx),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { url } = wanted;
    await audit(work, 'webhook.add', { kind: 'webhook', id }, { url, kinds });
    return { id, url, kinds, active: true, createdAt: work.at, failing: false, secret };
  });
}

function refuseUrl(url: string, allowInner: boolean): void {
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    throw invalid(
      'لا تضع اسماً أو كلمة سر في العنوان. التوقيع يثبت أن الرسالة منا.',
      'The address must not hold a name or a password; the signature proves who sends.',
    );
  if (!allowInner && namesInnerAddress(url))
    throw invalid(
      'هذا عنوان داخلي لا يُرسَل إليه. استعمل عنواناً عاماً على الشبكة.',
      'Inner addresses are not told unless MATBAA_WEBHOOKS_PRIVATE=1.',
    );
}

/** Stops or starts it. What happened while it was stopped is not told afterwards. @throws Refusal (403, 404) */
export function setWebhookActive(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  active: boolean,
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    const before = await claimWebhook(work, id);
    if ((before.active === 1) === active) return;
    const from = active ? { followed_to: await newestChange(work.tx) } : {};
    await work.tx
      .updateTable('webhooks')
      .set({ active: active ? 1 : 0, ...from })
      .where('id', '=', id)
      .execute();
    await audit(work, 'webhook.change', { kind: 'webhook', id }, { active });
  });
}

/** Forgets it and its deliveries. @throws Refusal (403, 404) */
export function removeWebhook(newsroom: Newsroom, actor: Actor, id: number): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    const { url } = await claimWebhook(work, id);
    await work.tx.deleteFrom('webhooks').where('id', '=', id).execute();
    await audit(work, 'webhook.remove', { kind: 'webhook', id }, { url });
  });
}

async function claimWebhook(work: Work, id: number) {
  const row = await work.tx
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('لا يوجد عنوان كهذا.', `There is no webhook ${id}.`);
  return row;
}

/** Its newest deliveries, and what became of them. @throws Refusal (403) */
export async function listDeliveries(db: Db, actor: Actor, id: number): Promise<Delivery[]> {
  authorise(actor, 'integration.edit');
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('webhook_id', '=', id)
    .orderBy('id', 'desc')
    .limit(shownDeliveries)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    changeId: row.change_id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    at: row.at,
    status: row.status,
    failure: failureSchema.parse(row.error),
  }));
}

/** Sends a delivery that failed, or waits, once more and now. @throws Refusal (403, 404) */
export function retryDelivery(
  newsroom: Newsroom,
  actor: Actor,
  of: { webhook: number; delivery: number },
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    const found = await work.tx
      .updateTable('deliveries')
      .set({ state: 'waiting', next_at: work.at })
      .where('id', '=', of.delivery)
      .where('webhook_id', '=', of.webhook)
      .where('state', '<>', 'delivered')
      .returning('id')
      .executeTakeFirst();
    if (found === undefined)
      throw notFound('لا رسالة هنا تُعاد.', `There is no delivery ${of.delivery} to send again.`);
    await audit(work, 'webhook.retry', { kind: 'webhook', id: of.webhook }, { ...of });
  });
}
