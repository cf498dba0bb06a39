import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { aReply } from '../testing/replies.ts';
import { type RepliesFeed, repliesFeed } from './replies-rss.ts';

const siteUrl = 'https://nahr.example';
const story = { slug: 'الجسر', headline: 'افتتاح الجسر' };
const feedOf = (over: Partial<RepliesFeed> = {}): RepliesFeed => ({
  siteUrl,
  paper: 'صحيفة النهر',
  replies: [],
  now: Date.UTC(2021, 6, 24, 12),
  ...over,
});
const read = async (feed: RepliesFeed) =>
  new Parser<object, { 'content:encoded'?: string }>({
    customFields: { item: ['content:encoded'] },
  }).parseString(await repliesFeed(feed));

test('the feed of replies of a paper without any is a feed', async () => {
  expect(await read(feedOf())).toMatchObject({
    title: 'صحيفة النهر: آخر الردود',
    feedUrl: `${siteUrl}/comments/feed.xml`,
    items: [],
  });
});

test('it tells who replied to what, when, and where that stands', async () => {
  const reply = { ...aReply({ id: 5, storyId: 42, name: 'هدى' }), story };

  const [item] = (await read(feedOf({ replies: [reply] }))).items;

  expect(item).toMatchObject({
    title: 'هدى على «افتتاح الجسر»',
    creator: 'هدى',
    link: `${siteUrl}/42/${encodeURIComponent('الجسر')}/replies/5#comment-5`,
    isoDate: new Date(reply.createdAt).toISOString(),
    content: reply.text,
  });
});

test('markup and what XML forbids arrive as text', async () => {
  const text = '<script>alert(1)</script> ]]> \u0000\u0008 & \ud800 https://example.org/';
  const reply = { ...aReply({ name: '<b>هدى</b>', text }), story };

  const [item] = (await read(feedOf({ replies: [reply] }))).items;

  expect(item?.title).toBe('<b>هدى</b> على «افتتاح الجسر»');
  expect(item?.content).toBe('<script>alert(1)</script> ]]>  & \ufffd https://example.org/');
  expect(item?.['content:encoded']).toContain('&lt;script&gt;');
  expect(item?.['content:encoded']).not.toContain('<script>');
});
