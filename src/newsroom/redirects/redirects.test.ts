import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { redirectFrom } from '../publications/places.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { saveRedirect } from './redirects.ts';

describe.each(dialects)('redirects on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const leads = (path: string): Promise<string | null> => redirectFrom(newsroom.store.read, path);

  test('lead from an old path to a new one, and nowhere from others', async () => {
    await saveRedirect(newsroom, staff.editor, { from: '/أخبار/جسر', to: '/12/جسر' });

    expect(await leads('/أخبار/جسر')).toBe('/12/جسر');
    expect(await leads('/أخبار')).toBeNull();
    const [change] = await newsroom.store.read.selectFrom('changes').select('keys').execute();
    expect(change).toEqual({ keys: 'path:/أخبار/جسر' });
  });

  test('are replaced by a later one from the same path', async () => {
    await saveRedirect(newsroom, staff.editor, { from: '/a', to: '/b' });
    await saveRedirect(newsroom, staff.editor, { from: '/a', to: '/c' });

    expect(await leads('/a')).toBe('/c');
  });

  test('find a path however its letters were composed', async () => {
    await saveRedirect(newsroom, staff.editor, { from: '/أهوار'.normalize('NFD'), to: '/7/أهوار' });

    expect(await leads('/أهوار'.normalize('NFC'))).toBe('/7/أهوار');
    expect(await leads('/أهوار'.normalize('NFD'))).toBe('/7/أهوار');
  });

  test.each([
    { from: '/a', to: 'https://evil.example/' },
    { from: '/a', to: '//evil.example' },
    { from: '/a', to: '/\\evil.example' },
    { from: '/a', to: '\\\\evil.example' },
    { from: '/a', to: '/\t/evil.example' },
    { from: '/a', to: '/b\r\nSet-Cookie: x=1' },
    { from: '/a', to: 'javascript:alert(1)' },
    { from: '/a', to: '' },
    { from: '/a', to: '/a' },
    { from: 'a', to: '/b' },
    { from: '//a', to: '/b' },
    { from: '/a b', to: '/b' },
    { from: '/a\0', to: '/b' },
  ])('refuse $from → $to', async (redirect) => {
    const refused = saveRedirect(newsroom, staff.chief, redirect);

    await expect(refused).rejects.toMatchObject({ status: 400 });
    const rows = await newsroom.store.read.selectFrom('redirects').selectAll().execute();
    expect(rows).toEqual([]);
  });

  test('are not for a reporter to set', async () => {
    const refused = saveRedirect(newsroom, staff.reporter, { from: '/a', to: '/b' });

    await expect(refused).rejects.toMatchObject({ status: 403 });
  });
});
