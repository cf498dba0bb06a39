import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser } from './support/browser.ts';
import { fixtureText, type Ingested, ingest, pageText } from './support/pages.ts';
import { type Paper, startPaper } from './support/program.ts';
import { approve, listReplies, postReply } from './support/replies.ts';

/**
 * Every text of fixtures/hostile-texts.json is posted as a reply, let in and looked at by a browser
 * that runs scripts and was told to ignore the pages' security policy: escaping alone protects.
 */

const texts = z.array(z.string()).parse(JSON.parse(fixtureText('hostile-texts.json')));

let paper: Paper;
let story: Ingested;
let browser: Browser;

beforeAll(async () => {
  paper = await startPaper();
  story = await ingest(
    paper,
    pageText('خبر يجتذب المعابثين', 'قال شاهد في سهل النخيل إن المعابثين كثر.', 'وانتهى.'),
    { date: '2022-01-01' },
  );
  const path = pathOf(story.url);
  for (const [n, text] of texts.entries()) {
    const fields = { name: text.slice(0, 70), email: `reader${n}@example.org`, text };
    const { status } = await postReply(paper, path, fields);
    // Of some nothing is left that could be shown.
    expect([303, 422], text).toContain(status);
  }
  const held = await listReplies(paper, 'held');
  expect(held.length).toBeGreaterThan(texts.length - 10);
  await approve(
    paper,
    held.map(({ id }) => id),
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});

/** What stands in #comments that the press never writes: elements, attributes, addresses. */
const strangers = `(() => {
  const tags = new Set(['ARTICLE', 'HEADER', 'FOOTER', 'B', 'BDI', 'A', 'TIME', 'P', 'BR', 'NAV']);
  const names = new Set(['id', 'class', 'dir', 'href', 'rel', 'datetime', 'aria-label']);
  const found = [];
  for (const element of document.querySelectorAll('#comments article, #comments article *, #comments nav *')) {
    if (!tags.has(element.tagName)) found.push(element.outerHTML.slice(0, 120));
    for (const { name } of element.attributes) if (!names.has(name)) found.push(element.tagName + ' ' + name);
    if (element.id && !/^comment-\\d+$/.test(element.id)) found.push('#' + element.id);
    const { protocol, origin } = element.tagName === 'A' ? element : { protocol: 'https:', origin: '' };
    if (!/^https?:$/.test(protocol)) found.push(element.outerHTML.slice(0, 120));
    if (origin !== '' && origin !== location.origin && element.rel !== 'nofollow ugc noopener') found.push('rel ' + element.href);
  }
  return found;
})()`;

test('no text runs, restyles, redirects or asks for anything, whatever it holds', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => events.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== paper.url) events.push(`asked ${request.url()}`);
  });
  await page.goto(`${story.url}/replies?order=oldest`);
  const shown = new Map<string, string>();
  for (;;) {
    expect(await page.evaluate<string[]>(strangers)).toEqual([]);
    // Whatever a pointer or the keyboard could set off.
    await page.evaluate(`document.querySelectorAll('#comments *').forEach((one) => {
      for (const kind of ['mouseover', 'pointerenter', 'focus', 'click', 'toggle'])
        if (kind !== 'click' || one.tagName !== 'A') one.dispatchEvent(new Event(kind, { bubbles: true }));
    })`);
    const replies = await page.evaluate<[string, string, number][]>(
      `[...document.querySelectorAll('#comments > article')].map((one) => [one.id,
        [...one.querySelectorAll(':scope > p')].map((p) => p.innerText).join('\\n\\n'), one.offsetWidth])`,
    );
    for (const [id, text, width] of replies) {
      shown.set(id.replace('comment-', ''), text);
      expect(width).toBeLessThanOrEqual(640);
    }
    const more = page.locator('.pager .forward');
    if ((await more.count()) === 0) break;
    await more.click();
  }
  expect(events).toEqual([]);
  const kept = await listReplies(paper, 'approved');
  expect(shown.size).toBe(kept.length);
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  for (const { id, text } of kept) expect(plain(shown.get(String(id)) ?? '')).toBe(plain(text));
  await context.close();
});

test('each has a page, a form that answers it and a report that are as harmless', async () => {
  const kept = await listReplies(paper, 'approved');
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const { id } of kept.filter((_, n) => n % 8 === 0))
    for (const place of [`replies/${id}`, `replies/${id}/report`]) {
      await page.goto(`${story.url}/${place}`);
      expect(await page.evaluate<string[]>(strangers)).toEqual([]);
      expect(await page.locator('form').count()).toBe(1);
    }
  expect(dialogs).toEqual([]);
  await context.close();
});

test('the feed of them is XML in which they are text', async () => {
  const { text } = await ask(paper.url, '/comments/feed.xml');
  const context = await browser.newContext();
  const page = await context.newPage();
  const tree = await page.evaluate<{ error: boolean; names: string[] }>(
    `(() => {
      const parsed = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
      return {
        error: parsed.querySelector('parsererror') !== null,
        names: [...new Set([...parsed.querySelectorAll('item *')].map((one) => one.localName))],
      };
    })()`,
  );
  expect(tree.error).toBe(false);
  expect(tree.names.sort()).toEqual(
    ['creator', 'description', 'encoded', 'guid', 'link', 'pubDate', 'title'].sort(),
  );
  await context.close();
});
