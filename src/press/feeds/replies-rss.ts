import type { FedComment } from '../../newsroom/comments/thread.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { replyPath } from '../components/reply.tsx';
import { replyParagraphs } from '../components/reply-text.tsx';
import { ar } from '../edition/ar.ts';
import { tight } from './rss.ts';
import { legalText } from './xml.ts';

/** The newest replies under any story, newest first. */
export interface RepliesFeed {
  /** Absolute address of the paper, without a slash at the end. */
  siteUrl: string;
  paper: string;
  replies: readonly FedComment[];
  /** Epoch milliseconds: what an empty feed is dated with. */
  now: number;
}

function item(reply: FedComment, siteUrl: string) {
  const { id, name, text, createdAt, storyId, story } = reply;
  const path = replyPath(storyPath({ id: storyId, slug: story.slug }), id);
  return {
    title: legalText(ar.comments.feed.item(name, story.headline)),
    link: `${siteUrl}${path}#comment-${id}`,
    guid: { value: `${siteUrl}/comment/${id}`, isPermaLink: false },
    pubDate: new Date(createdAt),
    description: legalText(text),
    content: { encoded: legalText(replyParagraphs(text).map(String).join('')) },
    dc: { creators: [legalText(name)] },
  };
}

/** RSS 2.0: of who wrote a reply it tells the name that they gave, and nothing else. */
export async function repliesFeed(feed: RepliesFeed): Promise<string> {
  const { generateRssFeed } = await import('feedsmith');
  const { siteUrl, paper, replies, now } = feed;
  const title = legalText(ar.comments.feed.title(paper));
  const href = `${siteUrl}/comments/feed.xml`;
  return tight(
    generateRssFeed({
      title,
      link: `${siteUrl}/`,
      description: title,
      language: ar.lang,
      lastBuildDate: new Date(replies[0]?.createdAt ?? now),
      atom: { links: [{ href, rel: 'self', type: 'application/rss+xml' }] },
      items: replies.map((reply) => item(reply, siteUrl)),
    }),
  );
}
