import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { chooseEncoding } from '../press/cache/negotiate.ts';
import { securityHeaders } from '../press/security-headers.ts';

/** The desk runs scripts of its own and asks its own server; nothing else, and nobody frames it. */
export const deskPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The worker that knows words by a dictionary runs WebAssembly; it is the only one that may. */
const wordsPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ');
const isWordsWorker = (file: string): boolean => file.startsWith('unknown-worker-');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const suffix = { br: '.br', gzip: '.gz', identity: '' } as const;

/**
 * Serves the built desk: its files under /desk/assets for ever, and one page for every other
 * address below /desk, where the desk's own router takes over.
 *
 * @param dir what `scripts/build-desk.mjs` wrote.
 * @throws Error that names the build command when the folder was never built.
 */
export function addDeskRoutes<E extends object>(app: Hono<E>, dir: string): void {
  const page = readPage(dir);
  app.get('/desk/assets/:file', async (c) => {
    const file = c.req.param('file') ?? '';
    const type = types[extname(file)];
    const answer = type && (await readPacked(dir, file, c.req.header('accept-encoding')));
    if (!type || !answer) return c.notFound();
    return c.body(new Uint8Array(answer.content), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(isWordsWorker(file) ? { 'content-security-policy': wordsPolicy } : {}),
      ...(answer.encoding === 'identity' ? {} : { 'content-encoding': answer.encoding }),
    });
  });
  for (const path of ['/desk', '/desk/*'])
    app.get(path, (c) =>
      c.html(page, 200, {
        ...securityHeaders,
        'content-security-policy': deskPolicy,
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
      }),
    );
}

function readPage(dir: string): string {
  const file = join(dir, 'index.html');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`Cannot read ${file}: run "npm run build" first`, { cause });
  }
}

async function readPacked(dir: string, file: string, accepted: string | undefined) {
  // One name without a path: nothing but the files of this folder can be meant.
  if (!/^[\w-][\w.-]*$/.test(file)) return null;
  const wanted = chooseEncoding(accepted);
  for (const encoding of wanted === 'identity'
    ? ([wanted] as const)
    : ([wanted, 'identity'] as const)) {
    try {
      const content = await readFile(join(dir, 'assets', file + suffix[encoding]));
      return { content, encoding };
    } catch {
      // Fonts and pictures are kept in one form only.
    }
  }
  return null;
}
