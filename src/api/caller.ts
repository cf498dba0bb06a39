import { createHash } from 'node:crypto';
import { z } from 'zod';
import { roles } from '../newsroom/users/roles.ts';
import type { Caller, Desk } from './desk.ts';

const language = z.enum(['ar', 'en']).catch('ar');
const role = z.enum(roles);

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Who asks: by the session cookie, or by the token of a program. Null when nobody we know. */
export async function callerOf(desk: Desk, headers: Headers): Promise<Caller | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) return tokenCaller(desk, authorization);
  const found = await desk.signIn.api.getSession({ headers, query: { disableRefresh: false } });
  if (found === null) return null;
  return userCaller(desk, found.user.id, { scopes: null, session: found.session.token });
}

async function userCaller(
  desk: Desk,
  userId: string,
  by: Pick<Caller, 'scopes' | 'session'>,
): Promise<Caller | null> {
  const user = await desk.newsroom.store.read
    .selectFrom('users')
    .selectAll()
    .where('id', '=', userId)
    .where('disabled', '=', 0)
    .executeTakeFirst();
  if (user === undefined) return null;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    role: role.parse(user.role),
    language: language.parse(user.language),
    twoFactor: user.two_factor_enabled === 1,
    ...by,
  };
}

/** A use is noted at most so often. */
const noteEvery = 60_000;

async function tokenCaller(desk: Desk, authorization: string): Promise<Caller | null> {
  const token = /^Bearer\s+(\S+)$/iu.exec(authorization)?.[1];
  if (token === undefined) return null;
  const { store, now } = desk.newsroom;
  const row = await store.read
    .selectFrom('api_tokens')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  const at = now();
  if (row === undefined || (row.expires_at !== null && row.expires_at <= at)) return null;
  if (row.used_at === null || row.used_at < at - noteEvery)
    await store.write((tx) =>
      tx.updateTable('api_tokens').set({ used_at: at }).where('id', '=', row.id).execute(),
    );
  return userCaller(desk, row.user_id, { scopes: row.scopes.split(' '), session: null });
}
