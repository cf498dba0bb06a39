import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { dialects, sharedDatabases } from '../../store/testing/databases.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { changeUser, listUsers } from './manage.ts';

describe.each(dialects)('colleagues on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeEach(async () => {
    await newsroom?.remove();
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const one = async (id: string) =>
    (await listUsers(newsroom.store.read, staff.chief)).find((user) => user.id === id);

  test('get another role, are shut out and let in again, and lose a lost second factor', async () => {
    const id = 'user-reporter';
    await newsroom.store.write(async (tx) => {
      await tx.updateTable('users').set({ two_factor_enabled: 1 }).where('id', '=', id).execute();
      const factor = { id: 'f', user_id: id, secret: 's', backup_codes: 'b', locked_until: null };
      await tx.insertInto('two_factor').values(factor).execute();
    });

    await changeUser(newsroom, staff.chief, id, { role: 'editor', disabled: true });
    expect(await one(id)).toMatchObject({ role: 'editor', disabled: true, twoFactor: true });
    await changeUser(newsroom, staff.admin, id, { disabled: false, twoFactor: false });
    expect(await one(id)).toMatchObject({ disabled: false, twoFactor: false });
    expect(await newsroom.store.read.selectFrom('two_factor').select('id').execute()).toEqual([]);
  });

  test('never all go: nobody shuts themselves out, and one who manages is left', async () => {
    const self = changeUser(newsroom, staff.chief, 'user-chief', { disabled: true });
    await expect(self).rejects.toMatchObject({ status: 403 });
    const upwards = changeUser(newsroom, staff.admin, 'user-admin', { role: 'chief' });
    await expect(upwards).rejects.toMatchObject({ status: 403 });

    await changeUser(newsroom, staff.chief, 'user-admin', { disabled: true });
    const last = changeUser(newsroom, { ...staff.admin, userId: null }, 'user-chief', {
      role: 'reporter',
    });
    await expect(last).rejects.toMatchObject({ status: 409 });
    expect(await one('user-chief')).toMatchObject({ role: 'chief' });
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'are not for a %s to change or to list',
    async (role) => {
      const change = changeUser(newsroom, staff[role], 'user-colleague', { role: 'chief' });
      await expect(change).rejects.toMatchObject({ status: 403 });
      const list = listUsers(newsroom.store.read, staff[role]);
      await expect(list).rejects.toMatchObject({ status: 403 });
    },
  );
});

describe.each(sharedDatabases)('two who shut each other out with $name', (kind) => {
  test('leave one', async () => {
    const newsroom = await openNewsroom(kind);
    const other = await newsroom.another();

    const done = await Promise.allSettled([
      changeUser(newsroom, staff.chief, 'user-admin', { disabled: true }),
      changeUser(other, staff.admin, 'user-chief', { disabled: true }),
    ]);

    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await newsroom.remove();
  });
});
