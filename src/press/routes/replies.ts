import { readThread } from '../../newsroom/comments/thread.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { readStory } from '../../newsroom/publications/read.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import type { BuiltPage } from '../cache/cached-page.ts';
import { repliesPath } from '../components/replies.tsx';
import { replyPath } from '../components/reply.tsx';
import type { PageContext } from '../pages/page-context.ts';
import { repliesPage } from '../pages/replies-page.tsx';
import { threadPage } from '../pages/thread-page.tsx';
import { contextOf, untilMidnight } from './context.ts';
import { Missing, Moved, notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { doorOf, orderFrom, replyPlaceFrom, viewOf } from './replies-view.ts';
import { respondCached } from './respond.ts';
import { html } from './respond-once.ts';

export const storyPattern = '/:id{[1-9][0-9]{0,14}}/:slug';
export const replyPattern = `${storyPattern}/replies/:reply{[1-9][0-9]{0,14}}`;

/** Replies on pages of their own: later pages of a thread, one reply with its answers. */
export function addRepliesRoutes(app: PressApp, press: Press): void {
  app.get(`${storyPattern}/replies`, async (c) => {
    const asked = askedStory(c);
    const order =
      orderFrom(c.req.query('order')) ?? (await press.shell.get()).settings.commentOrder;
    const cursor = c.req.query('after');
    const after = cursor === undefined ? undefined : replyPlaceFrom(cursor);
    if (after === null) return notFound(c, press);
    const pathUnder = (path: string): string => repliesPath(path, order, cursor);
    return respondCached(c, press, pathUnder(storyPath(asked)), async () => {
      const ctx = await contextOf(c, press, pathUnder(storyPath(asked)));
      const story = await liveStory(press, ctx, asked, pathUnder);
      const { view, closesAt } = await viewOf(press, ctx, story, {
        order,
        ...(after === undefined ? {} : { after }),
      });
      const body = repliesPage(ctx, { story, view, first: after === undefined });
      return builtPage(ctx, story, body, closesAt);
    });
  });

  app.get(replyPattern, async (c) => {
    const asked = askedStory(c);
    const named = Number(c.req.param('reply'));
    const cursor = c.req.query('after');
    const after = cursor === undefined ? undefined : replyPlaceFrom(cursor);
    if (after === null) return notFound(c, press);
    const pathUnder = (path: string): string =>
      replyPath(path, named) + (cursor === undefined ? '' : `?after=${cursor}`);
    return respondCached(c, press, pathUnder(storyPath(asked)), async () => {
      const ctx = await contextOf(c, press, pathUnder(storyPath(asked)));
      const story = await liveStory(press, ctx, asked, pathUnder);
      const found = await readThread(press.store.read, story.id, named, after);
      if (found === null) throw new Missing();
      const { policy, form, closesAt } = doorOf(press, ctx, story);
      const body = threadPage(ctx, { story, found, named, policy, form });
      return builtPage(ctx, story, body, closesAt);
    });
  });
}

/** The story that an address names. */
export function askedStory(c: PressRequest): { id: number; slug: string } {
  return { id: Number(c.req.param('id')), slug: c.req.param('slug') ?? '' };
}

/**
 * The story as readers have it.
 * @throws Missing where they have none
 * @throws Moved where its slug is another; `pathUnder` makes the page's address of the story's
 */
async function liveStory(
  press: Press,
  ctx: PageContext,
  asked: { id: number; slug: string },
  pathUnder: (storyPath: string) => string,
): Promise<PublishedStory> {
  const found = await readStory(press.store.read, asked.id, ctx.now);
  if (found?.status !== 'live') throw new Missing();
  const { story } = found;
  if (story.slug !== asked.slug) throw new Moved(pathUnder(storyPath(story)));
  return story;
}

function builtPage(
  ctx: PageContext,
  story: PublishedStory,
  body: string,
  closesAt: number,
): BuiltPage {
  return {
    status: 200,
    contentType: html,
    body,
    keys: [`story:${story.id}`, `replies:${story.id}`, 'shell'],
    expiresAt: Math.min(untilMidnight(ctx), closesAt),
  };
}
