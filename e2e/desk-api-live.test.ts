import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskClient, member, storyContent } from './support/desk-client.ts';
import { type Paper, startPaper } from './support/program.ts';

/** What the desk shows while it is happening: previews, and news of what others do. */

let paper: Paper;
let editor: DeskClient;
let reporter: DeskClient;

beforeAll(async () => {
  paper = await startPaper();
  editor = await member(paper, 'editor');
  reporter = await member(paper, 'reporter');
});
afterAll(() => paper.discard());

const begin = async (headline: string): Promise<number> =>
  Number((await reporter.ask('POST', '/stories', { content: storyContent(headline) })).body.id);

test("a preview is the story's page, for a frame of our own, and nothing of it is kept", async () => {
  const id = await begin('نص محفوظ');
  const content = storyContent('نص لم يُحفظ');
  const { body } = await reporter.ask('POST', `/stories/${id}/preview`, { content });
  const page = await fetch(`${paper.url}${body.url}`);
  const html = await page.text();

  expect(page.status).toBe(200);
  expect(html).toMatch(/<h1[^>]*>نص لم يُحفظ<\/h1>/u);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
  });
  expect((await fetch(`${paper.url}/${id}`)).status).toBe(404);
  expect((await fetch(`${paper.url}${body.url}x`)).status).toBe(404);
  const front = await fetch(`${paper.url}/`);
  expect(front.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");

  const saved = await reporter.ask('POST', `/stories/${id}/preview`, {});
  expect(await (await fetch(`${paper.url}${saved.body.url}`)).text()).toContain('نص محفوظ');
});

test('a window hears of what another does, and lets the server stop at once', async () => {
  const id = await begin('مادة تُحرَّر');
  const cookie = [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  expect((await fetch(`${paper.url}/api/v1/events`)).status).toBe(401);
  const events = await fetch(`${paper.url}/api/v1/events`, { headers: { cookie } });
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  let heard = '';
  const decoder = new TextDecoder();
  const over = (async () => {
    for await (const chunk of events.body ?? []) heard += decoder.decode(chunk, { stream: true });
  })();
  await expect.poll(() => heard).toContain('retry:');

  await reporter.ask('POST', `/stories/${id}/actions/submit`, {});
  await expect.poll(() => heard).toContain(`data: {"kind":"story","ids":[${id}]}`);
  await reporter.ask('POST', `/stories/${id}/presence`, { where: 1 });
  await expect.poll(() => heard).toContain(`data: {"kind":"presence","ids":[${id}]}`);

  const asked = Date.now();
  await paper.stop();
  await over;
  // It would wait four seconds for a request that does not end.
  expect(Date.now() - asked).toBeLessThan(3500);
});
