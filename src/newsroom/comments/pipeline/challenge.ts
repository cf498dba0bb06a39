import { isKnown, type Phase, type ReplyContext } from './phase.ts';

/** Whether a small proof of work is asked of whoever wrote this; of known readers it never is. */
export const isAsked = (context: ReplyContext): boolean =>
  context.proofsWanted && !isKnown(context);

/** Under attack a stranger's reply waits for its writer's browser, before it waits for a person. */
export const challenge: Phase = {
  name: 'challenge',
  judge(context) {
    return isAsked(context) ? { outcome: 'hold', reason: 'proof-missing' } : null;
  },
};
