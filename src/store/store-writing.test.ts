import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from './schema.ts';
import type { Store } from './store.ts';
import { databaseKinds, type TestDatabase } from './testing/databases.ts';

describe.each(databaseKinds)('writing to $name', ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterEach(() => store.write((tx) => tx.deleteFrom('settings').execute()));
  afterAll(() => database.remove());

  const add = (tx: Db, key: string): Promise<unknown> =>
    tx.insertInto('settings').values({ key, value_json: '1' }).execute();
  const keys = async (db: Db): Promise<string[]> =>
    (await db.selectFrom('settings').select('key').orderBy('key').execute()).map((row) => row.key);

  test('answers with what the work returned, once others can read it', async () => {
    const answer = await store.write(async (tx) => {
      await add(tx, 'a');
      return 'كُتب';
    });

    expect(answer).toBe('كُتب');
    expect(await keys(store.read)).toEqual(['a']);
  });

  test('keeps nothing of work that throws, and passes the error on', async () => {
    const failing = store.write(async (tx) => {
      await add(tx, 'a');
      await add(tx, 'b');
      throw new RangeError('لا');
    });

    await expect(failing).rejects.toThrow(new RangeError('لا'));
    expect(await keys(store.read)).toEqual([]);
  });

  test('keeps nothing of work that the database refuses, and goes on', async () => {
    await store.write((tx) => add(tx, 'a'));

    const refused = store.write(async (tx) => {
      await add(tx, 'b');
      await add(tx, 'a');
    });

    await expect(refused).rejects.toThrow(/unique/i);
    await store.write((tx) => add(tx, 'c'));
    expect(await keys(store.read)).toEqual(['a', 'c']);
  });

  test('refuses a row that points at nothing', async () => {
    const orphan = store.write((tx) =>
      tx
        .insertInto('publication_topics')
        .values({ topic_id: 7, story_id: 7, published_at: 1 })
        .execute(),
    );

    await expect(orphan).rejects.toThrow(/foreign key/i);
  });

  test('does a hundred writes at once, each whole, and a failing one harms no other', async () => {
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    const fails = (n: number): boolean => n % 10 === 3;

    const outcomes = await Promise.allSettled(
      numbers.map((n) =>
        store.write(async (tx) => {
          await add(tx, `${n}-first`);
          await sleep(0);
          if (fails(n)) throw new Error(`number ${n}`);
          await add(tx, `${n}-second`);
          return n;
        }),
      ),
    );

    expect(outcomes).toEqual(
      numbers.map((n) =>
        fails(n)
          ? { status: 'rejected', reason: new Error(`number ${n}`) }
          : { status: 'fulfilled', value: n },
      ),
    );
    const kept = numbers.filter((n) => !fails(n)).flatMap((n) => [`${n}-first`, `${n}-second`]);
    const again = await database.open();
    expect(await keys(again.read)).toEqual(kept.sort());
  });

  test('shows readers nothing of a write until it is committed', async () => {
    let seenDuring: string[] = ['unread'];

    await store.write(async (tx) => {
      await add(tx, 'a');
      seenDuring = await keys(store.read);
    });

    expect(seenDuring).toEqual([]);
    expect(await keys(store.read)).toEqual(['a']);
  });

  test('keeps numbers, long Arabic text and null as they were given', async () => {
    const at = Date.UTC(2021, 6, 24, 9, 30, 15, 123);
    const bio = "نصٌّ طويل، 😀 وفيه «اقتباس» و'علامة' \\ \n سطر.".repeat(2000);
    await store.write(async (tx) => {
      await tx.insertInto('people').values({ slug: 'ل', name: 'ليلى', role: null, bio }).execute();
      await tx
        .insertInto('redirects')
        .values({ from_path: '/أ', to_path: '/ب', created_at: at })
        .execute();
    });

    const person = await store.read.selectFrom('people').selectAll().executeTakeFirstOrThrow();
    const redirect = await store.read.selectFrom('redirects').selectAll().executeTakeFirstOrThrow();
    expect(person).toEqual({ id: 1, slug: 'ل', name: 'ليلى', role: null, bio });
    expect(redirect.created_at).toBe(at);
  });
});
