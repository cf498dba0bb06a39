import { verifyPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { day, hour, openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import {
  acceptInvitation,
  finishReset,
  finishSetup,
  invite,
  makeResetLink,
  makeSetupLink,
  readLink,
} from './links.ts';
import { systemActor } from './roles.ts';

const password = 'kalima-sirr-tawila';
const dead = { status: 404 };

describe.each(dialects)('one-time links on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const person = (email: string) => ({ email, name: 'سامي', role: 'reporter' }) as const;
  const accountOf = (email: string) =>
    newsroom.store.read
      .selectFrom('users')
      .innerJoin('accounts', 'accounts.user_id', 'users.id')
      .select(['users.id', 'users.role', 'users.name', 'accounts.password'])
      .where('users.email', '=', email)
      .executeTakeFirst();

  test('an invitation makes one account, with the role that was offered', async () => {
    const { token } = await invite(newsroom, staff.chief, person('one@example.org'));
    expect(await readLink(newsroom, 'invitation', token)).toMatchObject({ role: 'reporter' });

    const email = await acceptInvitation(newsroom, { token, name: 'سامي علي', password });

    const account = await accountOf(email);
    expect(account).toMatchObject({ role: 'reporter', name: 'سامي علي' });
    expect(await verifyPassword({ hash: account?.password ?? '', password })).toBe(true);
    const again = acceptInvitation(newsroom, { token, name: 'x', password });
    await expect(again).rejects.toMatchObject(dead);
    const taken = invite(newsroom, staff.chief, person('one@example.org'));
    await expect(taken).rejects.toMatchObject({ status: 409 });
  });

  test('a second invitation takes the place of the first; both run out', async () => {
    const first = await invite(newsroom, staff.chief, person('two@example.org'));
    const second = await invite(newsroom, staff.chief, person('two@example.org'));

    await expect(readLink(newsroom, 'invitation', first.token)).rejects.toMatchObject(dead);
    newsroom.clock.at += 8 * day;
    const late = acceptInvitation(newsroom, { token: second.token, name: 'x', password });
    await expect(late).rejects.toMatchObject(dead);
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'a %s invites nobody',
    async (role) => {
      const refused = invite(newsroom, staff[role], person('three@example.org'));
      await expect(refused).rejects.toMatchObject({ status: 403 });
    },
  );

  test('a reset link sets the password once, within an hour, and ends every session', async () => {
    const { token: invitation } = await invite(newsroom, staff.chief, person('four@example.org'));
    await acceptInvitation(newsroom, { token: invitation, name: 'هدى', password });
    const { id = '' } = (await accountOf('four@example.org')) ?? {};
    await newsroom.store.write((tx) =>
      tx
        .insertInto('sessions')
        .values({
          ...{ id: 's', token: 's', user_id: id, ip_address: null, user_agent: null },
          ...{ expires_at: newsroom.now() + day, created_at: 1, updated_at: 1 },
        })
        .execute(),
    );
    const made = await makeResetLink(newsroom, systemActor, { email: 'four@example.org' });
    const token = made?.token ?? '';
    const next = 'kalima-jadida-tawila';

    await finishReset(newsroom, { token, password: next });

    const hash = (await accountOf('four@example.org'))?.password ?? '';
    expect(await verifyPassword({ hash, password: next })).toBe(true);
    expect(await newsroom.store.read.selectFrom('sessions').select('id').execute()).toEqual([]);
    await expect(finishReset(newsroom, { token, password })).rejects.toMatchObject(dead);
    const late = await makeResetLink(newsroom, systemActor, { userId: id });
    newsroom.clock.at += hour + 1;
    const over = finishReset(newsroom, { token: late?.token ?? '', password });
    await expect(over).rejects.toMatchObject(dead);
  });

  test('a link of one kind opens no other door; nobody gets a link who is not here', async () => {
    const { token } = await invite(newsroom, staff.chief, person('five@example.org'));

    await expect(finishReset(newsroom, { token, password })).rejects.toMatchObject(dead);
    const setup = finishSetup(newsroom, { token, name: 'x', email: 'x@example.org', password });
    await expect(setup).rejects.toMatchObject(dead);
    expect(await makeResetLink(newsroom, systemActor, { email: 'no@example.org' })).toBe(null);
    expect(await makeSetupLink(newsroom)).toBe(null);
  });
});

describe.each(sharedDatabases)('an invitation on two nodes with $name', (kind) => {
  test('makes one account of two who take it up in the same moment', async () => {
    const newsroom = await openNewsroom(kind);
    const other = await newsroom.another();
    const person = { email: 'new@example.org', name: 'سامي', role: 'reporter' } as const;
    const { token } = await invite(newsroom, staff.chief, person);

    const done = await Promise.allSettled(
      [newsroom, other].map((node) => acceptInvitation(node, { token, name: 'سامي', password })),
    );

    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await newsroom.remove();
  });
});
