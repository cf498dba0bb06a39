import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { BuiltPage } from '../cache/cached-page.ts';
import { chooseEncoding } from '../cache/negotiate.ts';
import { writePage } from '../cache/write-page.ts';
import { savesData } from './context.ts';
import { Missing, Moved, notFound } from './notices.ts';
import type { Press, PressRequest } from './press.ts';

/** The cache's name for a page; readers who save data get pages of their own. */
export function cacheKey(path: string, saveData: boolean): string {
  return saveData ? `${path} lite` : path;
}

/**
 * Answers from the cache, building the page first where needed. A builder that throws
 * `Moved` or `Missing` is answered with 301 or 404, which are not kept.
 */
export async function respondCached(
  c: PressRequest,
  press: Press,
  path: string,
  build: () => Promise<BuiltPage>,
): Promise<Response> {
  const { cache } = press;
  const key = cacheKey(path, savesData(c.req.header('save-data')));
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  try {
    const page = await cache.through(key, build, encoding);
    let ready = page.ready(encoding);
    if (ready === undefined) {
      ready = await page.in(encoding);
      cache.grew(key, page);
    }
    // The answer's buffers and headers are ready as Node wants them; a Response would unpack both.
    writePage(c.env.incoming, c.env.outgoing, page, ready);
    return RESPONSE_ALREADY_SENT;
  } catch (error) {
    if (error instanceof Moved) return c.redirect(error.to, 301);
    if (error instanceof Missing) return notFound(c, press);
    throw error;
  }
}
