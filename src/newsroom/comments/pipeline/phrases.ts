import type { Phase } from './phase.ts';

/** Words of the newspaper's own lists, however they are written. */
export const phrases: Phase = {
  name: 'phrases',
  judge({ phrases: { banned, suspect } }) {
    if (banned.length > 0) return { outcome: 'reject', reason: 'banned-phrase' };
    if (suspect.length > 0) return { outcome: 'hold', reason: 'suspect-phrase', risk: 40 };
    return null;
  },
};
