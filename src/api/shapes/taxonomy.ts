import { z } from 'zod';
import { bodySchema } from '../../newsroom/stories/body.ts';
import { commentPolicies } from '../../newsroom/stories/story.ts';

/** A section, topic, series or person; what a kind does not have is null. */
export const termShape = z.object({
  id: z.number(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** People: what they do. */
  role: z.string().nullable(),
  /** Sections: their order. */
  position: z.number().nullable(),
  /** Sections: what replies to their stories wait for. */
  comments: z.enum(commentPolicies).nullable(),
  /** How many published stories stand under it. */
  stories: z.number(),
});
export type Term = z.infer<typeof termShape>;
export const termKinds = ['sections', 'topics', 'series', 'people'] as const;
export type TermKind = (typeof termKinds)[number];
export const termListShape = z.object({ rows: z.array(termShape) });
export const termListQuery = z.object({
  q: z.string().trim().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export const termInput = z.object({
  name: z.string().trim().min(1, 'الاسم مطلوب').max(120),
  slug: z.string().trim().max(120).optional(),
  description: z.string().trim().max(1000).nullish(),
  role: z.string().trim().max(120).nullish(),
  comments: z.enum(commentPolicies).optional(),
});
export const termChange = termInput.partial();
export const orderInput = z.object({ ids: z.array(z.number().int()).max(200) });

export const redirectShape = z.object({ from: z.string(), to: z.string(), createdAt: z.number() });
export type Redirect = z.infer<typeof redirectShape>;
export const redirectListShape = z.object({ rows: z.array(redirectShape) });
export const redirectInput = z.object({
  from: z.string().trim().min(1).max(1000),
  to: z.string().trim().min(1).max(1000),
});

export const pageRowShape = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  position: z.number(),
  inFooter: z.boolean(),
  version: z.number(),
  updatedAt: z.number(),
});
export type PageRow = z.infer<typeof pageRowShape>;
export const pageListShape = z.object({ rows: z.array(pageRowShape) });
export const pageShape = pageRowShape.extend({ body: bodySchema });
export type PageAnswer = z.infer<typeof pageShape>;
export const pageInput = z.object({
  title: z.string().trim().min(1, 'العنوان مطلوب').max(200),
  slug: z.string().trim().max(120).optional(),
  body: bodySchema,
  inFooter: z.boolean().default(true),
  position: z.number().int().default(0),
});
export const pageChange = pageInput.extend({ version: z.number().int() });
