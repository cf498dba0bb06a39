import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Database, Db } from '../../store/schema.ts';
import { storyPath } from '../publications/paths.ts';
import { type CommentState, commentStates, type ReportReason, reportReasons } from './comment.ts';
import { type ReaderStanding, standingSchema } from './readers-standing.ts';
import { isUnproven, plainRisk } from './unproven.ts';

/** A reply as moderators judge it: with all that speaks for it and against it. */
export interface ModeratedReply {
  id: number;
  name: string;
  text: string;
  state: CommentState;
  /** 0 to 100, as the pipeline saw it. */
  risk: number;
  /** It waits, and its writer's browser has not given the small proof it was asked for. */
  unproven: boolean;
  flagged: boolean;
  createdAt: number;
  editedAt: number | null;
  decidedAt: number | null;
  story: {
    id: number;
    headline: string;
    section: string | null;
    /** Where readers find it; null while they cannot. */
    path: string | null;
  };
  /** The reply that it answers. */
  parent: { id: number; name: string; text: string; state: CommentState } | null;
  /** Null for an imported reply that came without an address. */
  reader: ReaderHistory | null;
  /** Why it stands where it stands, in the order in which it was said. */
  decisions: Decision[];
  /** What readers reported, as long as nobody has settled it. */
  reports: { reason: ReportReason; note: string | null; at: number }[];
}

/** What is known of a reader: never their address, nor anything it could be found by. */
export interface ReaderHistory {
  id: number;
  standing: ReaderStanding;
  approved: number;
  rejected: number;
  note: string | null;
  firstAt: number;
  /** Their newest other replies. */
  recent: { id: number; text: string; state: CommentState; at: number }[];
}

export interface Decision {
  at: number;
  /** A phase of the pipeline, `moderator`, `author` or `reader`. */
  phase: string;
  outcome: string;
  reason: string;
  /** The moderator's name. */
  by: string | null;
}

const stateSchema = z.enum(commentStates);
const reportReasonSchema = z.enum(reportReasons).catch('other');

const recentShown = 3;
/** More than this of one reply is no reason but a quarrel; the newest are shown. */
const decisionsShown = 12;

type Row = Selectable<Database['comments']>;

/** The replies with their context, in the given order; a number that is none is left out. */
export async function moderatedReplies(db: Db, ids: readonly number[]): Promise<ModeratedReply[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  const stories = await storiesOf(db, rows);
  const parents = await parentsOf(db, rows);
  const readers = await readersOf(db, rows);
  const decisions = await decisionsOf(db, ids);
  const reports = await reportsOf(db, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const story = row === undefined ? undefined : stories.get(row.story_id);
    if (row === undefined || story === undefined) return [];
    const reader = row.email_hash === null ? undefined : readers.get(row.email_hash);
    return {
      id,
      name: row.name,
      text: row.text,
      state: stateSchema.parse(row.state),
      risk: plainRisk(row),
      unproven: row.state === 'held' && isUnproven(row),
      flagged: row.flagged === 1,
      createdAt: row.created_at,
      editedAt: row.edited_at,
      decidedAt: row.decided_at,
      story,
      parent: row.parent_id === null ? null : (parents.get(row.parent_id) ?? null),
      reader:
        reader === undefined
          ? null
          : {
              ...reader,
              recent: reader.recent.filter((one) => one.id !== id).slice(0, recentShown),
            },
      decisions: decisions.get(id) ?? [],
      reports: reports.get(id) ?? [],
    };
  });
}

const unique = <T>(values: readonly (T | null)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null)),
];

/** Gathers rows by a key. */
function grouped<K, R, V>(
  rows: readonly R[],
  keyOf: (row: R) => K,
  valueFrom: (row: R) => V,
): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [valueFrom(row)]);
    else group.push(valueFrom(row));
  }
  return groups;
}

async function storiesOf(
  db: Db,
  rows: readonly Row[],
): Promise<Map<number, ModeratedReply['story']>> {
  const found = await db
    .selectFrom('stories')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('publications', 'publications.story_id', 'stories.id')
    .select([
      'stories.id',
      'stories.slug',
      'stories.headline',
      'sections.name as section',
      'publications.status',
    ])
    .where('stories.id', 'in', unique(rows.map((row) => row.story_id)))
    .execute();
  return new Map(
    found.map(({ id, slug, headline, section, status }) => [
      id,
      { id, headline, section, path: status === 'live' ? storyPath({ id, slug }) : null },
    ]),
  );
}

async function parentsOf(
  db: Db,
  rows: readonly Row[],
): Promise<Map<number, NonNullable<ModeratedReply['parent']>>> {
  const ids = unique(rows.map((row) => row.parent_id));
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('comments')
    .select(['id', 'name', 'text', 'state'])
    .where('id', 'in', ids)
    .execute();
  return new Map(found.map((row) => [row.id, { ...row, state: stateSchema.parse(row.state) }]));
}

async function readersOf(db: Db, rows: readonly Row[]): Promise<Map<string, ReaderHistory>> {
  const hashes = unique(rows.map((row) => row.email_hash));
  if (hashes.length === 0) return new Map();
  const found = await db
    .selectFrom('readers')
    .selectAll()
    .where('email_hash', 'in', hashes)
    .execute();
  const recent = grouped(
    await recentOf(db, hashes),
    (row) => row.email_hash,
    ({ id, text, state, created_at: at }) => ({ id, text, state: stateSchema.parse(state), at }),
  );
  return new Map(
    found.map((row) => [
      row.email_hash,
      {
        id: row.id,
        standing: standingSchema.parse(row.standing),
        approved: row.approved,
        rejected: row.rejected,
        note: row.note,
        firstAt: row.first_at,
        recent: recent.get(row.email_hash) ?? [],
      },
    ]),
  );
}

/** The newest replies of each reader: one statement, in which each walks its part of the index. */
async function recentOf(db: Db, hashes: readonly string[]) {
  const newest = (hash: string) =>
    db
      .selectFrom(
        db
          .selectFrom('comments')
          .select(['email_hash', 'id', 'text', 'state', 'created_at'])
          .where('email_hash', '=', hash)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(recentShown + 1)
          .as('newest'),
      )
      .selectAll();
  const [first, ...others] = hashes;
  if (first === undefined) return [];
  let query = newest(first);
  for (const hash of others) query = query.unionAll(newest(hash));
  return query.execute();
}

async function decisionsOf(db: Db, ids: readonly number[]): Promise<Map<number, Decision[]>> {
  const rows = await db
    .selectFrom('comment_decisions')
    .select(['comment_id', 'at', 'phase', 'outcome', 'reason', 'actor_name'])
    .where('comment_id', 'in', [...ids])
    .orderBy('comment_id')
    .orderBy('id')
    .execute();
  const all = grouped(
    rows,
    (row) => row.comment_id,
    ({ at, phase, outcome, reason, actor_name: by }) => ({ at, phase, outcome, reason, by }),
  );
  for (const [id, list] of all) all.set(id, list.slice(-decisionsShown));
  return all;
}

async function reportsOf(
  db: Db,
  rows: readonly Row[],
): Promise<Map<number, ModeratedReply['reports']>> {
  const ids = rows.filter((row) => row.reports > 0).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('comment_reports')
    .select(['comment_id', 'reason', 'note', 'at'])
    .where('comment_id', 'in', ids)
    .where('settled_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return grouped(
    found,
    (row) => row.comment_id,
    ({ reason, note, at }) => ({ reason: reportReasonSchema.parse(reason), note, at }),
  );
}
