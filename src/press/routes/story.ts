import { storyLink } from '../../newsroom/publications/addresses.ts';
import { neighbours } from '../../newsroom/publications/neighbours.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { readStory } from '../../newsroom/publications/read.ts';
import { storiesBeside } from '../../newsroom/publications/related.ts';
import type { BuiltPage } from '../cache/cached-page.ts';
import { newsArticleJsonLd } from '../feeds/json-ld.ts';
import { gonePage } from '../pages/gone-page.tsx';
import { storyPage } from '../pages/story-page.tsx';
import { contextOf, untilMidnight } from './context.ts';
import { Missing, Moved, notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { viewOf } from './replies-view.ts';
import { respondCached } from './respond.ts';
import { html } from './respond-once.ts';

/** `/{id}/{slug}`, and the ways that lead there. */
export function addStoryRoutes(app: PressApp, press: Press): void {
  app.get('/:id{[1-9][0-9]{0,14}}', (c) => toStory(c, press));
  app.get('/:id{[1-9][0-9]{0,14}}/:slug', (c) => {
    const asked = { id: Number(c.req.param('id')), slug: c.req.param('slug') };
    return respondCached(c, press, storyPath(asked), () => buildStory(c, press, asked));
  });
}

async function toStory(c: PressRequest, press: Press): Promise<Response> {
  const place = await storyLink(press.store.read, Number(c.req.param('id')));
  return place === null ? notFound(c, press) : c.redirect(storyPath(place), 301);
}

async function buildStory(
  c: PressRequest,
  press: Press,
  asked: { id: number; slug: string },
): Promise<BuiltPage> {
  const { read } = press.store;
  const { id } = asked;
  const path = storyPath(asked);
  const ctx = await contextOf(c, press, path);
  const found = await readStory(read, id, ctx.now);
  if (found === null) throw new Missing();
  if (found.story.slug !== asked.slug) throw new Moved(storyPath(found.story));
  const common = { contentType: html, expiresAt: untilMidnight(ctx) };
  if (found.status === 'withdrawn')
    return {
      ...common,
      status: 410,
      body: gonePage(ctx, found.story),
      keys: [`story:${id}`, 'shell'],
    };
  const { story } = found;
  const place = { id, publishedAt: story.publishedAt };
  const beside = await neighbours(read, place);
  const near = [beside.previous?.id, beside.next?.id].filter((one) => one !== undefined);
  const more = await storiesBeside(
    read,
    press.index,
    { ...place, topics: story.topics, section: story.section },
    { now: ctx.now, neighbours: near },
  );
  const replies = await viewOf(press, ctx, story);
  const jsonLd = newsArticleJsonLd({ story, siteUrl: press.siteUrl, shell: ctx.shell });
  const others = [...more.related, ...more.ofTopic, ...more.ofSection].map((card) => card.id);
  return {
    ...common,
    status: 200,
    expiresAt: Math.min(common.expiresAt, replies.closesAt),
    body: storyPage(ctx, {
      story,
      neighbours: beside,
      more,
      replies: replies.view,
      head: { jsonLd },
    }),
    keys: [
      ...[...new Set([id, ...near, ...others])].map((one) => `story:${one}`),
      // What is new in the topic belongs on this page, even where it was the only story of it.
      ...(more.topic === null ? [] : [`topic:${more.topic.id}`]),
      `replies:${id}`,
      'shell',
    ],
  };
}
