import type { Context } from 'hono';
import type { BuiltPage, CachedPage, Encoding } from '../cache/cached-page.ts';
import { chooseEncoding, matchesTag } from '../cache/negotiate.ts';
import { savesData } from './context.ts';
import { Missing, Moved, notFound } from './notices.ts';
import type { Press } from './press.ts';

/** The cache's name for a page; readers who save data get pages of their own. */
export function cacheKey(path: string, saveData: boolean): string {
  return saveData ? `${path} lite` : path;
}

/**
 * Answers from the cache, building the page first where needed. A builder that throws
 * `Moved` or `Missing` is answered with 301 or 404, which are not kept.
 */
export async function respondCached(
  c: Context,
  press: Press,
  path: string,
  build: () => Promise<BuiltPage>,
): Promise<Response> {
  const { cache } = press;
  const key = cacheKey(path, savesData(c.req.header('save-data')));
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  try {
    const page = await cache.through(key, build);
    const fresh = page.ready(encoding) === undefined;
    const response = await send(c, page, encoding);
    if (fresh) cache.grew(key, page);
    return response;
  } catch (error) {
    if (error instanceof Moved) return c.redirect(error.to, 301);
    if (error instanceof Missing) return notFound(c, press);
    throw error;
  }
}

async function send(c: Context, page: CachedPage, encoding: Encoding): Promise<Response> {
  if (page.status === 200 && matchesTag(c.req.header('if-none-match'), page.etag))
    return new Response(null, { status: 304, headers: pairs(page.notModifiedHeaders) });
  const { body, headers } = await page.in(encoding);
  const isHead = c.req.method === 'HEAD';
  return new Response(isHead ? null : new Uint8Array(body), {
    status: page.status,
    headers: pairs(headers),
  });
}

function pairs(flat: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let i = 0; i < flat.length; i += 2) list.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return list;
}
