import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { hour, openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { createToken, hashOfToken, listTokens, revokeToken } from './tokens.ts';

const chief = { ...staff.chief, userId: 'user-chief' };

describe.each(dialects)('tokens on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const make = (over: { expiresAt?: number } = {}) =>
    createToken(newsroom, chief, {
      name: 'تطبيق الهاتف',
      scopes: ['publish', 'read', 'read'],
      expiresAt: null,
      ...over,
    });
  const list = () => listTokens(newsroom.store.read, staff.admin);

  test('are shown once; only a hash is kept', async () => {
    const { token, ...made } = await make();

    expect(made).toMatchObject({ scopes: ['read', 'publish'], by: { id: 'user-chief' } });
    expect(await list()).toEqual([made]);
    const [row] = await newsroom.store.read.selectFrom('api_tokens').selectAll().execute();
    expect(row?.token_hash).toBe(hashOfToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
    const audit = await newsroom.store.read.selectFrom('audit').selectAll().execute();
    expect(audit.map((line) => line.action)).toEqual(['token.create']);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  test('end when they are revoked, once', async () => {
    const { id } = await make();
    await revokeToken(newsroom, staff.admin, id);

    expect(await list()).toEqual([]);
    await expect(revokeToken(newsroom, staff.admin, id)).rejects.toMatchObject({ status: 404 });
  });

  test('cannot be over before they begin', async () => {
    await expect(make({ expiresAt: newsroom.now() - hour })).rejects.toMatchObject({ status: 400 });
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'are not for a %s to make, see or end',
    async (role) => {
      const actor = { ...staff[role], userId: `user-${role}` };
      const { id } = await make();
      const wanted = { name: 'x', scopes: ['admin'], expiresAt: null } as const;

      await expect(createToken(newsroom, actor, wanted)).rejects.toMatchObject({ status: 403 });
      await expect(listTokens(newsroom.store.read, actor)).rejects.toMatchObject({ status: 403 });
      await expect(revokeToken(newsroom, actor, id)).rejects.toMatchObject({ status: 403 });
    },
  );
});
