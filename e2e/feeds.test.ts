import type { Browser } from 'playwright-core';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser } from './support/browser.ts';
import { inNewsroom } from './support/newsroom.ts';

/** What machines are told of the demonstration paper, against what its readers are shown. */

const demo = inject('demo');

interface Published {
  id: number;
  headline: string;
  at: number;
  section: string | null;
}
let published: Published[];

beforeAll(async () => {
  published = await inNewsroom(demo.data, async ({ store }) => {
    const rows = await store.read
      .selectFrom('publications')
      .leftJoin('sections', 'sections.id', 'publications.section_id')
      .select(['story_id', 'headline', 'published_at', 'sections.slug'])
      .orderBy('published_at', 'desc')
      .orderBy('story_id', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.story_id,
      headline: row.headline,
      at: row.published_at,
      section: row.slug,
    }));
  });
});

const get = async (path: string, type: RegExp): Promise<string> => {
  const answer = await ask(demo.url, path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(type);
  return answer.text;
};
const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
const idIn = (url: string): number => Number(/^\/(\d+)\//.exec(pathOf(url))?.[1]);

describe('RSS', () => {
  test('holds the stories of the paper, newest first, whole, at addresses that work', async () => {
    const feed = await new RssParser().parseString(await get('/feed.xml', /application\/rss\+xml/));
    expect(feed.title).toBe('المرسى');
    expect(feed.items.map(({ title }) => title)).toEqual(published.map(({ headline }) => headline));
    expect(feed.items.map(({ isoDate }) => Date.parse(isoDate ?? ''))).toEqual(
      published.map(({ at }) => Math.floor(at / 1000) * 1000),
    );
    for (const item of feed.items) {
      const page = await ask(demo.url, pathOf(item.link ?? ''));
      expect(page.status).toBe(200);
      expect(item['content:encoded'].length).toBeGreaterThan(400);
    }
    expect(new Set(feed.items.map(({ guid }) => guid)).size).toBe(feed.items.length);
  });

  test('of a section holds the stories of that section', async () => {
    const section = published[0]?.section ?? '';
    const path = `/section/${encodeURIComponent(section)}/feed.xml`;
    const feed = await new RssParser().parseString(await get(path, /application\/rss\+xml/));
    const expected = published.filter((story) => story.section === section);
    expect(expected.length).toBeGreaterThan(1);
    expect(feed.items.map(({ title }) => title)).toEqual(expected.map(({ headline }) => headline));
  });
});

test('JSON Feed holds the same stories', async () => {
  const schema = z.object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    language: z.literal('ar'),
    feed_url: z.literal(`${demo.url}/feed.json`),
    items: z.array(
      z.object({
        id: z.string().min(1),
        url: z.url(),
        title: z.string(),
        content_html: z.string().min(200),
        date_published: z.iso.datetime({ offset: true }),
      }),
    ),
  });
  const feed = schema.parse(JSON.parse(await get('/feed.json', /application\/feed\+json/)));
  expect(feed.items.map(({ url }) => idIn(url))).toEqual(published.map(({ id }) => id));
  expect(feed.items.map(({ title }) => title)).toEqual(published.map(({ headline }) => headline));
});

describe('the sitemaps', () => {
  test('list every story and every place, and all of them are there', async () => {
    const listed = locations(await get('/sitemap.xml', /application\/xml/));
    expect(listed).toContain(`${demo.url}/`);
    const stories = listed.map(idIn).filter((id) => !Number.isNaN(id));
    expect(stories.sort((a, b) => a - b)).toEqual(
      published.map(({ id }) => id).sort((a, b) => a - b),
    );
    for (const kind of ['section', 'topic', 'person', 'series', 'page'])
      expect(
        listed.some((url) => pathOf(url).startsWith(`/${kind}/`)),
        kind,
      ).toBe(true);
    for (const url of listed) expect((await ask(demo.url, pathOf(url))).status, url).toBe(200);
  });

  test('for news lists the stories of two days, by their headlines', async () => {
    const xml = await get('/news-sitemap.xml', /application\/xml/);
    const fresh = published.filter(({ at }) => at > Date.now() - 48 * 3_600_000);
    expect(fresh.length).toBeGreaterThan(0);
    expect(locations(xml).map(idIn)).toEqual(fresh.map(({ id }) => id));
    const names = [...xml.matchAll(/<news:name>([^<]+)</g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['المرسى']));
  });

  test('are named in robots.txt, which closes nothing that readers read', async () => {
    const robots = await get('/robots.txt', /text\/plain/);
    expect(robots).toContain(`Sitemap: ${demo.url}/sitemap.xml`);
    expect(robots).toContain(`Sitemap: ${demo.url}/news-sitemap.xml`);
    const closed = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, path = '']) => path);
    const listed = locations(await get('/sitemap.xml', /xml/)).map(pathOf);
    for (const path of listed)
      expect(
        closed.some((one) => path.startsWith(one)),
        path,
      ).toBe(false);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(['/feed.xml', '/sitemap.xml', '/news-sitemap.xml'])('%s is sound XML', async (path) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${demo.url}/robots.txt`);
    const xml = JSON.stringify(await get(path, /xml/));
    const broken = await page.evaluate<string | null>(
      `new DOMParser().parseFromString(${xml}, 'application/xml').querySelector('parsererror')?.textContent ?? null`,
    );
    expect(broken).toBeNull();
    await context.close();
  });
});

test('every feed that a page names is there', async () => {
  const pages = ['/', `/section/${encodeURIComponent(published[0]?.section ?? '')}`];
  for (const path of pages) {
    const { text } = await ask(demo.url, path);
    const named = [
      ...text.matchAll(/<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)">/g),
    ];
    expect(named.length).toBeGreaterThan(1);
    for (const [, href = ''] of named) expect((await ask(demo.url, href)).status, href).toBe(200);
  }
});
