import { Hono } from 'hono';
import { errorPage } from '../pages/error-page.tsx';
import { addFeedRoutes } from './feeds.ts';
import { addFileRoutes } from './files.ts';
import { notFound } from './notices.ts';
import { addOwnReplyRoutes } from './own-reply.ts';
import { addPageRoutes } from './pages.ts';
import { addPostReplyRoute } from './post-reply.ts';
import type { Press, PressApp } from './press.ts';
import { addPreviewRoute } from './preview.ts';
import { addRepliesRoutes } from './replies.ts';
import { addReportRoutes } from './report-reply.ts';
import { html, respondOnce } from './respond-once.ts';
import { addSearchRoute } from './search.ts';
import { addStoryRoutes } from './story.ts';

/** The public site as one Hono application. `onError` hears of what should not have happened. */
export function pressApp(press: Press, onError: (error: Error, path: string) => void): PressApp {
  const app: PressApp = new Hono();
  addPageRoutes(app, press);
  addStoryRoutes(app, press);
  addRepliesRoutes(app, press);
  addReportRoutes(app, press);
  addPostReplyRoute(app, press, onError);
  addOwnReplyRoutes(app, press);
  addSearchRoute(app, press);
  addFeedRoutes(app, press);
  addFileRoutes(app, press);
  addPreviewRoute(app, press);

  app.notFound((c) => {
    const { pathname } = new URL(c.req.url);
    // One address a page: a slash at the end leads to the one without.
    if (pathname.length > 1 && pathname.endsWith('/') && !pathname.startsWith('//'))
      return c.redirect(pathname.replace(/\/+$/, ''), 301);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    return notFound(c, press);
  });
  app.onError((error, c) => {
    onError(error, c.req.path);
    return respondOnce(c, {
      status: 500,
      contentType: html,
      body: errorPage(press.assets),
      headers: { 'retry-after': '10' },
    });
  });
  return app;
}
