import { sql } from 'kysely';
import { dayOf, startOfDay } from '../../arabic/zoned.ts';
import type { Db } from '../../store/schema.ts';
import { inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { timeZoneOf } from '../settings/read.ts';
import { type Actor, authorise } from '../users/roles.ts';

/** What a rule caught in a month, and what became of it. */
export interface RuleMonth {
  rule: string;
  caught: number;
  fixed: number;
  ignored: number;
  waived: number;
}

/** A finding let pass with a reason, as the report names it. */
export interface WaivedCase {
  storyId: number;
  headline: string;
  rule: string;
  text: string;
  reason: string;
  at: number;
  by: string;
}

export interface StyleReport {
  month: string;
  rules: RuleMonth[];
  /** The newest hundred. */
  waived: WaivedCase[];
}

const mostCases = 100;

/** Adds one to what a rule did this month. */
export async function countIn(work: Work, rule: string, what: 'ignored' | 'waived'): Promise<void> {
  await addIn(work, { rule, caught: 0, fixed: 0, ignored: 0, waived: 0, [what]: 1 });
}

/** What somebody's desk caught and mended while they wrote. @throws Refusal (403) */
export function tallyFindings(
  newsroom: Newsroom,
  actor: Actor,
  rules: readonly { rule: string; caught: number; fixed: number }[],
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'story.create');
    for (const one of rules) await addIn(work, { ...one, ignored: 0, waived: 0 });
  });
}

async function addIn(work: Work, counts: RuleMonth): Promise<void> {
  const month = dayOf(work.at, await timeZoneOf(work.tx)).slice(0, 7);
  const plus = (column: 'caught' | 'fixed' | 'ignored' | 'waived') =>
    sql<number>`${sql.ref(`style_months.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
  await work.tx
    .insertInto('style_months')
    .values({ month, ...counts })
    .onConflict((conflict) =>
      conflict.columns(['month', 'rule']).doUpdateSet({
        caught: plus('caught'),
        fixed: plus('fixed'),
        ignored: plus('ignored'),
        waived: plus('waived'),
      }),
    )
    .execute();
}

/**
 * What the rules caught in a month, the busiest first, and what was let pass with a reason.
 * @param month YYYY-MM; the present one unless given
 */
export async function styleReport(newsroom: Newsroom, month?: string): Promise<StyleReport> {
  const { read } = newsroom.store;
  const timeZone = await timeZoneOf(read);
  const wanted = month ?? dayOf(newsroom.now(), timeZone).slice(0, 7);
  const rules = await read
    .selectFrom('style_months')
    .select(['rule', 'caught', 'fixed', 'ignored', 'waived'])
    .where('month', '=', wanted)
    .orderBy('caught', 'desc')
    .orderBy('rule')
    .execute();
  return { month: wanted, rules, waived: await waivedIn(read, wanted, timeZone) };
}

async function waivedIn(db: Db, month: string, timeZone: string): Promise<WaivedCase[]> {
  const { from, to } = monthInstants(month, timeZone);
  const rows = await db
    .selectFrom('waivers')
    .innerJoin('stories', 'stories.id', 'waivers.story_id')
    .select(['waivers.story_id', 'stories.headline', 'waivers.rule', 'waivers.text'])
    .select(['waivers.reason', 'waivers.at', 'waivers.actor_name'])
    .where('waivers.at', '>=', from)
    .where('waivers.at', '<', to)
    .where('waivers.reason', 'is not', null)
    .orderBy('waivers.at', 'desc')
    .orderBy('waivers.id', 'desc')
    .limit(mostCases)
    .execute();
  return rows.map((row) => ({
    storyId: row.story_id,
    headline: row.headline,
    rule: row.rule,
    text: row.text,
    reason: row.reason ?? '',
    at: row.at,
    by: row.actor_name,
  }));
}

/** The first instant of a month, and of the next. */
function monthInstants(month: string, timeZone: string): { from: number; to: number } {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const after = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return {
    from: startOfDay(`${month}-01`, timeZone),
    to: startOfDay(`${after}-01`, timeZone),
  };
}
