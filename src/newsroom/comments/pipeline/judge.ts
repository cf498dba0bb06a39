import type { CommentState } from '../comment.ts';
import type { ReplyOutcome } from '../post.ts';
import { challenge, isAsked } from './challenge.ts';
import { closed } from './closed.ts';
import { form } from './form.ts';
import { links } from './links.ts';
import { outside } from './outside.ts';
import type { Outcome, Phase, Reason, ReplyContext } from './phase.ts';
import { phrases } from './phrases.ts';
import { rate } from './rate.ts';
import { repeated } from './repeated.ts';
import { size } from './size.ts';
import { trust } from './trust.ts';

/** Everything that looks at a reply, in this order. */
export const phases: readonly Phase[] = [
  size,
  closed,
  form,
  rate,
  repeated,
  links,
  phrases,
  outside,
  trust,
  challenge,
];

export interface Decision {
  phase: string;
  outcome: Outcome;
  reason: Reason;
}

export interface Judged {
  state: CommentState;
  /** Public, but somebody should look at it. */
  flagged: boolean;
  /** 0 to 100. */
  risk: number;
  /** Its writer is asked for a proof. Of what is rejected too, or its writer could tell. */
  unproven: boolean;
  /** What every phase said that said something, in order. */
  decisions: Decision[];
}

/**
 * Asks every phase. The first rejection ends it; else one hold is enough to hold, and what nobody
 * holds is public. Rejecting is for what is certain: whatever is only likely waits for a person.
 */
export function judge(context: ReplyContext): Judged | { refuse: ReplyOutcome } {
  const decisions: Decision[] = [];
  let risk = 0;
  const unproven = isAsked(context);
  for (const { name, judge: ask } of phases) {
    const said = ask(context);
    if (said === null) continue;
    if ('refuse' in said) return said;
    decisions.push({ phase: name, outcome: said.outcome, reason: said.reason });
    if (said.outcome === 'reject')
      return { state: 'rejected', flagged: false, risk: 100, unproven, decisions };
    risk += said.risk ?? 0;
  }
  const has = (outcome: Outcome): boolean => decisions.some((one) => one.outcome === outcome);
  const state = has('hold') ? 'held' : 'approved';
  return {
    state,
    flagged: state === 'approved' && has('flag'),
    risk: Math.min(100, risk),
    unproven,
    decisions,
  };
}
