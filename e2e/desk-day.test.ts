import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { openBrowser, type Watched } from './support/browser.ts';
import { member, password, storyContent, totp } from './support/desk-client.ts';
import { deskOf, openDesk, signInByForm } from './support/desk-tab.ts';
import { until } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** A newsroom's first day, from the link that the server prints, in a real browser. */

let browser: Browser;
let paper: Paper;
beforeAll(async () => {
  browser = await openBrowser();
  paper = await startPaper();
});
afterAll(async () => {
  await browser.close();
  await paper.discard();
});

describe('the first day', () => {
  let chief: Watched;
  let invitation = '';

  beforeAll(async () => {
    chief = await openDesk(browser);
  });
  afterAll(() => chief.close());

  test('before anybody has an account, the sign-in says where the link is', async () => {
    await chief.page.goto(`${paper.url}/desk`);
    await chief.page.getByText('افتح الرابط الذي طبعه الخادم').waitFor();
  });

  test('the printed link makes the chief editor, once', async () => {
    await until(() => paper.printed().includes('/desk/setup?token='));
    const link = /http\S+\/desk\/setup\?token=[\w-]+/.exec(paper.printed())?.[0] ?? '';
    const { page } = chief;
    await page.goto(link);
    await page.getByLabel('الاسم').fill('كريم منصور');
    await page.getByLabel('البريد الإلكتروني').fill('karim@example.org');
    await page.getByLabel('كلمة السر', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'أنشئ الحساب وادخل' }).click();
    await page.getByRole('button', { name: 'ابدأ أول مادة في صحيفتك' }).waitFor();

    const other = await openDesk(browser);
    await other.page.goto(link);
    await other.page.getByLabel('الاسم').fill('دخيل');
    await other.page.getByLabel('البريد الإلكتروني').fill('other@example.org');
    await other.page.getByLabel('كلمة السر', { exact: true }).fill(password);
    await other.page.getByRole('button', { name: 'أنشئ الحساب وادخل' }).click();
    await other.page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await other.page.getByLabel('الاسم').inputValue()).toBe('دخيل');
    await other.close();
  });

  test('the chief invites a reporter and hands on the link', async () => {
    const { page } = chief;
    await page.goto(`${paper.url}/desk/users`);
    await page.getByRole('button', { name: 'ادعُ شخصاً' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('الاسم').fill('سامر نجّار');
    await sheet.getByLabel('البريد الإلكتروني').fill('samer@example.org');
    await sheet.getByRole('button', { name: 'أرسل الدعوة' }).click();
    invitation = await page.getByLabel('الرابط', { exact: true }).inputValue();
    expect(invitation).toContain('/desk/invitation?token=');
  });

  test('the reporter takes it up and finds the first screen in Arabic', async () => {
    const reporter = await openDesk(browser);
    await reporter.page.goto(invitation);
    expect(await reporter.page.getByLabel('الاسم').inputValue()).toBe('سامر نجّار');
    await reporter.page.getByLabel('كلمة السر', { exact: true }).fill('short');
    await reporter.page.getByLabel('كلمة السر', { exact: true }).fill(password);
    await reporter.page.getByRole('button', { name: 'اقبل الدعوة وادخل' }).click();
    await reporter.page.getByText('سامر نجّار').first().waitFor();
    expect(await reporter.page.locator('html').getAttribute('dir')).toBe('rtl');
    // What a reporter may not do is not offered.
    expect(await reporter.page.getByRole('link', { name: 'الفريق' }).count()).toBe(0);
    await reporter.page.getByRole('button', { name: 'اخرج' }).click();
    await reporter.page.waitForURL(/\/desk\/sign-in/);
    await signInByForm(reporter, 'samer@example.org');
    await reporter.page.getByRole('heading', { level: 1, name: /اليوم/ }).waitFor();
    expect(reporter.complaints.filter((one) => !one.includes('401'))).toEqual([]);
    await reporter.close();
  });

  test('a wrong password is refused in a sentence, and the address typed stays', async () => {
    const tab = await openDesk(browser);
    await tab.page.goto(`${paper.url}/desk/stories?state=draft`);
    await tab.page.getByLabel('البريد الإلكتروني').fill('samer@example.org');
    await tab.page.getByLabel('كلمة السر', { exact: true }).fill('ليست كلمة السر');
    await tab.page.getByRole('button', { name: 'ادخل' }).click();
    await tab.page.getByText('البريد أو كلمة السر غير صحيح').waitFor();
    expect(await tab.page.getByLabel('البريد الإلكتروني').inputValue()).toBe('samer@example.org');
    await signInByForm(tab, 'samer@example.org');
    // On to where they wanted to go.
    await tab.page.waitForURL(/\/desk\/stories\?state=draft/);
    await tab.close();
  });

  test('the name of the paper and its digits are changed once, and readers have them', async () => {
    const { page } = chief;
    await page.goto(`${paper.url}/desk/settings`);
    await page.getByLabel('اسم الصحيفة').fill('الضفّة');
    await page.getByLabel('الأرقام').selectOption('arab');
    await page.getByRole('button', { name: 'احفظ' }).click();
    await page.getByText('حُفظت الإعدادات').waitFor();
    await until(async () => (await ask(paper.url, '/')).text.includes('الضفّة'));
  });

  test('sections are added, put in order, removed, and the removal taken back', async () => {
    const { page } = chief;
    await page.goto(`${paper.url}/desk/terms/sections`);
    for (const name of ['المدينة', 'الميناء', 'ثقافة']) {
      await page.getByRole('button', { name: 'أضف قسماً' }).click();
      await page.getByRole('dialog').getByLabel('الاسم').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: 'احفظ' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: name }).waitFor();
    }
    const names = () =>
      page.getByRole('list', { name: 'الأقسام' }).locator('strong').allTextContents();
    await page.getByRole('button', { name: 'حرّك إلى أعلى: ثقافة' }).click();
    await until(async () => (await names()).join() === 'المدينة,ثقافة,الميناء');
    await page.getByRole('button', { name: 'احذف: الميناء' }).click();
    await until(async () => (await names()).length === 2);
    await page.getByRole('button', { name: 'تراجع' }).click();
    await until(async () => (await names()).length === 3);
  });

  test('a picture is dropped into the archive, described, and its focal point moved by keys', async () => {
    const { page } = chief;
    await page.goto(`${paper.url}/desk/media`);
    const buffer = await sharp({
      create: { width: 1200, height: 800, channels: 3, background: '#9b2335' },
    })
      .jpeg()
      .toBuffer();
    await page.setInputFiles('input[type=file]', [
      { name: 'رصيف الميناء.jpg', mimeType: 'image/jpeg', buffer },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture') },
    ]);
    await page.getByText('هذا الملفّ ليس صورة نعرفها').waitFor();
    await page.getByRole('button', { name: 'رصيف الميناء' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('الوصف البديل').fill('رصيف خالٍ عند الفجر');
    await sheet.getByLabel('المصوّر أو المصدر').fill('ليلى حدّاد');
    await sheet.getByRole('button', { name: 'موضع النظر' }).press('ArrowRight');
    await sheet.getByRole('button', { name: 'احفظ' }).click();
    await page.getByText('حُفظ.').waitFor();
    await page.reload();
    await sheet.getByText('أضافها كريم منصور').waitFor();
    expect(await sheet.getByLabel('الوصف البديل').inputValue()).toBe('رصيف خالٍ عند الفجر');
    const list = await page.evaluate("fetch('/api/v1/media').then((answer) => answer.json())");
    expect(list).toMatchObject({ rows: [{ focalX: 0.52, credit: 'ليلى حدّاد' }] });
  });
});

describe('the second factor', () => {
  test('is turned on by a code, asked for at the door, and a recovery code opens once', async () => {
    await member(paper, 'copyeditor');
    const tab = await openDesk(browser);
    const { page } = tab;
    await page.goto(`${paper.url}/desk/me`);
    await signInByForm(tab, 'copyeditor@example.org');
    const part = page.locator('section').filter({ hasText: 'التحقّق بخطوتين' });
    await part.getByLabel('كلمة السر الحالية').fill('ليست كلمة السر');
    await part.getByRole('button', { name: 'فعّله' }).click();
    await part.getByText('كلمة السر الحالية غير صحيحة.').waitFor();
    await part.getByLabel('كلمة السر الحالية').fill(password);
    await part.getByRole('button', { name: 'فعّله' }).click();
    await part.getByRole('img', { name: 'رمز الإعداد لتطبيق التحقّق' }).waitFor();
    const secret = await part.getByLabel('المفتاح').inputValue();
    await part.getByLabel('رمز التحقّق').fill(totp(secret));
    await part.getByRole('button', { name: 'تحقّق وفعّل' }).click();
    await part.getByRole('button', { name: 'حفظتها' }).waitFor();
    const codes = await part.locator('code').allTextContents();
    expect(codes.length).toBeGreaterThan(5);
    await part.getByRole('button', { name: 'حفظتها' }).click();
    await part.getByText('مفعّل على حسابك.').waitFor();

    const door = async (): Promise<void> => {
      await page.context().clearCookies();
      await page.goto(`${paper.url}/desk/sign-in`);
      await signInByForm(tab, 'copyeditor@example.org');
      await page.getByLabel('رمز التحقّق').waitFor();
    };
    await door();
    await page.getByLabel('رمز التحقّق').fill('000000');
    await page.getByRole('button', { name: 'ادخل' }).click();
    await page.getByText('الرمز غير صحيح').waitFor();
    await page.getByLabel('رمز التحقّق').fill(totp(secret));
    await page.getByRole('button', { name: 'ادخل' }).click();
    await page.getByRole('heading', { name: /اليوم/ }).waitFor();

    const recover = async (): Promise<void> => {
      await door();
      await page.getByRole('button', { name: 'ليس هاتفي معي' }).click();
      await page.getByLabel('رمز الاسترداد').fill(codes[0] ?? '');
      await page.getByRole('button', { name: 'ادخل' }).click();
    };
    await recover();
    await page.getByRole('heading', { name: /اليوم/ }).waitFor();
    await recover();
    await page.getByText('الرمز غير صحيح').waitFor();
    await tab.close();
  });
});

describe('a day with stories', () => {
  let editor: Watched;

  beforeAll(async () => {
    const client = await member(paper, 'chief');
    for (const headline of ['الجسر يُفتح غداً', 'مكتبة الحيّ توسّع ساعاتها', 'سوق السمك ينتقل']) {
      const { body } = await client.ask('POST', '/stories', { content: storyContent(headline) });
      await client.ask('POST', `/stories/${body.id}/actions/publishAtOnce`, {});
    }
    await client.ask('POST', '/stories', { content: storyContent('مسوّدة لم تُنشر') });
    editor = await deskOf(browser, paper, 'editor');
  });
  afterAll(() => editor.close());

  const rows = () => editor.page.getByRole('list', { name: 'قائمة المواد' }).getByRole('listitem');

  test('the list is filtered by state and words, and the filter stands in the address', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/stories`);
    await until(async () => (await rows().count()) === 4);
    await page.getByRole('button', { name: /^منشورة/ }).click();
    await until(async () => (await rows().count()) === 3);
    expect(page.url()).toContain('state=published');
    await page.keyboard.press('/');
    await page.keyboard.type('مكتبه');
    await until(async () => (await rows().count()) === 1);
    await page.reload();
    await until(async () => (await rows().count()) === 1);
    expect(await page.getByLabel('ابحث في المواد').inputValue()).toBe('مكتبه');
  });

  test('a filter is kept under a name, chosen again, and forgotten', async () => {
    const { page } = editor;
    await page.getByRole('button', { name: 'احفظ هذا العرض' }).click();
    await page.getByLabel('اسم العرض').fill('مكتبات منشورة');
    await page.getByRole('button', { name: 'احفظ', exact: true }).click();
    await page.goto(`${paper.url}/desk/stories`);
    await until(async () => (await rows().count()) === 4);
    await page.getByRole('button', { name: 'مكتبات منشورة', exact: true }).click();
    await until(async () => (await rows().count()) === 1);
    await page.getByRole('button', { name: 'احذف العرض «مكتبات منشورة»' }).click();
    await page
      .getByRole('button', { name: 'مكتبات منشورة', exact: true })
      .waitFor({ state: 'detached' });
  });

  test('rows are walked by keys, chosen, and spiked together; undo brings them back', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/stories?state=draft`);
    await until(async () => (await rows().count()) === 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'اطوِها' }).click();
    await until(async () => (await rows().count()) === 0);
    await page.getByRole('button', { name: 'تراجع' }).click();
    await until(async () => (await rows().count()) === 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/stories\/\d+$/);
  });

  test('Ctrl-K finds a screen by its name, and a story by words of it', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('الصفحه الاولي');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/front$/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('السمك');
    await page.getByRole('option', { name: /سوق السمك/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/stories\/\d+$/);
  });

  test('the front page is arranged by keys and published at once; undo brings the old order back', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/front`);
    await page.getByRole('button', { name: 'ثبّتها: الجسر يُفتح غداً' }).click();
    await page.getByRole('button', { name: 'ثبّتها: مكتبة الحيّ توسّع ساعاتها' }).click();
    const library = page.getByRole('article').filter({ hasText: 'مكتبة الحيّ' });
    await library.getByRole('button', { name: /^حرّك إلى أعلى/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('ترتيب لم يُنشر بعد').waitFor();
    await page.getByRole('button', { name: 'انشر الترتيب' }).click();
    await page.getByText('نُشر الترتيب').waitFor();
    const first = async () => {
      const { text } = await ask(paper.url, '/');
      return /<article.*?<h[123][^>]*>(.*?)<\/h[123]>/su
        .exec(text)?.[1]
        ?.replace(/<[^>]+>/g, '')
        .trim();
    };
    await until(async () => (await first()) === 'مكتبة الحيّ توسّع ساعاتها');
    await page.getByRole('button', { name: 'تراجع' }).click();
    await until(async () => (await first()) !== 'مكتبة الحيّ توسّع ساعاتها');
  });

  test('a session that ended opens the sign-in over the screen, and nothing typed is lost', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/terms/topics`);
    await page.getByRole('button', { name: 'أضف موضوعاً' }).click();
    await page.getByRole('dialog').getByLabel('الاسم').fill('إعادة الإعمار');
    await page.context().clearCookies();
    await page.getByRole('dialog').getByRole('button', { name: 'احفظ' }).click();
    await page.getByText('انتهت جلستك').waitFor();
    await page.getByLabel('كلمة السر', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'ادخل' }).click();
    await page.getByRole('listitem').filter({ hasText: 'إعادة الإعمار' }).waitFor();
  });

  test('without a network a form says so and keeps what was typed; with it, it is sent', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/terms/people`);
    await page.getByRole('button', { name: 'أضف شخصاً' }).click();
    await page.getByRole('dialog').getByLabel('الاسم').fill('نبيل الشامي');
    await page.context().setOffline(true);
    await page.getByRole('dialog').getByRole('button', { name: 'احفظ' }).click();
    await page.getByText('لا اتّصال بالخادم').first().waitFor();
    expect(await page.getByRole('dialog').getByLabel('الاسم').inputValue()).toBe('نبيل الشامي');
    await page.context().setOffline(false);
    await page.getByRole('dialog').getByRole('button', { name: 'احفظ' }).click();
    await page.getByRole('listitem').filter({ hasText: 'نبيل الشامي' }).waitFor();
  });

  test('what others change appears without a reload', async () => {
    const { page } = editor;
    await page.goto(`${paper.url}/desk/stories?state=review`);
    await page.getByText('لا مادة توافق هذه التصفية.').waitFor();
    const reporter = await member(paper, 'reporter');
    const { body } = await reporter.ask('POST', '/stories', {
      content: storyContent('خبر وصل للتوّ'),
    });
    await reporter.ask('POST', `/stories/${body.id}/actions/submit`, {});
    await rows().filter({ hasText: 'خبر وصل للتوّ' }).waitFor();
  });
});
