import { storyPath } from '../../newsroom/publications/paths.ts';
import { storyHtml } from './body-html.tsx';
import { authorsOf, leadFile, storyIdentity, summaryOf, tagsOf } from './feed-story.ts';
import { isoInZone } from './iso-time.ts';
import type { StoriesFeed } from './rss.ts';
import { legalText } from './xml.ts';

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1) with whole stories. Written here
 * rather than by feedsmith, which leaves `items` out of an empty feed.
 */
export function jsonFeed(feed: StoriesFeed): string {
  const { siteUrl, feedPath, pagePath = '/', title, description, language, dates } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: siteUrl + pagePath,
    feed_url: siteUrl + feedPath,
    description: description || undefined,
    language,
    items: feed.stories.map((story) => {
      const authors = authorsOf(siteUrl, story.byline);
      return {
        id: storyIdentity(siteUrl, story),
        url: siteUrl + storyPath(story),
        title: story.headline,
        content_html: storyHtml(story, { siteUrl, dates }),
        summary: summaryOf(story) ?? undefined,
        image: story.lead ? leadFile(siteUrl, story.lead).url : undefined,
        date_published: isoInZone(story.publishedAt, dates.timeZone),
        date_modified: isoInZone(story.updatedAt, dates.timeZone),
        authors: authors.length > 0 ? authors : undefined,
        tags: tagsOf(story),
        language,
        // JSON Feed has no word for them; extensions begin with a low line.
        _replies: {
          count: story.commentCount,
          url: `${siteUrl}${storyPath(story)}#comments`,
        },
      };
    }),
  };
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? legalText(value) : value,
  );
}
