import type { Db } from '../../store/schema.ts';
import { isSetting, type Settings, settingsSchema } from './settings.ts';

/** All settings, defaults filled in. A stored value that no longer fits falls back to its default. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').selectAll().execute();
  const stored: Record<string, unknown> = {};
  for (const row of rows) {
    if (!isSetting(row.key)) continue;
    const value = parsed(row.value_json);
    if (settingsSchema.shape[row.key].safeParse(value).success) stored[row.key] = value;
  }
  return settingsSchema.parse(stored);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The newsroom's time zone, by which its days begin. */
export async function timeZoneOf(db: Db): Promise<string> {
  return (await readSettings(db)).timeZone;
}
