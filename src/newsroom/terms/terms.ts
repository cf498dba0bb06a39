import { sql } from 'kysely';
import { z } from 'zod';
import { normalise } from '../../arabic/normalise.ts';
import { slugify } from '../../arabic/slug.ts';
import type { Db } from '../../store/schema.ts';
import { notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { renameInCopies } from '../publications/copies.ts';
import { ensureSectionIn } from '../sections/sections.ts';
import { type CommentPolicy, commentPolicies } from '../stories/story.ts';
import { ensureNamedIn } from '../topics/named.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { isUsed } from './used.ts';

export type TermKind = 'sections' | 'topics' | 'series' | 'people';

/** A section, topic, series or person as the desk lists them. */
export interface Term {
  id: number;
  slug: string;
  name: string;
  description: string | null;
  role: string | null;
  position: number | null;
  /** Sections: what replies to their stories wait for. */
  comments: CommentPolicy | null;
  /** Live stories under it. */
  stories: number;
}

const policySchema = z.enum(commentPolicies).nullable();

interface TermRow {
  id: number;
  slug: string;
  name: string;
  description: string | null;
  role: string | null;
  position: number | null;
  comments: string | null;
  stories: number | bigint | string;
}

const nothing = sql`null`;
const columns = {
  sections: {
    description: sql`t.description`,
    role: nothing,
    position: sql`t.position`,
    comments: sql`t.comments`,
    stories: sql`(select count(*) from publications p where p.section_id = t.id and p.status = 'live')`,
    order: sql`t.position, t.id`,
  },
  topics: {
    description: nothing,
    role: nothing,
    position: nothing,
    comments: nothing,
    stories: sql`(select count(*) from publication_topics p where p.topic_id = t.id)`,
    order: sql`t.name, t.id`,
  },
  series: {
    description: sql`t.description`,
    role: nothing,
    position: nothing,
    comments: nothing,
    stories: sql`(select count(*) from publications p where p.series_id = t.id and p.status = 'live')`,
    order: sql`t.name, t.id`,
  },
  people: {
    description: sql`t.bio`,
    role: sql`t.role`,
    position: nothing,
    comments: nothing,
    stories: sql`(select count(*) from publication_people p where p.person_id = t.id)`,
    order: sql`t.name, t.id`,
  },
} as const;

/** All of a kind, or those that a few typed letters may mean, the closest first. */
export async function listTerms(
  db: Db,
  kind: TermKind,
  options: { q?: string; limit?: number } = {},
): Promise<Term[]> {
  const wanted = normalise(options.q ?? '').trim();
  if (wanted === '') return readTerms(db, kind, null, options.limit ?? 500);
  const names = await db.selectFrom(kind).select(['id', 'name']).execute();
  const ids = names
    .map((row) => ({ id: row.id, rank: rank(normalise(row.name), wanted) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, options.limit ?? 10)
    .map((one) => one.id);
  const terms = await readTerms(db, kind, ids, ids.length);
  return ids.flatMap((id) => terms.filter((term) => term.id === id));
}

/** How near a name is to what was typed: its beginning, then a word's, then anywhere. */
function rank(name: string, wanted: string): number {
  const bare = (word: string): string => word.replace(/^ال(?=..)/u, '');
  const short = bare(wanted);
  if (name === wanted) return 7;
  if (bare(name) === short) return 6;
  if (name.startsWith(wanted)) return 5;
  if (bare(name).startsWith(short)) return 4;
  const words = name.split(/\s+/u);
  if (words.some((word) => word.startsWith(wanted))) return 3;
  if (words.some((word) => bare(word).startsWith(short))) return 2;
  return name.includes(wanted) ? 1 : 0;
}

async function readTerms(
  db: Db,
  kind: TermKind,
  ids: readonly number[] | null,
  limit: number,
): Promise<Term[]> {
  if (ids !== null && ids.length === 0) return [];
  const { description, role, position, comments, stories, order } = columns[kind];
  const only = ids === null ? sql`` : sql`where t.id in (${sql.join(ids)})`;
  const { rows } = await sql<TermRow>`
    select t.id, t.slug, t.name, ${description} as description, ${role} as role,
      ${position} as position, ${comments} as comments, ${stories} as stories
    from ${sql.table(kind)} t ${only} order by ${order} limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    position: row.position === null ? null : Number(row.position),
    comments: policySchema.parse(row.comments),
    stories: Number(row.stories),
  }));
}

async function oneTerm(db: Db, kind: TermKind, id: number): Promise<Term> {
  const [term] = await readTerms(db, kind, [id], 1);
  if (term === undefined) throw notFound('لم يعد هذا موجوداً.', `There is no ${kind} ${id}.`);
  return term;
}

export interface TermInput {
  name: string;
  slug?: string;
  description?: string | null;
  role?: string | null;
  comments?: CommentPolicy;
}

/** Finds or adds one by its name. @throws Refusal (400, 403) */
export function addTerm(
  newsroom: Newsroom,
  actor: Actor,
  kind: TermKind,
  input: TermInput,
): Promise<Term> {
  return inTransaction(newsroom, actor, async (work) => {
    const { id } =
      kind === 'sections'
        ? await ensureSectionIn(work, input)
        : await ensureNamedIn(work, kind, input);
    return oneTerm(work.tx, kind, id);
  });
}

/** Changes what is given. An address that readers know leads on to the new one. @throws Refusal */
export function changeTerm(
  newsroom: Newsroom,
  actor: Actor,
  kind: TermKind,
  id: number,
  input: Partial<TermInput>,
): Promise<Term> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'taxonomy.edit');
    const before = await oneTerm(work.tx, kind, id);
    const name = input.name?.normalize('NFC').trim().replace(/\s+/gu, ' ');
    const slug = input.slug === undefined ? before.slug : slugify(input.slug);
    if (slug !== before.slug) await refuseTaken(work, kind, slug);
    const text = input.description;
    const set: Record<string, string | null> = { slug, name: name ?? before.name };
    if (input.comments !== undefined && kind === 'sections') set.comments = input.comments;
    if (text !== undefined && kind !== 'topics')
      set[kind === 'people' ? 'bio' : 'description'] = text;
    if (input.role !== undefined && kind === 'people') set.role = input.role;
    await work.tx.updateTable(kind).set(set).where('id', '=', id).execute();
    if (slug !== before.slug) await leadOn(work, kind, before.slug, slug);
    // A section's name is looked up with each page; the others stand in the stories.
    const after = { id, slug, name: name ?? before.name };
    if (kind !== 'sections') await renameInCopies(work, kind, before, after);
    await audit(work, `${kind}.change`, { kind, id }, { ...input });
    work.change({ kind: 'shell', keys: ['all'] });
    return oneTerm(work.tx, kind, id);
  });
}

async function refuseTaken(work: Work, kind: TermKind, slug: string): Promise<void> {
  const other = await work.tx
    .selectFrom(kind)
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (other !== undefined)
    throw new Refusal(409, 'هذا العنوان مستعمل. اختر غيره.', `The slug "${slug}" is taken.`);
}

const places = {
  sections: 'section',
  topics: 'topic',
  series: 'series',
  people: 'person',
} as const;

async function leadOn(work: Work, kind: TermKind, from: string, to: string): Promise<void> {
  const row = { to_path: `/${places[kind]}/${to}`, created_at: work.at };
  await work.tx
    .insertInto('redirects')
    .values({ from_path: `/${places[kind]}/${from}`.normalize('NFC'), ...row })
    .onConflict((conflict) => conflict.column('from_path').doUpdateSet(row))
    .execute();
}

/** Removes one that no story uses. @throws Refusal 409 while one does */
export function removeTerm(
  newsroom: Newsroom,
  actor: Actor,
  kind: TermKind,
  id: number,
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'taxonomy.edit');
    const term = await oneTerm(work.tx, kind, id);
    if (await isUsed(work.tx, kind, id))
      throw new Refusal(
        409,
        'ما زالت هناك مواد تحته. انقلها أولاً ثم احذفه.',
        `Stories still use ${kind} ${id}.`,
      );
    await work.tx.deleteFrom(kind).where('id', '=', id).execute();
    await audit(work, `${kind}.remove`, { kind, id }, { name: term.name });
    work.change({ kind: 'shell', keys: ['all'] });
  });
}

/** Puts the sections in the given order; those not named follow. @throws Refusal (403) */
export function orderSections(
  newsroom: Newsroom,
  actor: Actor,
  ids: readonly number[],
): Promise<Term[]> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'taxonomy.edit');
    const sections = await readTerms(work.tx, 'sections', null, 500);
    const named = new Set(ids);
    const rest = sections.filter((one) => !named.has(one.id)).map((one) => one.id);
    for (const [position, id] of [...named, ...rest].entries())
      await work.tx.updateTable('sections').set({ position }).where('id', '=', id).execute();
    await audit(work, 'sections.order', { kind: 'sections', id: null }, { ids });
    work.change({ kind: 'shell', keys: ['all'] });
    return readTerms(work.tx, 'sections', null, 500);
  });
}
