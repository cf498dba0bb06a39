import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Watched } from './support/browser.ts';
import { type DeskClient, member, password } from './support/desk-client.ts';
import {
  begin,
  bodyOf,
  openStory,
  saveLine,
  storyOf,
  typeAtEnd,
  untilSaid,
} from './support/desk-story.ts';
import { deskOf } from './support/desk-tab.ts';
import { inNewsroom } from './support/newsroom.ts';
import { until } from './support/patience.ts';
import { begin as beginProgram, type Paper, type Running, startPaper } from './support/program.ts';

/** Nothing that somebody typed is lost: not with the network, the session, the server or a colleague. */

let browser: Browser;
let paper: Paper;
let chief: DeskClient;
const servers: Running[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
  chief = await member(paper, 'chief');
  await member(paper, 'editor');
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.kill('SIGTERM');
    await server.ended;
  }
  await paper.discard();
});

const desk = (role: string): Promise<Watched> => deskOf(browser, paper, role);

test('a network cut while typing is said, survives a reload, and heals by itself', async () => {
  const id = await begin(chief, 'شبكة', ['فقرة']);
  const { page, close } = await desk('chief');
  await openStory(page, paper.url, id);
  await page.context().setOffline(true);
  await typeAtEnd(page, ' كُتبت بلا شبكة');
  await untilSaid(page, 'لا اتّصال');
  expect((await storyOf(chief, id)).text).not.toContain('بلا شبكة');
  // The lid is closed before anything was sent.
  await page.waitForTimeout(1200);
  await page.context().setOffline(false);
  await page.goto('about:blank');
  await openStory(page, paper.url, id);
  await until(async () => (await bodyOf(page).innerText()).includes('كُتبت بلا شبكة'));
  await untilSaid(page, 'حُفظ تلقائياً');

  await page.context().setOffline(true);
  await typeAtEnd(page, ' وبعدها');
  await untilSaid(page, 'لا اتّصال');
  await page.context().setOffline(false);
  await untilSaid(page, 'حُفظ تلقائياً');
  await page.keyboard.press('Control+s');
  await untilSaid(page, 'النسخة 2');
  expect((await storyOf(chief, id)).text).toContain('كُتبت بلا شبكة وبعدها');
  await close();
});

test('two people saving one story: the later sees both texts, and the merge has both', async () => {
  const id = await begin(chief, 'اثنان', ['الفقرة الأولى', 'الفقرة الثانية', 'الفقرة الثالثة']);
  const one = await desk('chief');
  const two = await desk('editor');
  await openStory(one.page, paper.url, id);
  await openStory(two.page, paper.url, id);
  // Each sees that the other is there.
  await one.page.locator('.people').waitFor();
  await typeAtEnd(two.page, ' بقلم المحرّر');
  await bodyOf(one.page).getByText('الفقرة الأولى').click();
  await one.page.keyboard.press('End');
  await one.page.keyboard.type(' بقلم الرئيس');
  await one.page.keyboard.press('Control+s');
  await untilSaid(one.page, 'النسخة 2');

  const both = two.page.getByRole('dialog', { name: 'نصّان لمادة واحدة' });
  await both.waitFor();
  expect(await saveLine(two.page).innerText()).toContain('نسخة أحدث');
  expect((await storyOf(chief, id)).text).not.toContain('بقلم المحرّر');
  await both.getByRole('button', { name: 'احفظ الدمج' }).click();
  await untilSaid(two.page, 'النسخة 3');
  const { text } = await storyOf(chief, id);
  expect(text).toContain('الفقرة الأولى بقلم الرئيس');
  expect(text).toContain('الفقرة الثالثة بقلم المحرّر');
  // Whoever had nothing unsaved simply has the newest before them.
  await until(async () => (await bodyOf(one.page).innerText()).includes('بقلم المحرّر'));
  await one.close();
  await two.close();
});

test('where both changed one paragraph, a person chooses', async () => {
  const id = await begin(chief, 'خلاف', ['جملة واحدة']);
  const { page, close } = await desk('editor');
  await openStory(page, paper.url, id);
  await typeAtEnd(page, ' كما رآها المحرّر');
  const { version, content } = await storyOf(chief, id);
  const theirs = JSON.parse(JSON.stringify(content).replace('جملة واحدة', 'جملة أخرى'));
  await chief.ask('PUT', `/stories/${id}`, { version, content: theirs });
  const both = page.getByRole('dialog', { name: 'نصّان لمادة واحدة' });
  await both.getByText('عدّلتماه معاً').waitFor();
  await both.getByRole('radio', { name: /نصّ chief/ }).check();
  await both.getByRole('button', { name: 'احفظ الدمج' }).click();
  await untilSaid(page, 'النسخة 3');
  expect(await bodyOf(page).innerText()).toContain('جملة أخرى');
  await close();
});

test('a session that ends mid-edit asks for the password over the page, and the text is sent after', async () => {
  const id = await begin(chief, 'جلسة');
  const { page, close } = await desk('editor');
  await openStory(page, paper.url, id);
  await inNewsroom(paper.data, ({ store }) =>
    store.write((tx) =>
      tx
        .deleteFrom('sessions')
        .where(
          'user_id',
          'in',
          tx.selectFrom('users').select('id').where('email', '=', 'editor@example.org'),
        )
        .execute(),
    ),
  );
  await typeAtEnd(page, 'نصّ كُتب بعد انتهاء الجلسة');
  await page.getByText('انتهت جلستك').waitFor();
  expect(await bodyOf(page).innerText()).toContain('بعد انتهاء الجلسة');
  await page.getByLabel('كلمة السر', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ادخل' }).click();
  await untilSaid(page, 'حُفظ تلقائياً');
  await page.keyboard.press('Control+s');
  await untilSaid(page, 'النسخة 2');
  expect((await storyOf(chief, id)).text).toContain('بعد انتهاء الجلسة');
  await close();
});

test('the server dies between autosave and publish: what it had acknowledged is there, and is published', async () => {
  const id = await begin(chief, 'انقطاع');
  const { page, close } = await desk('chief');
  await openStory(page, paper.url, id);
  await typeAtEnd(page, 'نصّ أُقرّ حفظه');
  await untilSaid(page, 'حُفظ تلقائياً');
  await paper.crash();
  await page.keyboard.type(' ونصّ كُتب والخادم ميّت');
  await untilSaid(page, 'لا اتّصال');
  await page.getByRole('button', { name: 'جاهزة للنشر' }).click();
  await page.getByText('لا اتّصال بالخادم').first().waitFor();

  const env = { MATBAA_PORT: String(paper.port), MATBAA_DEMO: '0' };
  servers.push(beginProgram(['start'], { data: paper.data, env }));
  await until(async () => (await fetch(`${paper.url}/healthz`).catch(() => null))?.status === 200);
  await untilSaid(page, 'حُفظ تلقائياً');
  await page.getByRole('button', { name: 'جاهزة للنشر' }).click();
  await page.getByRole('button', { name: 'انشر الآن' }).click();
  await page.locator('.story-bar').getByText('منشورة').waitFor();
  const { text, state } = await storyOf(chief, id);
  expect(state).toBe('published');
  expect(text).toContain('نصّ أُقرّ حفظه ونصّ كُتب والخادم ميّت');
  await close();
});
