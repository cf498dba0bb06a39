import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { NewerDatabase, type Store, UnusableStore } from './store.ts';

/** The channel on which nodes tell one another of new changes. */
export const changeChannel = 'matbaa_changes';

const int8 = 20;
/** A host that does not answer must not hold up the start for minutes. */
const connectionTimeoutMillis = 10_000;

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
  const pool = new pg.Pool({ connectionString: url, max: 10, types, connectionTimeoutMillis });
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
  const start = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis });
    client = next;
    // A broken connection may say so twice, and late; only the present one counts.
    const again = (): void => {
      if (client !== next) return;
      client = null;
      void next.end().catch(() => {});
      if (!stopped) retry = setTimeout(begin, 1000);
    };
    next.on('notification', tell);
    next.on('error', again);
    next.on('end', again);
    try {
      await next.connect();
      await next.query(`listen ${changeChannel}`);
      tell();
    } catch {
      again();
    }
  };
  let starting = Promise.resolve();
  const begin = (): void => {
    starting = start();
  };
  begin();
  return {
    async stop() {
      stopped = true;
      if (retry !== null) clearTimeout(retry);
      // One that is still connecting would otherwise stay behind.
      await starting;
      await client?.end().catch(() => {});
    },
  };
}
