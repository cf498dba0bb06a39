import { neighbours } from '../../newsroom/publications/neighbours.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { readStory } from '../../newsroom/publications/read.ts';
import { storiesBeside } from '../../newsroom/publications/related.ts';
import type { BuiltPage } from '../cache/cached-page.ts';
import { newsArticleJsonLd } from '../feeds/json-ld.ts';
import { gonePage } from '../pages/gone-page.tsx';
import { repliesNotOpenPage } from '../pages/replies-not-open-page.tsx';
import { storyPage } from '../pages/story-page.tsx';
import { contextOf, untilMidnight } from './context.ts';
import { Missing, Moved, notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { respondCached } from './respond.ts';
import { html, respondOnce } from './respond-once.ts';

const relatedCount = 4;
const largestReply = 64 * 1024;

/** `/{id}/{slug}`, and the ways that lead there. */
export function addStoryRoutes(app: PressApp, press: Press): void {
  app.get('/:id{[1-9][0-9]{0,14}}', (c) => toStory(c, press));
  app.get('/:id{[1-9][0-9]{0,14}}/:slug', (c) => {
    const asked = { id: Number(c.req.param('id')), slug: c.req.param('slug') };
    return respondCached(c, press, storyPath(asked), () => buildStory(c, press, asked));
  });
  // Replies come with an issue of their own; until then nothing that was typed is lost.
  app.post('/:id{[1-9][0-9]{0,14}}/:slug', async (c) => {
    const place = await addressOf(press, Number(c.req.param('id')));
    if (place === null) return notFound(c, press);
    const typed = await typedReply(c);
    const ctx = await contextOf(c, press, storyPath(place));
    const body = repliesNotOpenPage(ctx, { typed, backTo: storyPath(place) });
    return respondOnce(c, { status: 503, contentType: html, body });
  });
}

async function toStory(c: PressRequest, press: Press): Promise<Response> {
  const place = await addressOf(press, Number(c.req.param('id')));
  return place === null ? notFound(c, press) : c.redirect(storyPath(place), 301);
}

/** The address of a story that readers know of, withdrawn ones included. */
async function addressOf(press: Press, id: number): Promise<{ id: number; slug: string } | null> {
  const row = await press.store.read
    .selectFrom('publications')
    .select('slug')
    .where('story_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { id, slug: row.slug };
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
  const related = await storiesBeside(
    read,
    press.index,
    { ...place, topics: story.topics, section: story.section },
    { now: ctx.now, limit: relatedCount + 1 },
  );
  const others = related.filter((card) => card.id !== beside.previous?.id).slice(0, relatedCount);
  const jsonLd = newsArticleJsonLd({ story, siteUrl: press.siteUrl, shell: ctx.shell });
  const shown = [id, beside.previous?.id, beside.next?.id, ...others.map((card) => card.id)];
  return {
    ...common,
    status: 200,
    body: storyPage(ctx, { story, neighbours: beside, related: others, head: { jsonLd } }),
    keys: [...shown.filter((one) => one !== undefined).map((one) => `story:${one}`), 'shell'],
  };
}

async function typedReply(c: PressRequest): Promise<string> {
  if (Number(c.req.header('content-length') ?? '0') > largestReply) return '';
  try {
    const form = await c.req.parseBody();
    return typeof form.text === 'string' ? form.text.slice(0, largestReply) : '';
  } catch {
    return '';
  }
}
