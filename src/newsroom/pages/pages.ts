import { slugify } from '../../arabic/slug.ts';
import { Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Body, bodySchema } from '../stories/body.ts';
import { type Actor, authorise } from '../users/roles.ts';

export interface PageInput {
  slug?: string;
  title: string;
  body: Body;
  inFooter?: boolean;
  position?: number;
  /** The version the writer began from; absent for a new page. */
  version?: number;
}

/**
 * Adds or changes a standing page (who we are, corrections policy…), found by its slug.
 * @throws Refusal 403, or 409 when somebody changed it in between.
 */
export function savePage(newsroom: Newsroom, actor: Actor, input: PageInput): Promise<number> {
  return inTransaction(newsroom, actor, (work) => savePageIn(work, input));
}

/** {@link savePage} as a step of a larger transaction. */
export async function savePageIn(work: Work, input: PageInput): Promise<number> {
  authorise(work.actor, 'page.edit');
  const slug = slugify(input.slug ?? input.title);
  const row = {
    slug,
    title: input.title,
    body_json: JSON.stringify(bodySchema.parse(input.body)),
    position: input.position ?? 0,
    in_footer: input.inFooter === false ? 0 : 1,
    version: (input.version ?? 0) + 1,
    updated_at: work.at,
  };
  const before = await work.tx
    .selectFrom('pages')
    .select(['id', 'version'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  const saved =
    before === undefined && input.version === undefined
      ? await work.tx
          .insertInto('pages')
          .values(row)
          .onConflict((conflict) => conflict.column('slug').doNothing())
          .returning('id')
          .executeTakeFirst()
      : await work.tx
          .updateTable('pages')
          .set(row)
          .where('slug', '=', slug)
          .where('version', '=', input.version ?? 0)
          .returning('id')
          .executeTakeFirst();
  if (saved === undefined)
    throw new Refusal(
      409,
      'عُدّلت هذه الصفحة بعد أن فتحتها. راجع النسخة الأحدث ثم أعد الحفظ.',
      `The page "${slug}" is at version ${before?.version ?? 0}.`,
    );
  const { id } = saved;
  await audit(work, 'page.save', { kind: 'page', id }, { slug });
  work.change({ kind: 'shell', keys: ['all'] });
  return id;
}
