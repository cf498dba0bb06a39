import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { listStories } from '../newsroom/publications/lists.ts';
import { readStory } from '../newsroom/publications/read.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { dialects, type TestDatabase } from '../store/testing/databases.ts';
import { importJsonl, openJsonl } from './jsonl.ts';

const now = Date.parse('2026-11-23T09:00:00Z');

const line = (fields: Record<string, unknown>): string => `${JSON.stringify(fields)}\n`;
const wheat = {
  id: 'wheat-1',
  section: 'اقتصاد',
  title: 'سعر القمح يستقرّ',
  time: '2026-11-20T10:00:00+03:00',
  abstract: 'هدوء في السوق بعد أسبوعين.',
  text: 'قال التجّار إن الشحنة وصلت.\nوأضافوا أن أخرى في الطريق.',
};

describe.each(dialects)('importJsonl on $name', ({ create }) => {
  let database: TestDatabase;
  let newsroom: Newsroom;

  beforeEach(async () => {
    database = await create();
    newsroom = { store: await database.open(), now: () => now };
  });
  afterEach(() => database.remove());

  const take = (text: string, publish = true): ReturnType<typeof importJsonl> =>
    importJsonl(newsroom, systemActor, Readable.from([Buffer.from(text)]), { publish });
  const count = async (): Promise<number> =>
    (await newsroom.store.read.selectFrom('stories').select('id').execute()).length;

  test('publishes a line as a story of its section, under its own time', async () => {
    const report = await take(line(wheat));
    const list = await listStories(newsroom.store.read, { kind: 'latest' }, { now, limit: 5 });
    const found = await readStory(newsroom.store.read, list.stories[0]?.id ?? 0, now);

    expect(report).toEqual({ read: 1, imported: 1, known: 0, refused: [] });
    expect(found?.story).toMatchObject({
      headline: wheat.title,
      standfirst: wheat.abstract,
      publishedAt: Date.parse(wheat.time),
      section: { name: 'اقتصاد' },
    });
    expect(found?.status === 'live' && found.story.body.content).toHaveLength(2);
  });

  test('leaves stories as drafts unless it is told to publish', async () => {
    await take(line(wheat), false);

    const list = await listStories(newsroom.store.read, { kind: 'latest' }, { now, limit: 5 });
    expect(list.stories).toEqual([]);
    expect(await count()).toBe(1);
  });

  test('takes every id once, in one run and over several', async () => {
    const first = await take(line(wheat) + line({ ...wheat, title: 'عنوان آخر' }));
    const second = await take(line(wheat) + line({ ...wheat, id: 'wheat-2' }));

    expect(first).toMatchObject({ imported: 1, known: 1 });
    expect(second).toMatchObject({ imported: 1, known: 1 });
    expect(await count()).toBe(2);
  });

  test('reports what it refuses, with its line, its id and why, and takes the rest', async () => {
    const report = await take(
      [
        line(wheat).trim(),
        '{"id": 1,',
        line({ ...wheat, id: 'no-title', title: ' ' }).trim(),
        line({ ...wheat, id: 'no-time', time: 'غداً' }).trim(),
        line({ ...wheat, id: 'future', time: '2031-01-01' }).trim(),
        line({ ...wheat, id: 'no-text', text: '' }).trim(),
        '',
        line({ ...wheat, id: 8 }).trim(),
      ].join('\n'),
    );

    expect(report).toMatchObject({ read: 7, imported: 2 });
    expect(report.refused.map(({ line: number, id }) => [number, id])).toEqual([
      [2, null],
      [3, 'no-title'],
      [4, 'no-time'],
      [5, 'future'],
      [6, 'no-text'],
    ]);
    expect(report.refused.map(({ why }) => why).join('\n')).toMatch(/title.*\n.*time.*\n.*future/s);
  });

  test('shows an abstract that only repeats the beginning of the text once', async () => {
    await take(line({ ...wheat, abstract: 'قال التجّار إن الشحنة وصلت.' }));

    const list = await listStories(newsroom.store.read, { kind: 'latest' }, { now, limit: 5 });
    expect(list.stories[0]?.standfirst).toBeNull();
  });

  test('imports more than a batch, and announces it to followers as one change a batch', async () => {
    const lines = Array.from({ length: 450 }, (_, n) => line({ ...wheat, id: `many-${n}` }));

    const report = await take(lines.join(''));
    const changes = await newsroom.store.read.selectFrom('changes').selectAll().execute();

    expect(report.imported).toBe(450);
    expect(changes).toHaveLength(3);
    expect(changes.every((change) => change.keys === 'all')).toBe(true);
    expect(changes.flatMap((change) => change.story_ids.split(' '))).toHaveLength(450);
  });
});

describe('openJsonl', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matbaa-jsonl-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (bytes: Uint8Array): Promise<string> => {
    const file = join(folder, 'stories');
    writeFileSync(file, bytes);
    const chunks: Buffer[] = [];
    for await (const chunk of await openJsonl(file)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString();
  };

  test('reads plain and gzipped files alike, whatever they are called', async () => {
    const text = line(wheat).repeat(3000);

    expect((await read(Buffer.from(text))) === text).toBe(true);
    expect((await read(gzipSync(text))) === text).toBe(true);
  });

  test('reads an empty file as nothing', async () => {
    expect(await read(Buffer.alloc(0))).toBe('');
  });

  test('fails on a file that is not there', async () => {
    await expect(openJsonl(join(folder, 'none'))).rejects.toThrow(/ENOENT/);
  });

  test('fails on a gzip that breaks off', async () => {
    const broken = gzipSync(line(wheat).repeat(3000)).subarray(0, 200);

    await expect(read(broken)).rejects.toThrow();
  });
});
