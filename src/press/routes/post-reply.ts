import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { postReply } from '../../newsroom/comments/intake.ts';
import type { ReplyPost } from '../../newsroom/comments/post.ts';
import { formToken } from '../../newsroom/comments/reply-tokens.ts';
import { readReply } from '../../newsroom/comments/thread.ts';
import { storyLink } from '../../newsroom/publications/addresses.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import type { Problem } from '../components/reply-form.tsx';
import { replyAgainPage } from '../pages/reply-again-page.tsx';
import { replyRefusedPage } from '../pages/reply-refused-page.tsx';
import { securityHeaders } from '../security-headers.ts';
import { callerOf } from './caller.ts';
import { contextOf } from './context.ts';
import { notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { readForm } from './read-form.ts';
import { askedStory, storyPattern } from './replies.ts';
import { html, respondOnce } from './respond-once.ts';

/** Where replies are sent. `onError` hears why one could not be kept. */
export function addPostReplyRoute(
  app: PressApp,
  press: Press,
  onError: (error: Error, path: string) => void,
): void {
  app.post(storyPattern, async (c) => {
    const { id: storyId } = askedStory(c);
    const read = await readForm(c.env.incoming);
    if (read.kind !== 'form') return refused(c, press, read);
    const post = postFrom(storyId, read.fields, callerOf(c.env.incoming));
    let outcome: Awaited<ReturnType<typeof postReply>>;
    try {
      outcome = await postReply(press.replies, post);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)), c.req.path);
      return again(c, press, post, null);
    }
    switch (outcome.kind) {
      case 'taken':
        return seeOther(c, `/reply/${outcome.receipt}`);
      case 'refused':
        return again(c, press, post, outcome.problems);
      case 'closed':
        return closed(c, press, post);
      case 'missing':
        return notFound(c, press);
    }
  });
}

function postFrom(storyId: number, fields: URLSearchParams, address: string): ReplyPost {
  const parent = fields.get('parent') ?? '';
  return {
    storyId,
    name: fields.get('name') ?? '',
    email: fields.get('email') ?? '',
    // Forms send line breaks as CR LF (HTML, «constructing the entry list»).
    text: (fields.get('text') ?? '').replaceAll('\r\n', '\n'),
    parentId: /^[1-9][0-9]{0,14}$/.test(parent) ? Number(parent) : null,
    notify: fields.get('notify') === '1',
    token: fields.get('token'),
    trap: fields.get('website') ?? '',
    address,
  };
}

const seeOtherHeaders = Object.entries({
  ...securityHeaders,
  // The receipt is its writer's alone.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-length': '0',
}).flat();

/** 303, written straight to the connection: the way that a thousand replies a second take. */
export function seeOther(c: PressRequest, location: string): Response {
  c.env.outgoing.writeHead(303, ['location', location, ...seeOtherHeaders]).end();
  return RESPONSE_ALREADY_SENT;
}

/** The form again, with what is wrong; `null` where nothing is but the reply could not be kept. */
async function again(
  c: PressRequest,
  press: Press,
  post: ReplyPost,
  problems: readonly Problem[] | null,
): Promise<Response> {
  const { read } = press.store;
  const story = await storyLink(read, post.storyId);
  if (story === null) return notFound(c, press);
  const ctx = await contextOf(c, press, storyPath(story));
  const parent = post.parentId === null ? null : await readReply(read, story.id, post.parentId);
  const { keys, letters } = press.replies;
  const body = replyAgainPage(ctx, {
    story,
    parent,
    typed: post,
    problems: problems ?? [],
    failed: problems === null,
    form: { token: formToken(keys, { storyId: story.id, at: ctx.now }), letters },
  });
  return respondOnce(c, { status: problems === null ? 503 : 422, contentType: html, body });
}

async function closed(c: PressRequest, press: Press, post: ReplyPost): Promise<Response> {
  const story = await storyLink(press.store.read, post.storyId);
  if (story === null) return notFound(c, press);
  const ctx = await contextOf(c, press, storyPath(story));
  const props = { why: 'closedMeanwhile', typed: post.text, backTo: storyPath(story) } as const;
  return respondOnce(c, { status: 403, contentType: html, body: replyRefusedPage(ctx, props) });
}

/** What is no form of ours, or far too much of one. */
async function refused(
  c: PressRequest,
  press: Press,
  read: { kind: 'too-large' } | { kind: 'unreadable'; status: 400 | 415 },
): Promise<Response> {
  const story = await storyLink(press.store.read, askedStory(c).id);
  if (story === null) return notFound(c, press);
  const ctx = await contextOf(c, press, storyPath(story));
  const why = read.kind === 'too-large' ? 'tooLarge' : 'unreadable';
  const status = read.kind === 'too-large' ? 413 : read.status;
  const body = replyRefusedPage(ctx, { why, typed: null, backTo: storyPath(story) });
  return respondOnce(c, { status, contentType: html, body });
}
