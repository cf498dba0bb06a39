import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findTimes } from '../arabic/times/find-times.ts';
import { isTimeZone } from '../arabic/zoned.ts';
import { instantOf } from '../moving/instant.ts';
import { timeZoneOf } from '../newsroom/settings/read.ts';
import { settingsSchema } from '../newsroom/settings/settings.ts';
import { readConfig } from '../server/config.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';
import { Refused } from './refused.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa dates TEXT --at ISO`: the times that a text speaks of, as of that instant. */
export async function datesCommand(
  given: string,
  options: { at?: string; zone?: string; json?: boolean },
): Promise<void> {
  const text = given === '-' ? await readInput('-') : given;
  const timeZone = options.zone ?? (await newsroomZone());
  if (!isTimeZone(timeZone))
    throw new Refused(`There is no time zone "${timeZone}". Name one as Asia/Baghdad.`);
  const at = options.at === undefined ? Date.now() : instantOf(options.at, timeZone);
  if (at === null)
    throw new Refused(`"${options.at}" is no ISO date or date-time. Write 2021-07-24T09:00+03:00.`);
  const dates = findTimes(text, { at, timeZone });
  print(
    { at: new Date(at).toISOString(), timeZone, dates },
    {
      json: options.json ?? false,
      lines: dates.map((one) =>
        one.sure
          ? `${one.text}\t${one.value}\t${one.granularity}, ${one.calendar}, from the ${one.anchor}`
          : `${one.text}\tnot sure: ${one.doubt}`,
      ),
    },
  );
}

/** The zone of the newsroom in the data folder; where there is none yet, that of a new one. */
async function newsroomZone(): Promise<string> {
  const config = readConfig(process.env);
  if (config.databaseUrl === null && !existsSync(join(config.data, 'newsroom.sqlite')))
    return settingsSchema.parse({}).timeZone;
  return withNewsroom((newsroom) => timeZoneOf(newsroom.store.read));
}
