import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, type Watched } from './support/browser.ts';
import { type DeskClient, member } from './support/desk-client.ts';
import { begin, bodyOf, openStory, storyOf, typeAtEnd, untilSaid } from './support/desk-story.ts';
import { deskOf } from './support/desk-tab.ts';
import { axeViolations, latinWords, sidewaysOverflow } from './support/in-page.ts';
import { until } from './support/patience.ts';
import { makeDataFolder, type Paper, removeFolder, startPaper } from './support/program.ts';

/** The copy desk while a story is written, and the house style, in a real browser. */

let browser: Browser;
let paper: Paper;
let chief: DeskClient;
let tab: Watched;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
  chief = await member(paper, 'chief');
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});
const open = async (options: Parameters<typeof deskOf>[3]): Promise<void> => {
  tab = await deskOf(browser, paper, 'chief', options);
  page = tab.page;
};
afterEach(() => tab.close());

const marks = () => page.locator('.sheet .finding-mark');
const marked = (text: string) => marks().filter({ hasText: text });
const panel = () => page.getByRole('list', { name: 'التدقيق' });
const popover = () => page.getByRole('group', { name: 'التدقيق' });
const bodyText = async (): Promise<string> => (await bodyOf(page).innerText()).trim();
const openPanel = () => page.getByRole('tab', { name: /التدقيق/ }).click();

describe('the copy desk', () => {
  beforeEach(() => open({ viewport: { width: 1440, height: 900 } }));

  test('marks what is typed, says why, mends it on one key, and undo takes it back', async () => {
    const id = await begin(chief, 'جسر المدينة');
    await openStory(page, paper.url, id);
    await typeAtEnd(page, 'حذّر من الارهاب في المدينة.');
    await marked('الارهاب').waitFor();
    expect(await bodyText()).toBe('حذّر من الارهاب في المدينة.');

    await page.keyboard.press('Alt+KeyJ');
    await popover().getByText('«الإرهاب»', { exact: true }).waitFor();
    await page.locator('[role="status"]', { hasText: 'الصواب: «الإرهاب»' }).waitFor();
    await page.keyboard.press('Alt+Enter');
    expect(await bodyText()).toBe('حذّر من الإرهاب في المدينة.');
    await until(async () => (await marks().count()) === 0);
    await page.keyboard.press('Control+z');
    expect(await bodyText()).toBe('حذّر من الارهاب في المدينة.');
    await marked('الارهاب').waitFor();
    await page.keyboard.press('Control+s');
    await untilSaid(page, 'النسخة 2');
    // The mark is over the text and never in it.
    expect((await storyOf(chief, id)).text).not.toContain('finding');
    expect(tab.complaints).toEqual([]);
  });

  test('mends all that is surely wrong above the text and in it in one step, and back', async () => {
    const id = await begin(chief, 'خطر الارهاب', ['وصل الوفد الى المدينة ,وعقد إجتماعاً.']);
    await openStory(page, paper.url, id);
    const headline = page.getByLabel('العنوان', { exact: true });
    const place = page.getByLabel('المكان', { exact: true });
    await place.fill('الاردن');
    await marked('الاردن').waitFor();
    await openPanel();
    await page.getByRole('button', { name: /^طبّق كل الآمن/ }).click();
    await until(async () => (await headline.inputValue()) === 'خطر الإرهاب');
    expect(await place.inputValue()).toBe('الأردن');
    expect(await bodyText()).toBe('وصل الوفد إلى المدينة، وعقد اجتماعاً.');

    await bodyOf(page).focus();
    await page.keyboard.press('Control+z');
    expect(await bodyText()).toBe('وصل الوفد الى المدينة ,وعقد إجتماعاً.');
    expect(await headline.inputValue()).toBe('خطر الارهاب');
    await page.keyboard.press('Control+y');
    expect(await bodyText()).toBe('وصل الوفد إلى المدينة، وعقد اجتماعاً.');
    expect(await headline.inputValue()).toBe('خطر الإرهاب');
  });

  test('mends a headline where it is written, and the field’s own undo knows of it', async () => {
    const id = await begin(chief, 'خطر الارهاب في المدينة', ['متن.']);
    await openStory(page, paper.url, id);
    await marked('الارهاب').waitFor();
    const headline = page.getByLabel('العنوان', { exact: true });
    await headline.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Alt+KeyJ');
    await popover()
      .getByRole('button', { name: /الإرهاب/ })
      .waitFor();
    await page.keyboard.press('Alt+Enter');
    expect(await headline.inputValue()).toBe('خطر الإرهاب في المدينة');
    await page.keyboard.press('Control+z');
    expect(await headline.inputValue()).toBe('خطر الارهاب في المدينة');
  });

  test('lets a place pass, a whole story, and points it out again', async () => {
    const id = await begin(chief, 'كتاب', ['الارهاب هنا.', 'الارهاب هناك.', 'الارهاب ثالثاً.']);
    await openStory(page, paper.url, id);
    await until(async () => (await marks().count()) === 3);
    await marked('الارهاب').first().click();
    await popover().getByRole('button', { name: 'تجاهل هنا' }).click();
    await until(async () => (await marks().count()) === 2);
    await marked('الارهاب').first().click();
    await popover().getByRole('button', { name: 'تجاهل في المادة كلّها' }).click();
    await until(async () => (await marks().count()) === 0);
    await page.reload();
    await bodyOf(page).waitFor();
    await openPanel();
    await page.getByText('ما تُرك في هذه المادة').click();
    expect(await marks().count()).toBe(0);
    await page.getByRole('button', { name: 'أشر إليه ثانية' }).last().click();
    await until(async () => (await marks().count()) === 2);
  });

  test('takes a word into the lexicon, and then leaves it alone in every story', async () => {
    const id = await begin(chief, 'شركة', ['قالت شركة «اقمار» إن مصنع اقمار يعمل.']);
    await openStory(page, paper.url, id);
    await marked('اقمار').last().click();
    await popover().getByRole('button', { name: 'أضف إلى المعجم' }).click();
    await until(async () => (await marks().count()) === 0);
    const { body } = await chief.ask('GET', '/style/lexicon');
    expect(body.rows).toMatchObject([{ right: 'اقمار', changedBy: 'chief' }]);
  });

  test('a gate holds a text back until it is waived with a reason', async () => {
    await chief.ask('PATCH', '/style', { levels: { hamza: 'gate' } });
    const id = await begin(chief, 'كتاب جديد', ['صدر كتاب عن الارهاب.']);
    await chief.ask('POST', `/stories/${id}/actions/approve`, {});
    const refused = await chief.ask('POST', `/stories/${id}/actions/publish`, {});
    expect(refused).toMatchObject({ status: 409, body: { findings: [{ text: 'الارهاب' }] } });

    await openStory(page, paper.url, id);
    await marked('الارهاب').waitFor();
    await page.getByRole('button', { name: 'انشر الآن' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('لا تُنشر قبل إصلاح هذا').waitFor();
    expect(await question.getByRole('button', { name: 'انشر الآن' }).isDisabled()).toBe(true);
    await question.getByRole('button', { name: 'عُد إلى النصّ' }).click();
    await marked('الارهاب').click();
    await popover().getByRole('button', { name: 'تجاوزه بسبب' }).click();
    await page.getByLabel('سبب التجاوز').fill('هكذا كُتب على الغلاف');
    await page.getByRole('button', { name: 'تجاوز', exact: true }).click();
    await until(async () => (await marks().count()) === 0);
    await page.getByRole('button', { name: 'انشر الآن' }).click();
    await page.locator('.story-bar').getByText('منشورة').waitFor();
    await chief.ask('PATCH', '/style', { levels: {} });

    await page.goto(`${paper.url}/desk/style/report`);
    await page.getByText('هكذا كُتب على الغلاف').waitFor();
  });

  test('the house chooses a rule’s level and a form, and the open story follows', async () => {
    await page.goto(`${paper.url}/desk/style/rules`);
    await page.getByLabel('ابحث في القواعد').fill('الارهاب');
    await page
      .getByLabel(/^درجة القاعدة/)
      .first()
      .selectOption('off');
    await page.getByText('حُفظ الأسلوب.').waitFor();
    const id = await begin(chief, 'كتاب', ['عن الارهاب وعن إجتماع.']);
    await openStory(page, paper.url, id);
    await marked('إجتماع').waitFor();
    expect(await marked('الارهاب').count()).toBe(0);
    await chief.ask('PATCH', '/style', { levels: {} });
    await marked('الارهاب').waitFor();
  });
});

describe('unknown words', () => {
  const dictionary = makeDataFolder();
  let own: Paper;
  let editor: DeskClient;

  beforeAll(async () => {
    writeFileSync(join(dictionary, 'ar.aff'), 'SET UTF-8\nPFX W Y 1\nPFX W 0 و .\n');
    const words = ['وصل/W', 'وفد', 'الوفد', 'إلى', 'المدينة', 'مدينة', 'ثم', 'عاد'];
    writeFileSync(join(dictionary, 'ar.dic'), `${words.length}\n${words.join('\n')}\n`);
    own = await startPaper({ env: { MATBAA_DICTIONARY: dictionary } });
    editor = await member(own, 'chief');
  });
  afterAll(async () => {
    await own.discard();
    removeFolder(dictionary);
  });

  test('are pointed out quietly, but not what dictionary, archive or names know', async () => {
    await editor.ask('POST', '/people', { name: 'شمردل خربشات' });
    const before = await begin(editor, 'وصل زمخران', ['عاد زمخران إلى المدينة.']);
    await editor.ask('POST', `/stories/${before}/actions/publishAtOnce`, {});

    tab = await deskOf(browser, own, 'chief', { viewport: { width: 1440, height: 900 } });
    page = tab.page;
    const id = await begin(editor, 'وصل الوفد');
    await openStory(page, own.url, id);
    await typeAtEnd(page, 'ووصل زمخران وشمردل إلى دغفلوش ثم عاد الارهاب.');
    await marked('دغفلوش').waitFor();
    // Typing goes on where it was, and its words are asked about too.
    await page.keyboard.type(' ثم عاد دغفلوش إلى كرمعوط.');
    await marked('كرمعوط').waitFor();
    expect(await bodyText()).toBe(
      'ووصل زمخران وشمردل إلى دغفلوش ثم عاد الارهاب. ثم عاد دغفلوش إلى كرمعوط.',
    );
    expect(await marks().allInnerTexts()).toEqual(['دغفلوش', 'الارهاب', 'دغفلوش', 'كرمعوط']);
    // Never among what is counted and gone through.
    await page.getByRole('tab', { name: /^التدقيق\s*[1١]$/ }).waitFor();
    await page.keyboard.press('Alt+KeyJ');
    await page.keyboard.press('Alt+KeyJ');
    await popover().getByText('«الإرهاب»', { exact: true }).waitFor();

    await openPanel();
    await page.getByText(/^كلمات غير معروفة \([3٣]\)$/).click();
    const list = page.getByRole('list', { name: 'كلمة غير معروفة' });
    await list
      .getByRole('button', { name: /كرمعوط/ })
      .first()
      .click();
    await list.getByRole('button', { name: 'تجاهل هنا' }).click();
    await until(async () => (await marked('كرمعوط').count()) === 0);
    await marked('دغفلوش').first().click();
    await popover().getByRole('button', { name: 'أضف إلى المعجم' }).click();
    await until(async () => (await marks().count()) === 1);
    expect(tab.complaints).toEqual([]);
    expect(tab.requests.filter((url) => !url.startsWith(own.url))).toEqual([]);
  });
});

describe.each([
  { name: 'a wide window by day', viewport: { width: 1440, height: 900 }, scheme: 'light' },
  { name: 'a phone by night', viewport: { width: 390, height: 844 }, scheme: 'dark' },
] as const)('in $name', ({ viewport, scheme }) => {
  const isPhone = viewport.width < 500;
  beforeEach(() => open({ viewport, colorScheme: scheme, hasTouch: isPhone }));

  const clean = async (): Promise<void> => {
    await page.evaluate(axe.source);
    expect(await page.evaluate(axeViolations)).toEqual([]);
    expect(await page.evaluate(latinWords)).toEqual([]);
    expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
  };

  test('the findings are a list that everybody can use', async () => {
    const id = await begin(chief, 'خطر الارهاب', ['وصل الوفد الى المدينة ,وعقد إجتماعاً.']);
    await openStory(page, paper.url, id);
    await marked('إجتماع').waitFor();
    if (isPhone) await page.getByRole('button', { name: 'لوحة المادة' }).click();
    await openPanel();
    await panel()
      .getByRole('button', { name: /إجتماع/ })
      .click();
    await panel()
      .getByRole('button', { name: /اجتماع/ })
      .last()
      .waitFor();
    await clean();
    await panel()
      .getByRole('button', { name: /^اكتب «اجتماع/ })
      .click();
    await until(async () => (await bodyText()).includes('اجتماعاً'));
  });

  test('the screens of the style are accessible, in Arabic, and do not move sideways', async () => {
    for (const path of ['/style', '/style/rules', '/style/lexicon', '/style/report']) {
      await page.goto(`${paper.url}/desk${path}`);
      await page.getByRole('heading', { name: 'الأسلوب' }).waitFor();
      await page.locator('main .loading').waitFor({ state: 'detached' });
      await clean();
    }
  });
});
