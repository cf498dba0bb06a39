import { sql } from 'kysely';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { type Change, changesAfter, newestChange, recordChange } from './changes.ts';
import type { Store } from './store.ts';
import { databaseKinds, sharedDatabases, type TestDatabase } from './testing/databases.ts';

const record = (store: Store, change: Change): Promise<void> =>
  store.write((tx) => recordChange(store, tx, 1000, change));
const named = (kind: string): Change => ({ kind, keys: ['home'] });

describe.each(databaseKinds)('the change feed on $name', ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let start = 0;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  beforeEach(async () => {
    start = await newestChange(store.read);
  });
  afterAll(() => database.remove());

  test('gives back what was recorded, each key once', async () => {
    await record(store, {
      kind: 'story.published',
      keys: ['home', 'section:3', 'home'],
      storyIds: [12, 7],
    });

    expect(await changesAfter(store.read, start, 10)).toEqual([
      {
        id: start + 1,
        at: 1000,
        kind: 'story.published',
        keys: ['home', 'section:3'],
        storyIds: [12, 7],
      },
    ]);
  });

  test('is empty at first', async () => {
    const fresh = await create();
    expect(await newestChange((await fresh.open()).read)).toBe(0);
    await fresh.remove();
  });

  test('is paged through in the order of writing', async () => {
    const kinds = ['one', 'two', 'three', 'four', 'five'];
    for (const kind of kinds) await record(store, named(kind));

    const seen: string[] = [];
    let last = start;
    for (let page = await changesAfter(store.read, last, 2); page.length > 0; ) {
      expect(page.length).toBeLessThanOrEqual(2);
      seen.push(...page.map((change) => change.kind));
      last = page.at(-1)?.id ?? last;
      page = await changesAfter(store.read, last, 2);
    }

    expect(seen).toEqual(kinds);
    expect(await newestChange(store.read)).toBe(last);
  });

  test('never reuses an id, so that a follower misses nothing', async () => {
    await record(store, named('one'));
    const first = await newestChange(store.read);
    await store.write((tx) => tx.deleteFrom('changes').execute());

    await record(store, named('two'));

    expect(await newestChange(store.read)).toBeGreaterThan(first);
  });

  test('knows nothing of work that failed', async () => {
    const failing = store.write(async (tx) => {
      await recordChange(store, tx, 1000, named('one'));
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await changesAfter(store.read, start, 10)).toEqual([]);
  });

  test('tells listeners of this node after the commit, until they stop', async () => {
    let newest = 0;
    const listener = vi.fn(async () => {
      newest = Math.max(newest, await newestChange(store.read));
    });
    const stop = store.onCommit(listener);

    await record(store, named('one'));

    await expect.poll(() => newest).toBeGreaterThan(start);
    stop();
    const calls = listener.mock.calls.length;
    await record(store, named('two'));
    expect(listener.mock.calls).toHaveLength(calls);
  });
});

describe.each(sharedDatabases)('another node on $name', ({ name, create }) => {
  let database: TestDatabase;
  let store: Store;
  let other: Store;
  let start = 0;
  beforeAll(async () => {
    database = await create();
    [store, other] = [await database.open(), await database.open()];
  });
  beforeEach(async () => {
    start = await newestChange(store.read);
  });
  afterAll(() => database.remove());

  /** Follows the feed as a server would until the test ends, and collects what it saw. */
  const follow = (node: Store): string[] => {
    const seen: string[] = [];
    let last = start;
    let reading = Promise.resolve();
    const look = async (): Promise<void> => {
      for (const change of await changesAfter(node.read, last, 100)) {
        seen.push(change.kind);
        last = change.id;
      }
    };
    const stop = node.onCommit(() => {
      reading = reading.then(look);
    });
    // A commit may be heard of twice; the second look must not find the database closed.
    onTestFinished(async () => {
      stop();
      await reading;
    });
    return seen;
  };

  test('hears of a commit', async () => {
    const seen = follow(other);

    await record(store, named('one'));

    await expect.poll(() => seen).toEqual(['one']);
  });

  test('sees every change once and in order while both write at once', async () => {
    const seen = follow(other);
    const kinds = Array.from({ length: 60 }, (_, n) => `change-${n}`);

    await Promise.all(kinds.map((kind, n) => record(n % 2 === 0 ? store : other, named(kind))));

    await expect.poll(() => seen.length).toBe(kinds.length);
    const feed = await changesAfter(store.read, start, 100);
    expect(seen).toEqual(feed.map((change) => change.kind));
    expect([...seen].sort()).toEqual([...kinds].sort());
  });

  test.runIf(name === 'PostgreSQL')(
    'hears again after its listening connection broke',
    async () => {
      const seen = follow(other);
      await record(store, named('one'));
      await expect.poll(() => seen).toEqual(['one']);

      const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(store.read);
      await record(store, named('two'));

      expect(rows).toHaveLength(2);
      await expect.poll(() => seen).toEqual(['one', 'two']);
      await record(store, named('three'));
      await expect.poll(() => seen).toEqual(['one', 'two', 'three']);
    },
  );

  test.runIf(name === 'PostgreSQL')('never sees a later change before an earlier one', async () => {
    let finish: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun: () => void = () => {};
    const slowHasItsId = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = store.write(async (tx) => {
      await recordChange(store, tx, 1, named('slow'));
      begun();
      await held;
    });
    await slowHasItsId;

    const quick = record(other, named('quick'));
    // It must wait for the slow one; were it not to, this would let it through.
    await expect
      .poll(
        async () =>
          (
            await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(
              store.read,
            )
          ).rows.length,
      )
      .toBe(1);
    expect(await changesAfter(other.read, start, 10)).toEqual([]);
    finish();
    await Promise.all([slow, quick]);

    const feed = await changesAfter(other.read, start, 10);
    expect(feed.map((change) => change.kind)).toEqual(['slow', 'quick']);
  });
});
