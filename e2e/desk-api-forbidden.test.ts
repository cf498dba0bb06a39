import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyActions } from '../src/newsroom/stories/actions.ts';
import { type DeskClient, member, storyContent } from './support/desk-client.ts';
import { inNewsroom } from './support/newsroom.ts';
import { type Paper, startPaper } from './support/program.ts';

/** A reporter tries everything that is not theirs. */

let paper: Paper;
let editor: DeskClient;
let reporter: DeskClient;

beforeAll(async () => {
  paper = await startPaper();
  editor = await member(paper, 'editor');
  reporter = await member(paper, 'reporter');
});
afterAll(() => paper.discard());

/** What a reporter may do: their own stories, their own account, pictures. */
const theirs = [
  'POST /stories',
  'DELETE /stories/{}/autosave',
  'POST /stories/{}/presence',
  'DELETE /stories/{}/presence',
  'POST /stories/{}/preview',
  'POST /media',
  'PATCH /media/{}',
  'PATCH /me',
  'DELETE /me/sessions',
  'DELETE /me/sessions/{}',
  'POST /views',
  'DELETE /views/{}',
  // What the archive writes, and what was caught while they wrote.
  'POST /style/counts',
  'POST /style/tally',
];
const body = { type: 'doc', content: [] };
const term = { name: 'اسم' };
const terms = ['sections', 'topics', 'series', 'people'];

/** Parts of a path that name one thing stand in brackets. */
const tries = (id: number): [method: string, path: string, body?: unknown][] => [
  ...Object.keys(storyActions).map((action): [string, string, unknown] => [
    'POST',
    `/stories/[${id}]/actions/[${action}]`,
    { note: 'ملاحظة', at: Date.now() + 3_600_000 },
  ]),
  ['PUT', `/stories/[${id}]`, { version: 1, content: storyContent('تعديل') }],
  ['PUT', `/stories/[${id}]/autosave`, { version: 1, content: {} }],
  ...terms.flatMap((kind): [string, string, unknown][] => [
    ['POST', `/${kind}`, term],
    ['PATCH', `/${kind}/[1]`, term],
    ['DELETE', `/${kind}/[1]`, undefined],
  ]),
  ['PUT', '/sections/order', { ids: [] }],
  ['POST', '/redirects', { from: '/a', to: '/b' }],
  ['DELETE', '/redirects?from=/a'],
  ['PATCH', '/settings', { name: 'صحيفتي' }],
  ['POST', '/pages', { title: 'صفحة', body }],
  ['PUT', '/pages/[1]', { title: 'صفحة', body, version: 1 }],
  ['PATCH', '/users/[someone]', { role: 'chief' }],
  ['POST', '/invitations', { email: 'y@example.org', name: 'y', role: 'chief' }],
  ['DELETE', '/invitations/[1]'],
  ['POST', '/reset/link', { userId: 'someone' }],
  ['PUT', '/front', { version: 0, lead: null, pinned: [], breaking: [] }],
  ['POST', `/comments/hot/[${id}]/seen`],
  ['POST', '/comments/moderate', { act: 'approve', ids: [1] }],
  ['POST', '/comments/moderate/matching', { act: 'approve', filter: {} }],
  ['POST', '/comments/undo', { act: 1 }],
  ['PATCH', '/comments/readers/[1]', { standing: 'trusted' }],
  ['POST', '/comments/reader-data', { email: 'x@example.org' }],
  ['POST', '/comments/reader-data/erase', { email: 'x@example.org' }],
  ['POST', '/comments/phrases', { phrase: 'كلمة', kind: 'banned' }],
  ['PUT', '/comments/phrases/[1]', { phrase: 'كلمة', kind: 'banned' }],
  ['DELETE', '/comments/phrases/[1]'],
  ['PATCH', '/style', { longestHeadline: 80 }],
  ['POST', '/style/lexicon', { right: 'كلمة', variants: [] }],
  ['POST', '/style/lexicon/file', { format: 'json', text: '[]' }],
  ['PATCH', '/style/lexicon/[1]', { right: 'كلمة', variants: [] }],
  ['DELETE', '/style/lexicon/[1]'],
  ['POST', `/stories/[${id}]/waivers`, { rule: 'hamza', text: 'الارهاب', reason: 'اسم كتاب' }],
  ['DELETE', `/stories/[${id}]/waivers/[1]`],
  ['POST', '/tokens', { name: 'x', scopes: ['admin'] }],
  ['DELETE', '/tokens/[1]'],
  ['POST', '/webhooks', { url: 'https://app.example/hook' }],
  ['PATCH', '/webhooks/[1]', { active: false }],
  ['DELETE', '/webhooks/[1]'],
  ['POST', '/webhooks/[1]/deliveries/[1]/retry'],
];

const refusals = (): Promise<number> =>
  inNewsroom(paper.data, async ({ store }) => {
    const rows = await store.read
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'refused')
      .execute();
    return rows.length;
  });

test('is refused all of it, each try is audited, and nothing has changed', async () => {
  const content = storyContent('مادة المحرر');
  const id = Number((await editor.ask('POST', '/stories', { content })).body.id);
  const before = await refusals();

  for (const [method, path, body] of tries(id)) {
    const answer = await reporter.ask(method, path.replace(/[[\]]/gu, ''), body);
    expect([method, path, answer.status]).toEqual([method, path, 403]);
  }
  const bulk = await reporter.ask('POST', '/stories/bulk', { ids: [id], action: 'spike' });

  expect(bulk.body).toMatchObject({ done: [], refused: [{ id }] });
  expect(await refusals()).toBe(before + tries(id).length + 1);
  const after = await editor.ask('GET', `/stories/${id}`);
  expect(after.body).toMatchObject({ story: { state: 'draft', version: 1 } });
});

test('has tried every address that writes', async () => {
  const { paths } = (await reporter.ask('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, { security: unknown[] }>>;
  };
  const writing = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method, { security }]) => method !== 'get' && security.length > 0)
      .map(([method]) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/gu, '{}')}`),
  );
  const tried = tries(1).map(
    ([method, path]) => `${method} ${path.split('?', 1)[0]?.replace(/\[\w+\]/gu, '{}')}`,
  );

  expect(new Set([...tried, ...theirs, 'POST /stories/bulk'])).toEqual(new Set(writing));
});

test('sees nothing of what those see who run the house', async () => {
  const house = [
    '/comments',
    '/comments/counts',
    '/comments/matching',
    '/comments/stats',
    '/comments/readers',
    '/comments/phrases',
    '/users',
    '/invitations',
    '/audit',
    '/tokens',
    '/webhooks',
    '/webhooks/1/deliveries',
  ];
  for (const path of house)
    expect([path, (await reporter.ask('GET', path)).status]).toEqual([path, 403]);
});
