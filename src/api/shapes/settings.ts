import { z } from 'zod';
import { settingsSchema } from '../../newsroom/settings/settings.ts';
import { scopes } from '../../newsroom/tokens/tokens.ts';
import { instant } from './common.ts';

export const settingsShape = settingsSchema;
/** Only what changes; each value is checked by the use case. */
export const settingsChange = z.record(z.string(), z.unknown());

export const viewShape = z.object({ id: z.number(), name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof viewShape>;
export const viewListShape = z.object({ rows: z.array(viewShape) });
export const viewInput = z.object({
  name: z.string().trim().min(1, 'الاسم مطلوب').max(80),
  query: z.string().max(1000),
});

export const tokenShape = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  /** In whose name it acts. */
  by: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.number(),
  usedAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
});
export type ApiToken = z.infer<typeof tokenShape>;
export const tokenListShape = z.object({ rows: z.array(tokenShape) });
export const tokenInput = z.object({
  name: z.string().trim().min(1, 'الاسم مطلوب').max(80),
  scopes: z.array(z.enum(scopes)).min(1, 'اختر صلاحية واحدة على الأقل'),
  expiresAt: instant.nullish(),
});
/** The only answer that ever holds the secret. */
export const tokenMadeShape = tokenShape.extend({ token: z.string() });

/** Kinds of changes that webhooks can be told of. */
export const changeKinds = [
  'story.published',
  'story.withdrawn',
  'story.priority',
  'reply.approved',
  'reply.removed',
  'reply.edited',
  'front',
  'shell',
  'redirect',
  'media',
  'bulk',
] as const;
export const webhookShape = z.object({
  id: z.number(),
  url: z.string(),
  kinds: z.array(z.string()),
  active: z.boolean(),
  createdAt: z.number(),
  /** The newest delivery that was tried did not arrive. */
  failing: z.boolean(),
});
export type Webhook = z.infer<typeof webhookShape>;
export const webhookListShape = z.object({ rows: z.array(webhookShape) });
export const webhookInput = z.object({
  url: z.url({ protocol: /^https?$/, error: 'ليس هذا عنواناً صالحاً' }).max(1000),
  /** Kinds of changes to tell of; empty means all. */
  kinds: z.array(z.enum(changeKinds, 'ليس هذا نوعاً معروفاً')).max(20).default([]),
});
export const webhookChange = z.object({ active: z.boolean() });
/** The only answer that ever holds the secret. */
export const webhookMadeShape = webhookShape.extend({ secret: z.string() });
export const deliveryShape = z.object({
  id: z.number(),
  changeId: z.number(),
  kind: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  nextAt: z.number().nullable(),
  at: z.number(),
  status: z.number().nullable(),
  /** Why the last try did not arrive, ready to be shown. */
  error: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliveryShape>;
export const deliveryListShape = z.object({ rows: z.array(deliveryShape) });
