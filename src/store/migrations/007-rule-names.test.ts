import { afterEach, describe, expect, test } from 'vitest';
import { databaseKinds, type TestDatabase } from '../testing/databases.ts';
import { renameRules } from './007-rule-names.ts';

const before = 'fathatan-after-alef-maqsura';
const now = 'unmarked-adverb';

describe.each(databaseKinds)('names of rules on $name', ({ create }) => {
  let database: TestDatabase;
  afterEach(() => database.remove());

  test('a newsroom that had set the rule by its old name has it set by the new one', async () => {
    database = await create();
    const store = await database.open();
    const value_json = `{"levels":{"hamza":"gate","${before}":"warning"},"ignored":["${before}"]}`;
    const rule = { caught: 3, fixed: 1, ignored: 0, waived: 0 };

    await store.write(async (tx) => {
      await tx.insertInto('settings').values({ key: 'style', value_json }).execute();
      await tx
        .insertInto('style_months')
        .values({ month: '2021-07', rule: before, ...rule })
        .execute();
      await renameRules(tx);
    });

    const style = await store.read.selectFrom('settings').select('value_json').executeTakeFirst();
    expect(JSON.parse(style?.value_json ?? '')).toEqual({
      levels: { hamza: 'gate', [now]: 'warning' },
      ignored: [before],
    });
    await expect(
      store.read.selectFrom('style_months').select(['rule', 'caught']).execute(),
    ).resolves.toEqual([{ rule: now, caught: 3 }]);
  });
});
