import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export interface SqliteResult {
  rows: unknown[];
  changes: number | bigint;
  lastInsertRowid: number | bigint;
}

/** One connection to a SQLite file, here or in another thread. */
export interface SqliteChannel {
  run(sql: string, parameters: readonly unknown[]): SqliteResult | Promise<SqliteResult>;
  close(): void | Promise<void>;
}

const keptStatements = 300;

/** Opens a connection with the pragmas that the newsroom relies on: durable, patient, strict. */
export function openSqlite(file: string, options?: { readOnly?: boolean }): DatabaseSync {
  const database = new DatabaseSync(file, {
    readOnly: options?.readOnly ?? false,
    enableForeignKeyConstraints: true,
  });
  try {
    database.exec('PRAGMA busy_timeout = 8000');
    if (options?.readOnly !== true) {
      database.exec('PRAGMA journal_mode = WAL');
      // A commit that was acknowledged survives a power cut.
      database.exec('PRAGMA synchronous = FULL');
      // Whoever asks to be forgotten is: no free page keeps their words.
      database.exec('PRAGMA secure_delete = ON');
    }
    database.exec('PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** A connection in this thread. Keeps the statements it has prepared. */
export class DirectChannel implements SqliteChannel {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, { statement: StatementSync; reads: boolean }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(sql: string, parameters: readonly unknown[]): SqliteResult {
    let prepared = this.#statements.get(sql);
    if (prepared === undefined) {
      const statement = this.#database.prepare(sql);
      prepared = { statement, reads: statement.columns().length > 0 };
      if (this.#statements.size >= keptStatements) {
        const oldest = this.#statements.keys().next().value;
        if (oldest !== undefined) this.#statements.delete(oldest);
      }
      this.#statements.set(sql, prepared);
    }
    // Kysely hands over what the typed builder accepted; SQLite itself refuses anything else.
    const values = parameters as SQLInputValue[];
    if (prepared.reads) {
      return { rows: prepared.statement.all(...values), changes: 0, lastInsertRowid: 0 };
    }
    return { rows: [], ...prepared.statement.run(...values) };
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
