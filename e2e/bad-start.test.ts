import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixture } from './support/pages.ts';
import {
  freePort,
  makeDataFolder,
  type Paper,
  removeFolder,
  run,
  startPaper,
} from './support/program.ts';

/** When the program cannot start, it says in one line why and what to do, and ends. */

let folder: string;
beforeEach(() => {
  folder = makeDataFolder();
});
afterEach(() => removeFolder(folder));

const inside = (name: string): string => join(folder, name);
const commands: [what: string, args: string[]][] = [
  ['start', ['start']],
  ['ingest', ['ingest', fixture('mill.txt')]],
];

async function refusal(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const port = String(await freePort());
  const data = env.MATBAA_DATA ?? inside('data');
  const { code, stderr } = await run(args, { data, env: { MATBAA_PORT: port, ...env } });
  expect(code).toBe(1);
  const lines = stderr.split('\n').filter((line) => line !== '');
  expect(lines).toHaveLength(1);
  expect(stderr).toMatch(/^matbaa: \S/);
  expect(stderr).not.toMatch(/should not have|\bat .+:\d+:\d+/);
  return stderr;
}

test('a port in use is named, with the setting that chooses another', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  try {
    const line = await refusal(['start'], { MATBAA_PORT: String(port) });
    expect(line).toContain(`Port ${port} is already in use`);
    expect(line).toContain('MATBAA_PORT');
  } finally {
    other.close();
  }
});

describe.each(commands)('%s', (_what, args) => {
  test('refuses a data folder that cannot be made, and names the setting', async () => {
    writeFileSync(inside('a-file'), 'not a folder');
    const line = await refusal(args, { MATBAA_DATA: join(inside('a-file'), 'data') });
    expect(line).toContain('a-file');
    expect(line).toContain('MATBAA_DATA');
    expect(readFileSync(inside('a-file'), 'utf8')).toBe('not a folder');
  });

  test('refuses a file that is no database, and does not touch it', async () => {
    mkdirSync(inside('data'));
    const database = join(inside('data'), 'newsroom.sqlite');
    writeFileSync(database, 'these are my notes and no database at all, please keep them');
    const line = await refusal(args);
    expect(line).toContain('newsroom.sqlite');
    expect(readFileSync(database, 'utf8')).toContain('please keep them');
  });

  test('refuses a database of a newer program, and does not touch it', async () => {
    expect((await run(['migrate'], { data: inside('data') })).code).toBe(0);
    const database = new DatabaseSync(join(inside('data'), 'newsroom.sqlite'));
    database.exec("insert into migrations (name, at) values ('999-from-the-future', 1)");
    database.close();
    const line = await refusal(args);
    expect(line).toContain('999-from-the-future');
    expect(line).toContain('newer');
    expect(line).toMatch(/[Uu]pdate the program/);
  });

  test.each([
    ['MATBAA_PORT', 'many'],
    ['MATBAA_PORT', '70000'],
    ['MATBAA_SITE_URL', 'news'],
    ['DATABASE_URL', 'mysql://root@localhost/news'],
  ])('refuses %s=%s by its name', async (name, value) => {
    expect(await refusal(args, { [name]: value })).toContain(name);
  });

  test('says so when the PostgreSQL server does not answer', async () => {
    const port = await freePort();
    const line = await refusal(args, { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/news` });
    expect(line).toMatch(/PostgreSQL|database|DATABASE_URL/);
  });
});

describe('a second start', () => {
  let paper: Paper;

  test('on the same data opens the same paper again, the demonstration only once', async () => {
    paper = await startPaper({ data: inside('data') });
    await paper.run(['ingest', fixture('mill.txt'), '--publish']);
    const stopped = await paper.stop();
    expect(stopped.code).toBe(0);
    paper = await startPaper({ data: inside('data'), demo: true });
    const front = await (await fetch(paper.url)).text();
    await paper.stop();
    expect(front).toContain('الطاحونة القديمة تدور من جديد');
    expect(front).not.toContain('المرسى');
  });

  test('after the machine failed finds all that was acknowledged', async () => {
    paper = await startPaper({ data: inside('data') });
    const { code } = await paper.run(['ingest', fixture('mill.txt'), '--publish']);
    expect(code).toBe(0);
    await paper.crash();
    paper = await startPaper({ data: inside('data') });
    const front = await (await fetch(paper.url)).text();
    await paper.stop();
    expect(front).toContain('الطاحونة القديمة تدور من جديد');
  });
});

/** A Node on PATH that is older than the program's own, but not one that npm put there. */
async function olderNode(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders.filter((one) => !one.includes('node_modules'))) {
    if (!readdirSync(folder, { encoding: 'utf8' }).includes('node')) continue;
    const node = join(folder, 'node');
    const { stdout } = await promisify(execFile)(node, ['--version']);
    const major = Number.parseInt(stdout.slice(1), 10);
    if (major >= 20 && major < 24) return node;
  }
  return null;
}

const older = await olderNode().catch(() => null);

test.skipIf(older === null)(
  'a command started by an older Node runs under the one that npm brought',
  async () => {
    const data = inside('data');
    const taken = await run(['ingest', fixture('mill.txt')], { data, node: older ?? '' });
    const refused = await run(['ingest', fixture('mill.txt')], { data, node: older ?? '' });
    const wrong = await run(['ingest'], { data, node: older ?? '' });
    expect(taken.stderr).toBe('');
    expect(JSON.parse(taken.stdout)).toMatchObject({ headline: 'الطاحونة القديمة تدور من جديد' });
    expect([taken.code, refused.code, wrong.code]).toEqual([0, 1, 2]);
  },
);
