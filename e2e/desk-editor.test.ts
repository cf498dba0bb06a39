import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { openBrowser, type Watched } from './support/browser.ts';
import { type DeskClient, member } from './support/desk-client.ts';
import {
  begin,
  bodyOf,
  openStory,
  paste,
  storyOf,
  typeAtEnd,
  untilSaid,
} from './support/desk-story.ts';
import { deskOf } from './support/desk-tab.ts';
import { axeViolations, latinWords, sidewaysOverflow } from './support/in-page.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** A story written, pasted, searched and published in a real browser. */

const word = readFileSync(
  new URL('../src/desk/editor/paste/fixtures/word-html.txt', import.meta.url),
  'utf8',
);

let browser: Browser;
let paper: Paper;
let chief: DeskClient;
let tab: Watched;

beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
  chief = await member(paper, 'chief');
  await chief.ask('PATCH', '/me', { name: 'كريم منصور' });
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});
beforeEach(async () => {
  tab = await deskOf(browser, paper, 'chief', { viewport: { width: 1440, height: 900 } });
});
afterEach(() => tab.close());

describe('writing', () => {
  test('a story typed on the page is kept by itself, saved as a version and published', async () => {
    const id = await begin(chief, 'مادة بلا عنوان');
    const { page } = tab;
    await openStory(page, paper.url, id);
    await page.getByLabel('العنوان', { exact: true }).fill('الجسر القديم يعود إلى المشاة');
    await page.getByLabel('الموجز').fill('الافتتاح يوم الأحد المقبل.');
    await page.getByLabel('المكان').fill('ضفّة النهر');
    await typeAtEnd(page, 'قال "نعم", ثم مضى في عام 2023, وأيضا عاد?');
    await untilSaid(page, 'حُفظ تلقائياً');
    expect((await storyOf(chief, id)).version).toBe(1);

    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    expect((await storyOf(chief, id)).text).toContain('قال «نعم»، ثم مضى في عام 2023، وأيضاً عاد؟');
    await page.getByRole('button', { name: 'جاهزة للنشر' }).click();
    await page.getByRole('button', { name: 'انشر الآن' }).click();
    await page.locator('.story-bar').getByText('منشورة').waitFor();
    const read = await ask(paper.url, `/${id}`);
    const { text } = await ask(
      paper.url,
      new URL(String(read.headers.location), paper.url).pathname,
    );
    expect(text).toContain('الجسر القديم يعود إلى المشاة');
    expect(text).toContain('«نعم»');
    expect(tab.complaints).toEqual([]);
  });

  test('Backspace right after takes a correction back, and so does undo', async () => {
    const id = await begin(chief, 'تصحيح');
    const { page } = tab;
    await openStory(page, paper.url, id);
    await typeAtEnd(page, 'سأل?');
    await page.keyboard.press('Backspace');
    expect((await bodyOf(page).innerText()).trim()).toBe('سأل?');
    await page.keyboard.type(' ثم قال "');
    await page.keyboard.press('Control+z');
    expect((await bodyOf(page).innerText()).trim()).toBe('سأل? ثم قال "');
  });

  test('«/» offers what can be put in; the keyboard alone makes a table and a quote', async () => {
    const id = await begin(chief, 'إدراج');
    const { page } = tab;
    await openStory(page, paper.url, id);
    await typeAtEnd(page, '/جدو');
    await page.getByRole('option', { name: 'جدول' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('الشهر');
    await page.keyboard.press('Tab');
    await page.keyboard.type('العدد');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    expect((await storyOf(chief, id)).text).toMatch(/tableHeader.*الشهر.*tableHeader.*العدد/u);
  });

  test('a document pasted from Word becomes the body, clean, and the server takes it', async () => {
    const id = await begin(chief, 'من وورد');
    const { page } = tab;
    await openStory(page, paper.url, id);
    await bodyOf(page).click();
    await paste(page, word);
    await page.getByText('لم تُلصق الصور').waitFor();
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    const { content, text } = await storyOf(chief, id);
    const { content: blocks } = content.body as { content: { type: string }[] };
    expect(blocks.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'orderedList',
      'paragraph',
      'table',
    ]);
    expect(text).not.toMatch(/mso|style|حاشية|نصّ مخفي|\[1\]/u);
    expect(tab.complaints).toEqual([]);
  });

  test('a picture dropped into the text goes to the archive and stands where it fell', async () => {
    const id = await begin(chief, 'صورة', ['قبلها', 'بعدها']);
    const { page } = tab;
    await openStory(page, paper.url, id);
    const bytes = await sharp({
      create: { width: 640, height: 400, channels: 3, background: '#8a5d00' },
    })
      .jpeg()
      .toBuffer();
    await page.getByRole('button', { name: 'صورة', exact: true }).click();
    await page.locator('dialog input[type="file"]').setInputFiles({
      name: 'رصيف.jpg',
      mimeType: 'image/jpeg',
      buffer: bytes,
    });
    await page.locator('.sheet-picture img').waitFor();
    await page.getByLabel('تعليق الصورة').fill('الرصيف عند الفجر');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    expect((await storyOf(chief, id)).text).toContain('"caption":"الرصيف عند الفجر"');
  });

  test('find and replace knows how Arabic is spelled', async () => {
    const id = await begin(chief, 'بحث', ['الإعلانُ الأول واعلان آخر', 'لا شيء هنا']);
    const { page } = tab;
    await openStory(page, paper.url, id);
    await page.keyboard.press('Control+f');
    await page.getByLabel('ابحث عن').fill('اعلان');
    await page.getByText('1 من 2').waitFor();
    await page.getByLabel('استبدل به').fill('بيان');
    await page.getByRole('button', { name: 'استبدل الكل' }).click();
    expect(await bodyOf(page).innerText()).toContain('البيان الأول وبيان آخر');
  });

  test('Latin names, figures and addresses stand right inside Arabic; English paragraphs run their own way', async () => {
    const id = await begin(chief, 'اتجاه', [
      'قالت شركة OpenAI إن النسخة 4.5 متاحة على https://example.org/a?b=1 منذ 12/5',
      'This paragraph is in English.',
    ]);
    const { page } = tab;
    await openStory(page, paper.url, id);
    const directions = await page.evaluate(
      `[...document.querySelectorAll('.sheet__body > p')].map((p) => getComputedStyle(p).direction)`,
    );
    expect(directions).toEqual(['rtl', 'ltr']);
    await bodyOf(page).getByText('This paragraph').click();
    await page.keyboard.press('Alt+d');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    expect((await storyOf(chief, id)).text).toContain('"attrs":{"dir":"rtl"}');
  });

  test('a source keeps to its passage while the text moves', async () => {
    const id = await begin(chief, 'مصادر', ['قال رئيس اللجنة إن الجسر متين']);
    const { page } = tab;
    await openStory(page, paper.url, id);
    await bodyOf(page).click();
    await page.keyboard.press('Control+Home');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.getByRole('tab', { name: /المصادر/ }).click();
    await page.getByRole('button', { name: 'أضف مصدراً' }).click();
    await page.getByLabel('الاسم', { exact: true }).fill('المجلس البلدي');
    const passage = await page.locator('.sheet-passage').innerText();
    await bodyOf(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('فقرة جديدة');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    const { content } = await storyOf(chief, id);
    const [source] = content.sources as { name: string; range: { block: number } }[];
    expect(source).toMatchObject({ name: 'المجلس البلدي', range: { block: 1 } });
    expect(await page.locator('.sheet-passage').innerText()).toBe(passage);
  });

  test('an old version is compared by words and brought back', async () => {
    const id = await begin(chief, 'نُسَخ', ['قال الوزير إن الجسر سيُفتح']);
    const { page } = tab;
    await openStory(page, paper.url, id);
    await typeAtEnd(page, ' غداً');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    await page.getByRole('tab', { name: 'النُّسَخ' }).click();
    await page.getByRole('button', { name: 'قارن النسخة 1' }).click();
    await page.locator('ins', { hasText: 'غداً' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'استرجع النسخة 1' }).click();
    await until(async () => !(await bodyOf(page).innerText()).includes('غداً'));
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 3');
  });

  test('a story of 20,000 words opens, takes what is typed at its end, and is saved whole', async () => {
    const words = 'قال رئيس اللجنة إن الأعمال ستنتهي في موعدها رغم ارتفاع منسوب النهر ';
    const id = await begin(
      chief,
      'تحقيق طويل',
      Array.from({ length: 420 }, (_, n) => `${words.repeat(4)}${n}`),
    );
    const { page } = tab;
    await openStory(page, paper.url, id);
    await page.getByText('كلمة ·').first().waitFor();
    await bodyOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' خاتمة تُكتب حرفاً بعد حرف');
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    const { content } = await storyOf(chief, id);
    const { content: blocks } = content.body as { content: unknown[] };
    expect(blocks).toHaveLength(420);
    expect(JSON.stringify(blocks.at(-1))).toContain('419 خاتمة تُكتب حرفاً بعد حرف');
  });
});

describe.each([
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  let look: Watched;
  let id: number;
  beforeAll(async () => {
    id = await begin(chief, 'مادة تُفحص', ['فقرة أولى طويلة بما يكفي', 'فقرة ثانية']);
    look = await deskOf(browser, paper, 'chief', { viewport: { width, height: 844 }, colorScheme });
    await look.page.addInitScript(axe.source);
    await openStory(look.page, paper.url, id);
  });
  afterAll(() => look.close());

  const fine = async (): Promise<void> => {
    await look.page.waitForTimeout(250);
    expect(await look.page.evaluate(axeViolations)).toEqual([]);
    expect(await look.page.evaluate(sidewaysOverflow)).toEqual([]);
    // Names of keys are written as keyboards bear them.
    expect(await look.page.evaluate(latinWords)).toEqual([]);
  };

  test('the screen is accessible, in Arabic, and does not move sideways', async () => {
    await fine();
    expect(look.complaints).toEqual([]);
  });

  test.each(['المصادر', 'المواعيد', 'النُّسَخ', 'السجلّ', 'التفاصيل'])(
    'so is the panel «%s»',
    async (name) => {
      const toggle = look.page.getByRole('button', { name: 'لوحة المادة' });
      const tabOf = look.page.getByRole('tab', { name: new RegExp(name) });
      if (!(await tabOf.isVisible())) await toggle.click();
      await tabOf.click();
      await fine();
    },
  );

  test('so are the help, the preview and the search', async () => {
    if (width < 1000) await look.page.locator('.story-panel__close').click();
    await look.page.getByRole('button', { name: 'مساعدة واختصارات' }).click();
    await fine();
    await look.page.keyboard.press('Escape');
    await look.page.keyboard.press('Control+f');
    await fine();
  });
});
