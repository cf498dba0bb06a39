import { readPreview } from '../../newsroom/stories/preview.ts';
import { storyPage } from '../pages/story-page.tsx';
import { securityHeaders } from '../security-headers.ts';
import { contextOf } from './context.ts';
import { notFound } from './notices.ts';
import type { Press, PressApp } from './press.ts';
import { viewOf } from './replies-view.ts';
import { html, respondOnce } from './respond-once.ts';

/** The desk looks at a working copy in a frame of its own page; nobody else frames it. */
const framed = (securityHeaders['content-security-policy'] ?? '').replace(
  "frame-ancestors 'none'",
  "frame-ancestors 'self'",
);

/** `/preview/{token}`: a story's page before readers have it. Kept nowhere, indexed by nobody. */
export function addPreviewRoute(app: PressApp, press: Press): void {
  app.get('/preview/:token', async (c) => {
    const token = c.req.param('token');
    const story = await readPreview(press.store.read, press.secret, token, press.now());
    if (story === null) return notFound(c, press);
    const ctx = await contextOf(c, press, `/preview/${token}`);
    const body = storyPage(ctx, {
      story,
      neighbours: { previous: null, next: null },
      more: { related: [], topic: null, ofTopic: [], section: null, ofSection: [] },
      replies: (await viewOf(press, ctx, story)).view,
      head: { jsonLd: '', hidden: true },
    });
    return respondOnce(c, {
      status: 200,
      contentType: html,
      body,
      headers: {
        'content-security-policy': framed,
        'x-robots-tag': 'noindex',
        // The address is a key while it lives.
        'referrer-policy': 'no-referrer',
      },
    });
  });
}
