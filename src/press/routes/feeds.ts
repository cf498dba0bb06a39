import { latestComments } from '../../newsroom/comments/thread.ts';
import {
  gatheringPlaces,
  headlinesSince,
  highestStoryId,
  storyAddresses,
} from '../../newsroom/publications/addresses.ts';
import {
  personPath,
  sectionPath,
  seriesPath,
  standingPagePath,
  storyPath,
  topicPath,
} from '../../newsroom/publications/paths.ts';
import { sectionBySlug } from '../../newsroom/publications/places.ts';
import { newestStories } from '../../newsroom/publications/read.ts';
import type { BuiltPage } from '../cache/cached-page.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { repliesFeed } from '../feeds/replies-rss.ts';
import { robotsTxt } from '../feeds/robots.ts';
import { rssFeed, type StoriesFeed } from '../feeds/rss.ts';
import {
  newsSitemapXml,
  placesPart,
  type SitemapEntry,
  sitemapIndexXml,
  sitemapPartFrom,
  sitemapPartIds,
  sitemapPartOf,
  sitemapXml,
} from '../feeds/sitemap.ts';
import { countKeys } from './context.ts';
import { Missing, notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { respondCached } from './respond.ts';

const rss = 'application/rss+xml; charset=utf-8';
const json = 'application/feed+json; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
const feedLength = 30;
const newsAge = 48 * 60 * 60 * 1000;
/** Maps are for machines that come by now and then; they need not be newer than this. */
const mapAge = 10 * 60 * 1000;

/** Feeds, sitemaps and robots.txt. */
export function addFeedRoutes(app: PressApp, press: Press): void {
  const { store, now, siteUrl } = press;

  const feedOf = async (
    feedPath: string,
    section: { id: number; slug: string; name: string } | null,
  ): Promise<StoriesFeed> => {
    const { settings } = await press.shell.get();
    const stories = await newestStories(store.read, {
      now: now(),
      limit: feedLength,
      ...(section === null ? {} : { sectionId: section.id }),
    });
    return {
      siteUrl,
      feedPath,
      ...(section === null ? {} : { pagePath: sectionPath(section.slug) }),
      title: section === null ? settings.name : `${settings.name} – ${section.name}`,
      description: settings.motto === '' ? settings.name : settings.motto,
      stories,
      language: 'ar',
      now: now(),
      dates: settings,
    };
  };
  const built = (
    contentType: string,
    body: string,
    keys: string[],
    lifetime = Number.POSITIVE_INFINITY,
  ): BuiltPage => ({ status: 200, contentType, body, keys, expiresAt: now() + lifetime });

  app.get('/feed.xml', (c) =>
    respondCached(c, press, '/feed.xml', async () =>
      built(rss, await rssFeed(await feedOf('/feed.xml', null)), ['home', 'shell']),
    ),
  );
  app.get('/feed.json', (c) =>
    respondCached(c, press, '/feed.json', async () => {
      const feed = await feedOf('/feed.json', null);
      return built(json, jsonFeed(feed), ['home', ...countKeys(feed.stories), 'shell']);
    }),
  );
  app.get('/comments/feed.xml', (c) =>
    respondCached(c, press, '/comments/feed.xml', async () => {
      const { settings } = await press.shell.get();
      const replies = await latestComments(store.read);
      const body = await repliesFeed({ siteUrl, paper: settings.name, replies, now: now() });
      const stories = [...new Set(replies.map(({ storyId }) => `story:${storyId}`))];
      return built(rss, body, ['replies', ...stories, 'shell']);
    }),
  );
  app.get('/section/:slug/feed.xml', async (c) => {
    const section = await sectionBySlug(store.read, c.req.param('slug'));
    if (section === null) return notFound(c, press);
    const path = `${sectionPath(section.slug)}/feed.xml`;
    return respondCached(c, press, path, async () =>
      built(rss, await rssFeed(await feedOf(path, section)), [`section:${section.id}`, 'shell']),
    );
  });

  const places = async (): Promise<SitemapEntry[]> => {
    const { sections, footerPages } = await press.shell.get();
    const found = await gatheringPlaces(store.read);
    return [
      '/',
      ...sections.map(({ slug }) => sectionPath(slug)),
      ...footerPages.map(({ slug }) => standingPagePath(slug)),
      ...found.series.map(seriesPath),
      ...found.topics.map(topicPath),
      ...found.people.map(personPath),
    ].map((path) => ({ path, changedAt: null }));
  };
  const stories = async (part: number): Promise<SitemapEntry[]> =>
    (await storyAddresses(store.read, sitemapPartIds(part))).map((story) => ({
      path: storyPath(story),
      changedAt: story.updatedAt,
    }));

  app.get('/sitemap.xml', (c) =>
    respondCached(c, press, '/sitemap.xml', async () => {
      const lastPart = sitemapPartOf(Math.max(1, await highestStoryId(store.read)));
      const parts = Array.from({ length: lastPart + 1 }, (_, part) => ({ part, changedAt: null }));
      const body =
        lastPart === 1
          ? sitemapXml(siteUrl, [...(await places()), ...(await stories(1))])
          : sitemapIndexXml(siteUrl, parts);
      return built(xml, body, ['home', 'shell'], mapAge);
    }),
  );
  app.get('/:part{sitemap-[0-9]+\\.xml}', (c: PressRequest) => {
    const path = `/${c.req.param('part') ?? ''}`;
    return respondCached(c, press, path, async () => {
      const part = sitemapPartFrom(path);
      const list = part === null ? [] : await (part === placesPart ? places() : stories(part));
      if (list.length === 0) throw new Missing();
      return built(xml, sitemapXml(siteUrl, list), ['home', 'shell'], mapAge);
    });
  });
  app.get('/news-sitemap.xml', (c) =>
    respondCached(c, press, '/news-sitemap.xml', async () => {
      const { settings } = await press.shell.get();
      const body = newsSitemapXml({
        siteUrl,
        name: settings.name,
        language: 'ar',
        timeZone: settings.timeZone,
        now: now(),
        stories: (await headlinesSince(store.read, now() - newsAge, 1000)).map((story) => ({
          ...story,
          path: storyPath(story),
        })),
      });
      return built(xml, body, ['home', 'shell'], mapAge);
    }),
  );
  app.get('/robots.txt', (c) =>
    respondCached(c, press, '/robots.txt', async () =>
      built('text/plain; charset=utf-8', robotsTxt(siteUrl), ['shell']),
    ),
  );
}
