import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import { invalid, notFound } from '../errors.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';

/** What a program may do with a token; never more than the person who made it. */
export const scopes = ['read', 'write', 'publish', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export interface ApiToken {
  id: string;
  name: string;
  scopes: Scope[];
  /** In whose name it acts. */
  by: { id: string; name: string };
  createdAt: number;
  usedAt: number | null;
  expiresAt: number | null;
}

const scopesSchema = z.array(z.enum(scopes));
const most = 200;

/** Only this is kept of a token. It is random and long, so that a plain hash will do. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Every living token, the newest first. @throws Refusal (403) */
export async function listTokens(db: Db, actor: Actor): Promise<ApiToken[]> {
  authorise(actor, 'integration.edit');
  const rows = await db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select([
      'api_tokens.id',
      'api_tokens.name',
      'api_tokens.scopes',
      'api_tokens.created_at',
      'api_tokens.used_at',
      'api_tokens.expires_at',
      'users.id as user_id',
      'users.name as user_name',
    ])
    .orderBy('api_tokens.created_at', 'desc')
    .orderBy('api_tokens.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: scopesSchema.parse(row.scopes.split(' ')),
    by: { id: row.user_id, name: row.user_name },
    createdAt: row.created_at,
    usedAt: row.used_at,
    expiresAt: row.expires_at,
  }));
}

/**
 * Makes a token that acts in its maker's name. The secret is in this answer and nowhere else.
 * @throws Refusal (403, 400)
 */
export function createToken(
  newsroom: Newsroom,
  actor: Actor & { userId: string },
  wanted: { name: string; scopes: readonly Scope[]; expiresAt: number | null },
): Promise<ApiToken & { token: string }> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    const { name, expiresAt } = wanted;
    if (expiresAt !== null && expiresAt <= work.at)
      throw invalid('اختر لانتهاء المفتاح موعداً في المستقبل.', 'The token would be over already.');
    const granted = scopes.filter((scope) => wanted.scopes.includes(scope));
    const id = randomUUID();
    const token = `matbaa_${randomBytes(32).toString('base64url')}`;
    await work.tx
      .insertInto('api_tokens')
      .values({
        id,
        user_id: actor.userId,
        name,
        token_hash: hashOfToken(token),
        scopes: granted.join(' '),
        created_at: work.at,
        used_at: null,
        expires_at: expiresAt,
      })
      .execute();
    await audit(work, 'token.create', { kind: 'token', id }, { name, scopes: granted });
    const by = { id: actor.userId, name: actor.name };
    return { id, name, scopes: granted, by, createdAt: work.at, usedAt: null, expiresAt, token };
  });
}

/** Ends a token at once. @throws Refusal (403, 404) */
export function revokeToken(newsroom: Newsroom, actor: Actor, id: string): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'integration.edit');
    const gone = await work.tx
      .deleteFrom('api_tokens')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (gone === undefined) throw notFound('لا يوجد مفتاح كهذا.', `There is no token ${id}.`);
    await audit(work, 'token.revoke', { kind: 'token', id }, { name: gone.name });
  });
}
