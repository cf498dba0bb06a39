import type { Newsroom } from '../newsroom/newsroom.ts';
import { type Config, readConfig } from '../server/config.ts';
import { newsroomOver, openStore } from '../server/open.ts';

/** Opens the newsroom for one command, and closes it whatever happens. */
export async function withNewsroom<T>(
  work: (newsroom: Newsroom, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const store = await openStore(config);
  try {
    return await work(newsroomOver(store), config);
  } finally {
    await store.close();
  }
}
