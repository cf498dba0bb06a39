import type { CompiledQuery, Insertable } from 'kysely';
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
