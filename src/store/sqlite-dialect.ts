import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteChannel } from './sqlite-channel.ts';

/**
 * Kysely over one `node:sqlite` connection. `exclusive` queues callers, as a
 * connection with open transactions must; a connection that only reads need not.
 */
export class NodeSqliteDialect implements Dialect {
  readonly #channel: SqliteChannel;
  readonly #exclusive: boolean;

  constructor(channel: SqliteChannel, exclusive: boolean) {
    this.#channel = channel;
    this.#exclusive = exclusive;
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }
  createDriver(): Driver {
    return new NodeSqliteDriver(this.#channel, this.#exclusive);
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #channel: SqliteChannel;

  constructor(channel: SqliteChannel) {
    this.#channel = channel;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#channel.run(query.sql, query.parameters);
    return {
      rows: result.rows as R[],
      numAffectedRows: BigInt(result.changes),
      insertId: BigInt(result.lastInsertRowid),
    };
  }

  // biome-ignore lint/correctness/useYield: node:sqlite answers whole; nobody streams through Kysely.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported; page by key instead.');
  }
}

class NodeSqliteDriver implements Driver {
  readonly #channel: SqliteChannel;
  readonly #exclusive: boolean;
  readonly #connection: NodeSqliteConnection;
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(channel: SqliteChannel, exclusive: boolean) {
    this.#channel = channel;
    this.#exclusive = exclusive;
    this.#connection = new NodeSqliteConnection(channel);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#exclusive) {
      const before = this.#free;
      let release: () => void = () => {};
      this.#free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      this.#release = release;
    }
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    if (this.#exclusive) this.#release();
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async destroy(): Promise<void> {
    await this.#channel.close();
  }
}
