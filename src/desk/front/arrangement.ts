import type { Front, FrontInput } from '../../api/shapes/front.ts';

/** The front page while it is being arranged. */
export type Arrangement = Pick<Front, 'lead' | 'pinned' | 'breaking'>;
export type Place = 'lead' | 'pinned' | 'breaking';

export const arrangementOf = ({ lead, pinned, breaking }: Front): Arrangement => ({
  lead,
  pinned,
  breaking,
});

export const isSame = (a: Arrangement, b: Arrangement): boolean =>
  JSON.stringify([a.lead, a.pinned, a.breaking]) === JSON.stringify([b.lead, b.pinned, b.breaking]);

/** Without a story in any place. */
export const without = (from: Arrangement, id: number): Arrangement => ({
  lead: from.lead === id ? null : from.lead,
  pinned: from.pinned.filter((one) => one !== id),
  breaking: from.breaking.filter((one) => one.id !== id),
});

/** Puts a story at the head; whoever led moves to the top of the pinned. */
export function withLead(from: Arrangement, id: number): Arrangement {
  const rest = without(from, id);
  return {
    ...rest,
    lead: id,
    pinned: rest.lead === null ? rest.pinned : [rest.lead, ...rest.pinned],
  };
}

/** Pins a story before the one that stands at `at` (the end by default). */
export function withPinned(from: Arrangement, id: number, at?: number): Arrangement {
  const before = from.pinned.indexOf(id);
  const rest = without(from, id);
  const wanted = at === undefined ? rest.pinned.length : before !== -1 && before < at ? at - 1 : at;
  return { ...rest, pinned: rest.pinned.toSpliced(wanted, 0, id) };
}

/** Moves a pinned story up (−1) or down (+1); past the top it becomes the lead. */
export function moved(from: Arrangement, id: number, by: -1 | 1): Arrangement {
  const at = from.pinned.indexOf(id);
  if (from.lead === id) {
    if (by === -1) return from;
    const [next = null, ...rest] = from.pinned;
    return { ...from, lead: next, pinned: [id, ...rest] };
  }
  if (at === -1) return from;
  if (at + by < 0) return withLead(from, id);
  const pinned = from.pinned.toSpliced(at, 1).toSpliced(at + by, 0, id);
  return { ...from, pinned };
}

/** Sets a story on the breaking strip until a moment, epoch ms. */
export const withBreaking = (from: Arrangement, id: number, until: number): Arrangement => {
  const rest = without(from, id);
  return { ...rest, breaking: [...rest.breaking, { id, until }] };
};

export const inputOf = (arrangement: Arrangement, version: number): FrontInput => ({
  ...arrangement,
  version,
});
