import { sql } from 'kysely';
import { addDays, dayOf, startOfDay } from '../../arabic/zoned.ts';
import type { Db } from '../../store/schema.ts';
import { timeZoneOf } from '../settings/read.ts';
import { type Actor, authorise } from '../users/roles.ts';

/** How readers' replies went in the last days. */
export interface ReplyStats {
  /** The newest last; days in which nothing came are there too. */
  days: { day: string; received: number; approved: number; held: number; rejected: number }[];
  /** What each phase said, the most frequent first. */
  phases: { phase: string; outcome: string; count: number }[];
  /** Ms from a reply's arrival to a moderator's first decision, of the newest ones; null without. */
  medianWait: number | null;
  /** Where readers answered most. */
  stories: { id: number; headline: string; replies: number }[];
}

const waitsLookedAt = 500;
const storiesShown = 10;

/** @param days how many, today included. @throws Refusal (403) */
export async function readReplyStats(
  db: Db,
  actor: Actor,
  options: { now: number; days: number },
): Promise<ReplyStats> {
  authorise(actor, 'comment.moderate');
  const zone = await timeZoneOf(db);
  const days = lastDays(options.now, options.days, zone);
  const from = days[0]?.from ?? options.now;
  return {
    days: await Promise.all(days.map((day) => countDay(db, day))),
    phases: await countPhases(db, from),
    medianWait: await medianWait(db, from),
    stories: await busiest(db, from),
  };
}

interface Day {
  day: string;
  from: number;
  /** The first instant that is not of it. */
  to: number;
}

function lastDays(now: number, count: number, zone: string): Day[] {
  const today = dayOf(now, zone);
  return Array.from({ length: count }, (_, n) => {
    const day = addDays(today, n + 1 - count);
    return { day, from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) };
  });
}

async function countDay(db: Db, { day, from, to }: Day): Promise<ReplyStats['days'][number]> {
  const count = async (state: string): Promise<number> => {
    const { n } = await db
      .selectFrom('comments')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('state', '=', state)
      .where('created_at', '>=', from)
      .where('created_at', '<', to)
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const approved = await count('approved');
  const held = await count('held');
  const rejected = await count('rejected');
  const received = approved + held + rejected + (await count('deleted'));
  return { day, received, approved, held, rejected };
}

async function countPhases(db: Db, from: number): Promise<ReplyStats['phases']> {
  const rows = await db
    .selectFrom('comment_decisions')
    .select(({ fn }) => ['phase', 'outcome', fn.countAll().as('n')])
    .where('at', '>=', from)
    .groupBy(['phase', 'outcome'])
    .execute();
  return rows
    .map(({ phase, outcome, n }) => ({ phase, outcome, count: Number(n) }))
    .sort((a, b) => b.count - a.count);
}

async function medianWait(db: Db, from: number): Promise<number | null> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom('comment_decisions')
        .select(['comment_id', 'at', 'state_before'])
        .where('phase', '=', 'moderator')
        .where('at', '>=', from)
        .orderBy('at', 'desc')
        .limit(waitsLookedAt)
        .as('acts'),
    )
    .innerJoin('comments', 'comments.id', 'acts.comment_id')
    .select(sql<number>`acts.at - comments.created_at`.as('wait'))
    .where('acts.state_before', '=', 'held')
    .execute();
  const waits = rows.map((row) => Number(row.wait)).sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)] ?? null;
}

async function busiest(db: Db, from: number): Promise<ReplyStats['stories']> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('stories', 'stories.id', 'comments.story_id')
    .select(({ fn }) => ['stories.id', 'stories.headline', fn.countAll().as('replies')])
    .where('comments.state', '=', 'approved')
    .where('comments.created_at', '>=', from)
    .groupBy(['stories.id', 'stories.headline'])
    .orderBy('replies', 'desc')
    .limit(storiesShown)
    .execute();
  return rows.map((row) => ({ ...row, replies: Number(row.replies) }));
}
