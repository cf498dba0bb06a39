import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ArchiveCounts, defaultContext, defaultHouseStyle } from '../copydesk/house-style.ts';
import { archiveFor } from '../newsroom/style/archive-counts.ts';
import { houseStyleOf } from '../newsroom/style/house-style.ts';
import { readConfig } from '../server/config.ts';
import type { CheckOptions, House } from './check-options.ts';
import { withNewsroom } from './with-newsroom.ts';

/**
 * How the house writes: of the newsroom in the data folder, where there is one, else the defaults.
 * No folder is made.
 *
 * @param read reads what is checked once, so that the archive is asked for the words of it; without
 *   one the archive is left out
 */
export async function houseOf(
  { lang }: Pick<CheckOptions, 'lang'>,
  read: ((house: House) => void) | null,
): Promise<House> {
  const context = { ...defaultContext, language: lang };
  if (!hasNewsroom()) return { style: defaultHouseStyle, context };
  return withNewsroom(async ({ store }) => {
    const style = await houseStyleOf(store.read);
    if (read === null) return { style, context };
    const withArchive = (archive: ArchiveCounts): House => ({
      style,
      context: { ...context, archive },
    });
    return withArchive(await archiveFor(store.read, (archive) => read(withArchive(archive))));
  });
}

function hasNewsroom(): boolean {
  const { databaseUrl, data } = readConfig(process.env);
  return databaseUrl !== null || existsSync(join(data, 'newsroom.sqlite'));
}
