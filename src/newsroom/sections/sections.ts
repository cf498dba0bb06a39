import { slugify } from '../../arabic/slug.ts';
import { invalid } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import type { Named } from '../publications/views.ts';
import type { CommentPolicy } from '../stories/story.ts';
import { type Actor, authorise } from '../users/roles.ts';

export interface SectionInput {
  name: string;
  slug?: string;
  description?: string | null;
  /** What replies to its stories wait for. */
  comments?: CommentPolicy;
}

/** Finds the section of that name, or adds it after the others. */
export function ensureSection(
  newsroom: Newsroom,
  actor: Actor,
  input: SectionInput,
): Promise<Named> {
  return inTransaction(newsroom, actor, (work) => ensureSectionIn(work, input));
}

/** {@link ensureSection} as a step of a larger transaction. */
export async function ensureSectionIn(work: Work, input: SectionInput): Promise<Named> {
  const name = input.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '' || name.length > 80)
    throw invalid('اسم القسم بين حرف و80 حرفاً.', 'A section name has 1 to 80 characters.');
  const slug = slugify(input.slug ?? name);
  const found = await work.tx
    .selectFrom('sections')
    .select(['id', 'slug', 'name'])
    .where((where) => where.or([where('name', '=', name), where('slug', '=', slug)]))
    .executeTakeFirst();
  if (found !== undefined) return found;
  authorise(work.actor, 'taxonomy.edit');
  const last = await work.tx
    .selectFrom('sections')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  const section = await work.tx
    .insertInto('sections')
    .values({
      slug,
      name,
      description: input.description ?? null,
      position: Number(last?.position ?? 0) + 1,
      comments: input.comments ?? 'open',
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning(['id', 'slug', 'name'])
    .executeTakeFirst();
  // Another node was quicker.
  if (section === undefined) return ensureSectionIn(work, input);
  await audit(work, 'section.create', { kind: 'section', id: section.id }, { name });
  work.change({ kind: 'shell', keys: ['all'] });
  return section;
}
