import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { allEntries, changeEntry, importEntries, removeEntry, saveEntry } from './lexicon.ts';
import { lexiconFile, readLexiconFile } from './lexicon-files.ts';

const { chief, copyeditor } = staff;
const guterres = { right: 'غوتيريش', variants: ['غوتيريس', 'جوتيريش'], kind: 'name' as const };

describe.each(dialects)('the lexicon on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const entries = () => allEntries(newsroom.store.read);

  test('takes a word, changes it, and lets it go', async () => {
    const { id } = await saveEntry(newsroom, copyeditor, guterres);
    expect(await entries()).toMatchObject([{ ...guterres, note: null, changedBy: 'copyeditor' }]);

    await changeEntry(newsroom, chief, id, { ...guterres, note: 'الأمين العام' });
    expect(await entries()).toMatchObject([{ id, note: 'الأمين العام', changedBy: 'chief' }]);

    await removeEntry(newsroom, chief, id);
    expect(await entries()).toEqual([]);
  });

  test('has one entry for a right form, and a form is not its own variant', async () => {
    await saveEntry(newsroom, chief, guterres);
    await saveEntry(newsroom, chief, { right: ' غوتيريش ', variants: ['غوتيريش', 'غوتريش'] });
    const { id } = await saveEntry(newsroom, chief, { right: 'بيدرسن' });

    expect(await entries()).toMatchObject([
      { right: 'بيدرسن' },
      { right: 'غوتيريش', variants: ['غوتريش'] },
    ]);
    const same = changeEntry(newsroom, chief, id, guterres);
    await expect(same).rejects.toMatchObject({ status: 409 });
  });

  test.each(['csv', 'json'] as const)('comes back whole from its %s file', async (format) => {
    await importEntries(newsroom, chief, [
      { ...guterres, note: 'قال: "نعم"، ثم، لا' },
      { right: 'نيويورك', kind: 'place' },
    ]);
    const before = await entries();
    const file = lexiconFile(before, format);
    for (const { id } of before) await removeEntry(newsroom, chief, id);

    expect(await importEntries(newsroom, chief, readLexiconFile(file, format))).toBe(2);
    const bare = (list: typeof before) => list.map(({ id: _, ...entry }) => entry);
    expect(bare(await entries())).toEqual(bare(before));
  });

  test('names the line of a file that is wrong, and takes nothing of it', async () => {
    const rows = readLexiconFile('right,kind\nبيدرسن,name\nخطأ,city\n', 'csv');

    await expect(importEntries(newsroom, chief, rows)).rejects.toMatchObject({
      status: 400,
      hint: expect.stringContaining('Entry 2'),
    });
    expect(await entries()).toEqual([]);
    expect(() => readLexiconFile('word\nx\n', 'csv')).toThrow('right');
    expect(() => readLexiconFile('{', 'json')).toThrow('JSON');
  });

  test.each(['reporter', 'editor', 'moderator', 'admin'] as const)(
    'is not for a %s to change',
    async (role) => {
      const refused = saveEntry(newsroom, staff[role], guterres);

      await expect(refused).rejects.toMatchObject({ status: 403 });
      expect(await entries()).toEqual([]);
    },
  );
});
