import type { ModeratedReply, ModeratorAct } from '../../api/shapes/comments.ts';
import type { View } from './filters.ts';

/** The replies on the screen, and the one that the keys stand on. */
export interface Shown {
  rows: readonly ModeratedReply[];
  at: number;
}

/** Replies that an act took away, with the places they had, so that it can be undone. */
export type Taken = readonly { row: ModeratedReply; place: number }[];

/** Whether the act takes a reply out of the view. */
export function leaves(act: ModeratorAct, view: View): boolean {
  if (act === 'flag') return false;
  if (act === 'unflag') return view === 'flagged';
  const becomes = act === 'approve' || act === 'trust' ? 'approved' : 'rejected';
  // A decision settles reports and takes the flag off.
  return view !== becomes;
}

/** Takes replies out; the keys stand on what comes after the one they stood on. */
export function takeOut(shown: Shown, ids: ReadonlySet<number>): { shown: Shown; taken: Taken } {
  const taken = shown.rows.flatMap((row, place) => (ids.has(row.id) ? [{ row, place }] : []));
  const before = taken.filter(({ place }) => place < shown.at).length;
  const rows = shown.rows.filter(({ id }) => !ids.has(id));
  return { shown: { rows, at: clamp(shown.at - before, rows.length) }, taken };
}

/** Puts replies back where they were, and the keys on the first of them. */
export function putBack(shown: Shown, taken: Taken): Shown {
  const rows = [...shown.rows];
  const known = new Set(rows.map(({ id }) => id));
  const back = taken.filter(({ row }) => !known.has(row.id));
  for (const { row, place } of back) rows.splice(Math.min(place, rows.length), 0, row);
  const first = rows.findIndex(({ id }) => id === taken[0]?.row.id);
  return { rows, at: first === -1 ? shown.at : first };
}

/** Adds what is not there yet at the end: nothing moves below somebody's hands. */
export function append(
  shown: Shown,
  more: readonly ModeratedReply[],
  not: ReadonlySet<number>,
): Shown {
  const known = new Set(shown.rows.map(({ id }) => id));
  const fresh = more.filter(({ id }) => !known.has(id) && !not.has(id));
  return fresh.length === 0 ? shown : { ...shown, rows: [...shown.rows, ...fresh] };
}

/** A step up or down. */
export const step = (shown: Shown, by: number): Shown => ({
  ...shown,
  at: clamp(shown.at + by, shown.rows.length),
});

const clamp = (at: number, length: number): number => Math.max(0, Math.min(at, length - 1));
