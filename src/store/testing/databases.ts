import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openPostgresStore } from '../postgres.ts';
import { openSqliteStore } from '../sqlite.ts';
import type { Store } from '../store.ts';
import type {} from './postgres-global.ts';

/** A database of one test, empty until it is opened. */
export interface TestDatabase {
  /** Opens it, as one more node each time. */
  open(): Promise<Store>;
  /** The file of SQLite, the URL of PostgreSQL. */
  address: string;
  /** Closes every store that was opened here, and removes the database. */
  remove(): Promise<void>;
}

export interface DatabaseKind {
  name: string;
  create(): Promise<TestDatabase>;
}

const postgresUrl = inject('postgresUrl');
const workerScript = new URL('../sqlite-worker.ts', import.meta.url);
const pollEvery = 20;

const sqlite: DatabaseKind = {
  name: 'SQLite',
  create: () => sqliteDatabase((file) => openSqliteStore(file, { pollEvery })),
};
const sqliteWithThread: DatabaseKind = {
  name: 'SQLite with a writing thread',
  create: () => sqliteDatabase((file) => openSqliteStore(file, { pollEvery, workerScript })),
};
const postgres: DatabaseKind[] =
  postgresUrl === null ? [] : [{ name: 'PostgreSQL', create: () => postgresDatabase(postgresUrl) }];

/** One kind for each dialect: what use cases are proved on. */
export const dialects: readonly DatabaseKind[] = [sqlite, ...postgres];
/** Kinds of which two nodes may write in one process, as two servers would. */
export const sharedDatabases: readonly DatabaseKind[] = [sqliteWithThread, ...postgres];
/** Every kind: what the store's contract is proved on. */
export const databaseKinds: readonly DatabaseKind[] = [sqlite, ...sharedDatabases];

async function sqliteDatabase(open: (file: string) => Promise<Store>): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-sqlite-'));
  const address = join(folder, 'newsroom.sqlite');
  const opened = nodes(() => open(address));
  return {
    address,
    open: opened.open,
    async remove() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function postgresDatabase(server: string): Promise<TestDatabase> {
  const name = `matbaa_${randomBytes(8).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const address = `${server}/${name}`;
  const opened = nodes(() => openPostgresStore(address));
  return {
    address,
    open: opened.open,
    async remove() {
      await opened.close();
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

function nodes(open: () => Promise<Store>): { open(): Promise<Store>; close(): Promise<void> } {
  const stores: Store[] = [];
  return {
    async open() {
      const store = await open();
      stores.push(store);
      return store;
    },
    async close() {
      for (const store of stores.splice(0)) await store.close();
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
