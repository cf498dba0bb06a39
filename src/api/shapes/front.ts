import { z } from 'zod';
import { instant } from './common.ts';
import { storyRowShape } from './stories.ts';

export const frontShape = z.object({
  lead: z.number().nullable(),
  pinned: z.array(z.number()),
  breaking: z.array(z.object({ id: z.number(), until: z.number() })),
  /** Published stories, the newest first, and whatever is named above. */
  candidates: z.array(storyRowShape),
  version: z.number(),
});
export type Front = z.infer<typeof frontShape>;
export const frontInput = z.object({
  version: z.number().int(),
  lead: z.number().int().nullable(),
  pinned: z.array(z.number().int()).max(20),
  breaking: z.array(z.object({ id: z.number().int(), until: instant })).max(5),
});
export type FrontInput = z.input<typeof frontInput>;
