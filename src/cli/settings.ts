import { readSettings } from '../newsroom/settings/read.ts';
import { type Settings, settingsSchema } from '../newsroom/settings/settings.ts';
import { changeSettings } from '../newsroom/settings/write.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { print } from './output.ts';
import { Refused } from './refused.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa settings [KEY VALUE]`: shows the newspaper's settings, or changes one. */
export async function settingsCommand(
  key: string | undefined,
  value: string | undefined,
  options: { json?: boolean },
): Promise<void> {
  const settings = await withNewsroom((newsroom) => {
    if (key === undefined) return readSettings(newsroom.store.read);
    if (!(key in settingsSchema.shape))
      throw new Refused(
        `There is no setting "${key}"; there are ${Object.keys(settingsSchema.shape).join(', ')}.`,
      );
    if (value === undefined) throw new Refused(`Give the new value: matbaa settings ${key} VALUE`);
    return changeSettings(newsroom, systemActor, { [key]: typed(key as keyof Settings, value) });
  });
  print(settings, {
    json: options.json ?? false,
    lines: Object.entries(settings).map(([name, held]) => `${name}: ${String(held)}`),
  });
}

function typed(key: keyof Settings, value: string): string | number | boolean {
  if (key === 'hijri') return !['false', '0', 'no', 'off'].includes(value.toLowerCase());
  return key === 'hijriAdjust' ? Number(value) : value;
}
