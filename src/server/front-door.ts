import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, matchesTag } from '../press/cache/negotiate.ts';
import type { PageCache } from '../press/cache/page-cache.ts';

const longestUrl = 4096;

/**
 * Answers from ready buffers before any framework is asked.
 * @returns whether it answered
 */
export function answerFromCache(
  cache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { url, method, headers } = request;
  if (url === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
  const page = cache.get(headers['save-data'] === undefined ? url : liteKey(url, headers));
  if (page === undefined) return false;
  if (page.status === 200 && matchesTag(headers['if-none-match'], page.etag)) {
    response.writeHead(304, page.notModifiedHeaders).end();
    return true;
  }
  const ready = page.ready(chooseEncoding(headers['accept-encoding'] as string | undefined));
  if (ready === undefined) return false;
  response.writeHead(page.status, ready.headers);
  if (method === 'HEAD') response.end();
  else response.end(ready.body);
  return true;
}

function liteKey(url: string, headers: IncomingMessage['headers']): string {
  return String(headers['save-data']).trim().toLowerCase() === 'on' ? `${url} lite` : url;
}

/**
 * Whether an address can be one of ours at all: of a sensible length, decodable, without
 * control characters or dot segments.
 */
export function isSoundUrl(url: string | undefined): boolean {
  if (url === undefined || url.length > longestUrl || !url.startsWith('/')) return false;
  const path = url.split('?', 1)[0] ?? '';
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[\u0000-\u001f\u007f\\]/.test(decoded)) return false;
  return !decoded.split('/').some((segment) => segment === '..' || segment === '.');
}
