import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, pathOf } from './support/ask.ts';
import { openBrowser, openTab, type Watched } from './support/browser.ts';
import { axeViolations, sidewaysOverflow } from './support/in-page.ts';
import { inNewsroom } from './support/newsroom.ts';
import { type Ingested, ingest, pageText } from './support/pages.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';
import { approve, listReplies, postReply, putReplies } from './support/replies.ts';

/** Readers reply with scripts switched off; the server's owner lets them in by the command. */

let paper: Paper;
let story: Ingested;
let path: string;
let browser: Browser;
let tab: Watched;
let page: Page;

beforeAll(async () => {
  paper = await startPaper();
  story = await ingest(
    paper,
    pageText('جسر المشاة يعود بعد ترميمه', 'فُتح الجسر صباح اليوم في سهل النخيل.', 'وعبره الناس.'),
    { section: 'المدينة', date: '2022-01-01' },
  );
  path = pathOf(story.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});
beforeEach(async () => {
  tab = await openTab(browser, { viewport: { width: 390, height: 844 } });
  page = tab.page;
});
afterEach(async () => {
  expect(tab.complaints.filter((line) => !/status of (422|404|409)/.test(line))).toEqual([]);
  await tab.close();
});

async function write(fields: { name: string; email: string; text: string }): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`#reply-${name}`, value);
  await page.click('#reply button');
}
const heldId = async (name: string): Promise<number> =>
  (await listReplies(paper, 'held')).find((reply) => reply.name === name)?.id ?? 0;
const isPublic = (id: number): Promise<boolean> =>
  ask(paper.url, path).then(({ text }) => text.includes(`id="comment-${id}"`));

describe('a reader', () => {
  test('writes, waits, is let in, is answered, and their address is nowhere', async () => {
    const email = 'huda.secret@example.org';
    await page.goto(story.url);
    expect(await page.locator('#comments').textContent()).toContain('كن أول من يفعل');
    await write({ name: 'هدى', email, text: 'كنت أعبره كل يوم.\n\nشكراً لكم.' });

    // Their own page tells where it stands, and readers do not see it yet.
    expect(new URL(page.url()).pathname).toMatch(/^\/reply\/[\w.-]+$/);
    expect(await page.locator('.state').textContent()).toContain('بانتظار المراجعة');
    const own = page.url();
    const huda = await heldId('هدى');
    expect(await isPublic(huda)).toBe(false);

    await page.fill('#own-text', 'كنت أعبره كل يوم إلى الجامعة.\n\nشكراً لكم.');
    await page.click('.own button');
    expect(await page.locator('#comments article').textContent()).toContain('إلى الجامعة');

    await approve(paper, [huda]);
    await until(() => isPublic(huda));
    await page.goto(own);
    expect(await page.locator('.state').textContent()).toContain('نُشر ردّك');
    await page.click('.state a');
    const reply = page.locator(`#comment-${huda}`);
    expect(await reply.locator('p').allTextContents()).toEqual([
      'كنت أعبره كل يوم إلى الجامعة.',
      'شكراً لكم.',
    ]);

    await reply.locator('footer a').first().click();
    expect(await page.locator('#reply-title').textContent()).toContain('هدى');
    await write({ name: 'كريم', email: 'karim@example.org', text: 'وأنا كذلك.' });
    const karim = await heldId('كريم');
    await approve(paper, [karim]);
    await until(() => isPublic(karim));
    await page.goto(story.url);
    expect(await page.locator(`#comment-${huda} #comment-${karim}`).count()).toBe(1);
    expect(await page.locator('#comments h2 small').textContent()).toBe('ردّان');

    const section = `/section/${encodeURIComponent('المدينة')}`;
    expect((await ask(paper.url, section)).text).toContain('ردّان');
    const feed = (await ask(paper.url, '/feed.json')).text;
    expect(JSON.parse(feed).items[0]._replies.count).toBe(2);
    const replies = (await ask(paper.url, '/comments/feed.xml')).text;
    expect(replies).toContain(`${path}/replies/${karim}#comment-${karim}`);
    for (const place of [path, `${path}/replies/${huda}`, section, '/', pathOf(own)])
      expect((await ask(paper.url, place)).text, place).not.toContain('huda.secret');
    for (const text of [feed, replies]) expect(text).not.toContain('huda.secret');
  });

  test('who left something out gets everything back, with what is wrong beside it', async () => {
    await page.goto(story.url);
    await page.evaluate(`document.querySelector('#reply').noValidate = true`);
    await write({ name: '', email: 'nobody', text: 'سطر أول\n\n</textarea> سطر أخير' });

    expect(await page.locator('#reply-text').inputValue()).toBe('سطر أول\n\n</textarea> سطر أخير');
    expect(await page.locator('#reply-email').inputValue()).toBe('nobody');
    expect(await page.locator('#reply-name-problem').textContent()).toBe('اكتب اسمك.');
    expect(await page.locator('#reply-email-problem').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.id')).toBe('reply-name');
    const wide = await openTab(browser, { javaScriptEnabled: true });
    await wide.page.setContent(await page.content(), { waitUntil: 'domcontentloaded' });
    await wide.page.evaluate(axe.source);
    expect(await wide.page.evaluate<string[]>(axeViolations)).toEqual([]);
    await wide.close();
    expect(await page.evaluate<string[]>(sidewaysOverflow)).toEqual([]);

    await page.fill('#reply-name', 'سمر');
    await page.fill('#reply-email', 'samar@example.org');
    await page.click('#reply button');
    expect(await page.locator('.state').textContent()).toContain('بانتظار المراجعة');
  });

  test('deletes their own reply, and nothing of it stays', async () => {
    await page.goto(story.url);
    await write({ name: 'نادر', email: 'nader@example.org', text: 'ندمت على هذا.' });
    const own = page.url();
    await page.click('summary');
    await page.click('details button');

    expect(await page.locator('.state').textContent()).toContain('حُذف ردّك');
    expect((await ask(paper.url, pathOf(own))).text).not.toContain('ندمت على هذا');
    expect((await listReplies(paper, 'held')).map(({ name }) => name)).not.toContain('نادر');
    const answer = await ask(paper.url, pathOf(own));
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
  });

  test('reports a reply, without saying who they are', async () => {
    const [reported] = await listReplies(paper, 'approved');
    await page.goto(`${story.url}/replies/${reported?.id}/report`);
    await page.check('input[value="privacy"]');
    await page.fill('#report-note', 'فيه رقم هاتف.');
    await page.click('#report button');
    expect(await page.locator('h1').textContent()).toBe('وصل بلاغك');
    const kept = await inNewsroom(paper.data, ({ store }) =>
      store.read.selectFrom('comment_reports').selectAll().execute(),
    );
    expect(kept).toMatchObject([
      { comment_id: reported?.id, reason: 'privacy', note: 'فيه رقم هاتف.' },
    ]);
  });
});

describe('a long thread', () => {
  test('is read page by page in either order, each reply once', async () => {
    const long = await ingest(
      paper,
      pageText('سوق الجمعة يطول', 'قال باعة في سهل النخيل إن السوق يطول.', 'وانتهى.'),
      { date: '2022-01-03' },
    );
    const at = Date.UTC(2022, 0, 3);
    const ids = await putReplies(
      paper.data,
      long.id,
      Array.from({ length: 45 }, (_, n) => ({ name: `قارئ ${n}`, at: at + n * 60_000 })),
    );
    for (const order of ['newest', 'oldest'] as const) {
      await page.goto(`${long.url}/replies?order=${order}`);
      const seen: string[] = [];
      for (;;) {
        const articles = await page.locator('#comments > article').all();
        for (const article of articles) seen.push((await article.getAttribute('id')) ?? '');
        const more = page.locator('.pager .forward');
        if ((await more.count()) === 0) break;
        await more.click();
      }
      const expected = ids.map((id) => `comment-${id}`);
      expect(seen).toEqual(order === 'oldest' ? expected : expected.toReversed());
    }
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(canonical).toBe(long.url);
  });
});

describe('what no form of ours sends', () => {
  const good = { name: 'قارئ', email: 'reader@example.org', text: 'رأي.' };

  test('a forged token is answered with the form, everything kept', async () => {
    const answer = await postReply(paper, path, { ...good, token: '1-2.forged' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('لم تعد هذه الاستمارة صالحة');
    expect(answer.text).toContain('reader@example.org');
  });

  test('an answer to what is not there comes back as a reply to the story', async () => {
    const answer = await postReply(paper, path, { ...good, parent: '999999' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('لم يعد منشوراً');
    expect(answer.text).not.toContain('name="parent"');
  });

  test('the same reply sent twice is one reply', async () => {
    const text = 'أرسلته مرّتين لأن الشبكة بطيئة.';
    const first = await postReply(paper, path, { ...good, text });
    const second = await postReply(paper, path, { ...good, text });
    expect([first.status, second.status]).toEqual([303, 303]);
    const held = (await listReplies(paper, 'held')).filter((reply) => reply.text === text);
    expect(held).toHaveLength(1);
    expect(second.headers.location).toBe(first.headers.location);
  });

  test.each([
    'reader@example.org\r\nBcc: victim@example.org',
    'reader@example.org, victim@example.org',
    'Reader <reader@example.org>',
    '"a b"@example.org',
    'reader@',
  ])('«%s» is no address', async (email) => {
    const answer = await postReply(paper, path, { ...good, email });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="reply-email-problem"');
  });

  test.each([
    [
      'invalid UTF-8',
      'application/x-www-form-urlencoded',
      'name=%ff&email=a%40example.org&text=%c3%28',
      400,
    ],
    ['a body of another kind', 'text/plain', 'name=a', 415],
    ['a form in parts that is none', 'multipart/form-data; boundary=x', 'name=a', 400],
    [
      'a form in parts with nothing to say',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nسعاد\r\n--x--\r\n',
      422,
    ],
    ['six hundred kilobytes', 'application/x-www-form-urlencoded', `text=${'x'.repeat(6e5)}`, 413],
    ['a long text', 'application/x-www-form-urlencoded', `text=${'x'.repeat(2e5)}`, 422],
  ])('%s is answered with a page', async (_what, type, body, status) => {
    const answer = await ask(paper.url, path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/<html lang="ar" dir="rtl">[\s\S]*<h1>/);
    if (status === 422)
      expect(answer.text).toContain(body.includes('سعاد') ? 'سعاد' : 'x'.repeat(2e5));
  });

  test('a page that nobody has the key of is not there', async () => {
    for (const place of ['/reply/1-2.forged', '/reply/x', '/reply/unsubscribe/1.forged'])
      expect((await ask(paper.url, place)).status, place).toBe(404);
  });
});
