import { redirectFrom } from '../../newsroom/publications/places.ts';
import { notFoundPage } from '../pages/not-found-page.tsx';
import { contextOf } from './context.ts';
import type { Press, PressRequest } from './press.ts';
import { html, respondOnce } from './respond-once.ts';

/** Thrown while a page is being built: readers know of no such thing. */
export class Missing extends Error {}

/** Thrown while a page is being built: it has another address (site-relative, encoded). */
export class Moved extends Error {
  readonly to: string;
  constructor(to: string) {
    super(`moved to ${to}`);
    this.to = to;
  }
}

/** 404 in the paper's own clothes, unless the path has moved. */
export async function notFound(c: PressRequest, press: Press): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  const to = await redirectFrom(press.store.read, decoded(pathname));
  if (to !== null) return c.redirect(encodeURI(to), 301);
  const ctx = await contextOf(c, press, pathname);
  return respondOnce(c, { status: 404, contentType: html, body: notFoundPage(ctx) });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
