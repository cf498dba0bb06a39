import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { rssFeed, type StoriesFeed } from './rss.ts';
import { afterMidnight, bridge, hostile, shell, siteUrl, storyOf } from './testing/stories.ts';
import { elements, parseXml, texts } from './testing/xml-tree.ts';

const feedOf = (changes: Partial<StoriesFeed> = {}): StoriesFeed => ({
  siteUrl,
  feedPath: '/feed.xml',
  title: 'صحيفة النهر: آخر الأخبار',
  description: 'أخبار المدينة',
  stories: [],
  language: 'ar',
  dates: shell.settings,
  now: Date.UTC(2021, 6, 24, 12),
  ...changes,
});

/** As an independent reader of feeds understands it. */
const read = async (feed: StoriesFeed) => {
  const parser = new Parser<
    { lastBuildDate?: string },
    { media?: unknown; 'content:encoded'?: string }
  >({
    customFields: { item: [['media:content', 'media'], 'content:encoded'] },
  });
  return parser.parseString(await rssFeed(feed));
};

describe('the RSS feed', () => {
  test('of an empty newsroom is a feed without stories', async () => {
    const feed = await read(feedOf());

    expect(feed).toMatchObject({
      title: 'صحيفة النهر: آخر الأخبار',
      link: `${siteUrl}/`,
      description: 'أخبار المدينة',
      language: 'ar',
      feedUrl: `${siteUrl}/feed.xml`,
      lastBuildDate: 'Sat, 24 Jul 2021 12:00:00 GMT',
      items: [],
    });
  });

  test('has a description even where nobody wrote one, as RSS demands', async () => {
    expect((await read(feedOf({ description: '' }))).description).toBe('صحيفة النهر: آخر الأخبار');
  });

  test('tells of a story where it is, when it came, who wrote it and what it is about', async () => {
    const story = storyOf({
      type: 'opinion',
      byline: { people: [{ id: 1, slug: 'سلمى', name: 'سلمى حدّاد' }], agency: null },
      topics: [{ id: 5, slug: 'جسور', name: 'جسور' }],
    });

    const [item] = (await read(feedOf({ stories: [story] }))).items;

    expect(item).toMatchObject({
      title: story.headline,
      link: `${siteUrl}/42/${encodeURIComponent('افتتاح-الجسر')}`,
      guid: `${siteUrl}/42`,
      isoDate: '2021-07-23T22:30:00.000Z',
      creator: 'سلمى حدّاد',
      categories: ['محليات', 'رأي', 'جسور'],
      content: 'عبر الأهالي الجسر صباحاً.',
      'content:encoded': '<div dir="rtl" lang="ar"><p>عبر الأهالي الجسر صباحاً.</p></div>',
    });
  });

  test('names a story by its number alone, so that a new headline is no new story', async () => {
    const xml = await rssFeed(feedOf({ stories: [storyOf({ slug: 'عنوان-آخر' })] }));

    const [guid] = elements(parseXml(xml), 'guid');
    expect(guid?.attribs.isPermaLink).toBe('false');
    expect(texts(parseXml(xml), 'guid')).toEqual([`${siteUrl}/42`]);
  });

  test('was last changed when its newest story was', async () => {
    const stories = [storyOf({ updatedAt: afterMidnight + 60_000 }), storyOf({ id: 41 })];

    expect((await read(feedOf({ stories }))).lastBuildDate).toBe('Fri, 23 Jul 2021 22:31:00 GMT');
  });

  test('carries the lead picture as enclosure and as media', async () => {
    const [item] = (await read(feedOf({ stories: [storyOf({ lead: bridge })] }))).items;

    const url = `${siteUrl}/media/${bridge.hash}/wide-1200.jpg`;
    expect(item?.enclosure).toMatchObject({ url, type: 'image/jpeg' });
    expect(item?.media).toMatchObject({
      $: { url, width: '1200', height: '675', medium: 'image' },
    });
  });

  test.each(hostile)('survives %s in a headline, a name and a body', async (_, text, left) => {
    const story = storyOf({
      headline: text,
      standfirst: text,
      byline: { people: [], agency: text },
    });
    const feed = feedOf({ title: text, stories: [story] });

    const tree = parseXml(await rssFeed(feed));
    const { title, items } = await read(feed);

    expect(texts(tree, 'title')).toEqual([left, left]);
    expect(title).toBe(left);
    expect(items[0]).toMatchObject({ title: left, creator: left, content: left });
    const content = parseXml(items[0]?.['content:encoded'] ?? '');
    expect(texts(content, 'strong')).toEqual([left]);
  });
});
