import type { Selectable } from 'kysely';
import type { Db } from '../../store/schema.ts';
import type { CopyDeskTables } from '../../store/schema-copydesk.ts';
import { forbidden, invalid, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { claimStory } from '../stories/rows.ts';
import { type Actor, authorise, may } from '../users/roles.ts';
import { countIn } from './months.ts';

/** A finding that somebody let pass in a story. */
export interface Waiver {
  id: number;
  rule: string;
  text: string;
  /** The words around the one place that is meant; empty for the whole story. */
  around: string;
  /** Null: only ignored, which opens no gate. */
  reason: string | null;
  at: number;
  by: string;
}

export interface LetPass {
  rule: string;
  /** What stands there, as the finding has it. */
  text: string;
  around?: string;
}

/** More than an editor would look through; a story with as many is ignored whole by other means. */
const most = 500;

const waiverFrom = (row: Selectable<CopyDeskTables['waivers']>): Waiver => ({
  id: row.id,
  rule: row.rule,
  text: row.text,
  around: row.around,
  reason: row.reason,
  at: row.at,
  by: row.actor_name,
});

/** What was let pass in a story, in the order in which it was. */
export async function listWaivers(db: Db, storyId: number): Promise<Waiver[]> {
  const rows = await db
    .selectFrom('waivers')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(waiverFrom);
}

/** Lets a finding pass without a word. @throws Refusal (403, 404, 409) */
export function ignoreFinding(
  newsroom: Newsroom,
  actor: Actor,
  storyId: number,
  finding: LetPass,
): Promise<Waiver> {
  return inTransaction(newsroom, actor, async (work) => {
    await refuseStrangers(work, storyId);
    const waiver = await putIn(work, storyId, finding, null);
    await countIn(work, finding.rule, 'ignored');
    return waiver;
  });
}

/**
 * Lets a finding of a gate pass, and says why; the audit trail keeps it.
 * @throws Refusal (400 without a reason, 403, 404, 409)
 */
export function waiveFinding(
  newsroom: Newsroom,
  actor: Actor,
  storyId: number,
  finding: LetPass & { reason: string },
): Promise<Waiver> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'style.waive');
    await claimStory(work, storyId);
    const reason = finding.reason.trim();
    if (reason === '') throw invalid('اكتب سبب التجاوز.', 'A waiver needs a reason.');
    const waiver = await putIn(work, storyId, finding, reason);
    await countIn(work, finding.rule, 'waived');
    const { rule, text } = finding;
    await audit(work, 'story.waive', { kind: 'story', id: storyId }, { rule, text, reason });
    return waiver;
  });
}

/** Lets nothing pass any more. @throws Refusal (403, 404) */
export function dropWaiver(
  newsroom: Newsroom,
  actor: Actor,
  storyId: number,
  id: number,
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    await refuseStrangers(work, storyId);
    const [row] = await work.tx
      .deleteFrom('waivers')
      .where('id', '=', id)
      .where('story_id', '=', storyId)
      .returning(['rule', 'text', 'reason'])
      .execute();
    if (row === undefined)
      throw notFound('ليس هذا في ما تُرك.', `Story ${storyId} has no waiver ${id}.`);
    if (row.reason !== null) {
      authorise(actor, 'style.waive');
      const { rule, text } = row;
      await audit(work, 'story.unwaive', { kind: 'story', id: storyId }, { rule, text });
    }
  });
}

/** Whoever may write the story may say what of it is right as it stands. */
async function refuseStrangers(work: Work, storyId: number): Promise<void> {
  const story = await claimStory(work, storyId);
  const { actor } = work;
  const own = actor.userId !== null && story.authorId === actor.userId;
  if (!may(actor, 'story.edit.any') && !(own && may(actor, 'story.edit.own')))
    throw forbidden(`The role "${actor.role}" may not edit story ${storyId}.`);
}

async function putIn(
  work: Work,
  storyId: number,
  { rule, text, around = '' }: LetPass,
  reason: string | null,
): Promise<Waiver> {
  const { rows } = await work.tx
    .selectFrom('waivers')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow();
  if (Number(rows) >= most)
    throw new Refusal(
      409,
      'تُرك في هذه المادة ما يكفي. عطّل القاعدة في الإعدادات إن لم تكن لكم.',
      `Story ${storyId} has ${most} waivers already.`,
    );
  const said = {
    ...(reason === null ? {} : { reason }),
    at: work.at,
    actor_id: work.actor.userId,
    actor_name: work.actor.name,
  };
  const row = await work.tx
    .insertInto('waivers')
    .values({ story_id: storyId, rule, text, around, reason, ...said })
    // Ignoring what was waived takes no reason away.
    .onConflict((conflict) =>
      conflict.columns(['story_id', 'rule', 'text', 'around']).doUpdateSet(said),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return waiverFrom(row);
}
