import { join } from 'node:path';
import type { Newsroom } from '../../src/newsroom/newsroom.ts';
import { type ActionRequest, performAction } from '../../src/newsroom/stories/perform.ts';
import type { Story } from '../../src/newsroom/stories/story.ts';
import { systemActor } from '../../src/newsroom/users/roles.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';

/**
 * Work in the newsroom that no command does yet, done as another process beside the server
 * would do it: through the use cases, on the same data folder.
 */
export async function inNewsroom<T>(
  data: string,
  work: (newsroom: Newsroom) => Promise<T>,
): Promise<T> {
  const store = await openSqliteStore(join(data, 'newsroom.sqlite'));
  try {
    return await work({ store, now: () => Date.now() });
  } finally {
    await store.close();
  }
}

/** One action of the table of actions, as the chief. */
export const act = (data: string, request: ActionRequest): Promise<Story> =>
  inNewsroom(data, (newsroom) => performAction(newsroom, systemActor, request));

/** How many rows each table holds that an input could leave something in. */
export function countRows(
  data: string,
): Promise<{ stories: number; versions: number; publications: number; sections: number }> {
  return inNewsroom(data, async ({ store }) => {
    const count = async (
      table: 'stories' | 'versions' | 'publications' | 'sections',
    ): Promise<number> => {
      const { rows } = await store.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .executeTakeFirstOrThrow();
      return Number(rows);
    };
    return {
      stories: await count('stories'),
      versions: await count('versions'),
      publications: await count('publications'),
      sections: await count('sections'),
    };
  });
}
