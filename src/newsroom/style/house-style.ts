import { z } from 'zod';
import { digitSystems, monthSchemes } from '../../arabic/months.ts';
import { type HouseStyle, levels } from '../../copydesk/house-style.ts';
import type { Db } from '../../store/schema.ts';
import { invalid } from '../errors.ts';
import { issueText } from '../issue-text.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import { readSettings } from '../settings/read.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { allEntries } from './lexicon.ts';

const form = z.string().trim().min(1).max(80);

/** Which form is the newsroom's where several are right, and how grave each rule is to it. */
export const styleSchema = z.object({
  /** By rule id; a rule not named keeps its own severity. No rule is a gate until one is made so. */
  levels: z.record(z.string().max(60), z.enum(levels)).default({}),
  /** By the first form of a family: the form that is ours. */
  forms: z.record(form, form).default({}),
  tanween: z.enum(['letter', 'alef']).nullable().default(null),
  /** `paper`: as the paper writes its own dates. */
  months: z
    .enum([...monthSchemes, 'paper'])
    .nullable()
    .default('paper'),
  digits: z.enum(digitSystems).nullable().default(null),
  quotes: z.enum(['«»', '“”']).nullable().default('«»'),
  headlineSeparator: z.enum(['..', '…', ':', '|']).nullable().default(null),
  percent: z.enum(['%', 'في المئة', 'بالمئة']).nullable().default(null),
  hundred: z.enum(['مئة', 'مائة']).nullable().default(null),
  headlineLength: z.number().int().min(20).max(300).default(90),
  ignored: z.array(form).max(2000).default([]),
});
export type Style = z.infer<typeof styleSchema>;
export type StyleInput = Partial<z.input<typeof styleSchema>>;

const key = 'style';

/** The newsroom's style, defaults filled in. A stored value that no longer fits falls back to its default. */
export async function readStyle(db: Db): Promise<Style> {
  const row = await db
    .selectFrom('settings')
    .select('value_json')
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return styleSchema.parse({});
  const stored = z.record(z.string(), z.unknown()).catch({}).parse(parsed(row.value_json));
  const fitting: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(stored))
    if (isStyle(name) && styleSchema.shape[name].safeParse(value).success) fitting[name] = value;
  return styleSchema.parse(fitting);
}

const isStyle = (name: string): name is keyof Style => Object.hasOwn(styleSchema.shape, name);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

/** Changes what is given of the style, keeps the rest. @throws Refusal (400, 403) */
export function changeStyle(newsroom: Newsroom, actor: Actor, input: StyleInput): Promise<Style> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.edit');
    const before = await readStyle(work.tx);
    const changed = styleSchema.safeParse({ ...before, ...input });
    if (!changed.success) {
      const [issue] = changed.error.issues;
      if (issue === undefined) throw changed.error;
      throw invalid(
        `في الأسلوب ما لا يُقبل (${issue.path.join('.')}): ${issueText(issue, false)}`,
        `The style is not valid: "${issue.path.join('.')}" ${issueText(issue, true)}.`,
      );
    }
    const value_json = JSON.stringify(changed.data);
    await work.tx
      .insertInto('settings')
      .values({ key, value_json })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value_json }))
      .execute();
    await audit(work, 'style.change', { kind: 'settings', id: null }, { ...input });
    return changed.data;
  });
}

/** The style as the copy desk's rules take it, with the newsroom's own words. */
export async function houseStyleOf(db: Db): Promise<HouseStyle> {
  const { months, ...style } = await readStyle(db);
  const lexicon = await allEntries(db);
  return {
    ...style,
    months: months === 'paper' ? (await readSettings(db)).months : months,
    lexicon: lexicon.map(({ right, variants, kind }) => ({ right, variants, kind })),
  };
}
