import { z } from 'zod';

/** What every refusal looks like; `message` is ready to be shown. */
export const problemShape = z.object({
  error: z.object({
    code: z.enum([
      'invalid',
      'signed_out',
      'forbidden',
      'not_found',
      'stale',
      'state',
      'throttled',
      'failed',
    ]),
    message: z.string(),
    /** The same in English, for logs and integrators. */
    hint: z.string().optional(),
    /** Messages by the path of the field that they belong to. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
export type Problem = z.infer<typeof problemShape>;

/** Epoch milliseconds. */
export const instant = z.number().int().min(0).max(8_640_000_000_000_000);
export const idParam = z.coerce.number().int().positive();
/** Where the next page begins: what the page before gave, opaque. */
export const cursorParam = z.string().max(200).optional();
export const doneShape = z.object({ done: z.literal(true) });
export const versionsQuery = z.object({ cursor: cursorParam });
