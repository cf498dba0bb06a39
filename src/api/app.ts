import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { z } from 'zod';
import { audit, inTransaction } from '../newsroom/newsroom.ts';
import { inHouseWords } from './auth/answers.ts';
import { callerOf } from './caller.ts';
import type { Desk } from './desk.ts';
import { type Api, openEndpoint } from './endpoint.ts';
import { openApiOf } from './open-api.ts';
import { wantsEnglish } from './problems.ts';
import { addCommentRoutes } from './routes/comments.ts';
import { addHouseRoutes } from './routes/house.ts';
import { addIntegrationRoutes } from './routes/integrations.ts';
import { addLinkRoutes } from './routes/links.ts';
import { addMediaRoutes } from './routes/media.ts';
import { addSessionRoutes } from './routes/session.ts';
import { addStoryRoutes } from './routes/stories.ts';
import { addStyleRoutes } from './routes/style.ts';
import { addTaxonomyRoutes } from './routes/taxonomy.ts';
import { Throttle } from './throttle.ts';

const largestForm = 64 * 1024;
const largestJson = 16 * 1024 * 1024;
/** Over what a picture may have, so that the use case can say so. */
const largestUpload = 52 * 1024 * 1024;

/** Refuses a body before it fills the memory. */
const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      const english = wantsEnglish(c.req.header('accept-language'));
      const message = english ? 'This is too large to be taken.' : 'ما أُرسل أكبر مما نقبله.';
      return c.json({ error: { code: 'invalid', message } }, 413);
    },
  });

const forms = limited(largestForm);
const json = limited(largestJson);
const uploads = limited(largestUpload);

/** The desk's and integrators' API as one Hono application, sign-in included. */
export function apiApp(
  desk: Desk,
  onError: (error: unknown, path: string) => void,
  { checksAnswers = false } = {},
): Hono {
  const app = new Hono();
  const tries = new Throttle({ max: 20, window: 60_000, now: desk.newsroom.now });
  const api: Api = { app, desk, specs: [], checksAnswers, tries, onError };
  app.use('/api/v1/*', compress());
  app.use('/api/auth/*', forms);
  app.use('/api/v1/*', (c, next) => (c.req.path === '/api/v1/media' ? uploads : json)(c, next));
  addSignIn(api);
  addSessionRoutes(api);
  addLinkRoutes(api);
  addHouseRoutes(api);
  addStoryRoutes(api);
  addStyleRoutes(api);
  addTaxonomyRoutes(api);
  addMediaRoutes(api);
  addIntegrationRoutes(api);
  addCommentRoutes(api);
  addDocument(api);
  app.all('/api/*', (c) => {
    const english = wantsEnglish(c.req.header('accept-language'));
    const message = english ? 'There is no such address.' : 'لا يوجد عنوان كهذا.';
    return c.json({ error: { code: 'not_found', message } }, 404);
  });
  return app;
}

function addDocument(api: Api): void {
  let document: unknown;
  openEndpoint(
    api,
    {
      method: 'get',
      path: '/openapi.json',
      summary: 'This document',
      answer: z.record(z.string(), z.unknown()),
    },
    async () => {
      document ??= openApiOf(api.specs, api.desk.siteUrl);
      return document;
    },
  );
}

/** What of better-auth's own API is open, and what of it the audit trail keeps. */
const waysIn = new Map<string, string | null>([
  ['sign-in/email', null],
  ['sign-out', null],
  ['change-password', 'user.password'],
  ['two-factor/enable', null],
  ['two-factor/disable', 'user.second-factor-off'],
  ['two-factor/get-totp-uri', null],
  ['two-factor/verify-totp', null],
  ['two-factor/verify-backup-code', null],
  ['two-factor/generate-backup-codes', 'user.recovery-codes'],
]);

function addSignIn({ app, desk, onError }: Api): void {
  app.post('/api/auth/*', async (c, next) => {
    const act = waysIn.get(c.req.path.slice('/api/auth/'.length));
    if (act === undefined) return next();
    const caller = act === null ? null : await callerOf(desk, c.req.raw.headers);
    const answer = await desk.signIn.handler(c.req.raw);
    if (answer.status >= 500) onError(new Error('sign-in failed'), c.req.path);
    if (answer.ok && act !== null && caller !== null)
      await inTransaction(desk.newsroom, caller, (work) =>
        audit(work, act, { kind: 'user', id: caller.userId }),
      );
    return inHouseWords(answer, wantsEnglish(c.req.header('accept-language')));
  });
}
