import { isoInZone } from './iso-time.ts';
import { element, escapeXml } from './xml.ts';

/**
 * Sitemaps (sitemaps.org/protocol.html). Written here rather than by the
 * `sitemap` package, which works by streams alone, took 1.2 to 2.1 s for 50,000
 * addresses where this takes 0.2 s, and refuses an empty list.
 */

/** One address of the paper. */
export interface SitemapEntry {
  /** Site-relative and percent-encoded. */
  path: string;
  /** When the page last changed, epoch milliseconds; null when nobody can tell. */
  changedAt: number | null;
}

/** Protocol: no file holds more addresses than this. */
const mostEntries = 50_000;
/** Ids that share a part: fewer than allowed, so that a part is a few megabytes, not thirty. */
export const storiesPerSitemap = 10_000;
/** Of a news sitemap (Google's news sitemap protocol): stories and age. */
const mostNews = 1000;
const newsAge = 48 * 3_600_000;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The part of the sitemap that holds no stories, but front page, sections, topics and people. */
export const placesPart = 0;

/** Path of one part: 0 for places, from 1 for stories by id. */
export const sitemapPartPath = (part: number): string => `/sitemap-${part}.xml`;

/** Reads the number of a part from its path; null for any other path. */
export function sitemapPartFrom(path: string): number | null {
  const digits = /^\/sitemap-(0|[1-9]\d{0,8})\.xml$/.exec(path)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Which part a story stands in. Parts follow the ids and not a count, so that
 * a story never moves and only the newest parts ever grow.
 */
export const sitemapPartOf = (storyId: number): number =>
  Math.floor((storyId - 1) / storiesPerSitemap) + 1;

/** Ids of a part of stories, both ends included. */
export function sitemapPartIds(part: number): { first: number; last: number } {
  return { first: (part - 1) * storiesPerSitemap + 1, last: part * storiesPerSitemap };
}

function entries(name: 'url' | 'sitemap', siteUrl: string, list: readonly SitemapEntry[]): string {
  if (list.length > mostEntries) {
    throw new RangeError(`A sitemap holds ${mostEntries} addresses; split these ${list.length}.`);
  }
  const site = escapeXml(siteUrl);
  let xml = '';
  for (const { path, changedAt } of list) {
    const changed =
      changedAt === null ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
    xml += `<${name}><loc>${site}${escapeXml(path)}</loc>${changed}</${name}>\n`;
  }
  return xml;
}

/**
 * A sitemap of pages.
 *
 * @param siteUrl without a slash at the end
 * @throws {RangeError} for more than 50,000 entries
 */
export function sitemapXml(siteUrl: string, list: readonly SitemapEntry[]): string {
  return `${declaration}\n<urlset ${namespace}>\n${entries('url', siteUrl, list)}</urlset>\n`;
}

/** The list of all parts; `changedAt` of a part is the newest change in it. */
export function sitemapIndexXml(
  siteUrl: string,
  parts: readonly { part: number; changedAt: number | null }[],
): string {
  const list = parts.map(({ part, changedAt }) => ({ path: sitemapPartPath(part), changedAt }));
  return `${declaration}\n<sitemapindex ${namespace}>\n${entries('sitemap', siteUrl, list)}</sitemapindex>\n`;
}

/** What the news sitemap says of a story. */
export interface NewsEntry {
  /** Site-relative and percent-encoded. */
  path: string;
  headline: string;
  publishedAt: number;
}

/** Stories of the last 48 hours, newest first, at most 1,000: others are left out here. */
export function newsSitemapXml(news: {
  siteUrl: string;
  /** The paper's name, as readers know it. */
  name: string;
  language: 'ar';
  timeZone: string;
  stories: readonly NewsEntry[];
  now: number;
}): string {
  const fresh = news.stories
    .filter(({ publishedAt: at }) => at <= news.now && at > news.now - newsAge)
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, mostNews);
  const publication = `<news:publication>${element('news:name', news.name)}${element('news:language', news.language)}</news:publication>`;
  const urls = fresh.map(
    ({ path, headline, publishedAt }) =>
      `<url>${element('loc', news.siteUrl + path)}<news:news>${publication}` +
      element('news:publication_date', isoInZone(publishedAt, news.timeZone)) +
      `${element('news:title', headline)}</news:news></url>\n`,
  );
  return `${declaration}\n<urlset ${namespace} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('')}</urlset>\n`;
}
