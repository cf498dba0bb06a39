import { z } from 'zod';
import { digitSystems, monthSchemes } from '../../arabic/months.ts';
import { commentOrders, replyChallenges } from '../comments/comment.ts';
import { commentPolicies } from '../stories/story.ts';

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** The newspaper's own facts and habits. Every key has a default, so nothing must be configured. */
export const settingsSchema = z.object({
  name: z.string().trim().min(1).max(80).default('صحيفتنا'),
  motto: z.string().trim().max(200).default('صحيفة عربية مستقلّة'),
  /** One line of the footer: who publishes, from where, since when. */
  about: z.string().trim().max(300).default(''),
  timeZone: z
    .string()
    .refine(isTimeZone, 'no such time zone; use a name like Asia/Baghdad')
    .default('Asia/Baghdad'),
  months: z.enum(monthSchemes).default('pair'),
  digits: z.enum(digitSystems).default('latn'),
  hijri: z.boolean().default(true),
  /** Days added to the computed Hijri date, where the country's own sighting differs. */
  hijriAdjust: z.coerce.number().int().min(-1).max(1).default(0),
  /** What replies wait for everywhere; a section or story may be stricter, never laxer. */
  comments: z.enum(commentPolicies).default('open'),
  /** Days after its publication at whose end a story takes no more replies; 0: it always does. */
  commentsCloseAfterDays: z.coerce.number().int().min(0).max(3650).default(0),
  /** How a thread's first level stands until the reader asks otherwise. */
  commentOrder: z.enum(commentOrders).default('newest'),
  /** Whether strangers' browsers are asked for a small proof of work: `auto` while under attack. */
  replyChallenge: z.enum(replyChallenges).default('auto'),
  /** A service of the newspaper's own that is asked about each reply; empty: none is. */
  replyCheckUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]).default(''),
});
export type Settings = z.infer<typeof settingsSchema>;

export const isSetting = (key: string): key is keyof Settings =>
  Object.hasOwn(settingsSchema.shape, key);
