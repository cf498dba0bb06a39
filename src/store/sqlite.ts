import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { GroupCommit } from './group-commit.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { DirectChannel, openSqlite, type SqliteChannel } from './sqlite-channel.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { WorkerChannel } from './sqlite-worker-channel.ts';
import { NewerDatabase, type Store, UnusableStore } from './store.ts';
import { TurnTaking } from './turns.ts';

export interface SqliteOptions {
  /** The thread script that writes; without one, this thread writes (commands, tests). */
  workerScript?: URL;
  /** How often to look for other processes' commits, in milliseconds; 0 never looks. */
  pollEvery?: number;
  /** Where another thread of this process writes too: the turns that they take. */
  turns?: SharedArrayBuffer;
}

/**
 * Opens (and creates or migrates) the newsroom's database file.
 * @throws UnusableStore when the folder or file cannot be used.
 * @throws NewerDatabase when a later program has changed it.
 */
export async function openSqliteStore(file: string, options: SqliteOptions = {}): Promise<Store> {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let first: DirectChannel;
  try {
    makeFolder(dirname(file));
    first = new DirectChannel(openSqlite(file));
  } catch (error) {
    throw new UnusableStore(unusable(file, error));
  }
  try {
    const setup = new GroupCommit(
      new Kysely({ dialect: new NodeSqliteDialect(first, true) }),
      tell,
    );
    await setup.write((tx) => migrate(tx, 'sqlite'));
  } catch (error) {
    first.close();
    if (error instanceof NewerDatabase) throw error;
    throw new UnusableStore(unusable(file, error));
  }

  const { workerScript, turns } = options;
  let writing: SqliteChannel = turns === undefined ? first : new TurnTaking(first, turns);
  if (workerScript !== undefined) {
    first.close();
    writing = new WorkerChannel(workerScript, { file, turns });
  }
  const writer = new Kysely<Database>({ dialect: new NodeSqliteDialect(writing, true) });
  const group = new GroupCommit(writer, tell);

  const readConnection = openSqlite(file);
  readConnection.exec('PRAGMA query_only = ON');
  const read = new Kysely<Database>({
    dialect: new NodeSqliteDialect(new DirectChannel(readConnection), false),
  });

  // data_version moves when any other connection commits, another process's included.
  const look = readConnection.prepare('PRAGMA data_version');
  const version = (): unknown => look.get()?.data_version;
  let seen = version();
  const timer =
    options.pollEvery === undefined || options.pollEvery === 0
      ? null
      : setInterval(() => {
          const now = version();
          if (now === seen) return;
          seen = now;
          tell();
        }, options.pollEvery);

  let hasWritten = false;
  return {
    dialect: 'sqlite',
    read,
    write(work) {
      hasWritten = true;
      return group.write(work);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (timer !== null) clearInterval(timer);
      await read.destroy();
      // Kysely closes only what it has used. A reader left open would keep the log from being emptied,
      // a thread that never wrote would keep the process.
      if (readConnection.isOpen) readConnection.close();
      await writer.destroy();
      if (!hasWritten) await writing.close();
    },
  };
}

function unusable(file: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `Cannot use the database ${file} (${why}). Check that the folder exists, can be written by this user and has free space, or name another with MATBAA_DATA.`;
}
