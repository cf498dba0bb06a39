import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { changeSettings } from '../settings/write.ts';
import {
  day,
  minute,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { deliverDue, makeDeliveries } from './deliver.ts';
import { poster } from './post.ts';
import {
  addWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  retryDelivery,
  setWebhookActive,
} from './webhooks.ts';

const siteUrl = 'https://news.example';
const post = poster({ allowInner: true, timeout: 2000 });
const inner = { allowInner: true };

/** The other side: keeps what it gets, and answers as it is told to. */
let receiver: Server;
let url = '';
let answers: number[] = [];
let got: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`;
});
afterAll(() => {
  receiver.close();
});

describe.each(dialects)('webhooks on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(async () => {
    answers = [];
    got = [];
    await newsroom.clear();
  });
  afterAll(() => newsroom.remove());

  const add = (kinds: string[] = []) => addWebhook(newsroom, staff.chief, { url, kinds }, inner);
  const tell = async (): Promise<number | null> => {
    await makeDeliveries(newsroom, siteUrl);
    return deliverDue(newsroom, post);
  };
  const deliveries = (id: number) => listDeliveries(newsroom.store.read, staff.chief, id);
  const list = () => listWebhooks(newsroom.store.read, staff.chief);

  test('are told once of what changes after they were added, signed', async () => {
    await published(newsroom, { headline: 'قبل الإضافة' });
    const { id, secret } = await add();
    const story = await published(newsroom, { headline: 'بعدها' });
    await tell();
    await tell();

    expect(got).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(JSON.parse(body)).toMatchObject({
      kind: 'story.published',
      storyIds: [story.id],
      stories: [{ id: story.id, headline: 'بعدها', status: 'live', publishedAt: newsroom.now() }],
    });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const right = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${right}`);
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }]);
    expect(JSON.stringify(await list())).not.toContain(secret);
  });

  test('are told of the kinds that they asked for', async () => {
    await add(['shell']);
    await published(newsroom);
    await changeSettings(newsroom, staff.chief, { name: 'صدى النهر' });
    await tell();

    expect(got.map(({ body }) => JSON.parse(body).kind)).toEqual(['shell']);
  });

  test('are tried again after growing pauses, under the same id, in order', async () => {
    const { id } = await add();
    answers = [500, 503];
    await published(newsroom, { headline: 'أولى' });
    await published(newsroom, { headline: 'ثانية' });

    expect(await tell()).toBe(newsroom.now() + 10_000);
    expect(got).toHaveLength(1);
    expect(await list()).toMatchObject([{ failing: true }]);
    newsroom.clock.at += 10_000;
    expect(await tell()).toBe(newsroom.now() + minute);
    newsroom.clock.at += minute;
    expect(await tell()).toBe(null);

    const ids = got.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0], ids[0], ids[3]]);
    expect(got.map(({ body }) => JSON.parse(body).stories[0].headline).at(-1)).toBe('ثانية');
    expect(await list()).toMatchObject([{ failing: false }]);
    expect(await deliveries(id)).toMatchObject([{ attempts: 1 }, { attempts: 3 }]);
  });

  test('that never answer are given up, visibly, and can be tried again by hand', async () => {
    const { id } = await add();
    await published(newsroom);
    for (let tries = 0; tries < 9; tries += 1) {
      answers = [500];
      await tell();
      newsroom.clock.at += day;
    }
    await tell();
    expect(got).toHaveLength(9);
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ state: 'failed', attempts: 9, status: 500, failure: 'status' });

    await retryDelivery(newsroom, staff.chief, { webhook: id, delivery: failed?.id ?? 0 });
    await tell();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', failure: null }]);
  });

  test('hear nothing while they are stopped, nor of it afterwards', async () => {
    const { id } = await add();
    await setWebhookActive(newsroom, staff.chief, id, false);
    await published(newsroom, { headline: 'في الأثناء' });
    await tell();
    await setWebhookActive(newsroom, staff.chief, id, true);
    await tell();
    expect(got).toEqual([]);
    await published(newsroom, { headline: 'بعدها' });
    await tell();
    expect(got).toHaveLength(1);
    await removeWebhook(newsroom, staff.chief, id);
    expect(await list()).toEqual([]);
  });

  test('are not of this house, unless its owner says so', async () => {
    const wanted = { url, kinds: [] };
    const refused = addWebhook(newsroom, staff.chief, wanted, { allowInner: false });
    await expect(refused).rejects.toMatchObject({ status: 400 });

    const { id } = await add();
    await published(newsroom);
    await makeDeliveries(newsroom, siteUrl);
    await deliverDue(newsroom, poster({ allowInner: false, timeout: 2000 }));
    expect(got).toEqual([]);
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', failure: 'private' }]);
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'are not for a %s to see or to change',
    async (role) => {
      const { id } = await add();
      const actor = staff[role];
      const { read } = newsroom.store;

      for (const refused of [
        () => addWebhook(newsroom, actor, { url, kinds: [] }, inner),
        () => setWebhookActive(newsroom, actor, id, false),
        () => removeWebhook(newsroom, actor, id),
        () => retryDelivery(newsroom, actor, { webhook: id, delivery: 1 }),
        () => listWebhooks(read, actor),
        () => listDeliveries(read, actor, id),
      ])
        await expect(refused()).rejects.toMatchObject({ status: 403 });
    },
  );
});

describe.each(sharedDatabases)('webhooks on $name', (kind) => {
  test('are told by one node, where two look at the same moment', async () => {
    got = [];
    const newsroom = await openNewsroom(kind);
    await addWebhook(newsroom, staff.chief, { url, kinds: [] }, inner);
    await published(newsroom);
    const other = await newsroom.another();
    await Promise.all([makeDeliveries(newsroom, siteUrl), makeDeliveries(other, siteUrl)]);
    await Promise.all([deliverDue(newsroom, post), deliverDue(other, post)]);

    expect(got).toHaveLength(1);
    await newsroom.remove();
  });
});
