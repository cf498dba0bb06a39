import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';
import type { CommentState } from './comment.ts';
import { collectMatching, type ReplyFilter } from './queue.ts';
import { standOf } from './readers.ts';
import { settleReports } from './reports.ts';
import { flagComments, lockComments, moveComments, type Why } from './transition.ts';
import { isUnproven } from './unproven.ts';

/** What a moderator does with replies; `ban` and `trust` are said of their writers as well. */
export const moderatorActs = ['approve', 'reject', 'ban', 'trust', 'flag', 'unflag'] as const;
export type ModeratorAct = (typeof moderatorActs)[number];

/** Why an act passed a reply over. */
export type PassedOver = 'missing' | 'deleted' | 'decided' | 'no-reader';

export interface Moderated {
  /** Names the act for {@link undoAct}. */
  act: number;
  /** Everything that is now as the act wants it, the other replies of banned readers included. */
  done: number[];
  passedOver: { id: number; why: PassedOver }[];
}

export interface ModerationRequest {
  act: ModeratorAct;
  ids: readonly number[];
  /** The state in which the moderator saw them: what a colleague has decided since stays. */
  seen?: CommentState;
}

/** {@link ModerationRequest}, and whether a proof that has come meanwhile takes a reply out of it. */
type Asked = ModerationRequest & { unproven?: boolean };

/** As many as one act takes in. */
export const mostAtOnce = 2000;

const by = (outcome: Why['outcome'], reason = ''): Why => ({ phase: 'moderator', outcome, reason });

/**
 * One act on one reply or many, in one transaction. A decision settles readers' reports of the
 * reply and takes its flag off.
 * @throws Refusal (403)
 */
export function moderate(
  newsroom: Newsroom,
  actor: Actor,
  request: ModerationRequest,
): Promise<Moderated> {
  authorise(actor, 'comment.moderate');
  return inTransaction(newsroom, actor, (work) => moderateIn(work, request, {}));
}

/** {@link moderate} for everything that matches, up to {@link mostAtOnce}. @throws Refusal (403) */
export async function moderateMatching(
  newsroom: Newsroom,
  actor: Actor,
  act: ModeratorAct,
  filter: ReplyFilter,
): Promise<Moderated> {
  authorise(actor, 'comment.moderate');
  const ids = await collectMatching(newsroom.store.read, filter, mostAtOnce);
  const seen = stateSeen(filter);
  const unproven = filter.view === 'unproven';
  const request = { act, ids, unproven, ...(seen === undefined ? {} : { seen }) };
  return inTransaction(newsroom, actor, (work) => moderateIn(work, request, { filter }));
}

function stateSeen({ view }: ReplyFilter): CommentState | undefined {
  if (view === 'flagged') return 'approved';
  if (view === 'unproven') return 'held';
  return view === 'reported' ? undefined : view;
}

async function moderateIn(
  outer: Work,
  { act, ids: asked, seen, unproven = false }: Asked,
  detail: Record<string, unknown>,
): Promise<Moderated> {
  await lockComments(outer);
  const work = { ...outer, at: await ownInstant(outer) };
  const passedOver: Moderated['passedOver'] = [];
  const ids: number[] = [];
  const found = await statesOf(work, asked);
  for (const id of new Set(asked)) {
    const row = found.get(id);
    const state = row?.state;
    if (row === undefined) passedOver.push({ id, why: 'missing' });
    else if (state === 'deleted') passedOver.push({ id, why: 'deleted' });
    else if ((seen !== undefined && state !== seen) || (unproven && !isUnproven(row)))
      passedOver.push({ id, why: 'decided' });
    else ids.push(id);
  }
  const done = new Set(ids);
  if (act === 'flag' || act === 'unflag') await flagComments(work, ids, act === 'flag', by(act));
  else {
    if (act === 'ban' || act === 'trust') {
      const stood = await standOf(work, ids, act === 'ban' ? 'banned' : 'trusted');
      for (const id of stood.without) passedOver.push({ id, why: 'no-reader' });
      for (const { id } of await moveComments(work, stood.held, 'rejected', by('reject', 'ban')))
        done.add(id);
    }
    const isGood = act === 'approve' || act === 'trust';
    await moveComments(
      work,
      ids,
      isGood ? 'approved' : 'rejected',
      by(isGood ? 'approve' : 'reject'),
    );
    await flagComments(work, ids, false, by('unflag'));
    await settleReports(work, ids);
  }
  const [only, ...others] = done;
  await audit(
    work,
    `reply.${act}`,
    { kind: 'reply', id: others.length === 0 ? (only ?? null) : null },
    { count: done.size, ...detail },
  );
  return { act: work.at, done: [...done], passedOver };
}

async function statesOf(
  work: Work,
  ids: readonly number[],
): Promise<Map<number, { state: string; risk: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .selectFrom('comments')
    .select(['id', 'state', 'risk'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** An instant at which this moderator has done nothing else: it names the act. */
async function ownInstant(work: Work): Promise<number> {
  for (let at = work.at; ; at += 1) {
    const other = await work.tx
      .selectFrom('comment_decisions')
      .select('id')
      .where('at', '=', at)
      .where('phase', '=', 'moderator')
      .where('actor_id', work.actor.userId === null ? 'is' : '=', work.actor.userId)
      .limit(1)
      .executeTakeFirst();
    if (other === undefined) return at;
  }
}
