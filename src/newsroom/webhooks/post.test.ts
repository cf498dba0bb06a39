import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namesInnerAddress, poster } from './post.ts';

let server: Server;
let port = 0;
const got: { path: string; body: string; type: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const type = request.headers['content-type'];
      got.push({ path, body: Buffer.concat(chunks).toString(), type });
      if (path === '/slow') return;
      if (path === '/moved') response.writeHead(302, { location: '/ok' }).end();
      else response.writeHead(path === '/ok' ? 204 : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const inside = poster({ allowInner: true, timeout: 15_000 });
const impatient = poster({ allowInner: true, timeout: 300 });
const outside = poster({ allowInner: false, timeout: 15_000 });
const headers = { 'content-type': 'application/json' };

test('posts the body, and tells what became of it', async () => {
  const at = (path: string, post = inside) =>
    post(`http://127.0.0.1:${port}${path}`, '{"نص":1}', headers);

  expect(await at('/ok')).toEqual({ status: 204, failure: null });
  expect(got).toEqual([{ path: '/ok', body: '{"نص":1}', type: 'application/json' }]);
  expect(await at('/broken')).toEqual({ status: 500, failure: 'status' });
  expect(await at('/slow', impatient)).toEqual({ status: null, failure: 'timeout' });
});

test('follows no redirect', async () => {
  got.length = 0;
  const posted = await inside(`http://localhost:${port}/moved`, '{}', headers);

  expect(posted).toEqual({ status: 302, failure: 'redirect' });
  expect(got.map(({ path }) => path)).toEqual(['/moved']);
});

test('says when nobody answers there', async () => {
  expect(await inside('http://127.0.0.1:9/', '{}', headers)).toMatchObject({
    failure: 'unreachable',
  });
});

test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
  'does not go to %s',
  async (host) => {
    got.length = 0;

    expect(await outside(`http://${host}:${port}/ok`, '{}', headers)).toEqual({
      status: null,
      failure: 'private',
    });
    expect(got).toEqual([]);
  },
);

test.each([
  ['http://localhost/', true],
  ['http://printer.local/', true],
  ['http://db/', true],
  ['http://10.0.0.1/', true],
  ['http://[fd00::1]/', true],
  ['https://news.example/hook', false],
  ['https://93.184.216.34/', false],
])('%s names an inner address: %s', (url, expected) => {
  expect(namesInnerAddress(url)).toBe(expected);
});
