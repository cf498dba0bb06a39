import type { Phase } from './phase.ts';

/** The same long text came before, from whomever, under whichever story. */
export const repeated: Phase = {
  name: 'repeated',
  judge({ repeats }) {
    if (repeats === 0) return null;
    return { outcome: 'hold', reason: 'repeated-text', risk: Math.min(60, 20 + repeats * 10) };
  },
};
