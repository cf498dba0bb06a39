import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Finished,
  makeDataFolder,
  type Paper,
  removeFolder,
  startPaper,
} from './support/program.ts';

/** What becomes of replies: nothing acknowledged is lost, no address gets out, the shell decides. */

interface Listed {
  id: number;
  state: string;
  name: string;
  text: string;
}

const page = (headline: string): string =>
  `${headline}\n\nقالت البلدية إن الجسر يفتح أمام الناس صباح كل يوم حتى نهاية الموسم.\n`;

async function publish(paper: Paper, headline: string): Promise<string> {
  const done = await paper.run(['ingest', '-', '--publish'], page(headline));
  const { url }: { url: string } = JSON.parse(done.stdout);
  return new URL(url).pathname;
}

async function hiddenOf(paper: Paper, path: string): Promise<Record<string, string>> {
  const html = await (await fetch(paper.url + path)).text();
  const [, form = ''] = /<form id="reply"(.*?)<\/form>/su.exec(html) ?? [];
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/gu)) {
    const [, name = ''] = /name="([^"]*)"/u.exec(tag) ?? [];
    fields[name] = /value="([^"]*)"/u.exec(tag)?.[1] ?? '';
  }
  return fields;
}

const post = (
  paper: Paper,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(paper.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers,
  });

const reply = (n: number): Record<string, string> => ({
  name: `قارئ ${n}`,
  email: `reader-number-${n}@secret.example`,
  text: `هذا رأي القارئ رقم ${n} في الموضوع، وأرجو أن يُنشر.`,
});

async function listed(paper: Paper, ...args: string[]): Promise<Listed[]> {
  return JSON.parse((await paper.run(['comments', 'list', '--json', ...args])).stdout);
}

/** Every file of the data folder, the write-ahead log among them. */
function bytesOf(folder: string): string {
  let all = '';
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    all += statSync(file).isDirectory() ? bytesOf(file) : readFileSync(file, 'latin1');
  }
  return all;
}

describe('replies and the shell of the server', () => {
  let paper: Paper;
  let path: string;
  beforeAll(async () => {
    paper = await startPaper({ env: { MATBAA_LOG: 'debug' } });
    path = await publish(paper, 'الجسر يفتح أبوابه');
  });
  afterAll(() => paper.discard());

  test('a held reply is approved beside the server, and readers see it', async () => {
    const hidden = await hiddenOf(paper, path);
    const answer = await post(paper, path, { ...hidden, ...reply(1) });
    expect(answer.status).toBe(303);
    expect(await (await fetch(paper.url + path)).text()).not.toContain('رأي القارئ رقم 1');

    const [held] = await listed(paper, '--state', 'held');
    expect(held).toMatchObject({ state: 'held', name: 'قارئ 1' });
    const done = await paper.run(['comments', 'approve', String(held?.id), '--json']);
    expect(done.code).toBe(0);

    await expect
      .poll(async () => (await fetch(paper.url + path)).text())
      .toContain(`id="comment-${held?.id}"`);
    await paper.run(['comments', 'reject', String(held?.id)]);
    await expect
      .poll(async () => (await fetch(paper.url + path)).text())
      .not.toContain(`id="comment-${held?.id}"`);
    expect(await listed(paper, '--state', 'rejected')).toHaveLength(1);
  });

  test.each([
    { args: ['comments', 'approve', '987654'], code: 1, says: /no reply 987654/ },
    { args: ['comments', 'approve', 'x'], code: 2, says: /Give a number/ },
    { args: ['comments', 'approve'], code: 2, says: /missing/ },
    { args: ['comments', 'list', '--state', 'lost'], code: 2, says: /held/ },
    { args: ['comments', 'erase'], code: 2, says: /email/ },
    { args: ['comments', 'erase', '--email', 'nobody'], code: 1, says: /no e-mail address/ },
  ])('matbaa $args ends with $code and one line', async ({ args, code, says }) => {
    const done: Finished = await paper.run(args);

    expect(done.code).toBe(code);
    expect(done.stderr).toMatch(says);
    expect(done.stderr.trim()).not.toContain('\n');
  });

  test('spam is held and not one honest reply is lost or rejected', async () => {
    await paper.run(['comments', 'phrases', 'add', 'ملعونان']);
    const hidden = await hiddenOf(paper, path);
    const spam = (n: number): Record<string, string> => ({
      name: `عرض ${n}`,
      email: `spam${n}@spam.example`,
      text:
        [
          `اربح https://win${n}.example و www.a${n}.com`,
          'قروض سريعة بلا ضمان لكل الناس في كل مكان اتصل بنا',
          `م.ل.ع.و.ن.ا.ن ${n}`,
        ][n % 3] ?? '',
      ...(n % 5 === 0 ? { token: '' } : {}),
    });
    const posts = Array.from({ length: 440 }, (_, n) => (n % 11 === 0 ? reply(1000 + n) : spam(n)));
    for (let from = 0; from < posts.length; from += 40)
      await Promise.all(
        posts.slice(from, from + 40).map(async (fields) => {
          const answer = await post(paper, path, { ...hidden, ...fields });
          expect(answer.status).toBe(303);
        }),
      );

    const all = await listed(paper);
    const states = (of: Listed[]) => [...new Set(of.map((one) => one.state))].toSorted();
    const honest = all.filter((one) => /^قارئ 1\d{3}$/u.test(one.name));
    expect(honest).toHaveLength(40);
    expect(states(honest)).toEqual(['held']);
    expect(states(all.filter((one) => one.name.startsWith('عرض')))).toEqual(['held', 'rejected']);
  });

  test('an address is nowhere but as cipher and hash, a network address not even so', async () => {
    const hidden = await hiddenOf(paper, path);
    const address = 'nobody.sees.me@secret.example';
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const sent = { ...hidden, ...reply(2), email: address, notify: '1' };
    const answer = await post(paper, path, sent, from);
    await post(paper, path, { ...sent, text: ' ' }, from);
    const own = await (await fetch(paper.url + (answer.headers.get('location') ?? ''))).text();
    const [held] = (await listed(paper)).filter((one) => one.name === 'قارئ 2');
    await paper.run(['comments', 'approve', String(held?.id)]);
    await expect.poll(async () => (await fetch(paper.url + path)).text()).toContain('رقم 2 في');

    const seen = [own, paper.printed(), JSON.stringify(await listed(paper))];
    for (const place of [path, `${path}/replies`, '/', '/feed.xml', '/feed.json', '/metrics'])
      seen.push(await (await fetch(paper.url + place)).text());
    seen.push(await (await fetch(`${paper.url}/comments/feed.xml`)).text());
    seen.push(bytesOf(paper.data));
    for (const text of seen) {
      expect(text.includes('nobody.sees.me'), text.slice(0, 200)).toBe(false);
      expect(text.includes('203.0.113.77'), text.slice(0, 200)).toBe(false);
    }
    const database = new DatabaseSync(join(paper.data, 'newsroom.sqlite'), { readOnly: true });
    const { hash } = database
      .prepare("select email_hash as hash from comments where name = 'قارئ 2'")
      .get() as { hash: string };
    database.close();
    for (const text of seen.slice(0, -1)) expect(text.includes(hash)).toBe(false);
    expect(statSync(join(paper.data, 'replies-key')).mode & 0o777).toBe(0o600);

    const data = await paper.run(['comments', 'export', '--email', address.toUpperCase()]);
    expect(JSON.parse(data.stdout)).toMatchObject({ replies: [{ id: held?.id }] });
    const key = await paper.run(['comments', 'rotate-key', '--json']);
    expect(JSON.parse(key.stdout)).toMatchObject({ unreadable: 0 });
    const again = await post(paper, path, { ...hidden, ...reply(2), email: address, text: 'بعدُ' });
    expect(again.status).toBe(303);
    const gone = await paper.run(['comments', 'erase', '--email', address, '--json']);
    expect(JSON.parse(gone.stdout)).toEqual({ replies: 2, reader: true });
    expect((await listed(paper)).filter((one) => one.name === 'قارئ 2')).toEqual([]);
  });
});

test('nothing that was acknowledged is lost when the power goes', async () => {
  const data = makeDataFolder();
  const first = await startPaper({ data });
  const path = await publish(first, 'الكهرباء تنقطع');
  const hidden = await hiddenOf(first, path);
  const acknowledged: { n: number; location: string }[] = [];
  let n = 0;
  let isOn = true;
  const readers = Array.from({ length: 16 }, async () => {
    while (isOn) {
      const mine = n++;
      try {
        const answer = await post(first, path, { ...hidden, ...reply(mine) });
        const location = answer.headers.get('location');
        if (answer.status === 303 && location !== null) acknowledged.push({ n: mine, location });
      } catch {
        // The server is gone in the middle of it.
      }
    }
  });
  while (acknowledged.length < 150) await sleep(20);
  await first.crash();
  isOn = false;
  await Promise.all(readers);

  const second = await startPaper({ data });
  const names = new Set((await listed(second)).map((one) => one.name));
  const lost = acknowledged.filter((one) => !names.has(`قارئ ${one.n}`));
  const own = await fetch(second.url + (acknowledged.at(-1)?.location ?? ''));
  await second.stop();
  removeFolder(data);

  expect(lost).toEqual([]);
  expect(own.status).toBe(200);
});
