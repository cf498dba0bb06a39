import type { Db } from '../../store/schema.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** All settings, defaults filled in. A stored value that no longer fits falls back to its default. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').selectAll().execute();
  const stored: Record<string, unknown> = {};
  for (const row of rows) {
    const key = settingsSchema.shape[row.key as keyof Settings];
    const value: unknown = JSON.parse(row.value_json);
    if (key?.safeParse(value).success) stored[row.key] = value;
  }
  return settingsSchema.parse(stored);
}

/** The newsroom's time zone, by which its days begin. */
export async function timeZoneOf(db: Db): Promise<string> {
  return (await readSettings(db)).timeZone;
}
