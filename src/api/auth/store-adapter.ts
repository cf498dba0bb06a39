import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

type Row = Record<string, unknown>;

const operators: Record<string, string> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

function condition(where: CleanedWhere): RawBuilder<boolean> {
  const column = sql.ref(where.field);
  const { operator } = where;
  const value = where.value instanceof Date ? where.value.getTime() : where.value;
  if (operator === 'in' || operator === 'not_in') {
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0) return operator === 'in' ? sql<boolean>`1 = 0` : sql<boolean>`1 = 1`;
    const list = sql.join(values);
    return operator === 'in'
      ? sql<boolean>`${column} in (${list})`
      : sql<boolean>`${column} not in (${list})`;
  }
  if (value === null)
    return operator === 'ne'
      ? sql<boolean>`${column} is not null`
      : sql<boolean>`${column} is null`;
  const sign = operators[operator ?? 'eq'];
  if (sign === undefined) throw new Error(`Sign-in asked for an unknown comparison: ${operator}`);
  return sql<boolean>`${column} ${sql.raw(sign)} ${value}`;
}

function matching(where: readonly CleanedWhere[] | undefined): RawBuilder<unknown> {
  if (where === undefined || where.length === 0) return sql``;
  const [first, ...others] = where;
  if (first === undefined) return sql``;
  let all = condition(first);
  for (const one of others)
    all =
      one.connector === 'OR'
        ? sql<boolean>`(${all} or ${condition(one)})`
        : sql<boolean>`(${all} and ${condition(one)})`;
  return sql`where ${all}`;
}

const assigned = (row: Row): RawBuilder<unknown> =>
  sql.join(Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));

/**
 * Lets better-auth keep its rows in the newsroom's own store: it reads from the readers'
 * connection and writes through the one writer, instants as epoch milliseconds.
 */
export const storeAdapter = (store: Store): ReturnType<typeof createAdapterFactory> =>
  createAdapterFactory({
    config: {
      adapterId: 'matbaa-store',
      supportsBooleans: false,
      supportsDates: true,
      supportsJSON: false,
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() : data),
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data) : data,
    },
    adapter: ({ getFieldName }) => operations(store, getFieldName),
  });

function operations(
  store: Store,
  columnOf: (of: { model: string; field: string }) => string,
): CustomAdapter {
  const rowsOf = async (db: Db, query: RawBuilder<unknown>): Promise<Row[]> =>
    (await query.execute(db)).rows as Row[];
  const written = (query: RawBuilder<unknown>): Promise<Row[]> =>
    store.write((tx) => rowsOf(tx, query));
  const one = (table: string, where: CleanedWhere[]): RawBuilder<unknown> =>
    sql`id = (select id from ${sql.table(table)} ${matching(where)} limit 1)`;
  return {
    async create({ model, data }) {
      const names = sql.join(Object.keys(data).map((name) => sql.ref(name)));
      const values = sql.join(Object.values(data));
      const [row] = await written(
        sql`insert into ${sql.table(model)} (${names}) values (${values}) returning *`,
      );
      return row as never;
    },
    async update({ model, where, update }) {
      const [row] = await written(
        sql`update ${sql.table(model)} set ${assigned(update as Row)} where ${one(model, where)} returning *`,
      );
      return (row ?? null) as never;
    },
    async updateMany({ model, where, update }) {
      const rows = await written(
        sql`update ${sql.table(model)} set ${assigned(update)} ${matching(where)} returning id`,
      );
      return rows.length;
    },
    async findOne({ model, where }) {
      const [row] = await rowsOf(
        store.read,
        sql`select * from ${sql.table(model)} ${matching(where)} limit 1`,
      );
      return (row ?? null) as never;
    },
    async findMany({ model, where, limit, sortBy, offset }) {
      const order =
        sortBy === undefined
          ? sql``
          : sql`order by ${sql.ref(columnOf({ model, field: sortBy.field }))} ${sql.raw(sortBy.direction === 'desc' ? 'desc' : 'asc')}`;
      const rows = await rowsOf(
        store.read,
        sql`select * from ${sql.table(model)} ${matching(where)} ${order} limit ${limit} offset ${offset ?? 0}`,
      );
      return rows as never;
    },
    async delete({ model, where }) {
      await written(sql`delete from ${sql.table(model)} ${matching(where)}`);
    },
    async deleteMany({ model, where }) {
      return (await written(sql`delete from ${sql.table(model)} ${matching(where)} returning id`))
        .length;
    },
    async consumeOne({ model, where }) {
      const [row] = await written(
        sql`delete from ${sql.table(model)} where ${one(model, where)} returning *`,
      );
      return (row ?? null) as never;
    },
    async incrementOne({ model, where, increment, set }) {
      const steps = Object.entries(increment).map(
        ([name, by]) => sql`${sql.ref(name)} = ${sql.ref(name)} + ${by}`,
      );
      const fixed = Object.entries(set ?? {}).map(
        ([name, value]) =>
          sql`${sql.ref(name)} = ${value instanceof Date ? value.getTime() : value}`,
      );
      const [row] = await written(
        sql`update ${sql.table(model)} set ${sql.join([...steps, ...fixed])} where ${one(model, where)} returning *`,
      );
      return (row ?? null) as never;
    },
    async count({ model, where }) {
      const [row] = await rowsOf(
        store.read,
        sql`select count(*) as n from ${sql.table(model)} ${matching(where)}`,
      );
      return Number(row?.n ?? 0);
    },
  };
}
