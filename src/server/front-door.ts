import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from '../press/cache/negotiate.ts';
import type { PageCache } from '../press/cache/page-cache.ts';
import { writePage } from '../press/cache/write-page.ts';

const longestUrl = 4096;
/** Whatever is pasted into the search gets an answer: ten thousand Arabic letters, six characters each. */
const longestSearch = 96 * 1024;

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
  const ready = page.ready(chooseEncoding(headers['accept-encoding'] as string | undefined));
  if (ready === undefined) return false;
  writePage(request, response, page, ready);
  return true;
}

function liteKey(url: string, headers: IncomingMessage['headers']): string {
  return String(headers['save-data']).trim().toLowerCase() === 'on' ? `${url} lite` : url;
}

/** Letters, digits, hyphens, and characters up to the Arabic ones in UTF-8: nearly every address. */
const plainPath = /^\/(?:[\w/-]|%(?:c[2-9a-f]|d[0-9a-f])%[89ab][0-9a-f])*$/i;

/**
 * Whether an address can be one of ours at all: of a sensible length, decodable, without
 * control characters or dot segments.
 */
export function isSoundUrl(url: string | undefined): boolean {
  if (url === undefined || !url.startsWith('/')) return false;
  if (url.length > (url.startsWith('/search?') ? longestSearch : longestUrl)) return false;
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  if (plainPath.test(path)) return true;
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
