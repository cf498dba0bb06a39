import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeskClient,
  member,
  password,
  setupToken,
  storyContent,
  tokenOf,
} from './support/desk-client.ts';
import { makeDataFolder, type Paper, startPaper } from './support/program.ts';

/** The desk's API from outside: who may do what, and what is never lost. */

let paper: Paper;
let chief: DeskClient;
let editor: DeskClient;
let reporter: DeskClient;

beforeAll(async () => {
  paper = await startPaper();
  chief = await member(paper, 'chief');
  editor = await member(paper, 'editor');
  reporter = await member(paper, 'reporter');
});
afterAll(() => paper.discard());

const begin = async (who: DeskClient, headline = 'جسر جديد'): Promise<number> =>
  Number((await who.ask('POST', '/stories', { content: storyContent(headline) })).body.id);

describe('two people in one story', () => {
  test('a stale save is refused with both texts', async () => {
    const id = await begin(editor, 'الأصل');
    await chief.ask('PUT', `/stories/${id}`, { version: 1, content: storyContent('نص الرئيس') });

    const late = await editor.ask('PUT', `/stories/${id}`, {
      version: 1,
      content: storyContent('نص المحرر'),
    });

    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      error: { code: 'stale' },
      yours: { headline: 'نص المحرر' },
      theirs: { headline: 'نص الرئيس' },
      theirVersion: 2,
      savedBy: 'chief',
    });
  });

  test('see each other', async () => {
    const id = await begin(editor);
    await editor.ask('POST', `/stories/${id}/presence`, { where: 3 });

    const seen = await chief.ask('POST', `/stories/${id}/presence`, {});
    expect(seen.body.presence).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'editor', where: 3 })]),
    );
    await editor.ask('DELETE', `/stories/${id}/presence`);
    const view = await chief.ask('GET', `/stories/${id}`);
    expect(view.body.presence).toEqual([expect.objectContaining({ name: 'chief' })]);
  });
});

describe('what readers get', () => {
  test('an embargoed story is nowhere before its time', async () => {
    const id = await begin(editor, 'خبر محظور النشر');
    const content = storyContent('خبر محظور النشر');
    await editor.ask('PUT', `/stories/${id}`, {
      version: 1,
      content,
      embargoUntil: Date.now() + 3_600_000,
    });

    const answer = await chief.ask('POST', `/stories/${id}/actions/publishAtOnce`, { version: 2 });
    expect(answer.status).toBe(400);
    expect((await fetch(`${paper.url}/${id}`)).status).toBe(404);
    const front = await (await fetch(`${paper.url}/`)).text();
    expect(front).not.toContain('خبر محظور النشر');
  });

  test('the chosen lead leads the front page at once', async () => {
    const ids: number[] = [];
    for (const headline of ['مادة أولى', 'مادة ثانية', 'مادة ثالثة']) {
      const id = await begin(chief, headline);
      await chief.ask('POST', `/stories/${id}/actions/publishAtOnce`, {});
      ids.push(id);
    }
    const [lead = 0, pinned = 0] = ids;
    const before = await editor.ask('GET', '/front');
    const { version } = before.body;
    const order = { version, lead, pinned: [pinned], breaking: [] };
    const done = await editor.ask('PUT', '/front', order);

    expect(done.body).toMatchObject({ lead, pinned: [pinned] });
    expect((await editor.ask('PUT', '/front', order)).status).toBe(409);
    await expect
      .poll(async () => (await (await fetch(`${paper.url}/`)).text()).indexOf('مادة أولى'))
      .toBeGreaterThan(0);
    const page = await (await fetch(`${paper.url}/`)).text();
    const [main = ''] = page.split('<main').slice(1);
    expect(main.indexOf('مادة أولى')).toBeLessThan(main.indexOf('مادة ثانية'));
  });
});

describe('the archive and the lists', () => {
  test('a suggestion is found however its letters are typed', async () => {
    await chief.ask('POST', '/topics', { name: 'الكهرباء العراقية' });
    const found = await reporter.ask('GET', `/topics?q=${encodeURIComponent('العراقيه')}`);
    expect(found.body.rows).toEqual([expect.objectContaining({ name: 'الكهرباء العراقية' })]);
  });

  test('a story is found by a word of its text, in another form, before anybody publishes it', async () => {
    const content = {
      headline: 'لقاء',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'تحدّث المسؤولون عن المطاحن.' }] },
        ],
      },
    };
    const { body } = await editor.ask('POST', '/stories', { content });
    const q = encodeURIComponent('مسؤول');
    const { rows } = (await editor.ask('GET', `/stories?q=${q}`)).body as {
      rows: { id: number }[];
    };
    expect(rows.map((row) => row.id)).toContain(body.id);
    const found = await editor.ask('GET', `/stories/search?q=${q}`);
    expect(found.body).toMatchObject({ hits: [{ id: body.id, state: 'draft' }] });
    const readers = await fetch(`${paper.url}/search?q=${q}`, {
      headers: { accept: 'application/json' },
    });
    expect(await readers.json()).toMatchObject({ total: 0 });
  });

  test('a list goes on where the page before ended', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const page = await chief.ask(
        'GET',
        `/stories?limit=3&cursor=${cursor}`.replace(/&cursor=$/, ''),
      );
      seen.push(...(page.body.rows as { id: number }[]).map((row) => row.id));
      cursor = typeof page.body.next === 'string' ? page.body.next : '';
    } while (cursor !== '');
    const all = await chief.ask('GET', '/stories?limit=100');
    expect(seen).toEqual((all.body.rows as { id: number }[]).map((row) => row.id));
  });

  test('a search reaches what stands behind hundreds of others', async () => {
    const about = (headline: string, text: string) => ({
      headline,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    });
    const late = `${'كلام عن الطقس والزراعة والأسواق. '.repeat(20)} ثم قالت الهيئة.`;
    const made = await reporter.ask('POST', '/stories', { content: about('زنبركات', late) });
    const id = Number(made.body.id);
    await reporter.ask('POST', `/stories/${id}/actions/submit`, {});
    const crowd = 220;
    for (let n = 0; n < crowd; n += 1)
      await editor.ask('POST', '/stories', { content: about('الهيئة تجتمع', 'الهيئة.') });
    const list = async (query: string, q: string, cursor = ''): Promise<[number[], string]> => {
      const { body } = await editor.ask(
        'GET',
        `/stories?q=${encodeURIComponent(q)}${query}${cursor}`,
      );
      const ids = (body.rows as { id: number }[]).map((row) => row.id);
      return [ids, typeof body.next === 'string' ? `&cursor=${body.next}` : ''];
    };

    expect((await list('&state=review', 'الهيئة'))[0]).toEqual([id]);
    expect((await list('', 'زنبر'))[0]).toEqual([id]);
    const q = encodeURIComponent('الهيئة');
    const found = await editor.ask('GET', `/stories/search?q=${q}&state=review`);
    expect(found.body).toMatchObject({ total: 1, hits: [{ id, state: 'review' }] });
    const mine = await reporter.ask('GET', `/stories/search?q=${q}&author=me`);
    expect(mine.body).toMatchObject({ total: 1, hits: [{ id }] });

    const seen = new Set<number>();
    let cursor = '';
    do {
      const [ids, next] = await list('&limit=100', 'الهيئة', cursor);
      for (const one of ids) seen.add(one);
      cursor = next;
    } while (cursor !== '');
    expect(seen.size).toBe(crowd + 1);
  });

  test('the document of the API names every address', async () => {
    const { body } = await chief.ask('GET', '/openapi.json');
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining(['/stories/{id}', '/media', '/front', '/session']),
    );
  });
});

test('what was acknowledged outlives a power cut between autosave and publishing', async () => {
  const data = makeDataFolder();
  const before = await startPaper({ data });
  const writer = await member(before, 'chief');
  const id = await begin(writer, 'قبل انقطاع الكهرباء');
  const unsaved = storyContent('نص لم يُحفظ بعد');
  const kept = await writer.ask('PUT', `/stories/${id}/autosave`, { version: 1, content: unsaved });
  expect(kept.status).toBe(200);
  await before.crash();

  const after = await startPaper({ data });
  const again = new DeskClient(after);
  for (const [name, value] of writer.cookies) again.cookies.set(name, value);
  const view = await again.ask('GET', `/stories/${id}`);
  expect(view.body).toMatchObject({ autosave: { version: 1, content: unsaved } });

  const saved = await again.ask('PUT', `/stories/${id}`, { version: 1, content: unsaved });
  expect(saved.body).toMatchObject({ version: 2 });
  await again.ask('POST', `/stories/${id}/actions/publishAtOnce`, { version: 2 });
  await after.crash();

  const last = await startPaper({ data });
  expect(await (await fetch(`${last.url}/${id}`)).text()).toContain('نص لم يُحفظ بعد');
  await last.discard();
});

test('a story from the first chief and two invitations to its correction', async () => {
  const fresh = await startPaper();
  await expect.poll(() => fresh.printed()).toContain('token=');
  const head = new DeskClient(fresh);
  const layla = { name: 'ليلى', email: 'layla@example.org', password };
  await head.ask('POST', '/setup', { token: setupToken(fresh), ...layla });
  const join = async (name: string, role: string): Promise<DeskClient> => {
    const email = `${role}@example.org`;
    const invited = await head.ask('POST', '/invitations', { email, name, role });
    const client = new DeskClient(fresh);
    const token = tokenOf(invited.body.link);
    await client.ask('POST', '/invitations/accept', { token, name, password });
    return client;
  };
  const sami = await join('سامي', 'reporter');
  const huda = await join('هدى', 'editor');
  const does = async (who: DeskClient, action: string, body: object = {}): Promise<unknown> =>
    (await who.ask('POST', `/stories/${id}/actions/${action}`, body)).body.state;

  const id = await begin(sami, 'افتتاح الجسر');
  expect(await does(sami, 'submit')).toBe('review');
  expect((await huda.ask('GET', '/today')).body.waiting).toMatchObject([{ id }]);
  expect(await does(huda, 'return', { note: 'أضف التكلفة.' })).toBe('returned');
  const seen = await sami.ask('GET', `/stories/${id}`);
  expect(seen.body).toMatchObject({ story: { note: 'أضف التكلفة.' }, mayEdit: true });
  const written = { version: 1, content: storyContent('افتتاح الجسر بكلفة ملياري دينار') };
  await sami.ask('PUT', `/stories/${id}`, written);
  expect(await does(sami, 'submit')).toBe('review');
  expect(await does(huda, 'approve')).toBe('ready');
  expect(await does(sami, 'publish')).toBe(undefined);
  expect(await does(huda, 'publish', { version: 2 })).toBe('published');
  const page = async (): Promise<string> => (await fetch(`${fresh.url}/${id}`)).text();
  await expect.poll(page).toContain('بكلفة ملياري دينار');

  const right = { version: 2, content: storyContent('افتتاح الجسر بكلفة ثلاثة مليارات') };
  await huda.ask('PUT', `/stories/${id}`, right);
  expect(await page()).not.toContain('ثلاثة مليارات');
  const note = 'ورد خطأً أن الكلفة ملياران.';
  expect(await does(head, 'correct', { version: 3, note })).toBe('published');
  await expect.poll(page).toContain(note);

  const trail = await head.ask('GET', `/stories/${id}/audit`);
  const lines = trail.body.rows as { action: string; actor: { name: string } }[];
  expect(lines.map(({ actor, action }) => `${actor.name} ${action}`).toReversed()).toEqual([
    'سامي story.create',
    'سامي story.submit',
    'هدى story.return',
    'سامي story.save',
    'سامي story.submit',
    'هدى story.approve',
    'سامي refused',
    'هدى story.publish',
    'هدى story.save',
    'ليلى story.correct',
  ]);
  await fresh.discard();
});
