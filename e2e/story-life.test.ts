import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser, openTab } from './support/browser.ts';
import {
  fixture,
  fixtureText,
  type Ingested,
  ingest,
  ingestedSchema,
  pageText,
} from './support/pages.ts';
import { patience } from './support/patience.ts';
import { type Finished, type Paper, startPaper } from './support/program.ts';

/** From a saved page to a reader: take it in, publish it, read it, walk on from it. */

let browser: Browser;
let paper: Paper;
let command: Finished;
let fish: Ingested;
let library: Ingested;
let mill: Ingested;

beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
  library = await ingest(paper, fixtureText('library.html'), {
    section: 'ثقافة',
    date: '2021-07-23T18:30',
  });
  command = await paper.run([
    ...['ingest', fixture('fish-market.txt'), '--json', '--publish'],
    ...['--section', 'المدينة', '--date', '2021-07-24'],
  ]);
  fish = ingestedSchema.parse(JSON.parse(command.stdout));
  mill = await ingest(paper, fixtureText('mill.txt'), {
    section: 'المدينة',
    date: '2021-07-25T07:05',
  });
});

afterAll(async () => {
  await paper.discard();
  await browser.close();
});

describe('the first start', () => {
  test('with the demonstration shows a living front page', async () => {
    const tab = await openTab(browser);
    await tab.page.goto(inject('demo').url);
    expect(await tab.page.locator('h1').textContent()).toBe('المرسى');
    expect(await tab.page.locator('main article').count()).toBeGreaterThan(8);
    expect(await tab.page.locator('main section h2').count()).toBeGreaterThan(3);
    expect(await tab.page.locator('.hero img').count()).toBe(1);
    await tab.close();
  });

  test('without it is an empty paper that says what to do next', async () => {
    const empty = await startPaper();
    const front = await ask(empty.url, '/');
    const stopped = await empty.stop();
    expect(front.status).toBe(200);
    expect(front.text).toContain('لم يُنشر في الصحيفة خبر بعد.');
    expect(stopped.stdout).toMatch(/\/desk\/setup\?token=[\w-]{32}/);
    expect(stopped.code).toBe(0);
    await empty.discard();
  });
});

describe('the ingest command', () => {
  test('prints the story as JSON, nothing else, and exits with 0', () => {
    expect(command.code).toBe(0);
    expect(command.stderr).toBe('');
    expect(fish).toMatchObject({
      headline: 'مجلس سهل النخيل يقرّر نقل سوق السمك إلى الرصيف الشرقي',
      kicker: 'رئيسة البلدية وعدت بمظلّات ومياه عذبة',
      deck: null,
      dateline: { place: 'سهل النخيل', outlet: 'بريد السهل' },
      subheads: ['باعة السمك: نخشى أن يضيع الزبون في الطريق'],
      statedDate: null,
      previousTitle: 'أمين المكتبة يفتح صندوق الرسائل المنسيّة',
      nextTitle: 'الطاحونة القديمة تدور من جديد',
    });
  });

  test('keeps every line of the page, either in the story or in the list of what it dropped', () => {
    const lines = fixtureText('fish-market.txt').split('\n').filter(Boolean);
    const [title = '', dateline = '', ...rest] = lines;
    const kept = new Set([
      ...fish.paragraphs,
      ...fish.subheads,
      ...fish.dropped,
      fish.previousTitle,
      fish.nextTitle,
    ]);
    expect(rest.filter((line) => !kept.has(line))).toEqual([]);
    expect(title).toBe(`${fish.kicker}.. ${fish.headline}`);
    expect(dateline).toBe(`${fish.dateline?.place} – ${fish.dateline?.outlet}`);
    expect(fish.dropped).toContain('Leave a Reply');
  });

  test('prints the address at which the running server shows the story', async () => {
    expect(fish.url.startsWith(`${paper.url}/${fish.id}/`)).toBe(true);
    expect((await ask(paper.url, pathOf(fish.url))).status).toBe(200);
  });

  test('reads standard input as it reads a file', () => {
    expect(mill.headline).toBe('الطاحونة القديمة تدور من جديد');
    expect(mill.paragraphs).toHaveLength(3);
  });

  test('reads saved HTML, and takes navigation and notices for furniture', () => {
    expect(library.headline).toBe('أمين المكتبة يفتح صندوق الرسائل المنسيّة');
    expect(library.subheads).toEqual(['لمن تعود الرسائل؟']);
    expect(library.dropped.join(' ')).toContain('جميع الحقوق محفوظة');
  });
});

describe('the story page', () => {
  test('shows headline, kicker, dateline, date, sources, neighbours and the reply form', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    await page.goto(fish.url);
    const article = page.locator('article').first();
    expect(await page.locator('h1').count()).toBe(1);
    expect(await article.locator('h1').textContent()).toBe(fish.headline);
    expect(await article.locator('.kicker').textContent()).toBe(fish.kicker);
    expect(await article.locator('.dateline').textContent()).toBe('سهل النخيل – بريد السهل');
    const time = article.locator('header time[datetime]').first();
    expect(await time.getAttribute('datetime')).toMatch(/^2021-07-24/);
    expect(await time.textContent()).toBe('السبت 24 تموز (يوليو) 2021');
    expect(await page.locator('#sources').textContent()).toContain('بريد السهل');
    expect(await article.textContent()).toContain(fish.paragraphs.at(-1) ?? '-');
    const form = page.locator('form#reply[method="post"]');
    for (const field of ['name', 'email', 'text'])
      expect(await form.locator(`[name="${field}"]`).count()).toBe(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  test('leads to the story before it and the one after it, and back', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    const headline = (): Promise<string | null> => page.locator('h1').textContent();
    await page.goto(fish.url);
    const neighbours = page.locator('nav#neighbours');
    expect(await neighbours.locator('[rel="prev"]').textContent()).toContain('الخبر السابق');
    expect(await neighbours.locator('[rel="next"]').textContent()).toContain('الخبر التالي');
    await neighbours.locator('a[rel="next"]').click();
    expect(await headline()).toBe(mill.headline);
    expect(await page.locator('nav#neighbours a[rel="next"]').count()).toBe(0);
    await page.locator('nav#neighbours a[rel="prev"]').click();
    expect(await headline()).toBe(fish.headline);
    await page.locator('nav#neighbours a[rel="prev"]').click();
    expect(await headline()).toBe(library.headline);
    expect(await page.locator('nav#neighbours a[rel="prev"]').count()).toBe(0);
    await page.locator('nav#neighbours a[rel="next"]').click();
    expect(await headline()).toBe(fish.headline);
    await tab.close();
  });

  test('has one address: any other slug and the bare number lead to it', async () => {
    const wrong = await ask(paper.url, `/${fish.id}/anything`);
    const bare = await ask(paper.url, `/${fish.id}`);
    const slash = await ask(paper.url, `${pathOf(fish.url)}/`);
    for (const answer of [wrong, bare, slash]) {
      expect(answer.status).toBe(301);
      expect(new URL(answer.headers.location ?? '', paper.url).href).toBe(fish.url);
    }
    const page = await ask(paper.url, pathOf(fish.url));
    expect(page.text).toContain(`<link rel="canonical" href="${fish.url}">`);
  });
});

describe('publishing', () => {
  test('shows the story at once on the front page, in its section, its day and the search', async () => {
    const section = `/section/${encodeURIComponent('المدينة')}`;
    const day = `/archive/2021/07/26`;
    // Readers have these pages already, so the server holds them ready.
    for (const path of ['/', section]) expect((await ask(paper.url, path)).status).toBe(200);
    expect((await ask(paper.url, day)).status).toBe(404);
    const story = await ingest(
      paper,
      pageText(
        'فرن الحيّ يطفئ ناره ثلاثة أيام لإصلاح المدخنة',
        'أعلن صاحب فرن الحيّ الشمالي في سهل النخيل إطفاء النار ثلاثة أيام لإصلاح المدخنة قبل الشتاء.',
        'وقال إن العجين سيُخبز في هذه الأيام عند جاره، وإن السعر لن يتغيّر.',
      ),
      { section: 'المدينة', date: '2021-07-26T06:00' },
    );
    await vi.waitFor(async () => {
      for (const path of ['/', section, day])
        expect((await ask(paper.url, path)).text).toContain(story.headline);
      const found = await ask(paper.url, `/search?q=${encodeURIComponent('المدخنة')}`);
      expect(found.text).toContain(`/${story.id}/`);
    }, patience);
  });

  test('gives the story that was the newest a next one', async () => {
    await vi.waitFor(async () => {
      const page = await ask(paper.url, pathOf(mill.url));
      expect(page.text).toContain('فرن الحيّ يطفئ ناره');
    }, patience);
  });
});

describe('what readers may not know of', () => {
  test('answers as what does not exist: the address of a draft and of a story that never was', async () => {
    const draft = await ingest(
      paper,
      pageText(
        'مسوّدة لا يراها القرّاء قبل موعدها',
        'كتب المحرّر في سهل النخيل هذه المسوّدة ليراجعها زميله صباح الغد قبل أن تُنشر.',
        'ولا يعرف القرّاء عنها شيئاً حتى الآن.',
      ),
      { draft: true },
    );
    const paths = [
      pathOf(draft.url),
      `/${draft.id}`,
      `/${draft.id}/x`,
      '/999999999/anything',
      '/999999999',
      '/section/none',
      '/nothing/at/all',
    ];
    const answers = await Promise.all(paths.map((path) => ask(paper.url, path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.text).toContain('لا صفحة في هذا العنوان');
  });
});
