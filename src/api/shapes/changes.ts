import { z } from 'zod';

export const eventKinds = [
  'story',
  'presence',
  'front',
  'media',
  'terms',
  'comments',
  'pages',
  'settings',
  'users',
  'all',
] as const;

/** What `GET /events` sends: something changed, look again. `all`: more than can be named. */
export const eventShape = z.object({
  kind: z.enum(eventKinds),
  ids: z.array(z.number()),
});
export type DeskEvent = z.infer<typeof eventShape>;

export const auditRowShape = z.object({
  id: z.number(),
  at: z.number(),
  actor: z.object({ id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.infer<typeof auditRowShape>;
export const auditListShape = z.object({
  rows: z.array(auditRowShape),
  next: z.string().nullable(),
});
export const auditQuery = z.object({
  /** `kind` or `kind:id`, e.g. `story:12`. */
  subject: z.string().max(120).optional(),
  cursor: z.string().max(200).optional(),
});
