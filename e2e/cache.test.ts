import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, ask, pathOf } from './support/ask.ts';
import { act } from './support/newsroom.ts';
import { type Ingested, ingest, pageText } from './support/pages.ts';
import { patience } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** What a browser, a proxy and a network of caches may rely on. */

const section = `/section/${encodeURIComponent('المدينة')}`;
const otherSection = `/section/${encodeURIComponent('ثقافة')}`;

let paper: Paper;
let story: Ingested;
let next: Ingested;
let distant: Ingested;
let withdrawn: Ingested;

beforeAll(async () => {
  paper = await startPaper();
  const page = (headline: string): string =>
    pageText(
      headline,
      `${headline}، كما قال شاهد في سهل النخيل صباح اليوم لمراسلنا.`,
      'وللحديث بقيّة.',
    );
  const city = { section: 'المدينة' };
  story = await ingest(paper, page('بئر الساحة تفيض بعد مطر طويل'), {
    ...city,
    date: '2022-01-01',
  });
  next = await ingest(paper, page('مقهى الساحة يفتح قبل الفجر'), { ...city, date: '2022-01-02' });
  await ingest(paper, page('مصابيح الساحة تُطفأ ساعة واحدة'), { ...city, date: '2022-01-03' });
  withdrawn = await ingest(paper, page('إشاعة عن هدم الساحة القديمة'), {
    ...city,
    date: '2022-01-04',
  });
  distant = await ingest(paper, page('قصيدة على جدار المدرسة القديمة'), {
    section: 'ثقافة',
    date: '2022-02-01',
  });
  await act(paper.data, { id: withdrawn.id, action: 'withdraw', note: 'لم يصحّ الخبر.' });
  await vi.waitFor(
    async () => expect((await ask(paper.url, pathOf(withdrawn.url))).status).toBe(410),
    patience,
  );
});
afterAll(() => paper.discard());

/** Asked twice, so that the second answer comes from the cache. */
async function warm(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  await ask(paper.url, path, { headers });
  return ask(paper.url, path, { headers });
}
const cachedPages = (): [what: string, path: string][] => [
  ['the front page', '/'],
  ['a section', section],
  ['a story', pathOf(story.url)],
  ['an archive day', '/archive/2022/01/01'],
  ['RSS', '/feed.xml'],
  ['JSON Feed', '/feed.json'],
  ['the sitemap', '/sitemap.xml'],
  ['robots.txt', '/robots.txt'],
];

describe.each(cachedPagesByName())('%s', (_what, pathIn) => {
  test('is the same page packed and unpacked', async () => {
    const path = pathIn();
    const plain = await ask(paper.url, path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const encoding of ['br', 'gzip']) {
      for (const answer of [
        await ask(paper.url, path, { headers: { 'accept-encoding': encoding } }),
        await warm(path, { 'accept-encoding': encoding }),
      ]) {
        expect(answer.headers['content-encoding']).toBe(encoding);
        expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
        expect(answer.text).toBe(plain.text);
        expect(answer.headers.etag).toBe(plain.headers.etag);
      }
    }
  });

  test('answers 304 to whoever has it, and the page to whoever has another', async () => {
    const path = pathIn();
    const { headers } = await warm(path);
    const etag = headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[^"]+"$/);
    const strong = etag.replace(/^W\//, '');
    for (const known of [etag, strong, `"other", ${etag}`, '*']) {
      const answer = await ask(paper.url, path, { headers: { 'if-none-match': known } });
      expect(answer.status, known).toBe(304);
      expect(answer.body.length).toBe(0);
      expect(answer.headers.etag).toBe(etag);
      expect(answer.headers.vary).toBe(headers.vary);
      expect(answer.headers['cache-control']).toBe(headers['cache-control']);
    }
    for (const unknown of ['"other"', 'W/"other"', '', strong.slice(1, -1)]) {
      const answer = await ask(paper.url, path, { headers: { 'if-none-match': unknown } });
      expect(answer.status, unknown).toBe(200);
    }
  });

  test('answers HEAD with the headers of GET and nothing else', async () => {
    const path = pathIn();
    for (const headers of [{}, { 'accept-encoding': 'br' }]) {
      const got = await warm(path, headers);
      const asked = await ask(paper.url, path, { method: 'HEAD', headers });
      const { date: _date, ...expected } = got.headers;
      const { date: _other, ...actual } = asked.headers;
      expect(asked.status).toBe(200);
      expect(asked.body.length).toBe(0);
      expect(actual).toEqual(expected);
    }
  });

  test('tells caches what it depends on and how long to keep it', async () => {
    const { headers } = await warm(pathIn());
    expect(headers.vary?.toLowerCase().split(/,\s*/)).toContain('accept-encoding');
    expect(headers['cache-control']).toMatch(
      /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+$/,
    );
    expect(headers['surrogate-key']).toMatch(/\bshell\b/);
  });
});

function cachedPagesByName(): [what: string, path: () => string][] {
  const names = ['the front page', 'a section', 'a story', 'an archive day'];
  return [...names, 'RSS', 'JSON Feed', 'the sitemap', 'robots.txt'].map((name) => [
    name,
    () => cachedPages().find(([what]) => what === name)?.[1] ?? '',
  ]);
}

describe('an encoding', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['zstd', undefined],
    ['', undefined],
    ['GZIP;Q=0.5', 'gzip'],
    [';;;,,q=', undefined],
  ])('of «%s» is %s', async (accepted, expected) => {
    const answer = await ask(paper.url, '/', { headers: { 'accept-encoding': accepted } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(expected);
  });

  test('is used for answers that are made once, too', async () => {
    const headers = { 'accept-encoding': 'br' };
    for (const path of ['/search?q=x', '/nothing'])
      expect((await ask(paper.url, path, { headers })).text).toContain('<html lang="ar"');
  });
});

describe('every answer', () => {
  test.each<[what: string, path: () => string, status: number]>([
    ['a page', () => pathOf(story.url), 200],
    ['a redirect', () => `/${story.id}`, 301],
    ['a page that is not there', () => '/nothing', 404],
    ['a withdrawn story', () => pathOf(withdrawn.url), 410],
    ['an address that cannot be', () => '/%zz', 400],
    ['a search', () => '/search?q=x', 200],
    ['a feed', () => '/feed.xml', 200],
  ])('%s forbids what our pages never do', async (_what, path, status) => {
    for (const answer of [await ask(paper.url, path()), await warm(path())]) {
      expect(answer.status).toBe(status);
      const policy = answer.headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|script-src/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers.server).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('that is not a success is kept by nobody for long', async () => {
    for (const path of ['/nothing', '/%zz'])
      expect((await ask(paper.url, path)).headers['cache-control']).toBe('no-store');
  });

  test('of styles and fonts may be kept for ever, by their hashed names', async () => {
    const { text } = await ask(paper.url, '/');
    const assets = new Set(text.match(/\/assets\/[\w.-]+\.(?:css|woff2|svg|png)/g));
    expect(assets.size).toBeGreaterThan(3);
    for (const path of assets) {
      const answer = await ask(paper.url, path, { headers: { 'accept-encoding': 'br' } });
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      if (path.endsWith('.css')) expect(answer.headers['content-encoding']).toBe('br');
    }
  });
});

describe('Save-Data', () => {
  const lite = { 'save-data': 'on' };

  test('gets a page of its own, without fonts, from the cache as well', async () => {
    const path = pathOf(story.url);
    const full = await warm(path);
    const light = await warm(path, lite);
    expect(full.text).toContain('.woff2');
    expect(light.text).not.toMatch(/\.woff2|fonts\.[\w-]+\.css/);
    expect(light.headers.etag).not.toBe(full.headers.etag);
    expect(light.headers.vary).toContain('save-data');
    expect((await warm(path)).text).toBe(full.text);
  });

  test('of another value is no wish', async () => {
    const full = await warm('/');
    expect((await warm('/', { 'save-data': 'off' })).text).toBe(full.text);
  });
});

describe('a change', () => {
  const hits = async (): Promise<number> => {
    const { text } = await ask(paper.url, '/metrics');
    return Number(/^matbaa_page_cache_misses_total (\d+)/m.exec(text)?.[1]);
  };
  /** Whether the page must be made anew, seen from outside by the server's own count. */
  const isMadeAnew = async (path: string): Promise<boolean> => {
    const before = await hits();
    await ask(paper.url, path);
    return (await hits()) > before;
  };

  test('makes anew exactly the pages that show it', async () => {
    const showing = [
      '/',
      section,
      pathOf(story.url),
      pathOf(next.url),
      '/feed.xml',
      '/sitemap.xml',
      '/archive/2022/01/01',
    ];
    const apart = [otherSection, pathOf(distant.url), '/robots.txt', `${otherSection}/feed.xml`];
    for (const path of [...showing, ...apart]) await warm(path);
    for (const path of [...showing, ...apart]) expect(await isMadeAnew(path), path).toBe(false);

    await act(paper.data, { id: story.id, action: 'correct', note: 'فاضت البئر مرّتين لا مرّة.' });
    await vi.waitFor(
      async () => expect((await ask(paper.url, pathOf(story.url))).text).toContain('مرّتين لا مرّة'),
      patience,
    );
    for (const path of showing.filter((one) => one !== pathOf(story.url)))
      expect(await isMadeAnew(path), path).toBe(true);
    for (const path of apart) expect(await isMadeAnew(path), path).toBe(false);
  });

  test('gives the page another tag, so that 304 never hides it', async () => {
    const path = pathOf(next.url);
    const { headers } = await warm(path);
    await act(paper.data, { id: next.id, action: 'correct', note: 'يفتح المقهى عند الخامسة.' });
    await vi.waitFor(async () => {
      const again = await ask(paper.url, path, {
        headers: { 'if-none-match': headers.etag ?? '' },
      });
      expect(again.status).toBe(200);
      expect(again.headers.etag).not.toBe(headers.etag);
    }, patience);
  });
});

test('readiness and measures are there for those who run the paper', async () => {
  expect((await ask(paper.url, '/healthz')).text).toBe('ok\n');
  expect((await ask(paper.url, '/readyz')).status).toBe(200);
  const { text } = await ask(paper.url, '/metrics');
  expect(text).toMatch(/^matbaa_page_cache_hits_total \d+$/m);
  const stranger = await ask(paper.url, '/metrics', {
    headers: { 'x-forwarded-for': '203.0.113.9' },
  });
  expect(stranger.status).toBe(404);
});
