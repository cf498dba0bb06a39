import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from './migrations/list.ts';
import { openPostgresStore } from './postgres.ts';
import type { Db } from './schema.ts';
import { openSqliteStore } from './sqlite.ts';
import { NewerDatabase, UnusableStore } from './store.ts';
import { databaseKinds, sharedDatabases, type TestDatabase } from './testing/databases.ts';

describe.each(databaseKinds)('opening $name', ({ create }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());

  const migrated = async (db: Db): Promise<unknown[]> =>
    (await sql`select name, at from migrations order by name`.execute(db)).rows;

  test('makes every table of an empty database', async () => {
    const store = await database.open();

    const names = (await migrated(store.read)).map((row) => (row as { name: string }).name);
    expect(names).toEqual(migrations.map((migration) => migration.name));
    await expect(store.read.selectFrom('publications').selectAll().execute()).resolves.toEqual([]);
  });

  test('does nothing the second time', async () => {
    const first = await database.open();
    await first.write((tx) =>
      tx.insertInto('settings').values({ key: 'name', value_json: '"صحيفة"' }).execute(),
    );
    const before = await migrated(first.read);

    const second = await database.open();

    expect(await migrated(second.read)).toEqual(before);
    expect(await second.read.selectFrom('settings').selectAll().execute()).toHaveLength(1);
  });

  test('refuses a database of a newer program and leaves it as it was', async () => {
    const store = await database.open();
    await store.write((tx) =>
      sql`insert into migrations (name, at) values ('999-hologram', 1)`.execute(tx),
    );
    const before = await migrated(store.read);

    const opening = database.open();

    await expect(opening).rejects.toThrow(NewerDatabase);
    await expect(opening).rejects.toThrow(/newer Matbaa .*"999-hologram".*Update the program/s);
    expect(await migrated(store.read)).toEqual(before);
  });
});

const run = promisify(execFile);

test.each(sharedDatabases)('nodes that start together migrate once: $name', async (kind) => {
  const database = await kind.create();
  // SQLite's writers wait for one another by blocking, so each needs a process of its own.
  const openOnce = `
    const { openSqliteStore } = await import('./src/store/sqlite.ts');
    await (await openSqliteStore(process.argv[1])).close();`;
  const start = (): Promise<unknown> =>
    kind.name === 'PostgreSQL'
      ? database.open()
      : run(process.execPath, ['--input-type=module', '-e', openOnce, database.address]);

  await Promise.all([start(), start(), start()]);

  const store = await database.open();
  const { rows } = await sql`select name from migrations`.execute(store.read);
  expect(rows).toHaveLength(migrations.length);
  await database.remove();
});

describe('a SQLite file that cannot be used', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matbaa-unusable-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    { what: 'lies inside a file', path: ['plain.txt', 'data', 'newsroom.db'] },
    { what: 'is a folder', path: ['folder'] },
    { what: 'is no database', path: ['plain.txt'] },
    { what: 'has a name that no file can have', path: ['a\0b', 'newsroom.db'] },
    { what: 'lies where nothing can be made', path: ['..', '..', 'proc', 'matbaa', 'newsroom.db'] },
  ])('is named in one clear line when it $what', async ({ path }) => {
    writeFileSync(join(folder, 'plain.txt'), 'ليست قاعدة بيانات. '.repeat(100));
    mkdirSync(join(folder, 'folder'));

    const opening = openSqliteStore(`${folder}/${path.join('/')}`);

    await expect(opening).rejects.toThrow(UnusableStore);
    await expect(opening).rejects.toThrow(/^Cannot use the database [^\n]+ MATBAA_DATA\.$/);
  });
});

describe('a PostgreSQL server that cannot be used', () => {
  test.each([
    { what: 'nothing listens', url: 'postgres://nobody@127.0.0.1:1/newsroom' },
    { what: 'there is no such host', url: 'postgres://nobody@no-such-host.invalid/newsroom' },
    { what: 'the address is nonsense', url: 'postgres://[/' },
  ])('is named in one clear line when $what', async ({ url }) => {
    const opening = openPostgresStore(url);

    await expect(opening).rejects.toThrow(UnusableStore);
    await expect(opening).rejects.toThrow(/^Cannot use the PostgreSQL .*DATABASE_URL[^\n]+$/);
  });
});

test('what was deleted leaves no bytes in the file of SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-forgotten-'));
  const file = join(folder, 'newsroom.sqlite');
  try {
    const first = await openSqliteStore(file);
    const words = Array.from({ length: 400 }, (_, n) => `نسيان ${n}`);
    await first.write((tx) =>
      tx
        .insertInto('phrases')
        .values(words.map((phrase) => ({ phrase, kind: 'banned', created_at: 1 })))
        .execute(),
    );
    await first.close();
    expect(readFileSync(file).includes('نسيان 17')).toBe(true);

    const second = await openSqliteStore(file);
    await second.write((tx) => tx.deleteFrom('phrases').execute());
    await second.close();

    expect(readFileSync(file).includes('نسيان')).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
