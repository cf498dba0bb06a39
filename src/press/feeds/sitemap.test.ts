import { describe, expect, test } from 'vitest';
import { robotsTxt } from './robots.ts';
import {
  newsSitemapXml,
  sitemapIndexXml,
  sitemapPartFrom,
  sitemapPartIds,
  sitemapPartOf,
  sitemapPartPath,
  sitemapXml,
} from './sitemap.ts';
import { afterMidnight, hostile, siteUrl } from './testing/stories.ts';
import { elements, parseXml, texts } from './testing/xml-tree.ts';

const hour = 3_600_000;

describe('the sitemap', () => {
  test('lists addresses in full, with the change that is known', () => {
    const tree = parseXml(
      sitemapXml(siteUrl, [
        { path: '/', changedAt: null },
        { path: '/42/a%20b?x=1&y=2', changedAt: afterMidnight },
      ]),
    );

    expect(texts(tree, 'loc')).toEqual([`${siteUrl}/`, `${siteUrl}/42/a%20b?x=1&y=2`]);
    expect(texts(tree, 'lastmod')).toEqual(['2021-07-23T22:30:00.000Z']);
  });

  test('of an empty newsroom is a sitemap without addresses', () => {
    const tree = parseXml(sitemapXml(siteUrl, []));

    expect(elements(tree, 'urlset')).toHaveLength(1);
    expect(elements(tree, 'url')).toHaveLength(0);
  });

  test('refuses more addresses than the protocol allows', () => {
    const one = { path: '/', changedAt: null };

    expect(() => sitemapXml(siteUrl, Array(50_001).fill(one))).toThrow(RangeError);
    expect(() => sitemapXml(siteUrl, Array(50_000).fill(one))).not.toThrow();
  });

  test('index names every part', () => {
    const tree = parseXml(
      sitemapIndexXml(siteUrl, [
        { part: 0, changedAt: null },
        { part: 1, changedAt: afterMidnight },
      ]),
    );

    expect(texts(tree, 'sitemap')).toEqual([
      `${siteUrl}/sitemap-0.xml`,
      `${siteUrl}/sitemap-1.xml2021-07-23T22:30:00.000Z`,
    ]);
  });
});

describe('parts of the sitemap', () => {
  test.each([
    [1, 1],
    [10_000, 1],
    [10_001, 2],
    [1_234_567, 124],
  ])('keep story %i in part %i for good', (id, part) => {
    expect(sitemapPartOf(id)).toBe(part);
    const { first, last } = sitemapPartIds(part);
    expect(id).toBeGreaterThanOrEqual(first);
    expect(id).toBeLessThanOrEqual(last);
  });

  test('are read back from their path', () => {
    expect([0, 7, 124].map((part) => sitemapPartFrom(sitemapPartPath(part)))).toEqual([0, 7, 124]);
  });

  test.each([
    '/sitemap.xml',
    '/sitemap-01.xml',
    '/sitemap--1.xml',
    '/sitemap-1.xml/x',
    '/x/sitemap-1.xml',
    '/sitemap-9999999999.xml',
  ])('are not read from %s', (path) => {
    expect(sitemapPartFrom(path)).toBeNull();
  });
});

describe('the news sitemap', () => {
  const now = afterMidnight + hour;
  const read = (
    stories: { path: string; headline: string; publishedAt: number }[],
    name = 'النهر',
  ) =>
    parseXml(
      newsSitemapXml({ siteUrl, name, language: 'ar', timeZone: 'Asia/Baghdad', stories, now }),
    );

  test('tells paper, language, headline and the time in the newsroom', () => {
    const tree = read([{ path: '/42/x', headline: 'افتتاح الجسر', publishedAt: afterMidnight }]);

    expect(texts(tree, 'loc')).toEqual([`${siteUrl}/42/x`]);
    expect(texts(tree, 'news:name')).toEqual(['النهر']);
    expect(texts(tree, 'news:language')).toEqual(['ar']);
    expect(texts(tree, 'news:title')).toEqual(['افتتاح الجسر']);
    expect(texts(tree, 'news:publication_date')).toEqual(['2021-07-24T01:30:00+03:00']);
  });

  test('holds the last 48 hours alone, newest first', () => {
    const at = (name: string, publishedAt: number) => ({ path: '/', headline: name, publishedAt });

    const tree = read([
      at('قبل يومين', now - 48 * hour),
      at('أقدم', now - 48 * hour + 1),
      at('أحدث', now),
      at('غداً', now + 1),
    ]);

    expect(texts(tree, 'news:title')).toEqual(['أحدث', 'أقدم']);
  });

  test('holds a thousand stories, the newest ones', () => {
    const stories = Array.from({ length: 1001 }, (_, i) => ({
      path: `/${i}`,
      headline: 'خبر',
      publishedAt: now - 1001 + i,
    }));

    const places = texts(read(stories), 'loc');

    expect(places).toHaveLength(1000);
    expect(places[0]).toBe(`${siteUrl}/1000`);
    expect(places).not.toContain(`${siteUrl}/0`);
  });

  test('of an empty newsroom is well-formed', () => {
    expect(elements(read([]), 'url')).toHaveLength(0);
  });

  test.each(hostile)('survives %s', (_, text, left) => {
    const tree = read([{ path: '/1/x', headline: text, publishedAt: now }], text);

    expect(texts(tree, 'news:title')).toEqual([left]);
    expect(texts(tree, 'news:name')).toEqual([left]);
  });
});

test('robots.txt keeps crawlers from desk, API and searches, and shows them the sitemaps', () => {
  const lines = robotsTxt(siteUrl).split('\n');

  expect(lines).toEqual([
    'User-agent: *',
    'Disallow: /desk',
    'Disallow: /api/',
    'Disallow: /search',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    '',
  ]);
});
