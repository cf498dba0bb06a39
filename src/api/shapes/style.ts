import { z } from 'zod';
import { styleSchema } from '../../newsroom/style/house-style.ts';
import { entryInput, lexiconKinds } from '../../newsroom/style/lexicon.ts';
import { lexiconFormats } from '../../newsroom/style/lexicon-files.ts';
import { problemShape } from './common.ts';

export type { Style, StyleInput } from '../../newsroom/style/house-style.ts';
export type { EntryInput } from '../../newsroom/style/lexicon.ts';

/** How the newsroom writes: what the desk's rules are given. */
export const styleShape = z.object({
  style: styleSchema,
  /** The newsroom's own words. */
  lexicon: z.array(
    z.object({ right: z.string(), variants: z.array(z.string()), kind: z.enum(lexiconKinds) }),
  ),
});
export type StyleAnswer = z.infer<typeof styleShape>;
export const styleChange = styleSchema.partial();

export const entryShape = z.object({
  id: z.number(),
  right: z.string(),
  variants: z.array(z.string()),
  kind: z.enum(lexiconKinds),
  note: z.string().nullable(),
  changedAt: z.number(),
  changedBy: z.string(),
});
export type Entry = z.infer<typeof entryShape>;
export const entryListShape = z.object({ rows: z.array(entryShape) });
export { entryInput };

export const lexiconFileQuery = z.object({ format: z.enum(lexiconFormats).default('csv') });
export const lexiconFileShape = z.object({ name: z.string(), type: z.string(), text: z.string() });
export type LexiconFile = z.infer<typeof lexiconFileShape>;
export const lexiconFileInput = z.object({
  format: z.enum(lexiconFormats),
  text: z.string().max(4_000_000),
});
export const lexiconTakenShape = z.object({ taken: z.number() });

/** Whether the server has a dictionary, so that unknown words can be pointed out. */
export const dictionaryShape = z.object({ installed: z.boolean() });
export type DictionaryAnswer = z.infer<typeof dictionaryShape>;
export const dictionaryFileShape = z.object({ text: z.string() });
export type DictionaryFile = z.infer<typeof dictionaryFileShape>;

const form = z.string().min(1).max(80);
export const countsInput = z.object({ forms: z.array(form).max(4000) });
export const countsShape = z.object({
  counts: z.array(z.object({ form: z.string(), count: z.number() })),
});
export type Counts = z.infer<typeof countsShape>;

const rule = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'ليس هذا اسم قاعدة');
const times = z.number().int().min(0).max(100_000);
export const tallyInput = z.object({
  rules: z.array(z.object({ rule, caught: times, fixed: times })).max(200),
});

export const reportQuery = z.object({
  /** YYYY-MM; the present month unless given. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export const reportShape = z.object({
  month: z.string(),
  rules: z.array(
    z.object({
      rule: z.string(),
      caught: z.number(),
      fixed: z.number(),
      ignored: z.number(),
      waived: z.number(),
    }),
  ),
  waived: z.array(
    z.object({
      storyId: z.number(),
      headline: z.string(),
      rule: z.string(),
      text: z.string(),
      reason: z.string(),
      at: z.number(),
      by: z.string(),
    }),
  ),
});
export type StyleReport = z.infer<typeof reportShape>;

export const waiverShape = z.object({
  id: z.number(),
  rule: z.string(),
  text: z.string(),
  around: z.string(),
  reason: z.string().nullable(),
  at: z.number(),
  by: z.string(),
});
export type Waiver = z.infer<typeof waiverShape>;
export const waiverListShape = z.object({ rows: z.array(waiverShape) });
export const waiverInput = z.object({
  rule,
  /** What stands in the text there. */
  text: z.string().max(500),
  /** The words around the one place that is meant; empty for the whole story. */
  around: z.string().max(64).default(''),
  /** Opens a gate; without one the finding is only ignored. */
  reason: z.string().trim().max(500).nullish(),
});

/** A 409 of an action: besides its state, what the house style lets no text out with. */
export const gateShape = problemShape.extend({
  findings: z
    .array(
      z.object({
        rule: z.string(),
        text: z.string(),
        message: z.string(),
        fixes: z.array(z.string()),
      }),
    )
    .optional(),
});
