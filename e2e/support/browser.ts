import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** The tests' one Chromium. Closing it ends only this connection. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browser'));

/** What a reader's browser complained of and whom it asked. */
export interface Watched {
  page: Page;
  /** Console errors (refusals of the security policy among them) and uncaught exceptions. */
  complaints: string[];
  /** Every address that was asked for. */
  requests: string[];
  close(): Promise<void>;
}

/** A tab in a window of its own. Readers' scripts are off unless asked for. */
export async function openTab(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'ar',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => context.close() };
}
