import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putReader, putReply } from '../src/newsroom/comments/testing/queued.ts';
import { openBrowser, type Watched } from './support/browser.ts';
import { type DeskClient, member, storyContent } from './support/desk-client.ts';
import { deskOf } from './support/desk-tab.ts';
import { axeViolations, latinWords, sidewaysOverflow } from './support/in-page.ts';
import { inNewsroom } from './support/newsroom.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** Moderators at work: the queue by keyboard and by thumb, words, readers and what is kept of one. */

let browser: Browser;
let paper: Paper;
let moderator: DeskClient;
let chief: DeskClient;
let story = 0;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
  moderator = await member(paper, 'moderator');
  chief = await member(paper, 'chief');
  const content = storyContent('الجسر يُفتح غداً');
  story = Number((await chief.ask('POST', '/stories', { content })).body.id);
  await chief.ask('POST', `/stories/${story}/actions/publishAtOnce`, {});
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});

const spam = 'ربح سريع بلا تعب https://example.com/win';
/** Held replies of as many readers, the riskiest first; every third one is an advertisement. */
const putHeld = (many: number): Promise<void> =>
  inNewsroom(paper.data, ({ store }) =>
    store.write(async (tx) => {
      const at = Date.now();
      const readers = Array.from({ length: many }, (_, n) => `reader ${at} ${n}`);
      await tx
        .insertInto('readers')
        .values(readers.map((email_hash) => ({ email_hash, first_at: at, last_at: at })))
        .execute();
      await tx
        .insertInto('comments')
        .values(
          readers.map((email_hash, n) => ({
            ...{ story_id: story, email_hash, name: `قارئ ${n + 1}`, risk: 90 - n },
            ...{ state: 'held', created_at: at },
            text: n % 3 === 2 ? spam : `رأي رقم ${n + 1} في الجسر.`,
          })),
        )
        .execute();
    }),
  );
const dropReplies = (): Promise<void> =>
  inNewsroom(paper.data, ({ store }) =>
    store.write(async (tx) => {
      for (const table of ['comments', 'readers', 'phrases'] as const)
        await tx.deleteFrom(table).execute();
    }),
  );
const states = async (): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const view of ['held', 'approved', 'rejected']) {
    const { body } = await moderator.ask('GET', `/comments/matching?view=${view}`);
    counted[view] = Number(body.count);
  }
  return counted;
};
const cards = (page: Page) => page.getByRole('article');
const here = (page: Page) => page.locator('article[aria-current]');
const stand = (page: Page, name: string) =>
  here(page)
    .and(page.getByLabel(`ردّ ${name}`, { exact: true }))
    .waitFor();
/** A key as an Arabic keyboard gives it: the letter, and the place it lies on. */
const pressArabic = (page: Page, key: string, code: string): Promise<unknown> =>
  page.evaluate(
    `dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, code, cancelable: true })}))`,
  );

describe('the queue', () => {
  let tab: Watched;
  let page: Page;
  beforeAll(async () => {
    tab = await deskOf(browser, paper, 'moderator');
    page = tab.page;
    await page.addInitScript(axe.source);
  });
  beforeEach(dropReplies);
  afterEach(() => {
    expect(tab.complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
    tab.complaints.length = 0;
  });
  afterAll(() => tab.close());
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${paper.url}/desk/replies${query}`);
    await here(page).waitFor();
  };

  test('is cleared from the keyboard, in Arabic letters and Latin ones, and each act taken back', async () => {
    await putHeld(6);
    await open();
    await stand(page, 'قارئ 1');
    await pressArabic(page, 'ق', 'KeyR');
    await stand(page, 'قارئ 2');
    await pressArabic(page, 'ر', 'KeyV');
    await stand(page, 'قارئ 3');
    await page.keyboard.press('b');
    await stand(page, 'قارئ 4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await stand(page, 'قارئ 6');
    await until(async () => (await states()).held === 2);
    expect(await states()).toEqual({ held: 2, approved: 2, rejected: 2 });

    // Back over all four, one after another.
    for (const name of ['قارئ 5', 'قارئ 3', 'قارئ 2', 'قارئ 1']) {
      await page.keyboard.press('z');
      await stand(page, name);
    }
    await until(async () => (await states()).held === 6);
    await page.keyboard.press('z');
    await page.getByText('لا قرار لك هنا تتراجع عنه.').waitFor();
    const { body } = await moderator.ask('GET', '/comments/readers?standing=banned');
    expect(body.rows).toEqual([]);
  });

  test('of a hundred is emptied as quickly as keys are pressed, page after page', async () => {
    await putHeld(100);
    await open();
    for (let n = 0; n < 100; n += 1) {
      await here(page).waitFor();
      await page.keyboard.press(n % 4 === 3 ? 'r' : 'a');
    }
    await page.getByText('لا ردّ ينتظر. الطابور فارغ.').waitFor();
    await until(async () => (await states()).held === 0);
    expect(await states()).toEqual({ held: 0, approved: 75, rejected: 25 });
  });

  test('shows why, who, what is answered and where, without a click', async () => {
    await inNewsroom(paper.data, async (newsroom) => {
      await putReader(newsroom, 'h', { approved: 4, rejected: 1, note: 'يكتب بأدب' });
      const parent = await putReply(newsroom, {
        ...{ story_id: story, name: 'هدى', text: 'أوافق الكاتب.', state: 'approved' },
      });
      await putReply(newsroom, {
        ...{ story_id: story, email_hash: 'h', text: 'ردّ قديم له', state: 'rejected' },
        created_at: 1,
      });
      const id = await putReply(newsroom, {
        ...{ story_id: story, parent_id: parent, email_hash: 'h', text: spam, risk: 60 },
      });
      await newsroom.store.write((tx) =>
        tx
          .insertInto('comment_decisions')
          .values({ comment_id: id, at: 1, phase: 'links', outcome: 'hold', reason: 'links' })
          .execute(),
      );
      await newsroom.store.write((tx) =>
        tx
          .insertInto('phrases')
          .values({ phrase: 'ربح سريع', kind: 'suspect', created_at: 1 } as never)
          .execute(),
      );
    });
    await open();
    const screen = page.locator('.queue');
    for (const words of [
      ...['الجسر يُفتح غداً', 'أوافق الكاتب.', 'خطر 60', 'فيه روابط', 'المقبول 4، والمرفوض 1'],
      ...['يكتب بأدب', 'ردّ قديم له'],
    ])
      await screen.getByText(words).first().waitFor();
    expect(await here(page).locator('mark').innerText()).toBe('ربح سريع');
    expect(await page.evaluate(axeViolations)).toEqual([]);
  });

  test('one decision goes to all that match, after it said how many, and comes back at once', async () => {
    await putHeld(9);
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('ربح');
    await until(async () => (await cards(page).count()) === 3);
    await page.getByRole('button', { name: 'على كل ما يوافق' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('يشمل القرار ثلاثة ردود').waitFor();
    await sheet.getByRole('button', { name: 'ارفضه' }).click();
    await page.getByText('رُفض ثلاثة ردود.').waitFor();
    expect(await states()).toEqual({ held: 6, approved: 0, rejected: 3 });
    await page.getByRole('button', { name: 'تراجع' }).click();
    await until(async () => (await states()).held === 9);
  });

  test('what is chosen is decided together', async () => {
    await putHeld(4);
    await open();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByText('المختار: ردّان').waitFor();
    await page.keyboard.press('r');
    await page.getByText('رُفض ردّان.').waitFor();
    expect(await states()).toEqual({ held: 2, approved: 0, rejected: 2 });
  });

  test('what a colleague decided first stays, and the moderator is told', async () => {
    await putHeld(2);
    await open();
    await stand(page, 'قارئ 1');
    const { body } = await chief.ask('GET', '/comments');
    const ids = (body.rows as { id: number }[]).map(({ id }) => id);
    await chief.ask('POST', '/comments/moderate', { act: 'reject', ids: ids.slice(0, 1) });
    await page.keyboard.press('a');
    await page.getByText('قرّر زميل في هذا الردّ قبلك').waitFor();
    expect(await states()).toMatchObject({ rejected: 1, approved: 0 });
  });

  test('a decision that did not reach the server brings its reply back', async () => {
    await putHeld(3);
    await open();
    await page.route('**/comments/moderate', (route) => route.abort());
    await page.keyboard.press('a');
    await page.getByText('لم يُحفظ القرار، وعاد الردّ إلى مكانه.').waitFor();
    await stand(page, 'قارئ 1');
    expect(await cards(page).count()).toBe(3);
    await page.unroute('**/comments/moderate');
    await page.getByRole('button', { name: 'أغلق' }).click();
  });

  test('a reply that comes in reaches an empty queue by itself', async () => {
    await page.goto(`${paper.url}/desk/replies`);
    await page.getByText('لا ردّ ينتظر. الطابور فارغ.').waitFor();
    await putHeld(1);
    await stand(page, 'قارئ 1');
  });
});

test('words are added, tried as they are typed however they are disguised, and removed', async () => {
  await dropReplies();
  const { page, close, complaints } = await deskOf(browser, paper, 'moderator');
  await page.goto(`${paper.url}/desk/replies/words`);
  await page.getByRole('button', { name: 'أضف عبارة' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('العبارة').fill('ربح سريع');
  await sheet.getByLabel('ما تفعله').selectOption('banned');
  await sheet.getByRole('button', { name: 'احفظ' }).click();
  await sheet.waitFor({ state: 'detached' });
  const box = page.getByLabel('النصّ المجرَّب');
  await box.fill('والرِّبْح الســـريع مضمون');
  await page.getByText('يُرفض هذا الردّ.').waitFor();
  expect(await page.locator('mark').innerText()).toBe('والرِّبْح الســـريع');
  await box.fill('مربح وسريعاً');
  await page.getByText('لا تصيبه عبارة.').waitFor();
  await page.getByRole('button', { name: 'احذف: ربح سريع' }).click();
  await page.getByText('لا عبارات بعد').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('all that is kept about one address is shown to the chief, and erased', async () => {
  await dropReplies();
  const form = new URLSearchParams({
    ...{ name: 'هدى سالم', email: 'Huda@Example.org', text: 'أحسنتم على هذا التقرير.' },
  });
  const path = new URL((await fetch(`${paper.url}/${story}`)).url).pathname;
  await fetch(paper.url + path, { method: 'POST', body: form });
  await until(async () => (await states()).held === 1);
  const { page, close } = await deskOf(browser, paper, 'chief');
  await page.goto(`${paper.url}/desk/replies/readers`);
  await page.getByText('هدى سالم').waitFor();
  expect(await page.content()).not.toContain('example.org');
  await page.getByLabel('عنوان البريد').fill('huda@example.org');
  await page.getByRole('button', { name: 'اعرض ما لدينا' }).click();
  await page.getByText('لدينا ردّ واحد من هذا العنوان.').waitFor();
  await page.getByRole('button', { name: 'امحُ كل شيء' }).click();
  await page.getByRole('button', { name: 'امحُ نهائياً' }).click();
  await page.getByText('مُحي كل ما كان لدينا').waitFor();
  expect(await states()).toEqual({ held: 0, approved: 0, rejected: 0 });
  await close();
  // A moderator sees readers, but nothing of one address.
  const tab = await deskOf(browser, paper, 'moderator');
  await tab.page.goto(`${paper.url}/desk/replies/readers`);
  await tab.page.getByText('لم يكتب قارئ بعد.').waitFor();
  expect(await tab.page.getByLabel('عنوان البريد').count()).toBe(0);
  await tab.close();
});

describe.each([
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  let tab: Watched;
  beforeAll(async () => {
    await dropReplies();
    await putHeld(12);
    const options = { viewport: { width, height: 844 }, colorScheme, hasTouch: width < 500 };
    tab = await deskOf(browser, paper, 'moderator', options);
    await tab.page.addInitScript(axe.source);
  });
  afterAll(() => tab.close());

  test('a full queue is accessible, in Arabic, and does not move sideways', async () => {
    const { page } = tab;
    await page.goto(`${paper.url}/desk/replies`);
    await here(page).waitFor();
    await page.waitForTimeout(250);
    expect(await page.evaluate(axeViolations)).toEqual([]);
    expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
    // What readers wrote themselves is theirs.
    const latin = (await page.evaluate(latinWords)) as string[];
    expect(latin.filter((one) => !one.startsWith('OPTION'))).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });

  test.runIf(width < 500)('a phone shows one reply at a time, decided by the thumb', async () => {
    const { page } = tab;
    await page.goto(`${paper.url}/desk/replies`);
    await stand(page, 'قارئ 1');
    expect(await cards(page).filter({ visible: true }).count()).toBe(1);
    const approve = page.getByRole('button', { name: 'اقبله' });
    const box = await approve.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan(600);
    await approve.tap();
    await stand(page, 'قارئ 2');
    await page.getByRole('button', { name: 'ارفضه' }).tap();
    await stand(page, 'قارئ 3');
    await page.getByRole('button', { name: 'أفعال أخرى' }).tap();
    await page.getByRole('menuitem', { name: 'احظر كاتبه' }).tap();
    await stand(page, 'قارئ 4');
    await page.getByRole('button', { name: 'تراجع' }).tap();
    await stand(page, 'قارئ 3');
    await until(async () => (await states()).held === 10);
  });
});
