import { z } from 'zod';
import { bodySchema, emptyBody } from './body.ts';

/** The nouns of a story (DESIGN.md, «The main nouns»). Instants are epoch milliseconds. */

export const storyTypes = [
  'news',
  'report',
  'interview',
  'analysis',
  'opinion',
  'explainer',
  'live',
] as const;
export type StoryType = (typeof storyTypes)[number];

export const storyStates = [
  'draft',
  'review',
  'ready',
  'scheduled',
  'published',
  'returned',
  'spiked',
  'withdrawn',
] as const;
export type StoryState = (typeof storyStates)[number];

export const priorities = ['normal', 'pinned', 'breaking'] as const;
export type Priority = (typeof priorities)[number];

export const commentPolicies = ['open', 'premoderated', 'closed'] as const;
export type CommentPolicy = (typeof commentPolicies)[number];

/** Text of a column of its own; PostgreSQL keeps no null character. */
const text = z.string().refine((value) => !value.includes('\0'), 'فيه محرف لا يُحفظ');
const line = text.trim().max(400).nullable().default(null);

/** A passage of the text: block index in the body, and UTF-16 offsets in that block's text. */
const rangeSchema = z.object({
  block: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
});

export const sourceSchema = z.object({
  kind: z.enum(['outlet', 'official', 'unnamed', 'document', 'witness', 'statement']),
  name: z.string().trim().min(1).max(300),
  /** Who carried the claim: an agency, a paper. */
  via: z.string().trim().max(300).nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  quote: z.string().max(4000).nullish(),
  note: z.string().max(1000).nullish(),
  /** The passage that it supports. */
  range: rangeSchema.nullish(),
});
export type Source = z.infer<typeof sourceSchema>;

/** How exactly an announced date is known; `text` is what the story says of it. */
export const eventSchema = z.object({
  at: z.number().int(),
  granularity: z.enum(['minute', 'day', 'week', 'month', 'year']),
  text: text.trim().min(1).max(300),
  /** The passage that announces it. */
  range: rangeSchema.nullish(),
});
export type StoryEvent = z.infer<typeof eventSchema>;

export const correctionSchema = z.object({
  at: z.number().int(),
  text: z.string().trim().min(1).max(2000),
});
export type Correction = z.infer<typeof correctionSchema>;

export const datelineSchema = z.object({
  place: z.string().trim().max(120).nullable(),
  outlet: z.string().trim().max(120).nullable(),
});
export type Dateline = z.infer<typeof datelineSchema>;

/** What a writer may change: the content that a version keeps whole. */
export const storyContentSchema = z.object({
  type: z.enum(storyTypes).default('news'),
  kicker: line,
  headline: text.trim().min(1, 'العنوان مطلوب').max(400),
  deck: line,
  standfirst: text.trim().max(2000).nullable().default(null),
  dateline: datelineSchema.nullable().default(null),
  body: bodySchema.default(emptyBody),
  sectionId: z.number().int().nullable().default(null),
  seriesId: z.number().int().nullable().default(null),
  topicIds: z.array(z.number().int()).max(30).default([]),
  byline: z
    .object({
      personIds: z.array(z.number().int()).max(20).default([]),
      agency: z.string().trim().max(200).nullable().default(null),
    })
    .default({ personIds: [], agency: null }),
  sources: z.array(sourceSchema).max(100).default([]),
  events: z.array(eventSchema).max(100).default([]),
  leadMediaId: z.number().int().nullable().default(null),
  comments: z.enum(commentPolicies).default('open'),
});
export type StoryContent = z.infer<typeof storyContentSchema>;
export type StoryContentInput = z.input<typeof storyContentSchema>;

/** A story as the desk holds it: the working copy and where it stands. */
export interface Story {
  id: number;
  slug: string;
  state: StoryState;
  content: StoryContent;
  /** Grows by one with every save that a person meant. */
  version: number;
  /** The version readers see; null while nothing is public. */
  publishedVersion: number | null;
  embargoUntil: number | null;
  publishAt: number | null;
  publishedAt: number | null;
  updatedAt: number;
  createdAt: number;
  corrections: Correction[];
  priority: Priority;
  priorityUntil: number | null;
  /** Why it was returned, or why it was withdrawn (shown to readers then). */
  note: string | null;
  authorId: string | null;
}
