import { z } from 'zod';
import { hashOfToken } from '../newsroom/tokens/tokens.ts';
import { roles } from '../newsroom/users/roles.ts';
import type { Caller, Desk } from './desk.ts';

const language = z.enum(['ar', 'en']).catch('ar');
const role = z.enum(roles);

/** A program's token; other schemes (a proxy's own password) say nothing to us. */
export const bearerOf = (authorization: string | null | undefined): string | null =>
  /^Bearer\s+(\S+)$/iu.exec(authorization ?? '')?.[1] ?? null;

/**
 * Who asks: by the session cookie, or by the token of a program. Null when nobody we know.
 *
 * @param keep takes a cookie whose life was prolonged, because its person comes every day.
 */
export async function callerOf(
  desk: Desk,
  headers: Headers,
  keep: (cookie: string) => void = () => {},
): Promise<Caller | null> {
  const token = bearerOf(headers.get('authorization'));
  if (token !== null) return tokenCaller(desk, token);
  const answer = await desk.signIn.api.getSession({ headers, returnHeaders: true });
  const found = answer.response;
  if (found === null) return null;
  for (const cookie of answer.headers.getSetCookie()) keep(cookie);
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

async function tokenCaller(desk: Desk, token: string): Promise<Caller | null> {
  const { store, now } = desk.newsroom;
  const row = await store.read
    .selectFrom('api_tokens')
    .selectAll()
    .where('token_hash', '=', hashOfToken(token))
    .executeTakeFirst();
  const at = now();
  if (row === undefined || (row.expires_at !== null && row.expires_at <= at)) return null;
  if (row.used_at === null || row.used_at < at - noteEvery)
    await store.write((tx) =>
      tx.updateTable('api_tokens').set({ used_at: at }).where('id', '=', row.id).execute(),
    );
  const by = { scopes: row.scopes.split(' '), session: null };
  const owner = await userCaller(desk, row.user_id, by);
  // Versions and the audit trail say that it was a program, and which.
  return owner === null ? null : { ...owner, name: `${owner.name} (${row.name})` };
}
