import { join } from 'node:path';
import { PictureStore } from '../newsroom/media/picture-files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { openPostgresStore } from '../store/postgres.ts';
import { FtsIndex } from '../store/search/fts-index.ts';
import type { SearchIndex } from '../store/search/search-index.ts';
import { openSqliteStore, type SqliteOptions } from '../store/sqlite.ts';
import { type Store, UnusableStore } from '../store/store.ts';
import type { Config } from './config.ts';

/** Opens the newsroom's database, wherever it is. @throws UnusableStore, NewerDatabase */
export function openStore(config: Config, options: SqliteOptions = {}): Promise<Store> {
  return config.databaseUrl === null
    ? openSqliteStore(join(config.data, 'newsroom.sqlite'), options)
    : openPostgresStore(config.databaseUrl);
}

/** The file of this node's search index. */
export const indexFile = (config: Config): string => join(config.data, 'search.sqlite');

/** Opens this node's search index. @throws UnusableStore */
export const openIndex = (config: Config): SearchIndex => openIndexFile(indexFile(config));

/** Opens the desk's own index, of what is not published too. @throws UnusableStore */
export const openDeskIndex = (config: Config): SearchIndex =>
  openIndexFile(join(config.data, 'desk-search.sqlite'));

function openIndexFile(file: string): SearchIndex {
  try {
    return new FtsIndex(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableStore(
      `Cannot use the search index ${file} (${why}). Check that the data folder can be written, or delete that file; it is built again.`,
    );
  }
}

export const openPictures = (config: Config): PictureStore =>
  new PictureStore(join(config.data, 'media'));

/** The newsroom over a store, by the machine's clock. */
export const newsroomOver = (store: Store): Newsroom => ({ store, now: () => Date.now() });
