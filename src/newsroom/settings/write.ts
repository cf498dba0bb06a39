import type { z } from 'zod';
import { invalid } from '../errors.ts';
import { issueText } from '../issue-text.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';
import { readSettings } from './read.ts';
import { isSetting, type Settings, settingsSchema } from './settings.ts';

export type SettingsInput = Partial<z.input<typeof settingsSchema>>;

/** Changes the given settings, keeps the others. @throws Refusal (400, 403) */
export function changeSettings(
  newsroom: Newsroom,
  actor: Actor,
  input: SettingsInput,
): Promise<Settings> {
  return inTransaction(newsroom, actor, (work) => changeSettingsIn(work, input));
}

/** {@link changeSettings} as a step of a larger transaction. */
export async function changeSettingsIn(work: Work, input: SettingsInput): Promise<Settings> {
  authorise(work.actor, 'settings.edit');
  const keys = Object.keys(input);
  const unknown = keys.find((key) => !isSetting(key));
  if (unknown !== undefined)
    throw invalid(`لا يوجد إعداد بهذا الاسم: ${unknown}`, `There is no setting "${unknown}".`);
  const parsed = settingsSchema.safeParse({ ...(await readSettings(work.tx)), ...input });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue === undefined) throw parsed.error;
    throw invalid(
      `إعداد غير مقبول: ${issueText(issue, false)}`,
      `The setting "${issue.path.join('.')}" is not valid: ${issueText(issue, true)}.`,
    );
  }
  for (const key of keys.filter(isSetting)) {
    const value_json = JSON.stringify(parsed.data[key]);
    await work.tx
      .insertInto('settings')
      .values({ key, value_json })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value_json }))
      .execute();
  }
  await audit(work, 'settings.change', { kind: 'settings', id: null }, { ...input });
  work.change({ kind: 'shell', keys: ['all'] });
  return parsed.data;
}
