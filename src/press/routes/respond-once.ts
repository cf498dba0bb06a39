import { compress, exact, withBytes } from '../cache/compress.ts';
import { chooseEncoding } from '../cache/negotiate.ts';
import type { PressRequest } from './press.ts';

export const html = 'text/html; charset=utf-8';

/** An answer that belongs to one reader or one moment only. */
export async function respondOnce(
  c: PressRequest,
  page: { status: number; contentType: string; body: string; headers?: Record<string, string> },
): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  const body = await withBytes(page.body, async (text) =>
    encoding === 'identity' ? exact(text) : await compress(text, encoding),
  );
  return new Response(c.req.method === 'HEAD' ? null : body, {
    status: page.status,
    headers: {
      'content-type': page.contentType,
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'cache-control': 'no-store',
      vary: 'accept-encoding, save-data',
      ...page.headers,
    },
  });
}
