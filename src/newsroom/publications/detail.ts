import { z } from 'zod';
import { bodySchema } from '../stories/body.ts';
import {
  commentPolicies,
  correctionSchema,
  datelineSchema,
  eventSchema,
  sourceSchema,
} from '../stories/story.ts';

/** The JSON columns of `publications`. */

export const namedSchema = z.object({ id: z.number(), slug: z.string(), name: z.string() });

export const pictureSchema = z.object({
  id: z.number(),
  hash: z.string(),
  width: z.number(),
  height: z.number(),
  focalX: z.number(),
  focalY: z.number(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});

export const bylineSchema = z.object({
  people: z.array(namedSchema),
  agency: z.string().nullable(),
});

/** What only the story's own page shows. */
export const detailSchema = z.object({
  dateline: datelineSchema.nullable(),
  body: bodySchema,
  pictures: z.record(z.string(), pictureSchema),
  sources: z.array(sourceSchema),
  events: z.array(eventSchema),
  corrections: z.array(correctionSchema),
  topics: z.array(namedSchema),
  series: namedSchema.nullable(),
  readingMinutes: z.number(),
  comments: z.enum(commentPolicies),
});
export type Detail = z.infer<typeof detailSchema>;
