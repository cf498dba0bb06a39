import type { CommentPolicy } from '../stories/story.ts';

/** Where a reply stands. A deleted one keeps its place and loses its text. */
export const commentStates = ['held', 'approved', 'rejected', 'deleted'] as const;
export type CommentState = (typeof commentStates)[number];

/** In which order readers see a thread's first level; answers always stand oldest first. */
export const commentOrders = ['newest', 'oldest'] as const;
export type CommentOrder = (typeof commentOrders)[number];

/** When a stranger's reply must bring a small proof of work. */
export const replyChallenges = ['auto', 'always', 'off'] as const;

/** Why readers report a reply. */
export const reportReasons = ['abuse', 'hate', 'spam', 'privacy', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** A reply as everybody may see it. Nothing here tells an address or what it could be found by. */
export interface PublicComment {
  id: number;
  storyId: number;
  /** The reply of the first level that this one answers. */
  parentId: number | null;
  name: string;
  /** Paragraphs parted by empty lines; plain text. */
  text: string;
  createdAt: number;
  /** When its writer last changed it; null where they did not. */
  editedAt: number | null;
}

/** A reply of the first level with the first of its answers. */
export interface Thread extends PublicComment {
  /** Its writer took it back and its answers still stand: a gap without name and text. */
  deleted: boolean;
  answers: PublicComment[];
  /** All approved answers, shown here or not. */
  answerCount: number;
}

export interface ThreadPage {
  threads: Thread[];
  /** Names the place where the next page begins; null at the end. */
  next: string | null;
}

/** Limits that the form tells and the pipeline holds, in UTF-16 units. */
export const longestReply = 5000;
export const longestName = 80;
export const longestEmail = 254;

/** For how long a writer may change or delete their reply, ms. */
export const ownFor = 10 * 60 * 1000;

/** The stricter of two policies. */
export function stricter(one: CommentPolicy, other: CommentPolicy): CommentPolicy {
  if (one === 'closed' || other === 'closed') return 'closed';
  return one === 'premoderated' || other === 'premoderated' ? 'premoderated' : 'open';
}
