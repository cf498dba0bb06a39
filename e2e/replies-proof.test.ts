import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser, openTab, type Watched } from './support/browser.ts';
import { deskOf } from './support/desk-tab.ts';
import { type Ingested, ingest, pageText } from './support/pages.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';
import { postReply } from './support/replies.ts';

/** A storm of replies: strangers' browsers prove a little, and what proves nothing buries nobody. */

const spammers = 100;
let paper: Paper;
let story: Ingested;
let browser: Browser;

beforeAll(async () => {
  paper = await startPaper();
  story = await ingest(
    paper,
    pageText('خبر تنهال عليه الردود', 'قال شاهد في سهل النخيل إن الردود كثرت.', 'وانتهى.'),
    { date: '2022-01-01' },
  );
  browser = await openBrowser();
  await Promise.all(
    Array.from({ length: spammers }, (_, n) =>
      postReply(paper, pathOf(story.url), {
        ...{ name: `آلة ${n}`, email: `bot${n}@example.org` },
        text: `الربح السريع رقم ${n} بانتظارك اليوم وكل يوم.`,
      }),
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});

async function write(tab: Watched, name: string): Promise<void> {
  const email = `${encodeURIComponent(name).replaceAll('%', '')}@example.org`;
  await tab.page.goto(story.url);
  for (const [field, value] of Object.entries({ name, email, text: `رأي ${name} في الخبر.` }))
    await tab.page.fill(`#reply-${field}`, value);
  await tab.page.click('#reply button');
}
const isUnproven = async (name: string): Promise<boolean | undefined> => {
  const { stdout } = await paper.run(['comments', 'list', '--state', 'held', '--json']);
  const rows = JSON.parse(stdout) as { name: string; unproven: boolean }[];
  return rows.find((one) => one.name === name)?.unproven;
};

test('a browser with scripts proves in a moment, and what its reader types meanwhile stays', async () => {
  const tab = await openTab(browser, { javaScriptEnabled: true });
  const { page } = tab;
  let goOn: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/reply/*', async (route) => {
    if (route.request().method() === 'POST') await typed;
    await route.continue();
  });
  await write(tab, 'هدى');

  await page.locator('.state [data-when="proving"]').waitFor();
  expect(await page.locator('.state').textContent()).toContain('بانتظار المراجعة');
  await page.fill('#own-text', 'رأي لم يُحفظ بعد.');
  goOn();
  await page.locator('.state:not([data-challenge])').waitFor();

  expect(await page.locator('.state').innerText()).toContain('يقرؤه أحد المحررين');
  expect(await page.locator('.state').innerText()).not.toContain('حساباً');
  expect(await page.inputValue('#own-text')).toBe('رأي لم يُحفظ بعد.');
  expect(await isUnproven('هدى')).toBe(false);
  expect(tab.complaints).toEqual([]);
  expect(tab.requests.filter((url) => new URL(url).origin !== paper.url)).toEqual([]);
  await tab.close();
});

test('a browser without scripts reads that a person will look, and nothing else is asked of it', async () => {
  const tab = await openTab(browser);
  await write(tab, 'كريم');

  expect(await tab.page.locator('.state').innerText()).toContain('يقرؤه أحد المحررين');
  expect(await tab.page.locator('[data-when]:visible').count()).toBe(0);
  expect(await isUnproven('كريم')).toBe(true);
  const own = await ask(paper.url, pathOf(tab.page.url()));
  const policy = String(own.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toContain("script-src 'self'; connect-src 'self'");
  const other = await ask(paper.url, pathOf(story.url));
  expect(other.headers['content-security-policy']).not.toContain('script-src');
  expect(other.text).not.toContain('/assets/proof');
  await tab.close();
});

test('a proof that does not arrive is said to be missing, and made again when the page is', async () => {
  const tab = await openTab(browser, { javaScriptEnabled: true });
  const { page } = tab;
  await page.route('**/reply/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await write(tab, 'سمر');
  await page.locator('.state [data-when="unproved"]').waitFor();
  expect(await isUnproven('سمر')).toBe(true);

  await page.unroute('**/reply/*');
  await page.reload();
  await page.locator('.state:not([data-challenge])').waitFor();

  expect(await isUnproven('سمر')).toBe(false);
  await tab.close();
});

test('moderators see the storm, and clear what proved nothing in one act', async () => {
  const tab = await deskOf(browser, paper, 'moderator');
  const { page } = tab;
  await page.goto(`${paper.url}/desk/replies`);
  await page.getByText('سيل غير معتاد من الردود').waitFor();
  await page.getByRole('link', { name: 'بلا إثبات' }).click();
  await page.locator('article').getByText('بلا إثبات').first().waitFor();
  await page.getByRole('button', { name: 'على كل ما يوافق…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ارفضه' }).click();

  await until(async () => (await isUnproven('كريم')) === undefined);
  expect(await isUnproven('هدى')).toBe(false);
  expect(await isUnproven('سمر')).toBe(false);
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
