import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { normalise } from '../../arabic/normalise.ts';
import type { Database, Db } from '../../store/schema.ts';
import { invalid } from '../errors.ts';
import type { Actor } from '../users/roles.ts';
import { actionsFor, type StoryActionName } from './actions.ts';
import {
  type Priority,
  priorities,
  type StoryState,
  type StoryType,
  storyStates,
  storyTypes,
} from './story.ts';

/** One story in a list of the desk. */
export interface StoryRow {
  id: number;
  slug: string;
  headline: string;
  kicker: string | null;
  type: StoryType;
  state: StoryState;
  section: { id: number; name: string } | null;
  author: { id: string | null; name: string };
  updatedAt: number;
  publishedAt: number | null;
  publishAt: number | null;
  version: number;
  publishedVersion: number | null;
  priority: Priority;
  priorityUntil: number | null;
  words: number;
  hasChanges: boolean;
  note: string | null;
  actions: StoryActionName[];
}

const known = z.object({
  type: z.enum(storyTypes),
  state: z.enum(storyStates),
  priority: z.enum(priorities),
});

/** Every column of a list; bodies stay where they are. */
export const selectRows = (db: Db) =>
  db
    .selectFrom('stories')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('users', 'users.id', 'stories.author_id')
    .select([
      'stories.id',
      'stories.slug',
      'stories.headline',
      'stories.kicker',
      'stories.type',
      'stories.state',
      'stories.section_id',
      'stories.author_id',
      'stories.updated_at',
      'stories.created_at',
      'stories.published_at',
      'stories.publish_at',
      'stories.version',
      'stories.published_version',
      'stories.priority',
      'stories.priority_until',
      'stories.words',
      'stories.note',
      'sections.name as section_name',
      'users.name as author_name',
    ]);

type Listed = Pick<
  Selectable<Database['stories']>,
  | 'id'
  | 'slug'
  | 'headline'
  | 'kicker'
  | 'type'
  | 'state'
  | 'section_id'
  | 'author_id'
  | 'updated_at'
  | 'created_at'
  | 'published_at'
  | 'publish_at'
  | 'version'
  | 'published_version'
  | 'priority'
  | 'priority_until'
  | 'words'
  | 'note'
> & { section_name: string | null; author_name: string | null };

/** A row as this person sees it, with what they may do now. */
export function rowFrom(row: Listed, actor: Actor): StoryRow {
  const { type, state, priority } = known.parse(row);
  return {
    id: row.id,
    slug: row.slug,
    headline: row.headline,
    kicker: row.kicker,
    type,
    state,
    section: row.section_id === null ? null : { id: row.section_id, name: row.section_name ?? '' },
    author: { id: row.author_id, name: row.author_name ?? 'مطبعة' },
    updatedAt: row.updated_at,
    publishedAt: row.published_at,
    publishAt: row.publish_at,
    version: row.version,
    publishedVersion: row.published_version,
    priority,
    priorityUntil: row.priority_until,
    words: row.words,
    hasChanges: row.published_version !== null && row.version > row.published_version,
    note: row.note,
    actions: actionsFor(actor, { state, authorId: row.author_id }),
  };
}

export interface StoryFilter {
  states?: readonly StoryState[];
  section?: number;
  /** A user's id. */
  author?: string;
  person?: number;
  topic?: number;
  /** Bounds of the instant that the list is sorted by, both included. */
  from?: number;
  to?: number;
  /** Letters that stand in its headline, kicker, writer or section. */
  q?: string;
  /** What the index found for `q` in whole texts. */
  matches?: readonly number[];
  sort?: 'updated' | 'published' | 'created';
  cursor?: string;
  limit: number;
}

const cursorSchema = z.tuple([z.number(), z.number()]);

/** Where a page ends, for the page after it. */
export const cursorAfter = (at: number, id: number): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** @throws Refusal (400) for a cursor that we did not give. */
export function readCursor(cursor: string): [at: number, id: number] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid('تعذّر متابعة القائمة. ابدأها من أوّلها.', 'The cursor is not valid.');
  }
}

/** So many of the newest are looked through for what is being typed; older ones are in the index. */
const lookedThrough = 2000;

/** A page of working copies, newest first, along one index, from the key where the last ended. */
export async function listStories(
  db: Db,
  actor: Actor,
  filter: StoryFilter,
): Promise<{ rows: StoryRow[]; next: string | null }> {
  const column = `${filter.sort ?? 'updated'}_at` as const;
  const wanted = filter.q === undefined ? '' : normalise(filter.q).trim();
  const found =
    wanted === ''
      ? await newest(db, filter, filter.limit + 1)
      : [
          ...(await newest(db, filter, lookedThrough)).filter((row) => isNamed(row, wanted)),
          ...(await newest(db, { ...filter, among: filter.matches ?? [] }, filter.limit + 1)),
        ];
  const rows = [...new Map(found.map((row) => [row.id, row])).values()].sort(
    (a, b) => (b[column] ?? 0) - (a[column] ?? 0) || b.id - a.id,
  );
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const lastAt = last?.[column] ?? null;
  const more = rows.length > filter.limit && last !== undefined && lastAt !== null;
  return {
    rows: page.map((row) => rowFrom(row, actor)),
    next: more ? cursorAfter(lastAt, last.id) : null,
  };
}

/** Whether the story goes by these letters: in its headline, its kicker, its writer or its section. */
function isNamed(row: Listed, wanted: string): boolean {
  if (/^\d+$/u.test(wanted) && row.id === Number(wanted)) return true;
  const { kicker, headline, author_name: author, section_name: section } = row;
  const text = normalise([kicker, headline, author, section].filter(Boolean).join(' '));
  return wanted.split(/\s+/u).every((word) => text.includes(word));
}

async function newest(
  db: Db,
  filter: StoryFilter & { among?: readonly number[] },
  limit: number,
): Promise<Listed[]> {
  const { states = [] } = filter;
  if (states.length === 0) return inState(db, filter, null, limit);
  const found: Listed[] = [];
  // Each state has its own order in the index; all at once would have to be sorted first.
  for (const state of states) found.push(...(await inState(db, filter, state, limit)));
  return found;
}

async function inState(
  db: Db,
  filter: StoryFilter & { among?: readonly number[] },
  state: StoryState | null,
  limit: number,
): Promise<Listed[]> {
  const sort = `stories.${filter.sort ?? 'updated'}_at` as const;
  let query = selectRows(db);
  if (filter.among !== undefined) {
    if (filter.among.length === 0) return [];
    query = query.where('stories.id', 'in', [...filter.among]);
  }
  if (state !== null) query = query.where('stories.state', '=', state);
  if (filter.section !== undefined) query = query.where('stories.section_id', '=', filter.section);
  if (filter.author !== undefined) query = query.where('stories.author_id', '=', filter.author);
  if (filter.topic !== undefined)
    query = query.where('stories.id', 'in', (eb) =>
      eb
        .selectFrom('story_topics')
        .select('story_id')
        .where('topic_id', '=', filter.topic ?? 0),
    );
  if (filter.person !== undefined)
    query = query.where('stories.id', 'in', (eb) =>
      eb
        .selectFrom('story_people')
        .select('story_id')
        .where('person_id', '=', filter.person ?? 0),
    );
  if (filter.sort === 'published') query = query.where(sort, 'is not', null);
  if (filter.from !== undefined) query = query.where(sort, '>=', filter.from);
  if (filter.to !== undefined) query = query.where(sort, '<=', filter.to);
  if (filter.cursor !== undefined) {
    const [at, id] = readCursor(filter.cursor);
    query = query.where(sql<boolean>`(${sql.ref(sort)}, stories.id) < (${at}, ${id})`);
  }
  return query.orderBy(sort, 'desc').orderBy('stories.id', 'desc').limit(limit).execute();
}

/** How many stories stand in each state. */
export async function countStates(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('stories')
    .select(['state', ({ fn }) => fn.countAll().as('n')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
}
