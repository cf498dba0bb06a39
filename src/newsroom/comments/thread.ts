import { sql } from 'kysely';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import { cursorOf } from '../publications/lists.ts';
import type { CommentOrder, PublicComment, Thread, ThreadPage } from './comment.ts';

/** Replies of the first level on one page of a thread. */
export const repliesOnPage = 20;
/** Answers that stand below a reply until its own page is opened. */
export const answersShown = 3;
/** Answers on one page of a reply. */
export const answersOnPage = 50;

/** A place in the order of writing: its instant (epoch milliseconds) and id. */
export interface ReplyPlace {
  at: number;
  id: number;
}

/** One reply of the first level with a page of its answers, oldest first. */
export interface OneThread {
  thread: Thread;
  /** Names the place where the next answers begin; null at the end. */
  next: string | null;
  /** Whether answers stand before those shown. */
  earlier: boolean;
}

/** A reply in the feed, with what it was written under. */
export interface FedComment extends PublicComment {
  story: { slug: string; headline: string };
}

const columns = [
  'id',
  'story_id',
  'parent_id',
  'name',
  'text',
  'state',
  'created_at',
  'edited_at',
  'answers',
] as const;

interface Row {
  id: number;
  story_id: number;
  parent_id: number | null;
  name: string;
  text: string;
  state: string;
  created_at: number;
  edited_at: number | null;
  answers: number;
}

const approved = sql.lit('approved');
const past: ReplyPlace = { at: -1, id: -1 };
const future: ReplyPlace = { at: Number.MAX_SAFE_INTEGER, id: 0 };

type Below = { story: number; at: number; id: number };

/**
 * The first level of a thread in one statement: what is approved, and the gaps of deleted replies
 * whose answers still stand, each along an index of its own.
 */
const firstLevel = (direction: 'asc' | 'desc') =>
  prepared((db, slot: SlotOf<Below>) => {
    const place = sql`(${slot('at')}, ${slot('id')})`;
    const onwards = sql<boolean>`(created_at, id) ${sql.raw(direction === 'asc' ? '>' : '<')} ${place}`;
    const rows = db
      .selectFrom('comments')
      .select(columns)
      .where('story_id', '=', slot('story'))
      .where(onwards)
      .limit(sql.lit(repliesOnPage + 1));
    const standing = rows
      .where('parent_id', 'is', null)
      .where('state', '=', approved)
      // PostgreSQL sees the index's order only where it is written out whole.
      .orderBy('parent_id', direction)
      .orderBy('created_at', direction)
      .orderBy('id', direction);
    const gaps = rows
      .where('state', '=', sql.lit('deleted'))
      .where('answers', '>', sql.lit(0))
      .orderBy('created_at', direction)
      .orderBy('id', direction);
    return db
      .selectFrom(standing.as('standing'))
      .selectAll()
      .unionAll(db.selectFrom(gaps.as('gaps')).selectAll());
  });
const levels = { newest: firstLevel('desc'), oldest: firstLevel('asc') };

/**
 * The first answers of up to twenty replies: one short look into the index for each, in one
 * statement. A window over all answers would read ten thousand to show three.
 */
const firstAnswers = prepared((db, slot: SlotOf<Record<string, number>>) => {
  const below = (n: number) =>
    db
      .selectFrom(
        answersAfter(db, slot(`parent${n}`), past)
          .limit(sql.lit(answersShown))
          .as(`below${n}`),
      )
      .selectAll();
  const others = Array.from({ length: repliesOnPage - 1 }, (_, n) => below(n + 1));
  return others.reduce((all, one) => all.unionAll(one), below(0));
});

/** No reply has this id. */
const nobody = 0;

/**
 * One page of a story's replies, each with the first of its answers: two statements, whatever the
 * thread's length.
 *
 * @param options.after where the page before ended; absent on the first page
 */
export async function readThreads(
  db: Db,
  storyId: number,
  options: { order: CommentOrder; after?: ReplyPlace },
): Promise<ThreadPage> {
  const { order, after } = options;
  const newest = order === 'newest';
  const from = after ?? (newest ? future : past);
  const rows = await levels[order](db, { story: storyId, ...from });
  rows.sort((a, b) => (newest ? byPlace(b, a) : byPlace(a, b)));
  const shown = rows.slice(0, repliesOnPage);
  const last = shown.at(-1);
  return {
    threads: await withAnswers(db, shown),
    next: rows.length > repliesOnPage && last ? cursorAt(last) : null,
  };
}

async function withAnswers(db: Db, rows: readonly Row[]): Promise<Thread[]> {
  const parents = rows.filter((row) => row.answers > 0).map((row) => row.id);
  if (parents.length === 0) return rows.map((row) => threadFrom(row, []));
  const slots = Array.from({ length: repliesOnPage }, (_, n) => [
    `parent${n}`,
    parents[n] ?? nobody,
  ]);
  const answers = await firstAnswers(db, Object.fromEntries(slots));
  return rows.map((row) =>
    threadFrom(
      row,
      answers.filter((answer) => answer.parent_id === row.id),
    ),
  );
}

function answersAfter(db: Db, parent: number, after: ReplyPlace) {
  return db
    .selectFrom('comments')
    .select(columns)
    .where('parent_id', '=', parent)
    .where('state', '=', approved)
    .where(sql<boolean>`(created_at, id) > (${after.at}, ${after.id})`)
    .orderBy('created_at')
    .orderBy('id');
}

/**
 * The reply of the first level that `id` names or stands under, with a page of its answers: from
 * its first, from `after`, or from the answer named where that stands far below. Null where readers
 * know of no such reply. Four short statements at most.
 */
export async function readThread(
  db: Db,
  storyId: number,
  id: number,
  after?: ReplyPlace,
): Promise<OneThread | null> {
  const named = await publicRow(db, storyId, id);
  if (named === undefined) return null;
  const parent = named.parent_id === null ? named : await publicRow(db, storyId, named.parent_id);
  if (parent === undefined) return null;
  const page = (from: ReplyPlace): Promise<Row[]> =>
    answersAfter(db, parent.id, from)
      .limit(sql.lit(answersOnPage + 1))
      .execute();
  let rows = await page(after ?? past);
  let earlier = after !== undefined;
  const isThere = (): boolean => rows.slice(0, answersOnPage).some((row) => row.id === id);
  if (after === undefined && named !== parent && !isThere()) {
    rows = await page({ at: named.created_at, id: named.id - 1 });
    earlier = true;
  }
  const shown = rows.slice(0, answersOnPage);
  const last = shown.at(-1);
  return {
    thread: threadFrom(parent, shown),
    next: rows.length > answersOnPage && last ? cursorAt(last) : null,
    earlier,
  };
}

/** One reply that readers may see; null for any other. */
export async function readReply(
  db: Db,
  storyId: number,
  id: number,
): Promise<PublicComment | null> {
  const row = await publicRow(db, storyId, id);
  return row?.state === 'approved' ? commentFrom(row) : null;
}

/** A reply that readers may see, or the gap of one whose answers still stand. */
async function publicRow(db: Db, storyId: number, id: number): Promise<Row | undefined> {
  const row = await db
    .selectFrom('comments')
    .select(columns)
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .executeTakeFirst();
  if (row?.state === 'approved') return row;
  return row?.state === 'deleted' && row.answers > 0 ? row : undefined;
}

const feedLength = 30;

/** The newest replies in the paper, at most 30, under stories that readers have. Three statements. */
export async function latestComments(db: Db): Promise<FedComment[]> {
  const rows = await db
    .selectFrom('comments')
    .select(columns)
    .where('state', '=', approved)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    // Twice as many as are shown: some stand under what was taken from readers.
    .limit(sql.lit(feedLength * 2))
    .execute();
  if (rows.length === 0) return [];
  const stories = await db
    .selectFrom('publications')
    .select(['story_id', 'slug', 'headline'])
    .where('status', '=', 'live')
    .where('story_id', 'in', [...new Set(rows.map((row) => row.story_id))])
    .execute();
  const hidden = await db
    .selectFrom('comments')
    .select('id')
    .where('id', 'in', [...new Set(rows.map((row) => row.parent_id ?? nobody))])
    // Answers go from readers together with the reply above them.
    .where('state', 'in', ['held', 'rejected'])
    .execute();
  return rows
    .flatMap((row) => {
      const story = stories.find((one) => one.story_id === row.story_id);
      if (story === undefined || hidden.some(({ id }) => id === row.parent_id)) return [];
      const { slug, headline } = story;
      return [{ ...commentFrom(row), story: { slug, headline } }];
    })
    .slice(0, feedLength);
}

const byPlace = (a: Row, b: Row): number => a.created_at - b.created_at || a.id - b.id;
const cursorAt = (row: Row): string => cursorOf({ publishedAt: row.created_at, id: row.id });

function commentFrom(row: Row): PublicComment {
  return {
    id: row.id,
    storyId: row.story_id,
    parentId: row.parent_id,
    name: row.name,
    text: row.text,
    createdAt: row.created_at,
    editedAt: row.edited_at,
  };
}

function threadFrom(row: Row, answers: readonly Row[]): Thread {
  const deleted = row.state === 'deleted';
  const comment = commentFrom(row);
  return {
    ...comment,
    // Whatever may have been left of a deleted one stays here.
    ...(deleted ? { name: '', text: '' } : {}),
    deleted,
    answers: answers.map(commentFrom),
    answerCount: row.answers,
  };
}
