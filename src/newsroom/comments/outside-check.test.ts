import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { secretFrom, signedHeaders } from '../webhooks/signature.ts';
import { OutsideCheck } from './outside-check.ts';

const secret = secretFrom(Buffer.alloc(32, 7));
const reply = { storyId: 7, parentId: null, name: 'هدى', text: 'رأي' };
const at = 1_700_000_000_000;

describe('the newspaper’s own service', () => {
  let answer: (response: ServerResponse) => void = () => {};
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ headers: request.headers, body });
      answer(response);
    });
  });
  let url = '';
  let now = at;
  let check: OutsideCheck;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
  });
  beforeEach(() => {
    asked.length = 0;
    now = at;
    check = new OutsideCheck({ secret, now: () => now });
    check.url = url;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('is asked with a signature, and told nothing of who writes', async () => {
    answer = (response) => response.end('{"verdict":"spam"}');

    expect(await check.ask(reply)).toBe('spam');

    const [{ headers, body } = { headers: {}, body: '' }] = asked;
    expect(JSON.parse(body)).toEqual(reply);
    const id = String(headers['webhook-id']);
    const right = signedHeaders(secret, { id, at, body });
    expect(headers).toMatchObject(right);
  });

  test('is not asked where none is named', async () => {
    check.url = '';

    expect(await check.ask(reply)).toBeNull();
    expect(asked).toEqual([]);
  });

  test.each<{ what: string; answers: (response: ServerResponse) => void }>([
    { what: 'never answers', answers: () => {} },
    { what: 'fails', answers: (response) => response.writeHead(500).end('{"verdict":"spam"}') },
    { what: 'says something else', answers: (response) => response.end('{"verdict":"maybe"}') },
    { what: 'says nothing', answers: (response) => response.end() },
    { what: 'goes on for ever', answers: (response) => response.end('x'.repeat(100_000)) },
    {
      what: 'leads elsewhere',
      answers: (response) => response.writeHead(302, { location: '/other' }).end(),
    },
  ])('means nothing when it $what', async ({ answers }) => {
    answer = answers;

    expect(await check.ask(reply)).toBeNull();
  });

  test('is left alone after failing again and again, for a minute', async () => {
    answer = (response) => response.writeHead(500).end();
    for (let n = 0; n < 8; n += 1) await check.ask(reply);
    expect(asked).toHaveLength(5);
    answer = (response) => response.end('{"verdict":"suspect"}');
    expect(await check.ask(reply)).toBeNull();

    now += 60_000;
    expect(await check.ask(reply)).toBe('suspect');
  });
});
