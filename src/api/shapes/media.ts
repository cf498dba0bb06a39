import { z } from 'zod';
import { storyRowShape } from './stories.ts';

export const pictureShape = z.object({
  id: z.number(),
  /** Of a width fit for the desk; `thumb` for lists. */
  url: z.string(),
  thumb: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.string(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  rights: z.string().nullable(),
  focalX: z.number(),
  focalY: z.number(),
  createdAt: z.number(),
  by: z.string().nullable(),
});
export type Picture = z.infer<typeof pictureShape>;
export const pictureListShape = z.object({
  rows: z.array(pictureShape),
  next: z.string().nullable(),
});
export type PictureList = z.infer<typeof pictureListShape>;
export const pictureViewShape = pictureShape.extend({ usedIn: z.array(storyRowShape) });
export type PictureView = z.infer<typeof pictureViewShape>;
export const pictureListQuery = z.object({
  q: z.string().trim().max(200).optional(),
  unused: z.enum(['1', '0', 'true', 'false']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(60),
});
export const pictureChange = z.object({
  alt: z.string().trim().max(1000).optional(),
  caption: z.string().trim().max(1000).nullish(),
  credit: z.string().trim().max(300).nullish(),
  rights: z.string().trim().max(300).nullish(),
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
});
