import type { Phase } from './phase.ts';

/** The newspaper's own service, where it has one. It may hold, never reject; silence says nothing. */
export const outside: Phase = {
  name: 'outside',
  judge({ outside: said }) {
    if (said === 'spam') return { outcome: 'hold', reason: 'outside-spam', risk: 60 };
    if (said === 'suspect') return { outcome: 'hold', reason: 'outside-suspect', risk: 30 };
    return null;
  },
};
