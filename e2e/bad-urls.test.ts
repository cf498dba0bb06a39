import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, pathOf, sendRaw } from './support/ask.ts';
import { type Ingested, ingest, pageText } from './support/pages.ts';
import { type Paper, startPaper } from './support/program.ts';

/** Whatever is asked for, the answer is a reader's page in Arabic and never a fault of ours. */

let paper: Paper;
let story: Ingested;

beforeAll(async () => {
  paper = await startPaper();
  story = await ingest(
    paper,
    pageText(
      'سوق الورّاقين يعود كلّ خميس',
      'يعود سوق الورّاقين إلى ساحة سهل النخيل كلّ خميس ابتداءً من الأسبوع المقبل.',
      'ويعرض فيه ثلاثون بائعاً كتباً قديمة وجديدة.',
    ),
    { section: 'ثقافة', date: '2022-05-05' },
  );
});
afterAll(() => paper.discard());

const isArabicPage = (text: string): boolean =>
  text.includes('<html lang="ar" dir="rtl">') && /<h1[^>]*>[^<]*[\u0621-\u064a]/.test(text);

const long = (piece: string): string => piece.repeat(Math.ceil(10_240 / piece.length));

describe.each<[expected: number, paths: string[]]>([
  [
    400,
    [
      '/%',
      '/%zz',
      '/%e0%a4',
      '/%ff%fe',
      '/%00',
      '/1/%00',
      '/section/%0a',
      '/..',
      '/../x',
      '/a/../b',
      '/./x',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fserver%2fcli.js',
      '/media/..%5c..%5cx/wide-400.jpg',
      '/back\\slash',
      `/${long('a')}`,
      `/section/x?${long('%D8%A7')}`,
    ],
  ],
  [
    404,
    [
      '//evil.example',
      '//evil.example/',
      '/0/x',
      '/-1/x',
      '/1e3/x',
      '/01/x',
      '/99999999999999999999/x',
      '/999999999999999/x',
      '/2/x',
      '/section',
      '/section/%D9%84%D8%A7-%D9%82%D8%B3%D9%85',
      '/section/%D9%84%D8%A7-%D9%82%D8%B3%D9%85/feed.xml',
      '/topic/x',
      '/person/x',
      '/series/x',
      '/page/x',
      '/archive/2022/13/01',
      '/archive/2022/02/30',
      '/archive/0000/00/00',
      '/archive/2021/01/01',
      '/archive/2022/5/5',
      '/section/%D8%AB%D9%82%D8%A7%D9%81%D8%A9?before=x',
      '/section/%D8%AB%D9%82%D8%A7%D9%81%D8%A9?before=zzzzzzzzz-zzzzzzzzzz',
      '/media/x/y',
      `/media/${'0'.repeat(64)}/wide-400.jpg`,
      '/assets/manifest.json',
      '/assets/nothing.css',
      '/sitemap-99.xml',
      '/sitemap-x.xml',
      '/wp-login.php',
      '/.env',
      '/.git/config',
      '/%E2%80%AE%D8%B3',
      '/%F0%9F%98%80',
      "/'%20or%201=1--",
      '/<script>alert(1)</script>',
    ],
  ],
])('%i answers', (expected, paths) => {
  test.each(paths.map((path): [string, string] => [path.slice(0, 60), path]))(
    '%s',
    async (_name, path) => {
      const answer = await ask(paper.url, path);
      expect(answer.status).toBe(expected);
      expect(isArabicPage(answer.text)).toBe(true);
      expect(answer.text).not.toContain('<script>alert');
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    },
  );
});

describe('a query', () => {
  test.each([
    ['nothing', '/search?q='],
    ['blanks', '/search?q=%20%20'],
    ['signs of the index’s own language', '/search?q=%22%20OR%20NEAR(*)%20AND%20-%5E%3A%7B'],
    ['a quotation mark', "/search?q='"],
    ['a null byte', '/search?q=%00'],
    ['broken encoding', '/search?q=%E0%A4'],
    ['a percent sign', '/search?q=%'],
    ['diacritics alone', '/search?q=%D9%8E%D9%8F'],
    ['a lone surrogate', '/search?q=%ED%A0%80'],
    ['markup', '/search?q=<script>alert(1)</script>'],
    ['a number below the least', '/search?q=%D8%B3%D9%88%D9%82&limit=-5'],
    ['a number above the most', '/search?q=%D8%B3%D9%88%D9%82&limit=999999999999'],
    ['a number that is none', '/search?q=%D8%B3%D9%88%D9%82&limit=many'],
    ['two questions', '/search?q=a&q=b'],
    ['two thousand letters', `/search?q=${'%D8%B3'.repeat(600)}`],
    ['ten thousand letters', `/search?q=${'%D8%B3%20%D9%88'.repeat(5000)}`],
  ])('for %s gets an answer', async (_what, path) => {
    const page = await ask(paper.url, path);
    const data = await ask(paper.url, path, { headers: { accept: 'application/json' } });
    expect(page.status).toBe(200);
    expect(isArabicPage(page.text)).toBe(true);
    expect(page.text).not.toContain('<script>alert');
    expect(data.status).toBe(200);
    expect(JSON.parse(data.text)).toHaveProperty('total');
  });

  test('that is unknown does not hide the page', async () => {
    expect((await ask(paper.url, `${pathOf(story.url)}?utm_source=x&a=%zz`)).status).toBe(200);
    expect((await ask(paper.url, '/?x=1')).status).toBe(200);
  });
});

describe('an address that was written a little differently', () => {
  test('with a slash at the end leads to the page, on this site only', async () => {
    const answer = await ask(paper.url, '/section/%D8%AB%D9%82%D8%A7%D9%81%D8%A9/');
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe('/section/%D8%AB%D9%82%D8%A7%D9%81%D8%A9');
    for (const path of [
      '//evil.example/',
      '/\\evil.example/',
      '/%20/evil.example/',
      '///evil.example/',
    ]) {
      const { headers } = await ask(paper.url, path);
      expect(new URL(headers.location ?? '/', paper.url).origin, path).toBe(paper.url);
    }
  });

  test('with its letters unencoded, or encoded in small letters, shows the page', async () => {
    const small = pathOf(story.url).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    const raw = await sendRaw(
      paper.url,
      `GET ${decodeURIComponent(pathOf(story.url))} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect([200, 301]).toContain((await ask(paper.url, small)).status);
    expect(raw.status).toBe(301);
    expect(raw.text).toContain(`\r\nlocation: ${pathOf(story.url)}\r\n`);
  });
});

describe('a request that is none', () => {
  const line = (first: string, ...headers: string[]): string =>
    [first, 'Connection: close', ...headers, '', ''].join('\r\n');

  test.each<[what: string, bytes: string, statuses: number[]]>([
    [
      'in absolute form',
      line('GET http://evil.example/ HTTP/1.1', 'Host: evil.example'),
      [400, 404],
    ],
    ['for everything', line('OPTIONS * HTTP/1.1', 'Host: x'), [400, 404, 405]],
    ['to connect', line('CONNECT evil.example:443 HTTP/1.1', 'Host: x'), [0, 400, 404, 405]],
    ['in letters that are none', line('GET /\u0601\u0602 HTTP/9.9', 'Host: x'), [400]],
    ['without a host', line('GET / HTTP/1.1'), [400]],
    ['for a path without its slash', line('GET x HTTP/1.1', 'Host: x'), [400]],
    ['with a null byte', line('GET /\0 HTTP/1.1', 'Host: x'), [400]],
    ['that speaks no HTTP', 'hello\r\n\r\n', [400]],
    [
      'with headers without end',
      line('GET / HTTP/1.1', `X: ${'x'.repeat(200_000)}`, 'Host: x'),
      // Or cut off: the server does not listen to the end of them.
      [0, 431],
    ],
  ])('%s is refused', async (_what, bytes, statuses) => {
    const answer = await sendRaw(paper.url, bytes);
    expect(statuses).toContain(answer.status);
    expect((await ask(paper.url, '/healthz')).status).toBe(200);
  });

  test.each([
    ['a host with signs', 'a b'],
    ['a host of another site', 'evil.example'],
    ['a host with a path', 'x/../y'],
    ['an empty host', ''],
    ['a host with a port that is none', 'x:port'],
    ['a host in brackets', '[::1'],
    ['a host with a name before an at sign', 'user:pw@evil.example'],
  ])('%s is answered or refused, and its name does not come back', async (_what, host) => {
    for (const path of ['/', '/999/x', `/${story.id}`, '/search?q=x', '/%zz']) {
      const bytes = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      const answer = await sendRaw(paper.url, bytes);
      expect([200, 301, 400, 404], `${path} ${answer.text.slice(0, 200)}`).toContain(answer.status);
      expect(answer.text).not.toContain('evil.example');
    }
  });
});

describe('a method', () => {
  const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];
  test.each(methods)(
    '%s on a page that is only read answers 405 and names those that read',
    async (method) => {
      for (const path of ['/', '/section/%D8%AB%D9%82%D8%A7%D9%81%D8%A9', '/feed.xml', '/search']) {
        const answer = await ask(paper.url, path, { method });
        expect(answer.status, path).toBe(405);
        expect(answer.headers.allow, path).toBe('GET, HEAD');
      }
    },
  );

  test('POST to a story that is not there answers 404', async () => {
    const answer = await ask(paper.url, '/999/x', { method: 'POST', body: 'text=x' });
    expect(answer.status).toBe(404);
    expect(isArabicPage(answer.text)).toBe(true);
  });

  test.each<[what: string, headers: Record<string, string>, body: string]>([
    ['a form of nonsense', { 'content-type': 'multipart/form-data' }, 'x'],
    ['a form that is JSON', { 'content-type': 'application/json' }, '{'],
    [
      'a megabyte',
      { 'content-type': 'application/x-www-form-urlencoded' },
      `text=${'x'.repeat(1e6)}`,
    ],
  ])('POST of %s to a story is answered in Arabic', async (_what, headers, body) => {
    const answer = await ask(paper.url, pathOf(story.url), { method: 'POST', headers, body });
    expect([400, 413, 415]).toContain(answer.status);
    expect(isArabicPage(answer.text)).toBe(true);
  });
});
