import { type CommentOrder, commentOrders, stricter } from '../../newsroom/comments/comment.ts';
import { formToken } from '../../newsroom/comments/reply-tokens.ts';
import { type ReplyPlace, readThreads } from '../../newsroom/comments/thread.ts';
import { placeFrom } from '../../newsroom/publications/lists.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import type { RepliesView } from '../components/replies.tsx';
import type { PageContext } from '../pages/page-context.ts';
import type { Press } from './press.ts';

const day = 24 * 60 * 60 * 1000;

/** What is allowed under a story now, and the form for it. */
export type RepliesDoor = Pick<RepliesView, 'policy' | 'form'> & {
  /** When it closes by itself; epoch ms, infinite where it does not. */
  closesAt: number;
};

export function doorOf(press: Press, ctx: PageContext, story: PublishedStory): RepliesDoor {
  const { comments, commentsCloseAfterDays: days } = ctx.shell.settings;
  const closesAt = days === 0 ? Number.POSITIVE_INFINITY : story.publishedAt + days * day;
  const { keys, letters } = press.replies;
  return {
    policy: closesAt <= ctx.now ? 'closed' : stricter(story.comments, comments),
    form: { token: formToken(keys, { storyId: story.id, at: ctx.now }), letters },
    closesAt: closesAt <= ctx.now ? Number.POSITIVE_INFINITY : closesAt,
  };
}

/** The story's replies in the order asked for, the newspaper's own unless told. */
export async function viewOf(
  press: Press,
  ctx: PageContext,
  story: PublishedStory,
  asked: { order?: CommentOrder; after?: ReplyPlace } = {},
): Promise<{ view: RepliesView; closesAt: number }> {
  const { policy, form, closesAt } = doorOf(press, ctx, story);
  const order = asked.order ?? ctx.shell.settings.commentOrder;
  const page =
    story.commentCount === 0
      ? { threads: [], next: null }
      : await readThreads(press.store.read, story.id, {
          order,
          ...(asked.after === undefined ? {} : { after: asked.after }),
        });
  return { view: { page, order, policy, form }, closesAt };
}

/** A place in a thread as addresses name it; null for what is none. */
export function replyPlaceFrom(cursor: string): ReplyPlace | null {
  const place = placeFrom(cursor);
  return place === null ? null : { at: place.publishedAt, id: place.id };
}

export const orderFrom = (text: string | undefined): CommentOrder | undefined =>
  commentOrders.find((order) => order === text);
