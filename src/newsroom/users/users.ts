import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { invalid, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise, roles } from './roles.ts';

export const newUserSchema = z.object({
  email: z.email('not an e-mail address').trim().toLowerCase().max(254),
  name: z.string().trim().min(1, 'a name is required').max(120),
  role: z.enum(roles, `must be one of ${roles.join(', ')}`),
  password: z.string().min(10, 'must have at least 10 characters').max(128),
});
export type NewUser = z.input<typeof newUserSchema>;

/**
 * Adds somebody who may sign in at the desk. The password is kept as better-auth's scrypt hash.
 * @throws Refusal 400 for a bad field, 403, or 409 when the e-mail address is taken.
 */
export async function addUser(
  newsroom: Newsroom,
  actor: Actor,
  input: NewUser,
): Promise<{ id: string; email: string; name: string; role: string }> {
  authorise(actor, 'user.edit');
  const parsed = newUserSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(
      `حقل غير صالح: ${String(issue?.path[0] ?? '')}`,
      `The ${String(issue?.path[0] ?? 'input')} is not valid: ${issue?.message ?? ''}.`,
    );
  }
  const hash = await hashPassword(parsed.data.password);
  return inTransaction(newsroom, actor, (work) => addUserIn(work, parsed.data, hash));
}

/** {@link addUser} as a step of a larger transaction that has checked who may. */
export async function addUserIn(
  work: Work,
  person: Omit<z.output<typeof newUserSchema>, 'password'>,
  passwordHash: string,
): Promise<{ id: string; email: string; name: string; role: string }> {
  const { email, name, role } = person;
  const id = randomUUID();
  const times = { created_at: work.at, updated_at: work.at };
  const added = await work.tx
    .insertInto('users')
    .values({ id, email, email_verified: 1, name, role, person_id: null, image: null, ...times })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined)
    throw new Refusal(
      409,
      'لهذا البريد حساب من قبل.',
      `There is already a user with the address ${email}.`,
    );
  await work.tx
    .insertInto('accounts')
    .values({
      id: randomUUID(),
      user_id: id,
      provider_id: 'credential',
      account_id: id,
      password: passwordHash,
      ...times,
    })
    .execute();
  await audit(work, 'user.add', { kind: 'user', id }, { email, role });
  return { id, email, name, role };
}
