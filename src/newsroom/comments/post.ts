/** What came in by the form of a story's page, nothing of it believed yet. */
export interface ReplyPost {
  storyId: number;
  name: string;
  email: string;
  text: string;
  /** The reply that is answered, of either level; null for one to the story itself. */
  parentId: number | null;
  /** Whether the writer wants letters about answers. */
  notify: boolean;
  /** The form's own token ({@link FormTokens}); null where the form sent none. */
  token: string | null;
  /** The field that people do not see. */
  trap: string;
  /** The peer's network address: used in memory for rates, never written. */
  address: string;
}

/** A field that the form can show an error beside; `form` stands above it. */
export type ReplyField = 'name' | 'email' | 'text' | 'form';

/** Why a field was refused; the edition holds the sentence. */
export type ReplyProblem =
  | 'required'
  | 'too-long'
  | 'not-an-address'
  | 'stale-form'
  | 'no-such-parent'
  | 'banned-words';

/** What became of it. */
export type ReplyOutcome =
  /** Durably kept. `receipt` lets its writer see where it stands, and change it for ten minutes. */
  | { kind: 'taken'; id: number; state: 'approved' | 'held'; receipt: string }
  | { kind: 'refused'; problems: { field: ReplyField; problem: ReplyProblem }[] }
  /** The story takes no replies (any more). */
  | { kind: 'closed' }
  /** Readers know of no such story. */
  | { kind: 'missing' };

/** Where replies are taken in: in this thread, or by another. */
export interface TakesReplies {
  /**
   * Resolves after the commit; what it answers with is on the disk.
   * @throws Error when the reply could not be kept
   */
  take(post: ReplyPost): Promise<ReplyOutcome>;
}
