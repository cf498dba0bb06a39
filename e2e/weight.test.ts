import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser, openTab } from './support/browser.ts';
import { patience } from './support/patience.ts';

/** What a reader pays in bytes. The budgets are those of the design; a KB is 1,000 bytes. */

const demo = inject('demo');
const packed = { 'accept-encoding': 'br' };

let browser: Browser;
let stories: string[];
beforeAll(async () => {
  browser = await openBrowser();
  const { text } = await ask(demo.url, '/feed.json');
  stories = JSON.parse(text).items.map(({ url }: { url: string }) => url);
  expect(stories.length).toBeGreaterThan(5);
});
afterAll(() => browser.close());

interface Transfer {
  url: string;
  type: string;
  bytes: number;
}

/** Counts what comes over the wire for a page, headers included, as the browser sees it. */
async function countTransfers(page: Page, visit: () => Promise<unknown>): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const transfers = new Map<string, Transfer>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    transfers.set(requestId, {
      url: response.url,
      type: type ?? '',
      bytes: response.fromDiskCache === true ? 0 : Number.NaN,
    }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer !== undefined) transfer.bytes = encodedDataLength;
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => transfers.delete(requestId));
  await visit();
  await page.waitForLoadState('networkidle');
  await session.detach();
  return [...transfers.values()];
}

const isPicture = ({ type, url }: Transfer): boolean =>
  type === 'Image' || pathOf(url).startsWith('/media/');
const sum = (transfers: readonly Transfer[]): number =>
  transfers.reduce((bytes, transfer) => bytes + transfer.bytes, 0);

test('HTML and styles of a story weigh at most 25 KB, packed', async () => {
  for (const url of stories) {
    const page = await ask(demo.url, pathOf(url), { headers: packed });
    const styles = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
    expect(styles.length).toBeGreaterThan(0);
    let bytes = page.body.length;
    for (const [, href = ''] of styles)
      bytes += (await ask(demo.url, href, { headers: packed })).body.length;
    expect(bytes, url).toBeLessThanOrEqual(25_000);
  }
});

describe('in a browser', () => {
  test('the first view weighs at most 160 KB with its fonts, and the next at most 20 KB', async () => {
    const tab = await openTab(browser, { viewport: { width: 390, height: 844 } });
    const [first = '', next = ''] = stories;
    const one = await countTransfers(tab.page, () => tab.page.goto(first));
    const two = await countTransfers(tab.page, () => tab.page.goto(next));
    expect(one.filter(({ type }) => type === 'Font').length).toBeGreaterThan(0);
    const spent = (all: Transfer[]): number => sum(all.filter((transfer) => !isPicture(transfer)));
    expect(spent(one)).toBeGreaterThan(20_000);
    expect(spent(one)).toBeLessThanOrEqual(160_000);
    expect(spent(two)).toBeGreaterThan(1000);
    expect(spent(two)).toBeLessThanOrEqual(20_000);
    await tab.close();
  });

  test('the front page keeps to the same budget', async () => {
    const tab = await openTab(browser, { viewport: { width: 1440, height: 900 } });
    const all = await countTransfers(tab.page, () => tab.page.goto(demo.url));
    expect(sum(all.filter((transfer) => !isPicture(transfer)))).toBeLessThanOrEqual(160_000);
    await tab.close();
  });

  test('a reader who saves data is sent no font at all, and can read', async () => {
    const tab = await openTab(browser, { extraHTTPHeaders: { 'save-data': 'on' } });
    const [url = ''] = stories;
    const all = await countTransfers(tab.page, () => tab.page.goto(url));
    expect(
      all.filter(({ type, url: asked }) => type === 'Font' || asked.endsWith('.woff2')),
    ).toEqual([]);
    expect(sum(all.filter((transfer) => !isPicture(transfer)))).toBeLessThanOrEqual(25_000);
    expect((await tab.page.locator('article').first().textContent())?.length).toBeGreaterThan(500);
    await tab.close();
  });

  test('the pictures of the front page arrive, in a size that fits the window', async () => {
    const tab = await openTab(browser, { viewport: { width: 390, height: 844 } });
    await tab.page.goto(demo.url);
    const look = `(({ naturalWidth, currentSrc }) => [naturalWidth, currentSrc])(document.querySelector('main img'))`;
    await vi.waitFor(async () => {
      const [width, source] = await tab.page.evaluate<[number, string]>(look);
      expect(width).toBeGreaterThan(200);
      expect(source).toMatch(/-(400|800)\.(avif|webp)$/);
    }, patience);
    await tab.close();
  });
});

describe('on paper', () => {
  test('a story is its text alone: no menus, no forms, no other stories', async () => {
    const tab = await openTab(browser);
    const [url = ''] = stories;
    await tab.page.goto(url);
    await tab.page.emulateMedia({ media: 'print' });
    for (const hidden of ['nav', 'form', '#neighbours', '#comments', '#related', '.share', '.skip'])
      for (const element of await tab.page.locator(hidden).all())
        expect(await element.isVisible(), hidden).toBe(false);
    for (const shown of ['h1', '.body p', 'header time', '.printed', '#sources'])
      expect(await tab.page.locator(shown).first().isVisible(), shown).toBe(true);
    await tab.close();
  });
});
