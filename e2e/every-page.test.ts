import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../src/arabic/zoned.ts';
import { archivePath } from '../src/newsroom/publications/paths.ts';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser, openTab, type Watched } from './support/browser.ts';
import { pagesOfDemo, pagesOfOddPaper } from './support/every-page.ts';
import { axeViolations, latinWords, paperLightness, sidewaysOverflow } from './support/in-page.ts';
import { hasJava, nuErrors } from './support/nu.ts';
import { startPaper } from './support/program.ts';

/** What holds of every page that a reader can meet. */

const odd = await startPaper();
const empty = await startPaper();
const today = archivePath(dayOf(Date.now(), 'Asia/Baghdad'));
const kinds = [
  ...(await pagesOfDemo(inject('demo'))),
  ...(await pagesOfOddPaper(odd)),
  { kind: 'the front page of an empty newsroom', url: `${empty.url}/`, status: 200 },
  { kind: 'today, before its first story', url: empty.url + today, status: 200 },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await odd.discard();
  await empty.discard();
});

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of taste in markup that no human writes by hand.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // Lists may be labelled; it is rarely done, which is no fault.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A headline is as long as it must be.
    'long-title': 'off',
  },
});

const widths = [320, 390, 768, 1440];

describe.each(kinds)('$kind', ({ url, status }) => {
  let tab: Watched;
  let html: string;

  beforeAll(async () => {
    const answer = await ask(new URL(url).origin, pathOf(url));
    html = answer.text;
    expect(answer.status).toBe(status);
    // Scripts run here for axe alone; the pages have none, as a test below says.
    tab = await openTab(browser, { javaScriptEnabled: true, colorScheme: 'light' });
    await tab.page.goto(url);
  });
  afterAll(() => tab.close());

  test('has no fault that axe can find, in the light and in the dark', async () => {
    await tab.page.evaluate(axe.source);
    const light = await tab.page.evaluate<number>(paperLightness);
    expect(await tab.page.evaluate<string[]>(axeViolations)).toEqual([]);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await tab.page.evaluate<number>(paperLightness);
    expect(await tab.page.evaluate<string[]>(axeViolations)).toEqual([]);
    await tab.page.emulateMedia({ colorScheme: 'light' });
    expect(light).toBeGreaterThan(0.85);
    expect(dark).toBeLessThan(0.25);
  });

  test('does not move sideways, on a phone or on a desk', async () => {
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 900 });
      expect(await tab.page.evaluate<string[]>(sidewaysOverflow), `${width} px`).toEqual([]);
    }
  });

  test('says nothing in Latin letters that a writer did not', async () => {
    const found = await tab.page.evaluate<string[]>(latinWords);
    const written = /An English headline|A reply in English|The Example|Example News Agency/;
    expect(found.filter((one) => !written.test(one))).toEqual([]);
  });

  test('runs no script, asks no other site, and breaks none of its own rules', () => {
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => tag !== '<script type="application/ld+json">')).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+="|href="javascript:|<iframe|<object|\sstyle="/i);
    const origin = new URL(url).origin;
    expect(tab.requests.filter((asked) => new URL(asked).origin !== origin)).toEqual([]);
    // Chromium notes the status of the page itself as an error.
    const own = (line: string): boolean => status >= 400 && line.includes(`status of ${status}`);
    expect(tab.complaints.filter((line) => !own(line))).toEqual([]);
  });

  test('is valid HTML', async () => {
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) => result.messages);
    expect(
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
    ).toEqual([]);
  });

  test('declares its language, its direction, one heading and one main part', () => {
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.match(/<main\b/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    const isHidden = html.includes('<meta name="robots" content="noindex">');
    if (status !== 200 || url.includes('/replies')) expect(isHidden).toBe(true);
    else if (!url.includes('?') && url !== empty.url + today)
      expect(html).toContain(`<link rel="canonical" href="${url}">`);
  });
});

test('every link inside the paper leads to a page', async () => {
  // The desk comes with an issue of its own.
  const checked = new Set<string>(['/desk']);
  const dead: string[] = [];
  for (const { kind, url } of kinds) {
    const { origin } = new URL(url);
    const { text } = await ask(origin, pathOf(url));
    for (const [, href = ''] of text.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/g)) {
      const target = href.replaceAll('&amp;', '&');
      if (checked.has(target) || checked.has(origin + target)) continue;
      checked.add(origin + target);
      const { status } = await ask(origin, target);
      if (status !== 200) dead.push(`${target} (${status}) on ${kind}`);
    }
  }
  expect(checked.size).toBeGreaterThan(40);
  expect(dead).toEqual([]);
});

if (!hasJava()) console.warn('The Nu HTML checker is skipped: no Java was found.');

describe.skipIf(!hasJava())('the Nu HTML checker', () => {
  test('finds no error on any kind of page', async () => {
    const documents = new Map<string, string>();
    for (const { kind, url } of kinds) {
      const { origin } = new URL(url);
      documents.set(kind, (await ask(origin, pathOf(url))).text);
      documents.set(
        `${kind}, light`,
        (await ask(origin, pathOf(url), { headers: { 'save-data': 'on' } })).text,
      );
    }
    const story = kinds.find(({ kind }) => kind.startsWith('a story of the type'))?.url ?? '';
    const reply = await ask(inject('demo').url, pathOf(story), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        name: 'قارئ',
        email: 'not an address',
        text: '</textarea>',
      }).toString(),
    });
    documents.set('the answer to a reply', reply.text);
    const errors = await nuErrors(documents);
    expect([...errors].filter(([, found]) => found.length > 0)).toEqual([]);
  });
});
