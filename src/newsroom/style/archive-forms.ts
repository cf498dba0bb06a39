import { sql } from 'kysely';
import { normalise } from '../../arabic/normalise.ts';
import { bareOf } from '../../copydesk/paragraph.ts';
import type { Db } from '../../store/schema.ts';
import type { Work } from '../newsroom.ts';
import { detailSchema } from '../publications/detail.ts';
import { type Body, bodyText } from '../stories/body.ts';

/** What of a story readers have as running text. */
export interface PublicText {
  kicker: string | null;
  headline: string;
  deck: string | null;
  standfirst: string | null;
  body: Body;
}

/** How often each form stands in a text. */
export type Forms = ReadonlyMap<string, number>;

/** Shorter ones are particles, longer ones no words; both would only fill the table. */
const word = /(?<![\p{L}\p{N}])[\u0621-\u064a\u0671-\u06d3]{3,30}(?![\p{L}\p{N}])/gu;
/** Rows of one statement: three parameters each, well below what PostgreSQL and SQLite take. */
const rowsAtOnce = 500;
const none: Forms = new Map();

/** The Arabic words of a public text as written, without tashkeel. */
export function formsOf(text: PublicText): Forms {
  const { kicker, headline, deck, standfirst, body } = text;
  const whole = [kicker, headline, deck, standfirst, bodyText(body)].join('\n');
  const forms = new Map<string, number>();
  for (const [form] of bareOf(whole).matchAll(word)) forms.set(form, (forms.get(form) ?? 0) + 1);
  return forms;
}

/** What a change of one story does to the archive's counts. */
export interface Recount {
  /** What the publication's row must say of itself. */
  run: number;
  /**
   * Writes the counts; to be done at the transaction's end, when no other node records a change:
   * two that count at once would wait for each other's rows.
   */
  settle(): Promise<void>;
}

/**
 * Keeps the archive's counts in step with one story, in the transaction that changes what readers
 * have. Call it before the publication's row is written.
 *
 * @param after what readers will have; null when they lose it
 */
export async function recountIn(
  work: Work,
  storyId: number,
  after: PublicText | null,
  isNew: boolean,
): Promise<Recount> {
  // Many at once are counted afterwards, in one go (./rebuild.ts).
  if (work.bulk && isNew) return { run: 0, settle: async () => {} };
  const run = await currentRun(work.tx);
  const before = isNew ? none : await countedForms(work.tx, storyId, run);
  const change = new Map(after === null || work.bulk ? none : formsOf(after));
  for (const [form, count] of before) change.set(form, (change.get(form) ?? 0) - count);
  return {
    run: after === null || work.bulk ? 0 : run,
    settle: async () => {
      // When everything is being counted anew meanwhile, so will this story be.
      if ((await currentRun(work.tx)) === run) await addForms(work.tx, change);
    },
  };
}

/** What the count holds of a story. */
async function countedForms(db: Db, storyId: number, run: number): Promise<Forms> {
  const row = await db
    .selectFrom('publications')
    .select(['kicker', 'headline', 'deck', 'standfirst', 'detail_json', 'forms_run'])
    .where('story_id', '=', storyId)
    .executeTakeFirst();
  return row === undefined || row.forms_run !== run ? none : formsOf(publicText(row));
}

/** The text of a publication's row. */
export function publicText(row: Omit<PublicText, 'body'> & { detail_json: string }): PublicText {
  return { ...row, body: detailSchema.shape.body.parse(JSON.parse(row.detail_json).body) };
}

/** Adds to the counts, or takes from them; forms that nobody writes any more are dropped. */
export async function addForms(db: Db, change: Forms): Promise<void> {
  const rows = [...change]
    .filter(([, count]) => count !== 0)
    .map(([form, count]) => ({ key: normalise(form), form, count }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await db
      .insertInto('archive_forms')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['key', 'form'])
          .doUpdateSet({ count: sql`archive_forms.count + excluded.count` }),
      )
      .execute();
    const less = some.filter(({ count }) => count < 0);
    if (less.length > 0)
      await db
        .deleteFrom('archive_forms')
        .where('key', 'in', [...new Set(less.map(({ key }) => key))])
        .where('count', '<=', 0)
        .execute();
  }
}

const runKey = 'style.run';

/** Which count is current; it grows when everything is counted anew. */
export async function currentRun(db: Db): Promise<number> {
  const row = await db
    .selectFrom('settings')
    .select('value_json')
    .where('key', '=', runKey)
    .executeTakeFirst();
  const run = row === undefined ? 1 : Number(row.value_json);
  return Number.isSafeInteger(run) && run > 0 ? run : 1;
}

/** Throws the counts away: nothing is counted under the new number yet. */
export async function beginRun(work: Work): Promise<number> {
  const run = (await currentRun(work.tx)) + 1;
  const value_json = String(run);
  await work.tx
    .insertInto('settings')
    .values({ key: runKey, value_json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value_json }))
    .execute();
  await work.tx.deleteFrom('archive_forms').execute();
  return run;
}

/** How often a form and its other spellings stand in the archive. */
export interface FormCount {
  form: string;
  count: number;
}

/**
 * What the archive writes for words of a story: every spelling of each.
 *
 * @param forms as written, without tashkeel; at most 4,000
 */
export async function countForms(db: Db, forms: readonly string[]): Promise<FormCount[]> {
  const keys = [...new Set(forms.map(normalise))];
  const found: FormCount[] = [];
  for (let from = 0; from < keys.length; from += rowsAtOnce)
    found.push(
      ...(await db
        .selectFrom('archive_forms')
        .select(['form', 'count'])
        .where('key', 'in', keys.slice(from, from + rowsAtOnce))
        .orderBy('key')
        .orderBy('form')
        .execute()),
    );
  return found;
}
