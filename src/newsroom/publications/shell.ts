import type { Db } from '../../store/schema.ts';
import { readSettings } from '../settings/read.ts';
import type { Shell } from './views.ts';

/** What surrounds every page: three small look-ups, kept by the caller until `shell` changes. */
export async function readShell(db: Db): Promise<Shell> {
  const settings = await readSettings(db);
  const sections = await db
    .selectFrom('sections')
    .select(['id', 'slug', 'name'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const footerPages = await db
    .selectFrom('pages')
    .select(['slug', 'title'])
    .where('in_footer', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return { settings, sections, footerPages };
}
