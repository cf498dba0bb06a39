import { type Phase, refuse } from './phase.ts';

/**
 * The field that people do not see, and the form's signed token. A form without a token is nobody's
 * fault (a reader program, an old page): it waits with the others. A forged one is shown anew.
 */
export const form: Phase = {
  name: 'form',
  judge({ trapFilled, form: token }) {
    if (token === 'forged') return refuse('form', 'stale-form');
    if (trapFilled) return { outcome: 'reject', reason: 'trap-filled' };
    if (token === 'missing') return { outcome: 'hold', reason: 'form-missing', risk: 10 };
    if (token === 'expired') return { outcome: 'hold', reason: 'form-expired', risk: 5 };
    return null;
  },
};
