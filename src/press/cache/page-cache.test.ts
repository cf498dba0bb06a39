import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BuiltPage } from './cached-page.ts';
import { PageCache } from './page-cache.ts';

const built = (body: string, keys: string[], expiresAt = Number.POSITIVE_INFINITY): BuiltPage => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body,
  keys,
  expiresAt,
});

function cacheAt(start = 0): { cache: PageCache; clock: { now: number } } {
  const clock = { now: start };
  return { cache: new PageCache({ now: () => clock.now }), clock };
}

const textOf = async (cache: PageCache, path: string): Promise<string | undefined> =>
  (await cache.get(path)?.in('identity'))?.body.toString();

describe('PageCache', () => {
  test('keeps what was built and builds it no second time', async () => {
    const { cache } = cacheAt();
    let builds = 0;
    const build = async (): Promise<BuiltPage> => {
      builds += 1;
      return built(`الصفحة ${builds}`, ['home']);
    };

    await cache.through('/', build);
    await cache.through('/', build);

    expect(builds).toBe(1);
    expect(await textOf(cache, '/')).toBe('الصفحة 1');
  });

  test('renders once for a burst of readers who all miss', async () => {
    const { cache } = cacheAt();
    let builds = 0;
    const build = async (): Promise<BuiltPage> => {
      builds += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return built('x', ['home']);
    };

    const pages = await Promise.all(Array.from({ length: 50 }, () => cache.through('/', build)));

    expect(builds).toBe(1);
    expect(new Set(pages).size).toBe(1);
  });

  test('purges exactly the pages that show a key', async () => {
    const { cache } = cacheAt();
    await cache.through('/', async () => built('front', ['home', 'shell']));
    await cache.through('/1/a', async () => built('a', ['story:1', 'shell']));
    await cache.through('/2/b', async () => built('b', ['story:2', 'story:1', 'shell']));

    cache.purge(['story:2']);

    expect(cache.get('/')).toBeDefined();
    expect(cache.get('/1/a')).toBeDefined();
    expect(cache.get('/2/b')).toBeUndefined();
  });

  test('forgets everything when everything may have changed', async () => {
    const { cache } = cacheAt();
    await cache.through('/', async () => built('front', ['home']));
    await cache.through('/1/a', async () => built('a', ['story:1']));

    cache.purge(['all']);

    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  test.each([['story:1'], ['all']])(
    'serves but does not keep a page whose facts changed (%s) while it was rendered',
    async (key) => {
      const { cache } = cacheAt();
      let finish: (page: BuiltPage) => void = () => {};
      const slow = new Promise<BuiltPage>((resolve) => {
        finish = resolve;
      });
      const waiting = cache.through('/1/a', () => slow);

      cache.purge([key]);
      finish(built('old', ['story:1']));

      expect((await (await waiting).in('identity')).body.toString()).toBe('old');
      expect(cache.get('/1/a')).toBeUndefined();
    },
  );

  test('a reader who comes after a purge does not join the rendering from before it', async () => {
    const { cache } = cacheAt();
    let finish: (page: BuiltPage) => void = () => {};
    const slow = new Promise<BuiltPage>((resolve) => {
      finish = resolve;
    });
    const early = cache.through('/1/a', () => slow);
    cache.purge(['story:1']);

    const late = await cache.through('/1/a', async () => built('new', ['story:1']));
    finish(built('old', ['story:1']));
    await early;

    expect((await late.in('identity')).body.toString()).toBe('new');
    expect(await textOf(cache, '/1/a')).toBe('new');
  });

  test('keeps a page whose rendering met an unrelated change', async () => {
    const { cache } = cacheAt();
    await cache.through('/1/a', async () => {
      cache.purge(['story:7']);
      return built('a', ['story:1']);
    });

    expect(cache.get('/1/a')).toBeDefined();
  });

  test('lets a page go when its time is over', async () => {
    const { cache, clock } = cacheAt(1000);
    await cache.through('/', async () => built('today', ['home'], 2000));

    clock.now = 2000;

    expect(cache.get('/')).toBeUndefined();
  });

  test('a failed rendering is not kept and the next reader tries again', async () => {
    const { cache } = cacheAt();
    const failing = cache.through('/', async () => {
      throw new Error('no database');
    });

    await expect(failing).rejects.toThrow('no database');
    await cache.through('/', async () => built('front', ['home']));
    expect(await textOf(cache, '/')).toBe('front');
  });

  test('stays within its size and forgets the keys of what it dropped', async () => {
    // Random text does not compress away.
    const noise = (): string =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(30_000))).toString('base64');
    const cache = new PageCache({ now: () => 0, maxBytes: 200_000 });

    for (let n = 0; n < 20; n += 1)
      await cache.through(`/${n}`, async () => built(noise(), [`story:${n}`]));

    expect(cache.size.bytes).toBeLessThanOrEqual(200_000);
    expect(cache.size.pages).toBeLessThan(20);
    expect(cache.get('/0')).toBeUndefined();
    expect(cache.get('/19')).toBeDefined();
  });

  test('counts a page as small as it has become once it is compressed', async () => {
    const { cache } = cacheAt();
    const page = await cache.through('/', async () => built('نصّ يتكرّر. '.repeat(2000), ['home']));
    const before = cache.size.bytes;

    await page.in('gzip');
    cache.grew('/', page);

    expect(cache.size.bytes).toBeLessThan(before / 4);
    cache.purge(['home']);
    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  test('gives the same text in every encoding, whichever was asked for first', async () => {
    const { cache } = cacheAt();
    const text = 'نصّ عربي يتكرّر. '.repeat(200);
    const page = await cache.through('/', async () => built(text, ['home']));

    const gzipped = await page.in('gzip');
    const plain = await page.in('identity');
    const brotli = await page.in('br');

    expect(gunzipSync(gzipped.body).toString()).toBe(text);
    expect(plain.body.toString()).toBe(text);
    expect(brotli.headers).toContain('br');
    expect(gzipped.body.length).toBeLessThan(plain.body.length / 5);
  });
});
