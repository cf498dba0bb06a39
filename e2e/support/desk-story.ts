import type { Locator, Page } from 'playwright-core';
import type { DeskClient } from './desk-client.ts';
import { until } from './patience.ts';

/** The screen of one story, as a person handles it. */

export const bodyOf = (page: Page): Locator => page.getByRole('textbox', { name: 'متن المادة' });
/** What the bar says of the saving. */
export const saveLine = (page: Page): Locator => page.locator('.save-line');

/** Begins a story through the API. Gives its number. */
export async function begin(
  client: DeskClient,
  headline: string,
  paragraphs: readonly string[] = [],
): Promise<number> {
  const content = {
    headline,
    body: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  };
  return Number((await client.ask('POST', '/stories', { content })).body.id);
}

export async function openStory(page: Page, site: string, id: number): Promise<void> {
  await page.goto(`${site}/desk/stories/${id}`);
  await bodyOf(page).waitFor();
}

/** Puts the caret at the end of the body and types. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await bodyOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

export const untilSaid = (page: Page, words: string): Promise<void> =>
  until(async () => (await saveLine(page).innerText()).includes(words));

/** The story's working copy as the server has it. */
export async function storyOf(
  client: DeskClient,
  id: number,
): Promise<{ version: number; state: string; content: Record<string, unknown>; text: string }> {
  const { body } = await client.ask('GET', `/stories/${id}`);
  const story = body.story as { version: number; state: string; content: Record<string, unknown> };
  return { ...story, text: JSON.stringify(story.content) };
}

/** Pastes markup where the caret stands, as the clipboard of another program gives it. */
export const paste = (page: Page, html: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/html', ${JSON.stringify(html)});
    document.querySelector('.sheet__body').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
