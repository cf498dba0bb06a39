import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { invalid, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise, type Role, systemActor } from './roles.ts';
import { addUserIn, newUserSchema } from './users.ts';

/** One-time links: of the first run, of invitations, of lost passwords. Only hashes are kept. */
export type LinkKind = 'setup' | 'invitation' | 'reset';

const hour = 60 * 60 * 1000;
const lifetimes: Record<LinkKind, number> = {
  setup: 7 * 24 * hour,
  invitation: 7 * 24 * hour,
  reset: hour,
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface LinkFor {
  kind: LinkKind;
  email: string;
  name: string;
  role: string;
  userId: string | null;
}

async function makeLinkIn(work: Work, link: LinkFor): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = randomBytes(24).toString('base64url');
  // A new link takes the place of those before it.
  await work.tx
    .deleteFrom('invitations')
    .where('kind', '=', link.kind)
    .where('email', '=', link.email)
    .where('used_at', 'is', null)
    .execute();
  await work.tx
    .insertInto('invitations')
    .values({
      id,
      kind: link.kind,
      token_hash: hashOf(token),
      email: link.email,
      name: link.name,
      role: link.role,
      user_id: link.userId,
      invited_by: work.actor.name,
      created_at: work.at,
      expires_at: work.at + lifetimes[link.kind],
      used_at: null,
    })
    .execute();
  return { id, token };
}

/** The token of a link with which the first chief editor is made; null when somebody can sign in. */
export function makeSetupLink(newsroom: Newsroom): Promise<string | null> {
  return inTransaction(newsroom, systemActor, async (work) => {
    if (await someoneIn(work)) return null;
    const link = { kind: 'setup', email: '', name: '', role: 'chief', userId: null } as const;
    return (await makeLinkIn(work, link)).token;
  });
}

async function someoneIn(work: Work): Promise<boolean> {
  return (await work.tx.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Makes the first chief editor. @throws Refusal 404 for a dead link, 409 when there is somebody. */
export async function finishSetup(
  newsroom: Newsroom,
  input: { token: string; name: string; email: string; password: string },
): Promise<void> {
  const { token, ...person } = input;
  // A hash is dear: not for whoever guesses.
  await readLink(newsroom, 'setup', token);
  const hash = await hashPassword(input.password);
  await inTransaction(newsroom, systemActor, async (work) => {
    await useLink(work, 'setup', token);
    if (await someoneIn(work))
      throw new Refusal(
        409,
        'أُعدّت الصحيفة من قبل. سجّل الدخول بحسابك.',
        'Somebody can sign in already.',
      );
    await addUserIn(work, newUserSchema.parse({ ...person, role: 'chief' }), hash);
  });
}

/** Invites somebody in a role. @throws Refusal 403, 409 when the address has an account */
export function invite(
  newsroom: Newsroom,
  actor: Actor,
  person: { email: string; name: string; role: Role },
): Promise<{ id: string; token: string }> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'user.edit');
    refuseAbove(actor, person.role);
    const taken = await work.tx
      .selectFrom('users')
      .select('id')
      .where('email', '=', person.email)
      .executeTakeFirst();
    if (taken !== undefined)
      throw new Refusal(409, 'لهذا البريد حساب من قبل.', 'The address has an account.');
    const made = await makeLinkIn(work, { kind: 'invitation', userId: null, ...person });
    const { email, role } = person;
    await audit(work, 'user.invite', { kind: 'invitation', id: made.id }, { email, role });
    return made;
  });
}

/** Nobody gives a right that they do not have. */
export function refuseAbove(actor: Actor, role: Role): void {
  if (role === 'admin' && actor.role !== 'admin' && actor.role !== 'chief')
    throw new Refusal(403, 'لا تتيح لك صلاحياتك هذا الدور.', `May not give the role "${role}".`);
}

/** Whom a living link is for. @throws Refusal (404) */
export async function readLink(
  newsroom: Newsroom,
  kind: LinkKind,
  token: string,
): Promise<{ email: string; name: string; role: string }> {
  const row = await newsroom.store.read
    .selectFrom('invitations')
    .select(['email', 'name', 'role', 'expires_at', 'used_at'])
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row === undefined || row.used_at !== null || row.expires_at <= newsroom.now()) throw dead();
  return { email: row.email, name: row.name, role: row.role };
}

const dead = (): Refusal =>
  notFound('انتهت صلاحية هذا الرابط أو استُعمل من قبل. اطلب رابطاً جديداً.', 'The link is dead.');

async function useLink(work: Work, kind: LinkKind, token: string) {
  const row = await work.tx
    .updateTable('invitations')
    .set({ used_at: work.at })
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', work.at)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw dead();
  return row;
}

/** Makes the invited person's account; answers its address. @throws Refusal 404, 409 */
export async function acceptInvitation(
  newsroom: Newsroom,
  input: { token: string; name: string; password: string },
): Promise<string> {
  await readLink(newsroom, 'invitation', input.token);
  const hash = await hashPassword(input.password);
  return inTransaction(newsroom, systemActor, async (work) => {
    const { email, role } = await useLink(work, 'invitation', input.token);
    const { name, password } = input;
    const parsed = newUserSchema.safeParse({ email, role, name, password });
    if (!parsed.success) throw invalid('الاسم أو كلمة السر غير مقبولين.', 'Not a valid account.');
    await addUserIn(work, parsed.data, hash);
    return email;
  });
}

/** A link with which this person sets a new password; null when there is no such person. */
export function makeResetLink(
  newsroom: Newsroom,
  actor: Actor,
  whom: { email: string } | { userId: string },
): Promise<{ token: string; email: string; userId: string } | null> {
  return inTransaction(newsroom, actor, async (work) => {
    const users = work.tx.selectFrom('users').selectAll().where('disabled', '=', 0);
    const user = await ('email' in whom
      ? users.where('email', '=', whom.email)
      : users.where('id', '=', whom.userId)
    ).executeTakeFirst();
    if (user === undefined) return null;
    const { email, name, role } = user;
    const link = { kind: 'reset', email, name, role, userId: user.id } as const;
    const { token } = await makeLinkIn(work, link);
    await audit(work, 'user.reset-link', { kind: 'user', id: user.id });
    return { token, email, userId: user.id };
  });
}

/** Sets a new password and ends every session of that person. @throws Refusal (404) */
export async function finishReset(
  newsroom: Newsroom,
  input: { token: string; password: string },
): Promise<void> {
  await readLink(newsroom, 'reset', input.token);
  const hash = await hashPassword(input.password);
  await inTransaction(newsroom, systemActor, async (work) => {
    const { user_id: id } = await useLink(work, 'reset', input.token);
    if (id === null) throw dead();
    await work.tx
      .updateTable('accounts')
      .set({ password: hash, updated_at: work.at })
      .where('user_id', '=', id)
      .where('provider_id', '=', 'credential')
      .execute();
    await work.tx.deleteFrom('sessions').where('user_id', '=', id).execute();
    await audit(work, 'user.reset', { kind: 'user', id });
  });
}
