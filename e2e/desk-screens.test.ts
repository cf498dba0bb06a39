import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Watched } from './support/browser.ts';
import { DeskClient, member } from './support/desk-client.ts';
import { deskOf, openDesk } from './support/desk-tab.ts';
import { axeViolations, latinWords, sidewaysOverflow } from './support/in-page.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** What holds of every screen of the desk. */

const screens: readonly (readonly [name: string, path: string])[] = [
  ['today', '/desk'],
  ['the stories', '/desk/stories'],
  ['the stories, filtered to nothing', '/desk/stories?state=spiked&q=لاشيء'],
  ['the front page', '/desk/front'],
  ['the pictures', '/desk/media'],
  ['a picture', '/desk/media?id=1'],
  ['the replies', '/desk/replies'],
  ['the words of replies', '/desk/replies/words'],
  ['the readers', '/desk/replies/readers'],
  ['the figures of replies', '/desk/replies/numbers'],
  ['the settings of replies', '/desk/settings/replies'],
  ['the sections', '/desk/terms/sections'],
  ['the people', '/desk/terms/people'],
  ['the standing pages', '/desk/pages'],
  ['the team', '/desk/users'],
  ['the settings', '/desk/settings'],
  ['the redirects', '/desk/settings/redirects'],
  ['the programs', '/desk/settings/programs'],
  ['the audit trail', '/desk/audit'],
  ['one’s own account', '/desk/me'],
];

let browser: Browser;
let paper: Paper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper({ demo: true });
  const chief = await member(paper, 'chief');
  await chief.ask('PATCH', '/me', { name: 'كريم منصور' });
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});

async function settle(tab: Watched, url: string): Promise<void> {
  await tab.page.goto(url);
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  await until(async () => (await tab.page.locator('.loading').count()) === 0);
  await tab.page.waitForTimeout(250);
}

const looks = [
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

describe.each(looks)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  let tab: Watched;
  beforeAll(async () => {
    tab = await deskOf(browser, paper, 'chief', { viewport: { width, height: 900 }, colorScheme });
    await tab.page.addInitScript(axe.source);
  });
  afterAll(() => tab.close());

  test.each(screens)('%s is accessible, in Arabic, and does not move sideways', async (_, path) => {
    tab.complaints.length = 0;
    await settle(tab, paper.url + path);
    expect(await tab.page.evaluate(axeViolations)).toEqual([]);
    expect(await tab.page.evaluate(sidewaysOverflow)).toEqual([]);
    const latin = (await tab.page.evaluate(latinWords)) as string[];
    // The one name that is read in its own letters.
    expect(latin.filter((word) => word !== 'OPTION: English')).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });

  test.each<[name: string, path: string, open: (page: Page) => Promise<void>]>([
    ['the palette', '/desk', (page) => page.keyboard.press('Control+k')],
    [
      'an invitation',
      '/desk/users',
      (page) => page.getByRole('button', { name: 'ادعُ شخصاً' }).click(),
    ],
    [
      'a section’s form',
      '/desk/terms/sections',
      (page) => page.getByRole('button', { name: 'أضف قسماً' }).click(),
    ],
    [
      'a page’s form',
      '/desk/pages',
      (page) => page.getByRole('button', { name: 'أضف صفحة' }).click(),
    ],
  ])('%s, over its screen, is accessible and holds the focus', async (_, path, open) => {
    await settle(tab, paper.url + path);
    await open(tab.page);
    const sheet = tab.page.getByRole('dialog');
    await sheet.waitFor();
    await until(async () => (await sheet.locator(':focus').count()) === 1);
    await tab.page.waitForTimeout(250);
    expect(await tab.page.evaluate(axeViolations)).toEqual([]);
    expect(await tab.page.evaluate(sidewaysOverflow)).toEqual([]);
    expect(await tab.page.evaluate(latinWords)).toEqual([]);
    await tab.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test.each(['/desk/sign-in', '/desk/reset', '/desk/setup?token=x', '/desk/invitation?token=x'])(
    '%s is accessible to whoever is not in yet',
    async (path) => {
      const stranger = await openDesk(browser, { viewport: { width, height: 900 }, colorScheme });
      await stranger.page.addInitScript(axe.source);
      await settle(stranger, paper.url + path);
      expect(await stranger.page.evaluate(axeViolations)).toEqual([]);
      expect(await stranger.page.evaluate(sidewaysOverflow)).toEqual([]);
      expect(await stranger.page.evaluate(latinWords)).toEqual([]);
      await stranger.close();
    },
  );
});

test('on a phone the sheet behind «المزيد» leads to the other screens', async () => {
  const tab = await deskOf(browser, paper, 'chief', { viewport: { width: 390, height: 844 } });
  await tab.page.addInitScript(axe.source);
  await settle(tab, `${paper.url}/desk`);
  await tab.page.getByRole('button', { name: 'المزيد' }).click();
  const sheet = tab.page.getByRole('dialog');
  await sheet.waitFor();
  await tab.page.waitForTimeout(250);
  expect(await tab.page.evaluate(axeViolations)).toEqual([]);
  await sheet.getByRole('link', { name: 'الصفحة الأولى' }).click();
  await tab.page.waitForURL(/\/desk\/front$/);
  await sheet.waitFor({ state: 'detached' });
  await tab.close();
});

test('an address that is no screen says so and leads back', async () => {
  const tab = await deskOf(browser, paper, 'editor');
  await tab.page.goto(`${paper.url}/desk/nothing-here`);
  await tab.page.getByText('لا شاشة بهذا العنوان.').waitFor();
  await tab.page.getByRole('link', { name: 'عُد إلى «اليوم»' }).click();
  await tab.page.getByRole('heading', { name: /اليوم/ }).waitFor();
  await tab.close();
});

test('in English every screen is in English, left to right', async () => {
  const client = await member(paper, 'admin');
  await client.ask('PATCH', '/me', { language: 'en' });
  const tab = await deskOf(browser, paper, 'admin');
  await settle(tab, `${paper.url}/desk/users`);
  await tab.page.getByRole('heading', { name: 'Team' }).waitFor();
  expect(await tab.page.locator('html').getAttribute('dir')).toBe('ltr');
  for (const [, path] of screens) {
    await settle(tab, paper.url + path);
    const heading = await tab.page.getByRole('heading', { level: 1 }).textContent();
    expect(heading).not.toMatch(/\p{Script=Arabic}/u);
  }
  await tab.close();
});

test('the first screen weighs under 300 KB of compressed script', async () => {
  const tab = await deskOf(browser, paper, 'editor');
  const session = await tab.page.context().newCDPSession(tab.page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await settle(tab, `${paper.url}/desk`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(300 * 1024);
  await tab.close();
});

test('nobody frames the desk, and it runs no script but its own', async () => {
  const answer = await new DeskClient(paper).ask('GET', '/session');
  expect(answer.status).toBe(401);
  const page = await fetch(`${paper.url}/desk/stories/1`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(page.status).toBe(200);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('cache-control')).toBe('no-store');
  for (const path of [
    '/desk/assets/..%2findex.html',
    '/desk/assets/index.html',
    '/desk/assets/x.js',
  ])
    expect((await fetch(paper.url + path)).status, path).toBeGreaterThanOrEqual(400);
});
