import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { NewerDatabase, type Store, UnusableStore } from './store.ts';

/** The channel on which nodes tell one another of new changes. */
export const changeChannel = 'matbaa_changes';

const int8 = 20;

/**
 * Opens (and migrates) a newsroom on PostgreSQL.
 * @param url a connection string, `postgres://user:password@host/database`
 * @throws UnusableStore when the server cannot be reached or refuses us.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const types = {
    // Our integers stay far below 2^53, so numbers are exact.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // An idle connection that breaks is replaced at the next query; it must not end the process.
  pool.on('error', () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  try {
    await db.transaction().execute((tx) => migrate(tx, 'postgres'));
  } catch (error) {
    await db.destroy();
    if (error instanceof NewerDatabase) throw error;
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new UnusableStore(
      `Cannot use the PostgreSQL database in DATABASE_URL (${why}). Check that the server runs and that the user may create tables.`,
    );
  }
  const ear = listen(url, tell);

  return {
    dialect: 'postgres',
    read: db,
    async write(work) {
      const result = await db.transaction().execute(work);
      tell();
      return result;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await ear.stop();
      await db.destroy();
    },
  };
}

/** Keeps one connection listening; after a break it comes back and tells once, lest one was missed. */
function listen(url: string, tell: () => void): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  const again = (): void => {
    client = null;
    if (stopped || retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      void start();
    }, 1000);
  };
  const start = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', tell);
    next.on('error', again);
    next.on('end', again);
    try {
      await next.connect();
      await next.query(`listen ${changeChannel}`);
      client = next;
      tell();
    } catch {
      again();
    }
  };
  void start();
  return {
    async stop() {
      stopped = true;
      if (retry !== null) clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
