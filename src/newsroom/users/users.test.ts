import { verifyPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { addUser, type NewUser } from './users.ts';

const password = 'نخلة على ضفّة النهر 7';
const someone = (over: Partial<NewUser> = {}): NewUser => ({
  email: 'salma@example.org',
  name: 'سلمى البحر',
  role: 'editor',
  password,
  ...over,
});

describe.each(dialects)('adding a user on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const accounts = () => newsroom.store.read.selectFrom('accounts').selectAll().execute();

  test('keeps a hash that better-auth verifies, and never the password', async () => {
    const user = await addUser(newsroom, staff.admin, someone({ email: 'Salma@Example.ORG' }));

    expect(user).toMatchObject({ email: 'salma@example.org', role: 'editor' });
    const [account] = await accounts();
    expect(account).toMatchObject({ user_id: user.id, provider_id: 'credential' });
    const hash = account?.password ?? '';
    expect(hash).not.toContain(password);
    expect(await verifyPassword({ hash, password })).toBe(true);
    expect(await verifyPassword({ hash, password: `${password}!` })).toBe(false);
    const trail = await newsroom.store.read.selectFrom('audit').select('detail_json').execute();
    expect(JSON.stringify(trail)).not.toContain(password);
  });

  test.each(['salma2@example.org', 'SALMA2@example.org'])(
    'refuses %s a second time',
    async (email) => {
      await addUser(newsroom, staff.admin, someone({ email: 'salma2@example.org' })).catch(
        () => {},
      );
      const before = await accounts();

      const again = addUser(newsroom, staff.admin, someone({ email }));

      await expect(again).rejects.toMatchObject({ status: 409, hint: /salma2@example\.org/ });
      expect(await accounts()).toEqual(before);
    },
  );

  test.each([
    { field: 'email', over: { email: 'not an address' } },
    { field: 'email', over: { email: '' } },
    { field: 'name', over: { name: '  ' } },
    { field: 'role', over: { role: 'owner' as never } },
    { field: 'password', over: { password: 'short-one' } },
    { field: 'password', over: { password: 'x'.repeat(129) } },
  ])('refuses a bad $field: $over', async ({ field, over }) => {
    const refused = addUser(newsroom, staff.admin, someone({ email: 'new@example.org', ...over }));

    await expect(refused).rejects.toMatchObject({
      status: 400,
      hint: expect.stringContaining(`The ${field} is not valid`),
    });
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'is not for a %s',
    async (role) => {
      const refused = addUser(newsroom, staff[role], someone({ email: 'new@example.org' }));

      await expect(refused).rejects.toMatchObject({ status: 403 });
    },
  );
});

test.each(sharedDatabases)('two nodes add one address once: $name', async (kind) => {
  const newsroom = await openNewsroom(kind);
  const other = await newsroom.another();

  const added = await Promise.allSettled(
    [newsroom, other, newsroom].map((node) => addUser(node, staff.admin, someone())),
  );

  expect(added.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of added)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409 });
  await newsroom.remove();
});
