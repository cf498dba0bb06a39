import type { Context } from 'hono';

export const html = 'text/html; charset=utf-8';

/** An answer that belongs to one reader or one moment only. */
export function respondOnce(
  c: Context,
  page: { status: number; contentType: string; body: string; headers?: Record<string, string> },
): Response {
  return new Response(c.req.method === 'HEAD' ? null : page.body, {
    status: page.status,
    headers: {
      'content-type': page.contentType,
      'cache-control': 'no-store',
      vary: 'accept-encoding, save-data',
      ...page.headers,
    },
  });
}
