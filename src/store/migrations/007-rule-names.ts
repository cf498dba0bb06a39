import type { Db } from '../schema.ts';

/** Rules of the copy desk that were named after something else than what they check: before, now. */
const renamed = [['fathatan-after-alef-maqsura', 'unmarked-adverb']] as const;

/** Gives rules their new names wherever a newsroom has kept the old ones. */
export async function renameRules(db: Db): Promise<void> {
  for (const [before, rule] of renamed) {
    await db.updateTable('waivers').set({ rule }).where('rule', '=', before).execute();
    await db.updateTable('style_months').set({ rule }).where('rule', '=', before).execute();
    const style = await db
      .selectFrom('settings')
      .select('value_json')
      .where('key', '=', 'style')
      .executeTakeFirst();
    // Rules are keys of it, and no other key or word looks like one.
    const value_json = style?.value_json.replaceAll(`"${before}":`, `"${rule}":`);
    if (value_json === undefined) continue;
    await db.updateTable('settings').set({ value_json }).where('key', '=', 'style').execute();
  }
}
