import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import { forbidden, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise, type Role, roles } from './roles.ts';

export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  twoFactor: boolean;
  createdAt: number;
  seenAt: number | null;
}

const role = z.enum(roles);

/** Everybody with an account, by name. @throws Refusal (403) */
export async function listUsers(db: Db, actor: Actor): Promise<UserRow[]> {
  authorise(actor, 'user.edit');
  const rows = await db
    .selectFrom('users')
    .select((eb) => [
      'id',
      'name',
      'email',
      'role',
      'disabled',
      'two_factor_enabled',
      'created_at',
      eb
        .selectFrom('sessions')
        .select(({ fn }) => fn.max('sessions.updated_at').as('seen'))
        .whereRef('sessions.user_id', '=', 'users.id')
        .as('seen_at'),
    ])
    .orderBy('name')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: role.parse(row.role),
    disabled: row.disabled !== 0,
    twoFactor: row.two_factor_enabled === 1,
    createdAt: row.created_at,
    seenAt: row.seen_at === null ? null : Number(row.seen_at),
  }));
}

/**
 * Changes a colleague's name, role or access. Whoever is shut out is signed out at once.
 * @throws Refusal 403, 404, 409 when nobody would be left to manage the newsroom
 */
export function changeUser(
  newsroom: Newsroom,
  actor: Actor,
  id: string,
  change: {
    name?: string | undefined;
    role?: Role | undefined;
    disabled?: boolean | undefined;
    /** Only off: whoever lost their telephone and their recovery codes sets it up anew. */
    twoFactor?: false | undefined;
  },
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'user.edit');
    await claimManagers(work);
    const user = await work.tx
      .selectFrom('users')
      .select(['role', 'disabled'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (user === undefined) throw notFound('لا يوجد حساب كهذا.', `There is no user ${id}.`);
    if (id === actor.userId && (change.disabled === true || change.role !== undefined))
      throw forbidden('Nobody changes their own role or shuts themselves out.');
    const set = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.disabled === undefined ? {} : { disabled: change.disabled ? 1 : 0 }),
    };
    await work.tx
      .updateTable('users')
      .set({ ...set, updated_at: work.at })
      .where('id', '=', id)
      .execute();
    if (change.twoFactor === false) await forgetSecondFactor(work, id);
    if (change.disabled === true)
      await work.tx.deleteFrom('sessions').where('user_id', '=', id).execute();
    await refuseUnmanaged(work);
    await audit(work, 'user.change', { kind: 'user', id }, { ...change });
  });
}

async function forgetSecondFactor(work: Work, id: string): Promise<void> {
  await work.tx.deleteFrom('two_factor').where('user_id', '=', id).execute();
  await work.tx.updateTable('users').set({ two_factor_enabled: 0 }).where('id', '=', id).execute();
}

/** Two who shut each other out in one moment take turns; SQLite has one writer anyway. */
async function claimManagers(work: Work): Promise<void> {
  if (work.dialect === 'sqlite') return;
  await work.tx
    .selectFrom('users')
    .select('id')
    .where('role', 'in', ['chief', 'admin'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function refuseUnmanaged(work: Work): Promise<void> {
  const manager = await work.tx
    .selectFrom('users')
    .select('id')
    .where('role', 'in', ['chief', 'admin'])
    .where('disabled', '=', 0)
    .limit(1)
    .executeTakeFirst();
  if (manager === undefined)
    throw new Refusal(
      409,
      'لا بدّ من رئيس تحرير أو مدير واحد على الأقل.',
      'Somebody must be left who manages the newsroom.',
    );
}
