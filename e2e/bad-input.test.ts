import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countRows } from './support/newsroom.ts';
import { fixture, pageText } from './support/pages.ts';
import { makeDataFolder, removeFolder, run } from './support/program.ts';

/** What cannot be taken in gets one line that says what to do, exit code 1, and leaves nothing. */

let folder: string;
let data: string;
const file = (name: string): string => join(folder, name);

const soundPage = pageText(
  'جرس المدرسة يقرع على توقيت جديد',
  'يقرع جرس مدرسة السهل ابتداءً من الأحد عند السابعة والنصف بدلاً من الثامنة.',
  'وقالت المديرة إن التغيير يوافق موعد الحافلة الأولى.',
);

beforeAll(async () => {
  folder = makeDataFolder();
  data = join(folder, 'data');
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('blank.txt'), ' \n\t\n\n');
  writeFileSync(file('binary.bin'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]));
  writeFileSync(file('zeros.txt'), Buffer.alloc(4096));
  writeFileSync(file('windows-1256.txt'), Buffer.from([0xc7, 0xe1, 0xd3, 0xe6, 0xde, 0x0a, 0xc7]));
  writeFileSync(file('huge.txt'), Buffer.alloc(50 * 1024 * 1024, 'كلمة '));
  writeFileSync(file('sound.txt'), soundPage);
  writeFileSync(file('many.jsonl'), '');
  const first = await run(['ingest', file('sound.txt'), '--publish', '--section', 'تعليم'], {
    data,
  });
  expect(first.code).toBe(0);
});

afterAll(() => removeFolder(folder));

/** The one line of a refusal; fails when there is more or less than one. */
function onlyLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line !== '');
  expect(lines).toHaveLength(1);
  const [line = ''] = lines;
  expect(line).toMatch(/^matbaa: \S/);
  expect(line).not.toMatch(/should not have|\bat .+:\d+:\d+|undefined/);
  return line;
}

describe('the ingest command refuses', () => {
  const future = '2999-01-01';
  test.each<[what: string, args: () => string[], line: RegExp]>([
    ['an empty file', () => [file('empty.txt')], /empty/],
    ['a file of blanks', () => [file('blank.txt')], /empty/],
    ['a picture', () => [file('binary.bin')], /UTF-8|binary/],
    ['null bytes', () => [file('zeros.txt')], /binary|UTF-8/],
    ['text in another encoding', () => [file('windows-1256.txt')], /UTF-8/],
    ['a text of 50 MB', () => [file('huge.txt')], /larger than 20 MB/],
    ['a page without a headline', () => [fixture('no-headline.txt')], /headline/],
    ['a file that is not there', () => [file('missing.txt')], /missing\.txt.*path/],
    ['a folder', () => [folder], /Cannot read/],
    [
      'a second taking in of the same page',
      () => [file('sound.txt')],
      /taken in before.*story \d+/,
    ],
    ['a date in the future', () => [fixture('mill.txt'), '--date', future], /future/],
    ['a date that is none', () => [fixture('mill.txt'), '--date', 'tomorrow'], /2021-07-24/],
    ['a day that no month has', () => [fixture('mill.txt'), '--date', '2021-02-30'], /2021-02-30/],
    ['an empty section', () => [fixture('mill.txt'), '--section', '  '], /section|name/i],
    [
      'a section with too long a name',
      () => [fixture('mill.txt'), '--section', 'س'.repeat(500)],
      /section|name/i,
    ],
  ])('%s, and leaves nothing of it', async (_what, args, line) => {
    const before = await countRows(data);
    const refused = await run(['ingest', '--publish', '--json', '--section', 'جديد', ...args()], {
      data,
    });
    expect(onlyLine(refused.stderr)).toMatch(line);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toBe('');
    expect(await countRows(data)).toEqual(before);
  });

  test.each([
    ['nothing on standard input', ''],
    ['binary on standard input', '\0\0\0\0'],
  ])('%s', async (_what, input) => {
    const refused = await run(['ingest', '-', '--publish'], { data, input });
    onlyLine(refused.stderr);
    expect(refused.code).toBe(1);
  });
});

describe('the import command refuses', () => {
  test.each<[what: string, args: () => string[], line: RegExp]>([
    ['an empty file', () => [file('empty.txt')], /empty/],
    ['a picture', () => [file('binary.bin')], /JSON/],
    ['a page of text', () => [fixture('mill.txt')], /JSON/],
    ['a file that is not there', () => [file('missing.jsonl')], /missing\.jsonl.*path/],
    ['a folder', () => [folder], /Cannot read/],
  ])('%s, and leaves nothing of it', async (_what, args, line) => {
    const before = await countRows(data);
    const refused = await run(['import', 'jsonl', ...args(), '--publish', '--json'], { data });
    expect(onlyLine(refused.stderr)).toMatch(line);
    expect(refused.code).toBe(1);
    expect(await countRows(data)).toEqual(before);
  });
});

describe('wrong usage', () => {
  test.each([
    ['an unknown command', ['publish-everything']],
    ['an unknown option', ['ingest', 'x.txt', '--fast']],
    ['a missing argument', ['ingest']],
    ['a missing option', ['user', 'add', '--email', 'a@example.org']],
    ['an option without its value', ['ingest', 'x.txt', '--date']],
    ['too many arguments', ['ingest', 'x.txt', 'y.txt']],
    ['an unknown format', ['import', 'csv', 'x.csv']],
  ])('exits with 2 on %s', async (_what, args) => {
    const refused = await run(args, { data });
    expect(refused.code).toBe(2);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(/^matbaa: /);
  });

  test('is explained by --help, which exits with 0', async () => {
    const help = await run(['--help'], { data });
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('ingest');
  });
});

describe('users and settings', () => {
  const email = 'editor@example.org';
  const user = ['user', 'add', '--name', 'محرّرة', '--email', email];
  test.each<[what: string, args: string[], line: RegExp]>([
    ['a role that there is not', [...user, '--role', 'king'], /role|reporter/],
    [
      'an address that is none',
      ['user', 'add', '--name', 'س', '--email', 'x', '--role', 'chief'],
      /mail/i,
    ],
    ['a setting that there is not', ['settings', 'colour', 'red'], /no setting "colour"/],
    ['a time zone that there is not', ['settings', 'timeZone', 'Mars/Base'], /time zone/],
  ])('refuses %s', async (_what, args, line) => {
    const refused = await run(args, { data });
    expect(onlyLine(refused.stderr)).toMatch(line);
    expect(refused.code).toBe(1);
  });

  test('adds an editor once, with the password from standard input', async () => {
    const add = [...user, '--role', 'chief', '--password-stdin', '--json'];
    const input = 'a long enough password\n';
    const first = await run(add, { data, input });
    const again = await run(add, { data, input });
    expect(first.stderr).toBe('');
    expect(JSON.parse(first.stdout)).toMatchObject({ email, role: 'chief' });
    expect(first.stdout).not.toContain('a long enough password');
    expect(first.code).toBe(0);
    expect(onlyLine(again.stderr)).toMatch(/already|exists|editor@example\.org/);
    expect(again.code).toBe(1);
  });
});
