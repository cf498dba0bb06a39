import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ask } from './support/ask.ts';
import { inNewsroom } from './support/newsroom.ts';
import { patience } from './support/patience.ts';
import {
  begin,
  type Finished,
  makeDataFolder,
  type Paper,
  removeFolder,
  run,
  startPaper,
} from './support/program.ts';

/** An archive comes in by `matbaa import jsonl`: whole, once, and with an account of what did not. */

const reportSchema = z.object({
  read: z.number(),
  imported: z.number(),
  known: z.number(),
  refused: z.array(z.object({ line: z.number(), id: z.string().nullable(), why: z.string() })),
});
const reportOf = ({ stdout }: Finished): z.infer<typeof reportSchema> =>
  reportSchema.parse(JSON.parse(stdout));

/** One line of the format. */
function line(n: number, changes: Record<string, unknown> = {}): string {
  const day = String((n % 27) + 1).padStart(2, '0');
  return JSON.stringify({
    id: `s${n}`,
    section: n % 2 === 0 ? 'أسواق' : 'مدارس',
    title: `الخبر رقم ${n} من أرشيف السهل`,
    time: `2019-0${(n % 9) + 1}-${day}T10:00`,
    abstract: null,
    text: `متن الخبر رقم ${n} من الأرشيف القديم.\nوفقرة ثانية تليها.`,
    ...changes,
  });
}
const lines = (count: number): string[] => Array.from({ length: count }, (_, n) => line(n + 1));

const originsIn = (data: string): Promise<string[]> =>
  inNewsroom(data, async ({ store }) => {
    const rows = await store.read.selectFrom('stories').select('origin').orderBy('id').execute();
    return rows.map(({ origin }) => origin ?? '');
  });

/** A quick look from outside, which waits for nobody's transaction. */
function countStories(data: string): number {
  const database = new DatabaseSync(join(data, 'newsroom.sqlite'), { readOnly: true });
  const row = database.prepare('select count(*) as stories from stories').get();
  database.close();
  return Number(row?.stories);
}

let folder: string;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => removeFolder(folder));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const importing = (path: string, data: string): Promise<Finished> =>
  run(['import', 'jsonl', path, '--publish', '--json'], { data: join(folder, data) });

describe('an import', () => {
  test('takes every line, and takes none twice', async () => {
    const archive = file('archive.jsonl', `${lines(450).join('\n')}\n`);
    const first = await importing(archive, 'once');
    const again = await importing(archive, 'once');
    expect(first.stderr).toBe('');
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(reportOf(first)).toMatchObject({ read: 450, imported: 450, known: 0, refused: [] });
    expect(reportOf(again)).toMatchObject({ read: 450, imported: 0, known: 450, refused: [] });
    expect(new Set(await originsIn(join(folder, 'once'))).size).toBe(450);
  });

  test('reads gzip as it reads text', async () => {
    const packed = file('archive.jsonl.gz', gzipSync(lines(30).join('\n')));
    expect(reportOf(await importing(packed, 'gzip'))).toMatchObject({ read: 30, imported: 30 });
  });

  test('says of each line that it refuses where it stands and why, and takes the others', async () => {
    const mixed = file(
      'mixed.jsonl',
      [
        line(1),
        'this is not JSON',
        line(3, { title: ' ' }),
        line(4, { text: undefined }),
        line(5, { time: '2999-01-01' }),
        line(6, { time: 'some day' }),
        line(1),
        '[]',
        line(9, { section: null, time: '24 تموز (يوليو) 2021' }),
        '',
        line(10, { id: '' }),
      ].join('\n'),
    );
    const finished = await importing(mixed, 'mixed');
    const report = reportOf(finished);
    expect(finished.code).toBe(0);
    expect(report).toMatchObject({ imported: 2, known: 1 });
    expect(report.refused.map((one) => [one.line, one.id])).toEqual([
      [2, null],
      [3, 's3'],
      [4, 's4'],
      [5, 's5'],
      [6, 's6'],
      [8, null],
      [10, ''],
    ]);
    const whys = report.refused.map(({ why }) => why);
    expect(whys[0]).toContain('JSON');
    expect(whys[1]).toContain('title');
    expect(whys[2]).toContain('text');
    expect(whys[3]).toContain('future');
    expect(whys[4]).toContain('some day');
  });

  test('counts every line of a file that is cut off in the middle of its packing', async () => {
    const packed = gzipSync(lines(2000).join('\n'), { level: 0 });
    const cut = file('cut.jsonl.gz', packed.subarray(0, packed.length >> 1));
    const whole = file('whole.jsonl.gz', packed);
    const broken = await importing(cut, 'cut');
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(/^matbaa: .+\n$/);
    const mended = reportOf(await importing(whole, 'cut'));
    expect(mended.imported + mended.known).toBe(2000);
    expect((await originsIn(join(folder, 'cut'))).length).toBe(2000);
  });
});

test('an import that was killed is finished by running it again, with nothing lost or doubled', async () => {
  const count = 10_000;
  const archive = file('long.jsonl', lines(count).join('\n'));
  const data = join(folder, 'killed');
  const args = ['import', 'jsonl', archive, '--publish', '--json'];
  expect((await run(['migrate'], { data })).code).toBe(0);
  const first = begin(args, { data });
  // Killed as soon as something, and before everything, is there.
  await vi.waitFor(() => expect(countStories(data)).toBeGreaterThan(0), {
    ...patience,
    interval: 5,
  });
  first.kill('SIGKILL');
  expect((await first.ended).code).toBeNull();
  const kept = countStories(data);
  expect(kept).toBeLessThan(count);

  const report = reportOf(await run(args, { data }));
  expect(report).toMatchObject({ read: count, known: kept, imported: count - kept, refused: [] });
  const origins = await originsIn(data);
  expect(origins).toHaveLength(count);
  expect(new Set(origins).size).toBe(count);
});

describe('beside a running server', () => {
  let paper: Paper;
  beforeAll(async () => {
    paper = await startPaper();
  });
  afterAll(() => paper.discard());

  test('an import shows its readers what came in, and they can search it', async () => {
    expect((await ask(paper.url, '/')).text).not.toContain('من أرشيف السهل');
    const archive = file('beside.jsonl', lines(60).join('\n'));
    const finished = await paper.run(['import', 'jsonl', archive, '--publish', '--json']);
    expect(reportOf(finished).imported).toBe(60);
    await vi.waitFor(async () => {
      expect((await ask(paper.url, '/')).text).toContain('من أرشيف السهل');
      const section = await ask(paper.url, `/section/${encodeURIComponent('أسواق')}`);
      expect(section.text).toContain('من أرشيف السهل');
      const found = await ask(paper.url, `/search?q=${encodeURIComponent('الأرشيف القديم')}`, {
        headers: { accept: 'application/json' },
      });
      expect(JSON.parse(found.text)).toMatchObject({ total: 60 });
    }, patience);
  });

  test('a long section is walked page by page, each story once', async () => {
    const seen: string[] = [];
    let path: string | null = `/section/${encodeURIComponent('مدارس')}`;
    for (let pages = 0; path !== null && pages < 10; pages += 1) {
      const page: string = (await ask(paper.url, path)).text;
      seen.push(
        ...[...page.matchAll(/<h[23][^>]*><a href="(\/\d+\/[^"]+)"/g)].map(([, to]) => to ?? ''),
      );
      path = /href="([^"]*\?before=[^"]+)"/.exec(page)?.[1] ?? null;
    }
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
  });

  test('an import without --publish keeps its stories from readers', async () => {
    const archive = file('drafts.jsonl', line(9001, { title: 'مادة من الأرشيف لم تُنشر' }));
    const finished = await paper.run(['import', 'jsonl', archive, '--json']);
    expect(reportOf(finished).imported).toBe(1);
    const origins = await originsIn(paper.data);
    expect(origins).toContain('jsonl:s9001');
    expect((await ask(paper.url, `/${origins.length}`)).status).toBe(404);
    expect((await ask(paper.url, '/')).text).not.toContain('مادة من الأرشيف لم تُنشر');
  });
});
