import type { Phase } from './phase.ts';

/** A story that takes no replies, or no more. */
export const closed: Phase = {
  name: 'closed',
  judge({ policy, closesAt, at }) {
    const isOver = policy === 'closed' || (closesAt !== null && at >= closesAt);
    return isOver ? { refuse: { kind: 'closed' } } : null;
  },
};
