import { z } from 'zod';
import { commentStates, reportReasons } from '../../newsroom/comments/comment.ts';
import { moderatorActs } from '../../newsroom/comments/moderate.ts';
import { phraseKinds } from '../../newsroom/comments/phrases.ts';
import { replyViews } from '../../newsroom/comments/queue.ts';
import { readerStandings } from '../../newsroom/comments/readers-standing.ts';
import { cursorParam, idParam, instant } from './common.ts';

export type { ModeratorAct } from '../../newsroom/comments/moderate.ts';
export type { ReplyView } from '../../newsroom/comments/queue.ts';
export type { Settings } from '../../newsroom/settings/settings.ts';

const state = z.enum(commentStates);
const standing = z.enum(readerStandings);

export const replyFilterShape = z.object({
  view: z.enum(replyViews).default('held'),
  story: idParam.optional(),
  section: idParam.optional(),
  /** A reader's number, as a reply's `reader.id` says it. */
  reader: idParam.optional(),
  /** A phase of the pipeline that spoke of it. */
  phase: z.string().max(40).optional(),
  q: z.string().max(200).optional(),
  /** Bounds of the instant it came in, epoch milliseconds, both included. */
  from: z.coerce.number().int().min(0).optional(),
  to: z.coerce.number().int().min(0).optional(),
});
export const replyListQuery = replyFilterShape.extend({
  cursor: cursorParam,
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

/** A reply as moderators see it. No part of it tells an address or what one could be found by. */
export const moderatedReplyShape = z.strictObject({
  id: z.number(),
  name: z.string(),
  text: z.string(),
  state,
  risk: z.number(),
  /** It waits, and its writer's browser still owes a small proof of work. */
  unproven: z.boolean(),
  flagged: z.boolean(),
  createdAt: z.number(),
  editedAt: z.number().nullable(),
  decidedAt: z.number().nullable(),
  story: z.strictObject({
    id: z.number(),
    headline: z.string(),
    section: z.string().nullable(),
    path: z.string().nullable(),
  }),
  parent: z.strictObject({ id: z.number(), name: z.string(), text: z.string(), state }).nullable(),
  reader: z
    .strictObject({
      id: z.number(),
      standing,
      approved: z.number(),
      rejected: z.number(),
      note: z.string().nullable(),
      firstAt: z.number(),
      recent: z.array(z.strictObject({ id: z.number(), text: z.string(), state, at: z.number() })),
    })
    .nullable(),
  decisions: z.array(
    z.strictObject({
      at: z.number(),
      phase: z.string(),
      outcome: z.string(),
      reason: z.string(),
      by: z.string().nullable(),
    }),
  ),
  reports: z.array(
    z.strictObject({
      reason: z.enum(reportReasons),
      note: z.string().nullable(),
      at: z.number(),
    }),
  ),
});
export type ModeratedReply = z.infer<typeof moderatedReplyShape>;
export const replyListShape = z.object({
  rows: z.array(moderatedReplyShape),
  next: z.string().nullable(),
});
export type ReplyList = z.infer<typeof replyListShape>;

/** What waits; no number is counted beyond ten thousand. */
export const replyCountsShape = z.object({
  /** Without the unproven ones. */
  held: z.number(),
  unproven: z.number(),
  flagged: z.number(),
  reported: z.number(),
  /** Since when this server is flooded with strangers' replies, epoch ms; null in peace. */
  attackSince: z.number().nullable(),
});
export type ReplyCounts = z.infer<typeof replyCountsShape>;
export const matchingShape = z.object({ count: z.number() });

const act = z.enum(moderatorActs);
export const moderationInput = z.object({
  act,
  ids: z.array(z.number().int().positive()).min(1).max(500),
  /** The state in which they were seen; what was decided since is passed over. */
  seen: state.optional(),
});
export const bulkModerationInput = z.object({ act, filter: replyFilterShape });
export const moderatedShape = z.object({
  /** Names the act, to take it back. */
  act: z.number(),
  done: z.array(z.number()),
  passedOver: z.array(
    z.object({
      id: z.number(),
      why: z.enum(['missing', 'deleted', 'decided', 'no-reader']),
    }),
  ),
});
export type Moderated = z.infer<typeof moderatedShape>;
export const undoInput = z.object({ act: instant });
export const undoneShape = z.object({ done: z.array(z.number()), left: z.array(z.number()) });
export type Undone = z.infer<typeof undoneShape>;

export const readerListQuery = z.object({
  standing: standing.optional(),
  cursor: cursorParam,
});
export const readerShape = z.strictObject({
  id: z.number(),
  standing,
  approved: z.number(),
  rejected: z.number(),
  note: z.string().nullable(),
  firstAt: z.number(),
  lastAt: z.number(),
  name: z.string().nullable(),
});
export type ReaderRow = z.infer<typeof readerShape>;
export const readerListShape = z.object({
  rows: z.array(readerShape),
  next: z.string().nullable(),
});
export type ReaderList = z.infer<typeof readerListShape>;
export const readerChange = z.object({
  standing: standing.optional(),
  note: z.string().max(500).optional(),
});

/** In the body, so that an address stands in no log of requests. */
export const addressInput = z.object({ email: z.string().trim().min(1, 'اكتب العنوان').max(254) });
export const readerDataShape = z.object({
  email: z.string(),
  reader: z
    .object({
      standing: z.string(),
      approved: z.number(),
      rejected: z.number(),
      muted: z.boolean(),
      note: z.string().nullable(),
      firstAt: z.number(),
      lastAt: z.number(),
    })
    .nullable(),
  replies: z.array(
    z.object({
      id: z.number(),
      story: z.object({ id: z.number(), headline: z.string(), path: z.string().nullable() }),
      parentId: z.number().nullable(),
      name: z.string(),
      text: z.string(),
      state: z.string(),
      createdAt: z.number(),
      editedAt: z.number().nullable(),
      notify: z.boolean(),
      decisions: z.array(
        z.object({
          at: z.number(),
          phase: z.string(),
          outcome: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});
export type ReaderData = z.infer<typeof readerDataShape>;
export const erasedShape = z.object({ replies: z.number(), reader: z.boolean() });

export const phraseInput = z.object({
  phrase: z.string().trim().min(1, 'اكتب العبارة').max(120),
  kind: z.enum(phraseKinds),
  note: z.string().max(300).nullish(),
});
export const phraseShape = z.object({
  id: z.number(),
  phrase: z.string(),
  kind: z.enum(phraseKinds),
  note: z.string().nullable(),
  createdAt: z.number(),
});
export type Phrase = z.infer<typeof phraseShape>;
export const phraseListShape = z.object({ rows: z.array(phraseShape) });
export const replyStatsQuery = z.object({
  days: z.coerce.number().int().min(1).max(31).default(14),
});
export const replyStatsShape = z.object({
  days: z.array(
    z.object({
      day: z.string(),
      received: z.number(),
      approved: z.number(),
      held: z.number(),
      rejected: z.number(),
    }),
  ),
  phases: z.array(z.object({ phase: z.string(), outcome: z.string(), count: z.number() })),
  medianWait: z.number().nullable(),
  stories: z.array(z.object({ id: z.number(), headline: z.string(), replies: z.number() })),
});
export type ReplyStats = z.infer<typeof replyStatsShape>;
