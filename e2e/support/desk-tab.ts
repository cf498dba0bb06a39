import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openTab, type Watched } from './browser.ts';
import { member, password } from './desk-client.ts';
import type { Paper } from './program.ts';

/** A window of the desk: its script runs, and it may write to the clipboard. */
export const openDesk = (browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> =>
  openTab(browser, { javaScriptEnabled: true, ...options });

/** A window where somebody of this role is signed in; the account is made when it is missing. */
export async function deskOf(
  browser: Browser,
  paper: Paper,
  role: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const client = await member(paper, role);
  const tab = await openDesk(browser, options);
  await tab.page.context().addCookies(
    [...client.cookies].map(([name, value]) => ({
      name,
      value: decodeURIComponent(value),
      url: paper.url,
    })),
  );
  return tab;
}

/** Signs in by the form, as people do. */
export async function signInByForm(tab: Watched, email: string): Promise<void> {
  await tab.page.getByLabel('البريد الإلكتروني').fill(email);
  await tab.page.getByLabel('كلمة السر', { exact: true }).fill(password);
  await tab.page.getByRole('button', { name: 'ادخل' }).click();
}
