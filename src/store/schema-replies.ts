import type { Generated } from 'kysely';

/** Tables of readers' replies. Of an e-mail address they hold a cipher and a keyed hash, never itself. */
export interface ReplyTables {
  comments: CommentTable;
  comment_decisions: CommentDecisionTable;
  readers: ReaderTable;
  comment_reports: CommentReportTable;
  phrases: PhraseTable;
  reply_letters: ReplyLetterTable;
  hot_threads: HotThreadTable;
}

interface CommentTable {
  id: Generated<number>;
  story_id: number;
  /** The reply of the first level that this one answers; null for one of the first level. */
  parent_id: number | null;
  name: string;
  email_cipher: string | null;
  email_hash: string | null;
  text: string;
  state: string;
  created_at: number;
  /** Where an imported reply came from; unique. */
  origin: string | null;
  /** Hash of the text as the language room compares it; equal texts have equal keys. */
  text_key: string | null;
  /** 0 (none) to 100: the queue's order. 200 less while a proof of work is awaited (`unproven.ts`). */
  risk: Generated<number>;
  /** Public, but somebody should look at it. */
  flagged: Generated<number>;
  /** Readers' reports that nobody has settled. */
  reports: Generated<number>;
  /** Approved answers below it; only on the first level. */
  answers: Generated<number>;
  /** Its writer wants a letter when it is answered. */
  notify: Generated<number>;
  edited_at: number | null;
  decided_at: number | null;
}

/** Why a reply is where it is: one row for each phase that spoke, and for each moderator's act. */
interface CommentDecisionTable {
  id: Generated<number>;
  comment_id: number;
  at: number;
  /** A phase of the pipeline, or `moderator`, `author`, `reader` (a report). */
  phase: string;
  outcome: string;
  reason: string;
  /** What it was before a moderator's act, so that the act can be undone. */
  state_before: string | null;
  actor_id: string | null;
  actor_name: string | null;
}

/** A reader as the newsroom knows them: by a keyed hash of their address. */
interface ReaderTable {
  /** What the desk calls them by: no answer of the API holds a hash. */
  id: Generated<number>;
  email_hash: string;
  standing: Generated<string>;
  approved: Generated<number>;
  rejected: Generated<number>;
  /** Wants no letters at all. */
  muted: Generated<number>;
  note: string | null;
  first_at: number;
  last_at: number;
}

interface CommentReportTable {
  id: Generated<number>;
  comment_id: number;
  reason: string;
  note: string | null;
  at: number;
  settled_at: number | null;
}

/** A word or phrase that replies are searched for; `kind` is banned or suspect. */
interface PhraseTable {
  id: Generated<number>;
  phrase: string;
  kind: string;
  note: string | null;
  created_at: number;
  created_by: string | null;
}

interface ReplyLetterTable {
  id: Generated<number>;
  /** The reply that was answered; its writer gets the letter. */
  comment_id: number;
  answer_id: number;
  attempts: Generated<number>;
  next_at: number;
}

/** A thread that grows quickly; its story's editor is told once until they have seen it. */
interface HotThreadTable {
  story_id: number;
  at: number;
  replies: number;
  seen_at: number | null;
}
