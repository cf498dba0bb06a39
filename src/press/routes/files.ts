import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { parsePicturePath } from '../../newsroom/media/picture-files.ts';
import { pictureByHash } from '../../newsroom/media/pictures.ts';
import { Missing, notFound } from './notices.ts';
import type { Press, PressApp } from './press.ts';
import { respondCached } from './respond.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
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
export function addFileRoutes(app: PressApp, press: Press): void {
  app.get('/media/:hash/:file', async (c) => {
    const wanted = parsePicturePath(new URL(c.req.url).pathname);
    if (wanted === null) return notFound(c, press);
    const picture = await pictureByHash(press.store.read, wanted.hash).catch(() => null);
    if (picture === null) return notFound(c, press);
    const { shape, width, format } = wanted;
    const path = await press.pictures.rendition(picture, shape, width, format).catch(() => null);
    // A rendition may be swept away the moment it was found: then it is as good as gone.
    const file = path === null ? null : await stat(path).catch(() => null);
    if (path === null || file === null) return notFound(c, press);
    const { size, mtimeMs } = file;
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

  const fonts = new Map<string, Buffer>();
  app.get('/assets/:file', async (c) => {
    const name = c.req.param('file');
    if (!/^[\w-]+(\.[\w-]+)+$/.test(name) || name === 'manifest.json') return notFound(c, press);
    const contentType = types[extname(name)];
    const path = join(press.assetsDir, name);
    if (contentType === undefined) return notFound(c, press);
    if (/^(text|image\/svg)/.test(contentType))
      return respondCached(c, press, `/assets/${name}`, async () => {
        const body = await readFile(path, 'utf8').catch(() => null);
        if (body === null) throw new Missing();
        const expiresAt = Number.POSITIVE_INFINITY;
        return { status: 200, contentType, body, keys: [], expiresAt, cacheControl: forever };
      });
    const bytes = fonts.get(name) ?? (await readFile(path).catch(() => null));
    if (bytes === null) return notFound(c, press);
    // Only what the build wrote is ever kept, so this stays small.
    fonts.set(name, bytes);
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: {
        'content-type': contentType,
        'content-length': String(bytes.length),
        'cache-control': forever,
      },
    });
  });
}
