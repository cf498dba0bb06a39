import { editOwn } from '../../newsroom/comments/edit-own.ts';
import { deleteOwn, isUnsubscribe, readOwn, unsubscribe } from '../../newsroom/comments/own.ts';
import { proveOwn } from '../../newsroom/comments/prove-own.ts';
import { type OwnReplyPage, ownReplyPage } from '../pages/own-reply-page.tsx';
import { replyNoticePage, stopLettersPage } from '../pages/reply-letters-page.tsx';
import { proofPolicy } from '../security-headers.ts';
import { contextOf } from './context.ts';
import { seeOther } from './post-reply.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { readForm } from './read-form.ts';
import { html, respondOnce } from './respond-once.ts';

/** The address is a key: it goes to no other site and into no index. */
const secretHeaders = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };

/** The page of a reply's own writer, and the end of letters about answers. */
export function addOwnReplyRoutes(app: PressApp, press: Press): void {
  const { replies } = press;

  const respond = (
    c: PressRequest,
    status: number,
    body: string,
    more: Record<string, string> = {},
  ): Promise<Response> =>
    respondOnce(c, { status, contentType: html, body, headers: { ...secretHeaders, ...more } });

  /** `status` where the reply is found. */
  const ownPage = async (
    c: PressRequest,
    status: number,
    typed?: OwnReplyPage['typed'],
  ): Promise<Response> => {
    const own = await readOwn(replies, c.req.param('receipt') ?? '');
    // The receipt is kept out of the page, whoever saves it.
    const ctx = await contextOf(c, press, '/reply');
    if (own === null) return respond(c, 404, replyNoticePage(ctx, 'expired'));
    const body = ownReplyPage(ctx, typed === undefined ? { own } : { own, typed });
    const policy = own.challenge === null ? {} : { 'content-security-policy': proofPolicy };
    return respond(c, status, body, policy);
  };

  app.get('/reply/:receipt', (c) => ownPage(c, 200));
  app.post('/reply/:receipt', async (c) => {
    const receipt = c.req.param('receipt');
    const form = await readForm(c.env.incoming);
    if (form.kind !== 'form') return ownPage(c, form.kind === 'too-large' ? 413 : form.status);
    if (form.fields.get('do') === 'delete') {
      const deleted = await deleteOwn(replies, receipt);
      return deleted ? seeOther(c, `/reply/${receipt}`) : ownPage(c, 409);
    }
    if (form.fields.get('do') === 'prove') {
      const proof = {
        token: form.fields.get('challenge') ?? '',
        nonce: form.fields.get('nonce') ?? '',
      };
      const proved = await proveOwn(replies, receipt, proof);
      return proved ? seeOther(c, `/reply/${receipt}`) : ownPage(c, 409);
    }
    const text = (form.fields.get('text') ?? '').replaceAll('\r\n', '\n');
    const outcome = await editOwn(replies, receipt, text);
    switch (outcome.kind) {
      case 'taken':
        return seeOther(c, `/reply/${receipt}`);
      case 'refused':
        return ownPage(c, 422, { text, problems: outcome.problems });
      default:
        return ownPage(c, 409, { text, problems: 'late' });
    }
  });

  app.get('/reply/unsubscribe/:token', async (c) => {
    const known = isUnsubscribe(replies, c.req.param('token'));
    const ctx = await contextOf(c, press, '/reply/unsubscribe');
    return known
      ? respond(c, 200, stopLettersPage(ctx))
      : respond(c, 404, replyNoticePage(ctx, 'unknown'));
  });
  app.post('/reply/unsubscribe/:token', async (c) => {
    // Mail programs send a field of their own (RFC 8058); the address says all that is needed.
    await readForm(c.env.incoming);
    const stopped = await unsubscribe(replies, c.req.param('token'));
    const ctx = await contextOf(c, press, '/reply/unsubscribe');
    return respond(c, stopped ? 200 : 404, replyNoticePage(ctx, stopped ? 'stopped' : 'unknown'));
  });
}
