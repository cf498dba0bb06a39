import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { parsePicturePath } from '../../newsroom/media/picture-files.ts';
import { pictureByHash } from '../../newsroom/media/pictures.ts';
import { notFound } from './notices.ts';
import type { Press } from './press.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};
const forever = 'public, max-age=31536000, immutable';
/** A picture's path stays when its focal point moves, so it is asked for again after a while. */
const aDay = 'public, max-age=86400, stale-while-revalidate=604800';

/** Pictures, and the built styles and fonts. (Styles usually come from the fast path.) */
export function addFileRoutes(app: Hono, press: Press): void {
  app.get('/media/:hash/:file', async (c) => {
    const wanted = parsePicturePath(new URL(c.req.url).pathname);
    if (wanted === null) return notFound(c, press);
    const picture = await pictureByHash(press.store.read, wanted.hash).catch(() => null);
    if (picture === null) return notFound(c, press);
    const { shape, width, format } = wanted;
    const path = await press.pictures.rendition(picture, shape, width, format).catch(() => null);
    if (path === null) return notFound(c, press);
    const { size, mtimeMs } = await stat(path);
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    const headers = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': aDay,
      etag,
    };
    if (c.req.header('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag, 'cache-control': aDay } });
    const body =
      c.req.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path)) as ReadableStream);
    return new Response(body, { headers: { ...headers, 'content-length': String(size) } });
  });

  app.get('/assets/:file', async (c) => {
    const name = c.req.param('file');
    if (!/^[\w.-]+$/.test(name) || name === 'manifest.json') return notFound(c, press);
    const body = await readFile(join(press.assetsDir, name)).catch(() => null);
    if (body === null) return notFound(c, press);
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'content-length': String(body.length),
        'cache-control': forever,
      },
    });
  });
}
