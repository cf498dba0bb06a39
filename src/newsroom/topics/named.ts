import { slugify } from '../../arabic/slug.ts';
import { invalid } from '../errors.ts';
import { audit, type Work } from '../newsroom.ts';
import type { Named } from '../publications/views.ts';
import { authorise } from '../users/roles.ts';

/** What stories gather under besides sections; all three are found or added by name. */
export interface NamedInput {
  name: string;
  description?: string | null;
  /** People only: what they do, e.g. «مراسلة». */
  role?: string | null;
}

/** Finds the topic, series or person of that name, or adds it. A step of a larger transaction. */
export async function ensureNamedIn(
  work: Work,
  table: 'topics' | 'series' | 'people',
  input: NamedInput,
): Promise<Named> {
  const name = input.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '' || name.length > 120)
    throw invalid('الاسم بين حرف و120 حرفاً.', 'A name has 1 to 120 characters.');
  const byName = (): Promise<Named | undefined> =>
    work.tx
      .selectFrom(table)
      .select(['id', 'slug', 'name'])
      .where('name', '=', name)
      .executeTakeFirst();
  const found = await byName();
  if (found !== undefined) return found;
  authorise(work.actor, 'taxonomy.edit');
  const slug = slugify(name);
  // Two people may share a name's slug; the second gets a number.
  for (let n = 1; ; n += 1) {
    const row = { slug: n === 1 ? slug : `${slug}-${n}`, name };
    const added = await insertNamed(work, table, row, input);
    if (added !== undefined) {
      await audit(work, `${table}.create`, { kind: table, id: added.id }, { name });
      return added;
    }
    // Or another node has just added this very name.
    const meanwhile = await byName();
    if (meanwhile !== undefined) return meanwhile;
  }
}

function insertNamed(
  work: Work,
  table: 'topics' | 'series' | 'people',
  row: { slug: string; name: string },
  input: NamedInput,
): Promise<Named | undefined> {
  const columns = ['id', 'slug', 'name'] as const;
  const description = input.description ?? null;
  switch (table) {
    case 'topics':
      return work.tx
        .insertInto('topics')
        .values(row)
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .returning([...columns])
        .executeTakeFirst();
    case 'series':
      return work.tx
        .insertInto('series')
        .values({ ...row, description })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .returning([...columns])
        .executeTakeFirst();
    case 'people':
      return work.tx
        .insertInto('people')
        .values({ ...row, role: input.role ?? null, bio: description })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .returning([...columns])
        .executeTakeFirst();
  }
}
