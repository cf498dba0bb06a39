import { z } from 'zod';
import { type StoryActionName, storyActions } from '../../newsroom/stories/actions.ts';
import {
  correctionSchema,
  priorities,
  storyContentSchema,
  storyStates,
  storyTypes,
} from '../../newsroom/stories/story.ts';
import { instant } from './common.ts';

export type { StoryContent } from '../../newsroom/stories/story.ts';

const actionNames = Object.keys(storyActions) as [StoryActionName, ...StoryActionName[]];
export const storyActionName = z.enum(actionNames);
export const storyState = z.enum(storyStates);
const author = z.object({ id: z.string().nullable(), name: z.string() });
const section = z.object({ id: z.number(), name: z.string() });

/** One story in a list. */
export const storyRowShape = z.object({
  id: z.number(),
  slug: z.string(),
  headline: z.string(),
  kicker: z.string().nullable(),
  type: z.enum(storyTypes),
  state: storyState,
  section: section.nullable(),
  author,
  updatedAt: z.number(),
  publishedAt: z.number().nullable(),
  publishAt: z.number().nullable(),
  version: z.number(),
  publishedVersion: z.number().nullable(),
  priority: z.enum(priorities),
  priorityUntil: z.number().nullable(),
  words: z.number(),
  /** Published, and saved since: readers see an earlier text. */
  hasChanges: z.boolean(),
  note: z.string().nullable(),
  actions: z.array(storyActionName),
});
export type StoryRow = z.infer<typeof storyRowShape>;

export const storyListQuery = z.object({
  state: z.string().max(200).optional(),
  section: z.coerce.number().int().optional(),
  /** A user's id, or `me`. */
  author: z.string().max(64).optional(),
  person: z.coerce.number().int().optional(),
  topic: z.coerce.number().int().optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['updated', 'published', 'created']).default('updated'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type StoryListQuery = z.input<typeof storyListQuery>;

export const storyListShape = z.object({
  rows: z.array(storyRowShape),
  next: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
});
export type StoryList = z.infer<typeof storyListShape>;

export const storySearchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  state: z.string().max(200).optional(),
  section: z.coerce.number().int().optional(),
  /** A user's id, or `me`. */
  author: z.string().max(64).optional(),
  person: z.coerce.number().int().optional(),
  topic: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** From and up to, in UTF-16 units. */
const marks = z.array(z.tuple([z.number(), z.number()]));
export const storySearchShape = z.object({
  total: z.number(),
  hits: z.array(
    z.object({
      id: z.number(),
      headline: z.string(),
      headlineMarks: marks,
      state: storyState,
      sectionId: z.number().nullable(),
      updatedAt: z.number(),
      snippet: z.string(),
      marks,
      score: z.number(),
    }),
  ),
  /** What may have been meant. */
  suggestion: z.string().nullable(),
});
export type StorySearch = z.infer<typeof storySearchShape>;

export const storyShape = z.object({
  id: z.number(),
  slug: z.string(),
  state: storyState,
  content: storyContentSchema,
  version: z.number(),
  publishedVersion: z.number().nullable(),
  embargoUntil: z.number().nullable(),
  publishAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  updatedAt: z.number(),
  createdAt: z.number(),
  corrections: z.array(correctionSchema),
  priority: z.enum(priorities),
  priorityUntil: z.number().nullable(),
  note: z.string().nullable(),
  authorId: z.string().nullable(),
});
export type StoryAnswer = z.infer<typeof storyShape>;

export const presenceShape = z.object({
  userId: z.string(),
  name: z.string(),
  /** Index of the block that they stand in. */
  where: z.number().nullable(),
  at: z.number(),
});
export type Presence = z.infer<typeof presenceShape>;
export const presenceListShape = z.object({ presence: z.array(presenceShape) });
export const presenceInput = z.object({ where: z.number().int().min(0).nullish() });

export const offeredActionShape = z.object({
  name: storyActionName,
  label: z.string(),
  /** It cannot be done without a note. */
  note: z.boolean(),
  /** It needs a moment in the future. */
  time: z.boolean(),
  /** The one that this person most likely wants next. */
  primary: z.boolean(),
});
export type OfferedAction = z.infer<typeof offeredActionShape>;

export const storyViewShape = z.object({
  story: storyShape,
  /** This person's own unsaved text, of whatever shape the editor left it in. */
  autosave: z.object({ version: z.number(), content: z.unknown(), at: z.number() }).nullable(),
  actions: z.array(offeredActionShape),
  mayEdit: z.boolean(),
  author,
  published: z
    .object({ version: z.number(), content: storyContentSchema, url: z.string() })
    .nullable(),
  presence: z.array(presenceShape),
});
export type StoryView = z.infer<typeof storyViewShape>;

export const newStoryInput = z.object({ content: storyContentSchema });
export const saveStoryInput = z.object({
  version: z.number().int(),
  content: storyContentSchema,
  summary: z.string().trim().max(500).optional(),
  embargoUntil: instant.nullish(),
});
export type SaveStoryInput = z.input<typeof saveStoryInput>;
export const autosaveInput = z.object({ version: z.number().int(), content: z.unknown() });
export const autosavedShape = z.object({ at: z.number() });
export const actionInput = z.object({
  version: z.number().int().optional(),
  note: z.string().max(4000).optional(),
  at: instant.optional(),
  priority: z.enum(priorities).optional(),
  priorityUntil: instant.optional(),
});
export type ActionInput = z.input<typeof actionInput>;
export const bulkInput = z.object({
  ids: z.array(z.number().int()).min(1).max(100),
  action: storyActionName,
  note: z.string().max(4000).optional(),
});
export const bulkShape = z.object({
  done: z.array(z.number()),
  refused: z.array(z.object({ id: z.number(), message: z.string() })),
});
export type BulkAnswer = z.infer<typeof bulkShape>;

/** 409 of a save that somebody else's save overtook. */
export const staleShape = z.object({
  error: z.object({ code: z.literal('stale'), message: z.string(), hint: z.string().optional() }),
  yours: storyContentSchema,
  theirs: storyContentSchema,
  theirVersion: z.number(),
  savedBy: z.string(),
});
export type StaleAnswer = z.infer<typeof staleShape>;

export const versionRowShape = z.object({
  version: z.number(),
  at: z.number(),
  by: z.string(),
  summary: z.string().nullable(),
});
export type VersionRow = z.infer<typeof versionRowShape>;
export const versionListShape = z.object({
  rows: z.array(versionRowShape),
  next: z.string().nullable(),
});
export const versionShape = versionRowShape.extend({ content: storyContentSchema });
export type VersionAnswer = z.infer<typeof versionShape>;

export const todayShape = z.object({
  mine: z.array(storyRowShape),
  waiting: z.array(storyRowShape),
  scheduled: z.array(storyRowShape),
  published: z.array(storyRowShape),
  editing: z.array(z.object({ story: storyRowShape, people: z.array(presenceShape) })),
  /** Stories to which readers answer quickly now. */
  hot: z.array(z.object({ story: storyRowShape, replies: z.number(), at: z.number() })),
  counts: z.record(z.string(), z.number()),
});
export type Today = z.infer<typeof todayShape>;

export const previewInput = z.object({ content: storyContentSchema.optional() });
export const previewShape = z.object({ url: z.string() });
