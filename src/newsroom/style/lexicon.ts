import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import type { CopyDeskTables } from '../../store/schema-copydesk.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { issueText } from '../issue-text.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';

export const lexiconKinds = ['name', 'place', 'word'] as const;

const form = z
  .string()
  .trim()
  .min(1, 'اكتب الصيغة الصحيحة')
  .max(80)
  .refine((value) => !/[\p{Cc}]/u.test(value), 'فيه محرف لا يُحفظ')
  .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' '));

export const entryInput = z.object({
  right: form,
  variants: z.array(form).max(30).default([]),
  kind: z.enum(lexiconKinds).default('word'),
  note: z.string().trim().max(300).nullable().default(null),
});
export type EntryInput = z.infer<typeof entryInput>;

/** A word of the newsroom's own. */
export interface Entry extends EntryInput {
  id: number;
  changedAt: number;
  changedBy: string;
}

/** More is no lexicon; the desk holds all of it while somebody writes. */
const most = 10_000;

const variantsSchema = z.array(z.string()).catch([]);
const kindSchema = z.enum(lexiconKinds).catch('word');

const entryFrom = (row: Selectable<CopyDeskTables['lexicon']>): Entry => ({
  id: row.id,
  right: row.right_form,
  variants: variantsSchema.parse(JSON.parse(row.variants_json)),
  kind: kindSchema.parse(row.kind),
  note: row.note,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** The whole lexicon by its right forms. */
export async function allEntries(db: Db): Promise<Entry[]> {
  const rows = await db
    .selectFrom('lexicon')
    .selectAll()
    .orderBy('right_form')
    .limit(most)
    .execute();
  return rows.map(entryFrom);
}

/** Adds a word, or changes the one of that right form. @throws Refusal (400, 403, 409 when full) */
export function saveEntry(newsroom: Newsroom, actor: Actor, input: unknown): Promise<Entry> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.edit');
    const entry = parsedEntry(input);
    await refuseWhenFull(work, 1);
    const row = await putIn(work, entry);
    await audit(work, 'lexicon.save', { kind: 'lexicon', id: row.id }, { ...entry });
    return row;
  });
}

/** Changes a word, its right form included. @throws Refusal (400, 403, 404, 409 for a known form) */
export function changeEntry(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  input: unknown,
): Promise<Entry> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.edit');
    const entry = parsedEntry(input);
    const other = await work.tx
      .selectFrom('lexicon')
      .select('id')
      .where('right_form', '=', entry.right)
      .executeTakeFirst();
    if (other !== undefined && other.id !== id)
      throw new Refusal(
        409,
        `«${entry.right}» في المعجم من قبل. عدّلها هناك.`,
        `"${entry.right}" is in the lexicon already, as ${other.id}.`,
      );
    const [row] = await work.tx
      .updateTable('lexicon')
      .set(rowOf(work, entry))
      .where('id', '=', id)
      .returningAll()
      .execute();
    if (row === undefined) throw unknown(id);
    await audit(work, 'lexicon.save', { kind: 'lexicon', id }, { ...entry });
    return entryFrom(row);
  });
}

/** @throws Refusal (403, 404) */
export function removeEntry(newsroom: Newsroom, actor: Actor, id: number): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.edit');
    const [row] = await work.tx
      .deleteFrom('lexicon')
      .where('id', '=', id)
      .returning('right_form')
      .execute();
    if (row === undefined) throw unknown(id);
    await audit(work, 'lexicon.remove', { kind: 'lexicon', id }, { right: row.right_form });
  });
}

/**
 * Takes in many words; those whose right form is known are changed.
 * @throws Refusal (400 names the first line that is wrong, and nothing is taken; 403; 409)
 */
export function importEntries(
  newsroom: Newsroom,
  actor: Actor,
  inputs: readonly unknown[],
): Promise<number> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.edit');
    await refuseWhenFull(work, inputs.length);
    for (const [index, input] of inputs.entries()) await putIn(work, parsedEntry(input, index + 1));
    await audit(work, 'lexicon.import', { kind: 'lexicon', id: null }, { entries: inputs.length });
    return inputs.length;
  });
}

async function putIn(work: Work, entry: EntryInput): Promise<Entry> {
  const row = rowOf(work, entry);
  const saved = await work.tx
    .insertInto('lexicon')
    .values(row)
    .onConflict((conflict) => conflict.column('right_form').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
  return entryFrom(saved);
}

const rowOf = (work: Work, { right, variants, kind, note }: EntryInput) => ({
  right_form: right,
  variants_json: JSON.stringify(variants),
  kind,
  note,
  changed_at: work.at,
  changed_by: work.actor.name,
});

async function refuseWhenFull(work: Work, more: number): Promise<void> {
  const { rows } = await work.tx
    .selectFrom('lexicon')
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  if (Number(rows) + more > most)
    throw new Refusal(
      409,
      'بلغ المعجم حدّه. احذف ما لا يلزم ثم أضف.',
      `The lexicon holds at most ${most} words.`,
    );
}

function parsedEntry(input: unknown, line?: number): EntryInput {
  const parsed = entryInput.safeParse(input);
  if (parsed.success) {
    const { right, variants } = parsed.data;
    // A form is not its own misspelling.
    const others = [...new Set(variants)].filter((variant) => variant !== right);
    return { ...parsed.data, variants: others };
  }
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  const [ar, en] = line === undefined ? ['', ''] : [`السطر ${line}: `, `Entry ${line}: `];
  throw invalid(
    `${ar}${issueText(issue, false)}`,
    `${en}"${issue.path.join('.')}" ${issueText(issue, true)}.`,
  );
}

const unknown = (id: number): Refusal =>
  notFound('ليست هذه الكلمة في المعجم.', `There is no word ${id} in the lexicon.`);
