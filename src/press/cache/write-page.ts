import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage, ReadyBody } from './cached-page.ts';
import { matchesTag } from './negotiate.ts';

/** Sends a page that is ready in the reader's encoding, or 304 where they have it already. */
export function writePage(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
  page: CachedPage,
  ready: ReadyBody,
): void {
  if (page.status === 200 && matchesTag(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, page.notModifiedHeaders).end();
    return;
  }
  response.writeHead(page.status, ready.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(ready.body);
}
