import type { CompiledQuery, Insertable, InsertQueryBuilder, InsertResult } from 'kysely';
import type { Database, Db } from './schema.ts';

/** Stands for a value while the SQL is built. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Gives the stand-in for a named value, typed as the value itself. */
export type SlotOf<V> = <K extends keyof V & string>(name: K) => V[K];

/**
 * A query whose SQL is built once for each database and run with other values each
 * time: on readers' hot paths, building it costs more than SQLite needs to answer it.
 * Only for queries of one shape; `build` must not look at the values.
 */
export function prepared<V extends Record<string, number | string | null>, Row>(
  build: (db: Db, slot: SlotOf<V>) => { compile(): CompiledQuery<Row> },
): (db: Db, values: V) => Promise<Row[]> {
  // Transactions come and go; the adapter stays as long as the database is open.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  // Kysely passes parameters through untouched, so a stand-in arrives where its value belongs.
  const slot = ((name: string) => new Slot(name) as unknown) as SlotOf<V>;
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (query === undefined) {
      query = build(db, slot).compile();
      compiled.set(adapter, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name] : parameter,
    );
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

/** So many rows go into one statement; the rest into smaller ones. */
const sizes = [100, 30, 10, 3, 1];

/**
 * An insert of any number of rows with the given columns, built once for each of a few sizes: for
 * every number of rows anew, building and preparing it costs more than writing them.
 * @param finish says what is to happen with rows that are there, and what comes back of the others;
 *   it must not bring in values
 */
export function preparedInserts<T extends keyof Database, Row = never>(
  table: T,
  columns: readonly (keyof Insertable<Database[T]> & string)[],
  finish: (insert: InsertQueryBuilder<Database, T, InsertResult>) => {
    compile(): CompiledQuery<Row>;
  },
): (db: Db, rows: readonly Insertable<Database[T]>[]) => Promise<Row[]> {
  const compiled = new WeakMap<object, Map<number, CompiledQuery<Row>>>();
  const empty = Object.fromEntries(columns.map((column) => [column, 0]));
  const insertOf = (db: Db, size: number): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor();
    const known = compiled.get(adapter) ?? new Map<number, CompiledQuery<Row>>();
    compiled.set(adapter, known);
    const query =
      known.get(size) ??
      // The rows' type is checked where they are given; here every column stands for a value.
      finish(db.insertInto(table).values(Array(size).fill(empty) as never)).compile();
    known.set(size, query);
    return query;
  };
  return async (db, rows) => {
    const back: Row[] = [];
    let from = 0;
    for (const size of sizes)
      for (; rows.length - from >= size; from += size) {
        const some = rows.slice(from, from + size) as Record<string, unknown>[];
        const parameters = some.flatMap((row) => columns.map((column) => row[column] ?? null));
        const result = await db.executeQuery<Row>({ ...insertOf(db, size), parameters });
        back.push(...result.rows);
      }
    return back;
  };
}

/** An insert of one row with the given columns, built once; see {@link prepared}. */
export function preparedInsert<T extends keyof Database>(
  table: T,
  columns: readonly (keyof Insertable<Database[T]> & string)[],
): (db: Db, row: Insertable<Database[T]>) => Promise<void> {
  const insert = prepared<Record<string, number | string | null>, unknown>((db, slot) =>
    // The row's type is checked where it is given; here every column is a stand-in.
    db.insertInto(table).values(Object.fromEntries(columns.map((c) => [c, slot(c)])) as never),
  );
  return async (db, row) => {
    await insert(db, row as Record<string, number | string | null>);
  };
}
