import { DatabaseSync } from 'node:sqlite';
import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Db } from '../../../store/schema.ts';
import { DirectChannel } from '../../../store/sqlite-channel.ts';
import { NodeSqliteDialect } from '../../../store/sqlite-dialect.ts';
import type { Dialect } from '../../../store/store.ts';

/** A connection that tells how the database went about what was asked. */
export interface Planned {
  db: Db;
  /** The plan of each statement since it was last emptied. */
  plans: () => Promise<string[]>;
  close: () => Promise<unknown>;
}

type Statement = LogEvent['query'];

function onSqlite(address: string): Planned {
  const file = new DatabaseSync(address);
  const asked: Statement[] = [];
  const db = new Kysely<Database>({
    dialect: new NodeSqliteDialect(new DirectChannel(file), false),
    log({ query }) {
      asked.push(query);
    },
  });
  return {
    db,
    plans: async () =>
      asked.splice(0).map(({ sql: text, parameters }) =>
        file
          .prepare(`EXPLAIN QUERY PLAN ${text}`)
          .all(...(parameters as number[]))
          .map((step) => String(step.detail))
          .join('\n'),
      ),
    close: async () => file.close(),
  };
}

function onPostgres(address: string): Planned {
  const pool = new pg.Pool({ connectionString: address });
  // The database is dropped under idle connections at the end.
  pool.on('error', () => {});
  const asked: Statement[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log({ query }) {
      asked.push(query);
    },
  });
  return {
    db,
    plans: async () => {
      const plans: string[] = [];
      for (const { sql: text, parameters } of asked.splice(0)) {
        const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
          `explain (analyze, costs off, timing off) ${text}`,
          [...parameters],
        );
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      }
      return plans;
    },
    close: () => db.destroy(),
  };
}

/** @param address the file of SQLite, the URL of PostgreSQL */
export const plannedOver = (dialect: Dialect, address: string): Planned =>
  (dialect === 'sqlite' ? onSqlite : onPostgres)(address);
