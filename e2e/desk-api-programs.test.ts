import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeskClient, member, storyContent } from './support/desk-client.ts';
import { freePort, type Paper, startPaper } from './support/program.ts';

/** Other programs: what they may do with a token, and what they are told. */

const env = { MATBAA_WEBHOOKS_PRIVATE: '1' };
let paper: Paper;
let chief: DeskClient;

beforeAll(async () => {
  paper = await startPaper({ env });
  chief = await member(paper, 'chief');
});
afterAll(() => paper.discard());

/** A program with a token of the chief's. */
async function program(scopes: string[]) {
  const made = await chief.ask('POST', '/tokens', { name: 'برنامج', scopes });
  const bearer = { authorization: `Bearer ${made.body.token}`, origin: 'https://app.example' };
  const client = new DeskClient(paper);
  const ask = async (method: string, path: string, body?: unknown): Promise<number> =>
    (await client.ask(method, path, body, bearer)).status;
  return { ask, client, bearer, id: String(made.body.id) };
}

test('a token does what its scopes allow, and nothing more', async () => {
  const reader = await program(['read']);
  const writer = await program(['read', 'write']);
  const publisher = await program(['read', 'write', 'publish']);
  const content = storyContent('من برنامج');

  expect(await reader.ask('GET', '/stories')).toBe(200);
  expect(await reader.ask('POST', '/stories', { content })).toBe(403);
  const begun = await writer.client.ask('POST', '/stories', { content }, writer.bearer);
  const act = (action: string) => `/stories/${begun.body.id}/actions/${action}`;
  expect(begun.status).toBe(201);
  expect(await writer.ask('POST', act('publishAtOnce'), {})).toBe(403);
  expect(await writer.ask('PATCH', '/settings', { name: 'أخرى' })).toBe(403);
  expect(await writer.ask('GET', '/users')).toBe(403);
  expect(await publisher.ask('POST', act('publishAtOnce'), {})).toBe(200);

  const trail = await chief.ask('GET', `/audit?subject=story:${begun.body.id}`);
  expect(JSON.stringify(trail.body)).toContain('refused');
});

test('no token makes tokens, and none outlives its end', async () => {
  const admin = await program(['read', 'write', 'publish', 'admin']);
  expect(await admin.ask('GET', '/users')).toBe(200);
  expect(await admin.ask('POST', '/tokens', { name: 'x', scopes: ['admin'] })).toBe(403);
  expect(await admin.ask('POST', '/webhooks', { url: 'https://app.example/' })).toBe(403);

  expect((await chief.ask('DELETE', `/tokens/${admin.id}`)).status).toBe(204);
  expect(await admin.ask('GET', '/users')).toBe(401);
  const stranger = new DeskClient(paper);
  const wrong = { authorization: 'Bearer matbaa_wrong' };
  expect((await stranger.ask('GET', '/session', undefined, wrong)).status).toBe(401);
});

test('a webhook hears of a story although it was away and the power was cut', async () => {
  const port = await freePort();
  const got: string[] = [];
  const receive = (status: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          if (status < 300) got.push(Buffer.concat(chunks).toString());
          response.writeHead(status).end();
        });
      }).listen(port, '127.0.0.1', () => resolve(server));
    });
  const broken = await receive(500);
  const url = `http://127.0.0.1:${port}/hook`;
  const added = await chief.ask('POST', '/webhooks', { url, kinds: ['story.published'] });
  expect(added.body).toMatchObject({ active: true, secret: expect.stringMatching(/^whsec_/u) });
  const content = storyContent('خبر للبرامج');
  const { body } = await chief.ask('POST', '/stories', { content });
  await chief.ask('POST', `/stories/${body.id}/actions/publishAtOnce`, {});
  const path = `/webhooks/${added.body.id}/deliveries`;
  const deliveries = async () => (await chief.ask('GET', path)).body.rows;
  await expect.poll(deliveries).toMatchObject([{ state: 'waiting', attempts: 1, status: 500 }]);
  expect((await chief.ask('GET', '/webhooks')).body.rows).toMatchObject([{ failing: true }]);
  await paper.crash();
  await new Promise((resolve) => broken.close(resolve));

  const whole = await receive(204);
  const { data } = paper;
  paper = await startPaper({ data, env });
  await expect.poll(() => got.length, { timeout: 60_000 }).toBe(1);
  expect(JSON.parse(got[0] ?? '')).toMatchObject({
    kind: 'story.published',
    stories: [{ id: body.id, headline: 'خبر للبرامج' }],
  });
  await new Promise((resolve) => whole.close(resolve));
});
