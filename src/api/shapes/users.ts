import { z } from 'zod';
import { roles } from '../../newsroom/users/roles.ts';
import { emailInput, passwordInput, personName } from './session.ts';

export const userRowShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  disabled: z.boolean(),
  twoFactor: z.boolean(),
  createdAt: z.number(),
  seenAt: z.number().nullable(),
});
export type UserRow = z.infer<typeof userRowShape>;
export const userListShape = z.object({ rows: z.array(userRowShape) });
export const userChange = z.object({
  name: personName.optional(),
  role: z.enum(roles).optional(),
  disabled: z.boolean().optional(),
  /** Only off, for whoever lost both telephone and recovery codes. */
  twoFactor: z.literal(false).optional(),
});

export const invitationInput = z.object({
  email: emailInput,
  role: z.enum(roles),
  name: personName,
});
export const invitationMadeShape = z.object({
  id: z.string(),
  link: z.string(),
  mailed: z.boolean(),
});
export const invitationShape = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  invitedBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type Invitation = z.infer<typeof invitationShape>;
export const invitationListShape = z.object({ rows: z.array(invitationShape) });
export const invitationSeenShape = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
});
export const acceptInput = z.object({
  token: z.string().min(1).max(200),
  name: personName,
  password: passwordInput,
});

export const resetInput = z.object({ email: emailInput });
export const resetLinkInput = z.object({ userId: z.string().min(1).max(64) });
export const linkShape = z.object({ link: z.string() });
export const resetFinishInput = z.object({
  token: z.string().min(1).max(200),
  password: passwordInput,
});
