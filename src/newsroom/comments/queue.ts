import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import { normalise } from '../../arabic/normalise.ts';
import type { Database, Db } from '../../store/schema.ts';
import { invalid } from '../errors.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { type ModeratedReply, moderatedReplies } from './moderated.ts';

/**
 * What moderators can ask to see: replies in one state, held ones whose writers owe a proof (they lie
 * at the bottom of `held` as well), or public ones that somebody doubts.
 */
export const replyViews = [
  'held',
  'unproven',
  'approved',
  'rejected',
  'deleted',
  'flagged',
  'reported',
] as const;
export type ReplyView = (typeof replyViews)[number];

export interface ReplyFilter {
  view: ReplyView;
  story?: number;
  section?: number;
  /** A reader's number: all of their replies in the view. */
  reader?: number;
  /** The phase of the pipeline that spoke of it. */
  phase?: string;
  /** Letters that stand in its text or its writer's name. */
  q?: string;
  /** Bounds of the instant it came in, both included. */
  from?: number;
  to?: number;
}

export interface ReplyPage {
  rows: ModeratedReply[];
  /** Where to go on; the page before it may hold fewer than were asked for, even none. */
  next: string | null;
}

/** Where a walk along an index stands. */
interface Place {
  risk: number;
  created_at: number;
  id: number;
}
interface Candidate extends Place {
  story_id: number;
  name: string;
  text: string;
}

/** So many are looked through in one request for what no index knows; the next goes on from there. */
const lookedThrough = 1000;

const placeSchema = z.tuple([z.number(), z.number(), z.number()]);
const cursorOf = ({ risk, created_at, id }: Place): string =>
  Buffer.from(JSON.stringify([risk, created_at, id])).toString('base64url');

function readPlace(cursor: string): Place {
  try {
    const [risk, created_at, id] = placeSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    return { risk, created_at, id };
  } catch {
    throw invalid('تعذّر متابعة القائمة. ابدأها من أوّلها.', 'The cursor is not valid.');
  }
}

/**
 * A page of replies with all that a moderator wants to know of each. Held ones come by risk, in one
 * risk the one that has waited longest first; doubtful ones oldest first; decided ones newest first.
 * @throws Refusal (400, 403)
 */
export async function listReplies(
  db: Db,
  actor: Actor,
  filter: ReplyFilter & { cursor?: string; limit: number },
): Promise<ReplyPage> {
  authorise(actor, 'comment.moderate');
  const after = filter.cursor === undefined ? null : readPlace(filter.cursor);
  const { ids, next } = await matchingIds(db, filter, after, filter.limit);
  return { rows: await moderatedReplies(db, ids), next: next === null ? null : cursorOf(next) };
}

/** How many match, counted no further than `most`. @throws Refusal (403) */
export async function countMatching(
  db: Db,
  actor: Actor,
  filter: ReplyFilter,
  most: number,
): Promise<number> {
  authorise(actor, 'comment.moderate');
  return (await collectMatching(db, filter, most)).length;
}

/** The first `most` that match, in the view's own order. */
export async function collectMatching(
  db: Db,
  filter: ReplyFilter,
  most: number,
): Promise<number[]> {
  const found: number[] = [];
  let after: Place | null = null;
  do {
    const page = await matchingIds(db, filter, after, Math.min(lookedThrough, most - found.length));
    found.push(...page.ids);
    after = page.next;
  } while (after !== null && found.length < most);
  return found;
}

async function matchingIds(
  db: Db,
  filter: ReplyFilter,
  after: Place | null,
  limit: number,
): Promise<{ ids: number[]; next: Place | null }> {
  const hash = filter.reader === undefined ? null : await hashOf(db, filter.reader);
  if (filter.reader !== undefined && hash === null) return { ids: [], next: null };
  const isNarrow = isNarrowed(filter, hash);
  const most = isNarrow ? lookedThrough : limit + 1;
  const candidates = await walk(db, filter, hash, after, most);
  const fitting = isNarrow ? await narrow(db, filter, candidates) : candidates;
  const page = fitting.slice(0, limit);
  const last = fitting.length > limit ? page.at(-1) : undefined;
  const end = last ?? (candidates.length === most ? candidates.at(-1) : undefined);
  return { ids: page.map(({ id }) => id), next: end ?? null };
}

const isNarrowed = (filter: ReplyFilter, hash: string | null): boolean =>
  filter.section !== undefined ||
  filter.phase !== undefined ||
  (filter.q ?? '').trim() !== '' ||
  (hash !== null && filter.story !== undefined);

async function hashOf(db: Db, reader: number): Promise<string | null> {
  const row = await db
    .selectFrom('readers')
    .select('email_hash')
    .where('id', '=', reader)
    .executeTakeFirst();
  return row?.email_hash ?? null;
}

type Walk = SelectQueryBuilder<Database, 'comments', Candidate>;

/** Replies of the view along the one index that has them in order. */
async function walk(
  db: Db,
  filter: ReplyFilter,
  hash: string | null,
  after: Place | null,
  limit: number,
): Promise<Candidate[]> {
  let query: Walk = db
    .selectFrom('comments')
    .select(['id', 'risk', 'created_at', 'story_id', 'name', 'text']);
  if (filter.from !== undefined) query = query.where('created_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('created_at', '<=', filter.to);
  query = inView(query, filter.view);
  if (hash !== null) return inTime(query.where('email_hash', '=', hash), after, true, limit);
  if (filter.story !== undefined && filter.view !== 'reported')
    return inTime(query.where('story_id', '=', filter.story), after, isDecided(filter.view), limit);
  if (filter.view === 'held' || filter.view === 'unproven') return byRisk(query, after, limit);
  return inTime(query, after, isDecided(filter.view), limit);
}

const isDecided = (view: ReplyView): boolean =>
  view === 'approved' || view === 'rejected' || view === 'deleted';

function inView(query: Walk, view: ReplyView): Walk {
  // Said as the partial index says it, or SQLite would not know that it may use it.
  if (view === 'reported') return query.where(sql<boolean>`reports > 0`);
  if (view === 'unproven') return query.where('state', '=', 'held').where('risk', '<', 0);
  if (view === 'flagged') return query.where('flagged', '=', 1).where('state', '=', 'approved');
  return query.where('state', '=', view);
}

function inTime(
  query: Walk,
  after: Place | null,
  newestFirst: boolean,
  limit: number,
): Promise<Candidate[]> {
  const direction = newestFirst ? 'desc' : 'asc';
  const beyond = sql.raw(newestFirst ? '<' : '>');
  const from =
    after === null
      ? query
      : query.where(sql<boolean>`(created_at, id) ${beyond} (${after.created_at}, ${after.id})`);
  return from.orderBy('created_at', direction).orderBy('id', direction).limit(limit).execute();
}

/** Two steps, since no index range is both «the rest of this risk» and «all lower risks». */
async function byRisk(query: Walk, after: Place | null, limit: number): Promise<Candidate[]> {
  const lower = (from: Walk, most: number): Promise<Candidate[]> =>
    from.orderBy('risk', 'desc').orderBy('created_at').orderBy('id').limit(most).execute();
  if (after === null) return lower(query, limit);
  const same = await inTime(query.where('risk', '=', after.risk), after, false, limit);
  if (same.length === limit) return same;
  return [...same, ...(await lower(query.where('risk', '<', after.risk), limit - same.length))];
}

/** Of these, those that fit what no index knows. */
async function narrow(
  db: Db,
  filter: ReplyFilter,
  candidates: readonly Candidate[],
): Promise<readonly Candidate[]> {
  let left = candidates;
  const wanted = normalise(filter.q ?? '')
    .trim()
    .split(/\s+/u);
  if (wanted[0] !== '')
    left = left.filter(({ name, text }) => {
      const said = normalise(`${name} ${text}`);
      return wanted.every((word) => said.includes(word));
    });
  if (filter.story !== undefined) left = left.filter((one) => one.story_id === filter.story);
  if (left.length > 0 && filter.section !== undefined) {
    const stories = await db
      .selectFrom('stories')
      .select('id')
      .where('id', 'in', [...new Set(left.map((one) => one.story_id))])
      .where('section_id', '=', filter.section)
      .execute();
    const inSection = new Set(stories.map(({ id }) => id));
    left = left.filter((one) => inSection.has(one.story_id));
  }
  if (left.length > 0 && filter.phase !== undefined) {
    const spoken = await db
      .selectFrom('comment_decisions')
      .select('comment_id')
      .where(
        'comment_id',
        'in',
        left.map(({ id }) => id),
      )
      .where('phase', '=', filter.phase)
      .execute();
    const has = new Set(spoken.map((row) => row.comment_id));
    left = left.filter(({ id }) => has.has(id));
  }
  return left;
}

/** What waits for moderators; no number is counted beyond {@link mostCounted}. */
export interface ReplyCounts {
  /** Without the unproven ones. */
  held: number;
  unproven: number;
  flagged: number;
  reported: number;
}
export const mostCounted = 10_000;

/** @throws Refusal (403) */
export async function countReplies(db: Db, actor: Actor): Promise<ReplyCounts> {
  authorise(actor, 'comment.moderate');
  const all: Walk = db
    .selectFrom('comments')
    .select(['id', 'risk', 'created_at', 'story_id', 'name', 'text']);
  const count = async (view: ReplyView, from: Walk = all): Promise<number> => {
    const some = inView(from, view).clearSelect().select('comments.id').limit(mostCounted);
    const { n } = await db
      .selectFrom(some.as('some'))
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return {
    held: await count('held', all.where('risk', '>=', 0)),
    unproven: await count('unproven'),
    flagged: await count('flagged'),
    reported: await count('reported'),
  };
}
