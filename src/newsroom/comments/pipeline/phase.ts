import type { CommentPolicy } from '../../stories/story.ts';
import type { ReplyField, ReplyOutcome, ReplyProblem } from '../post.ts';
import type { ReaderStanding } from '../readers-standing.ts';

/** What a phase may say of a reply. `flag`: public, but somebody should look at it. */
export type Outcome = 'approve' | 'hold' | 'reject' | 'flag';

/** Every reason that the pipeline gives; the desk has a sentence for each. */
export const reasons = [
  'trap-filled',
  'form-missing',
  'form-expired',
  'many-from-reader',
  'many-from-address',
  'many-on-story',
  'repeated-text',
  'links',
  'banned-phrase',
  'suspect-phrase',
  'outside-spam',
  'outside-suspect',
  'banned-reader',
  'premoderated',
  'often-rejected',
  'first-reply',
  'known-reader',
  'trusted-reader',
  'proof-missing',
] as const;
export type Reason = (typeof reasons)[number];

export interface Verdict {
  outcome: Outcome;
  reason: Reason;
  /** Adds to the reply's risk, 0 to 100; the queue shows the greatest first. */
  risk?: number;
}

/** Nothing is kept: the writer is told why at once, and can mend it. */
export interface Refused {
  refuse: ReplyOutcome;
}

export const refuse = (field: ReplyField, problem: ReplyProblem): Refused => ({
  refuse: { kind: 'refused', problems: [{ field, problem }] },
});

/** What every phase sees of a reply, and none may change. */
export interface ReplyContext {
  readonly at: number;
  readonly storyId: number;
  /** The strictest of newspaper, section and story. */
  readonly policy: CommentPolicy;
  /** When the story stops taking replies; null for never. */
  readonly closesAt: number | null;
  /** As they will be kept. */
  readonly name: string;
  readonly text: string;
  /** Null where what was typed is no address. */
  readonly email: string | null;
  /** Whether anything was typed as an address. */
  readonly hasEmail: boolean;
  /** Whether a reply was named to answer, and there is none such. */
  readonly parentMissing: boolean;
  /** `forged`: signed by somebody else, or for another story. */
  readonly form: 'fresh' | 'expired' | 'missing' | 'forged';
  readonly trapFilled: boolean;
  /** How many came lately, this one included. */
  readonly rates: { readonly address: number; readonly story: number; readonly reader: number };
  /** Whether strangers are asked for a small proof of work, as under attack. */
  readonly proofsWanted: boolean;
  /** How often the same text came lately from anybody, before this one. */
  readonly repeats: number;
  readonly phrases: { readonly banned: readonly string[]; readonly suspect: readonly string[] };
  /** What the newspaper's own service says; null where it was not asked or did not answer in time. */
  readonly outside: 'clear' | 'suspect' | 'spam' | null;
  /** Null for somebody who never wrote before. */
  readonly reader: {
    readonly standing: ReaderStanding;
    readonly approved: number;
    readonly rejected: number;
  } | null;
}

/** One step of the pipeline. */
export interface Phase {
  name: string;
  judge(context: ReplyContext): Verdict | Refused | null;
}

/** Whether moderators have let this reader through before, and mostly. */
export function isKnown(context: ReplyContext): boolean {
  const { reader } = context;
  if (reader === null || reader.standing === 'banned') return false;
  return reader.standing === 'trusted' || reader.approved > reader.rejected;
}
