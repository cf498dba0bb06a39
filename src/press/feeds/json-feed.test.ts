import { describe, expect, test } from 'vitest';
import { jsonFeed } from './json-feed.ts';
import type { StoriesFeed } from './rss.ts';
import { bridge, hostile, shell, siteUrl, storyOf } from './testing/stories.ts';

const read = (changes: Partial<StoriesFeed> = {}) =>
  JSON.parse(
    jsonFeed({
      siteUrl,
      feedPath: '/feed.json',
      title: 'صحيفة النهر',
      description: '',
      stories: [],
      language: 'ar',
      dates: shell.settings,
      now: 0,
      ...changes,
    }),
  );

describe('the JSON feed', () => {
  test('of an empty newsroom has a list of no stories', () => {
    expect(read()).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'صحيفة النهر',
      home_page_url: `${siteUrl}/`,
      feed_url: `${siteUrl}/feed.json`,
      language: 'ar',
      items: [],
    });
  });

  test('of a section leads to that section', () => {
    expect(read({ pagePath: '/section/x' }).home_page_url).toBe(`${siteUrl}/section/x`);
  });

  test('tells of a story all that readers get', () => {
    const story = storyOf({
      lead: bridge,
      standfirst: 'عاد الجسر.',
      byline: { people: [{ id: 1, slug: 'salma', name: 'سلمى حدّاد' }], agency: null },
    });

    const [item] = read({ stories: [story] }).items;

    expect(item).toMatchObject({
      id: `${siteUrl}/42`,
      url: `${siteUrl}/42/${encodeURIComponent('افتتاح-الجسر')}`,
      title: story.headline,
      summary: 'عاد الجسر.',
      image: `${siteUrl}/media/${bridge.hash}/wide-1200.jpg`,
      date_published: '2021-07-24T01:30:00+03:00',
      authors: [{ name: 'سلمى حدّاد', url: `${siteUrl}/person/salma` }],
      tags: ['محليات'],
    });
    expect(item.content_html).toContain('عبر الأهالي الجسر');
  });

  test.each(hostile)('survives %s', (_, text, left) => {
    const feed = read({ title: text, stories: [storyOf({ headline: text })] });

    expect([feed.title, feed.items[0].title]).toEqual([left, left]);
  });
});
