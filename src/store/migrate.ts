import { sql } from 'kysely';
import { migrations } from './migrations/list.ts';
import type { Db } from './schema.ts';
import { type Dialect, NewerDatabase } from './store.ts';

/**
 * Brings the tables up to date inside the caller's transaction, so that a failed
 * migration leaves nothing behind. Returns the names of the migrations it ran.
 * @throws NewerDatabase when the database knows a migration that we do not.
 */
export async function migrate(tx: Db, dialect: Dialect): Promise<string[]> {
  // Two nodes that start together must not both migrate. SQLite's write lock is held already.
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(7241001)`.execute(tx);
  await sql`create table if not exists migrations (name text primary key, at bigint not null)`.execute(
    tx,
  );
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(
    tx,
  );
  const done = new Set(rows.map((row) => row.name));
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of done) if (!known.has(name)) throw new NewerDatabase(name);
  const ran: string[] = [];
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    await migration.up(tx, dialect);
    await sql`insert into migrations (name, at) values (${migration.name}, ${Date.now()})`.execute(
      tx,
    );
    ran.push(migration.name);
  }
  return ran;
}
