import { z } from 'zod';
import { settingsSchema } from '../../newsroom/settings/settings.ts';
import { roles } from '../../newsroom/users/roles.ts';
import { termShape } from './taxonomy.ts';

export type { Settings } from '../../newsroom/settings/settings.ts';
export type { Capability, Role } from '../../newsroom/users/roles.ts';

export const languages = ['ar', 'en'] as const;
export const personName = z.string().trim().min(1, 'الاسم مطلوب').max(120);
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('ليس هذا عنوان بريد'));
export const passwordInput = z
  .string()
  .min(10, 'عشرة أحرف على الأقل')
  .max(128, 'لا تزيد على 128 حرفاً');

export const sessionShape = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    twoFactor: z.boolean(),
    language: z.enum(languages),
  }),
  settings: settingsSchema,
  /** Everything that the role may do outside a story's own actions. */
  may: z.array(z.string()),
  sections: z.array(termShape),
  /** Nobody can sign in yet: the set-up link comes first. */
  setup: z.boolean(),
});
export type Session = Omit<z.infer<typeof sessionShape>, 'may'> & {
  may: import('../../newsroom/users/roles.ts').Capability[];
};

export const setupInput = z.object({
  token: z.string().min(1).max(200),
  name: personName,
  email: emailInput,
  password: passwordInput,
});
export const meInput = z.object({
  name: personName.optional(),
  language: z.enum(languages).optional(),
});
export const mySessionShape = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.number(),
  seenAt: z.number(),
  expiresAt: z.number(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
});
export type MySession = z.infer<typeof mySessionShape>;
export const mySessionsShape = z.object({ rows: z.array(mySessionShape) });
