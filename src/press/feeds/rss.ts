import type { DateStyle } from '../../arabic/format-date.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { storyHtml } from './body-html.tsx';
import {
  authorsOf,
  type FeedStory,
  leadFile,
  storyIdentity,
  summaryOf,
  tagsOf,
} from './feed-story.ts';
import { legalText } from './xml.ts';

/** A feed of stories, newest first. */
export interface StoriesFeed {
  /** Absolute address of the paper, without a slash at the end. */
  siteUrl: string;
  /** Path of the feed itself, percent-encoded. */
  feedPath: string;
  /** Path of the page whose stories these are; the front page unless told. */
  pagePath?: string;
  title: string;
  description: string;
  stories: readonly FeedStory[];
  language: 'ar';
  /** The newsroom's habits of writing dates; its settings will do. */
  dates: DateStyle;
  /** Epoch milliseconds: what an empty feed is dated with. */
  now: number;
}

/** Feed readers need not come back sooner than after so many minutes. */
const minutesToLive = 15;

function item(story: FeedStory, { siteUrl, dates }: StoriesFeed) {
  const file = story.lead && leadFile(siteUrl, story.lead);
  return {
    title: legalText(story.headline),
    link: siteUrl + storyPath(story),
    guid: { value: storyIdentity(siteUrl, story), isPermaLink: false },
    comments: `${siteUrl}${storyPath(story)}#comments`,
    pubDate: new Date(story.publishedAt),
    description: legalText(summaryOf(story) ?? story.headline),
    content: { encoded: storyHtml(story, { siteUrl, dates }) },
    dc: { creators: authorsOf(siteUrl, story.byline).map(({ name }) => legalText(name)) },
    categories: tagsOf(story).map((name) => ({ name: legalText(name) })),
    ...(story.lead && file
      ? {
          // RSS wants a length; 0 stands for unknown, as the file may not be rendered yet.
          enclosures: [{ url: file.url, type: file.type, length: 0 }],
          media: {
            contents: [
              {
                ...file,
                medium: 'image',
                description: { value: legalText(story.lead.alt) },
                ...(story.lead.credit
                  ? { credits: [{ value: legalText(story.lead.credit) }] }
                  : {}),
              },
            ],
          },
        }
      : {}),
  };
}

/** When anything in the feed last changed, epoch milliseconds. */
const lastChange = ({ stories, now }: StoriesFeed): number =>
  stories.length === 0 ? now : Math.max(...stories.map((story) => story.updatedAt));

/**
 * RSS 2.0 with whole stories (content:encoded). Its writer is loaded with the
 * first feed that is asked for: it costs 20 MB and a fifth of a second.
 */
export async function rssFeed(feed: StoriesFeed): Promise<string> {
  const { generateRssFeed } = await import('feedsmith');
  const { siteUrl, feedPath, pagePath = '/', language } = feed;
  const title = legalText(feed.title);
  const xml = generateRssFeed({
    title,
    link: siteUrl + pagePath,
    description: legalText(feed.description) || title,
    language,
    lastBuildDate: new Date(lastChange(feed)),
    ttl: minutesToLive,
    atom: { links: [{ href: siteUrl + feedPath, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.stories.map((story) => item(story, feed)),
  });
  return tight(xml);
}

/** The generator sets CDATA on lines of its own, which would make the line breaks part of every title. */
export const tight = (xml: string): string =>
  xml.replace(/>\n\s*<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n\s*<\//g, ']]></');
