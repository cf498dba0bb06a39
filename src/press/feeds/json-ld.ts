import {
  picturePath,
  sectionPath,
  seriesPath,
  storyPath,
} from '../../newsroom/publications/paths.ts';
import type {
  Neighbours,
  Picture,
  PublishedStory,
  Shell,
} from '../../newsroom/publications/views.ts';
import { type Block, blockText } from '../../newsroom/stories/body.ts';
import type { Source, StoryType } from '../../newsroom/stories/story.ts';
import { ar } from '../edition/ar.ts';
import { authorsOf, shortened, storyIdentity, summaryOf } from './feed-story.ts';
import { isoInZone } from './iso-time.ts';
import { legalText } from './xml.ts';

/** schema.org types of article. An interview has none of its own. */
const articleTypes: Record<StoryType, string> = {
  news: 'NewsArticle',
  report: 'ReportageNewsArticle',
  interview: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
  live: 'LiveBlogPosting',
};
/** Search engines cut headlines here (Google's documentation of Article). */
const headlineLength = 110;

type Json = { [key: string]: unknown };

interface StoryData {
  story: PublishedStory;
  siteUrl: string;
  shell: Shell;
  neighbours?: Neighbours;
}

const imagesOf = (siteUrl: string, { hash }: Picture): string[] => [
  siteUrl + picturePath(hash, 'wide', 1200, 'jpg'),
  siteUrl + picturePath(hash, 'square', 320, 'jpg'),
  siteUrl + picturePath(hash, 'card', 1200, 'jpg'),
];

/** What can be looked up is a work; whoever was only heard is named in words. */
function citation({ kind, name, via, url, quote }: Source): Json | string {
  const work = url || kind === 'outlet' || kind === 'document' || kind === 'statement';
  if (!work) return via ? `${name} (${ar.story.via(via)})` : name;
  return {
    '@type': 'CreativeWork',
    name,
    url: url ?? undefined,
    text: quote ?? undefined,
    provider: via ? { '@type': 'Organization', name: via } : undefined,
  };
}

function authors({ story, siteUrl }: StoryData, publisher: Json): Json | Json[] {
  const type = story.byline.people.length > 0 ? 'Person' : 'Organization';
  const signed = authorsOf(siteUrl, story.byline).map((one) => ({ '@type': type, ...one }));
  return signed.length > 0 ? signed : publisher;
}

const isUpdate = (block: Block): block is Extract<Block, { type: 'update' }> =>
  block.type === 'update';

/** What a live story adds: its entries, newest first, and since when it has been followed. */
function liveParts(data: StoryData, publisher: Json): Json {
  const { story, siteUrl, shell } = data;
  const { timeZone } = shell.settings;
  const updates = story.body.content.filter(isUpdate);
  const instants = [story.publishedAt, ...updates.map((update) => update.attrs.at)];
  return {
    coverageStartTime: isoInZone(Math.min(...instants), timeZone),
    liveBlogUpdate: updates.map((update) => {
      const text = update.content.map(blockText).filter(Boolean).join('\n');
      return {
        '@type': 'BlogPosting',
        url: `${siteUrl}${storyPath(story)}#update-${update.attrs.at}`,
        headline: shortened(update.attrs.heading || text || story.headline, headlineLength),
        datePublished: isoInZone(update.attrs.at, timeZone),
        articleBody: text,
        author: publisher,
      };
    }),
  };
}

function article(data: StoryData): Json {
  const { story, siteUrl, shell, neighbours } = data;
  const { settings } = shell;
  const url = siteUrl + storyPath(story);
  const beside = [neighbours?.previous, neighbours?.next].filter((one) => one != null);
  const publisher = { '@type': 'NewsMediaOrganization', name: settings.name, url: `${siteUrl}/` };
  return {
    '@type': articleTypes[story.type],
    '@id': storyIdentity(siteUrl, story),
    url,
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': url,
      relatedLink: some(beside.map((one) => siteUrl + storyPath(one))),
    },
    headline: shortened(story.headline, headlineLength),
    alternativeHeadline: story.deck ?? story.kicker ?? undefined,
    description: summaryOf(story) ?? undefined,
    datePublished: isoInZone(story.publishedAt, settings.timeZone),
    dateModified: isoInZone(story.updatedAt, settings.timeZone),
    author: authors(data, publisher),
    publisher,
    image: story.lead ? imagesOf(siteUrl, story.lead) : undefined,
    articleSection: story.section?.name,
    keywords: some(story.topics.map((topic) => topic.name)),
    isPartOf: story.series
      ? {
          '@type': 'CreativeWorkSeries',
          name: story.series.name,
          url: siteUrl + seriesPath(story.series.slug),
        }
      : undefined,
    dateline:
      [story.dateline?.place, story.dateline?.outlet].filter(Boolean).join(' – ') || undefined,
    citation: some(story.sources.map(citation)),
    correction: some(
      story.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: isoInZone(at, settings.timeZone),
      })),
    ),
    commentCount: story.commentCount,
    inLanguage: ar.lang,
    isAccessibleForFree: true,
    ...(story.type === 'live' ? liveParts(data, publisher) : {}),
  };
}

/** The way from the front page to the story. */
function breadcrumbs({ story, siteUrl, shell }: StoryData): Json {
  const steps = [
    { name: shell.settings.name, item: `${siteUrl}/` },
    ...(story.section
      ? [{ name: story.section.name, item: siteUrl + sectionPath(story.section.slug) }]
      : []),
    { name: story.headline, item: siteUrl + storyPath(story) },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, i) => ({ '@type': 'ListItem', position: i + 1, ...step })),
  };
}

/** An empty list is left out: `undefined` is not written. */
const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** What could end a script element, or a line of JavaScript before 2019. */
const unsafeInScript = /[<>&\u2028\u2029]/g;
const asEscape = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What a story page tells machines: the article with its sources as citations,
 * and the way to it.
 *
 * @param data.siteUrl without a slash at the end
 * @returns JSON-LD that is safe within a script element as it is
 */
export function newsArticleJsonLd(data: StoryData): string {
  const graph = { '@context': 'https://schema.org', '@graph': [article(data), breadcrumbs(data)] };
  const json = JSON.stringify(graph, (_, value: unknown) =>
    typeof value === 'string' ? legalText(value) : value,
  );
  return json.replace(unsafeInScript, asEscape);
}
