import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { readSettings } from './read.ts';
import { settingsSchema } from './settings.ts';
import { changeSettings, type SettingsInput } from './write.ts';

const defaults = settingsSchema.parse({});

describe.each(dialects)('settings on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const stored = (): Promise<unknown> => readSettings(newsroom.store.read);

  test('have defaults, so that nothing must be configured', async () => {
    expect(await stored()).toEqual(defaults);
    expect(defaults).toMatchObject({ timeZone: 'Asia/Baghdad', months: 'pair', digits: 'latn' });
  });

  test('change only where asked, and tell every page', async () => {
    await changeSettings(newsroom, staff.chief, { name: 'صدى النهر' });
    await changeSettings(newsroom, staff.admin, { hijriAdjust: -1 });

    expect(await stored()).toEqual({ ...defaults, name: 'صدى النهر', hijriAdjust: -1 });
    const changes = await newsroom.store.read.selectFrom('changes').select('keys').execute();
    expect(changes).toEqual([{ keys: 'all' }, { keys: 'all' }]);
  });

  test.each([
    { key: 'timeZone', value_json: '"Mars/Olympus"', what: 'no longer fits' },
    { key: 'digits', value_json: '7', what: 'is of another type' },
    { key: 'name', value_json: '{broken', what: 'is no JSON' },
    { key: 'motto', value_json: '', what: 'is empty' },
    { key: 'constructor', value_json: '"x"', what: 'is no setting but a word of the language' },
    { key: '__proto__', value_json: '{"name":"x"}', what: 'would poison the rest' },
    { key: 'colour', value_json: '"أزرق"', what: 'is of a later version' },
  ])('keep their default where what is stored $what', async ({ key, value_json }) => {
    await newsroom.store.write((tx) =>
      tx.insertInto('settings').values({ key, value_json }).execute(),
    );

    expect(await stored()).toEqual(defaults);
  });

  test.each<{ input: Record<string, unknown> }>([
    { input: { timeZone: 'Baghdad' } },
    { input: { name: '  ' } },
    { input: { months: 'syriac' } },
    { input: { hijriAdjust: 2 } },
    { input: { colour: 'أزرق' } },
    { input: { name: 'صحيح', digits: 'roman' } },
  ])('refuse $input and keep all as it was', async ({ input }) => {
    const refused = changeSettings(newsroom, staff.chief, input as SettingsInput);

    await expect(refused).rejects.toMatchObject({ status: 400 });
    expect(await stored()).toEqual(defaults);
  });

  test.each(['reporter', 'copyeditor', 'editor', 'moderator'] as const)(
    'are not for a %s to change',
    async (role) => {
      const refused = changeSettings(newsroom, staff[role], { name: 'اسم' });

      await expect(refused).rejects.toMatchObject({ status: 403 });
      expect(await stored()).toEqual(defaults);
    },
  );
});
