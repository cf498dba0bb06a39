import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../make-folder.ts';
import { openSqlite } from '../sqlite-channel.ts';
import { FtsMatches } from './fts-matches.ts';
import { FtsReader } from './fts-reader.ts';
import { bytesOf, clearTables, inWriting, prepareTables } from './fts-tables.ts';
import { applyTo } from './fts-writer.ts';
import type {
  IndexedStory,
  IndexProgress,
  IndexSize,
  MatchRequest,
  SearchIndex,
  SearchRequest,
  SearchResult,
} from './search-index.ts';

/**
 * The search index in one SQLite file a node, beside whichever database holds the newsroom. FTS5
 * finds stories by our stems; the order is ours. Several processes may hold it open.
 */
export class FtsIndex implements SearchIndex {
  readonly #file: string;
  readonly #database: DatabaseSync;
  #reader: FtsReader | null = null;
  #matches: FtsMatches | null = null;

  constructor(file: string) {
    makeFolder(dirname(file));
    this.#file = file;
    this.#database = openSqlite(file);
    // The index can be built again, so a commit need not wait for the disk; it holds nobody's secrets.
    this.#database.exec(
      'PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA cache_size = -16000',
    );
    prepareTables(this.#database);
  }

  /** Made with the first question, as it keeps the archive's words in memory. */
  get #read(): FtsReader {
    this.#reader ??= new FtsReader(this.#database);
    return this.#reader;
  }

  async followedTo(): Promise<number | null> {
    return this.#progress('change_id');
  }

  async builtTo(): Promise<number | null> {
    return this.#progress('built_to');
  }

  #progress(column: 'change_id' | 'built_to'): number | null {
    const value = this.#database.prepare(`SELECT ${column} AS v FROM progress`).get()?.v;
    return typeof value === 'number' ? value : null;
  }

  async apply(
    put: readonly IndexedStory[],
    remove: readonly number[],
    progress: IndexProgress,
  ): Promise<void> {
    applyTo(this.#database, put, remove, progress);
    this.#reader?.wrote();
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    return this.#read.search(request);
  }

  async matching(request: MatchRequest): Promise<number[]> {
    // The reader is another one after everything has been forgotten.
    this.#matches ??= new FtsMatches(this.#database, (asked) => this.#read.search(asked));
    return this.#matches.find(request);
  }

  async readAhead(): Promise<boolean> {
    return this.#read.readAhead();
  }

  async complete(prefix: string, limit: number): Promise<string[]> {
    return this.#read.complete(prefix, limit);
  }

  async findRelated(id: number, limit: number): Promise<number[]> {
    return this.#read.findRelated(id, limit);
  }

  async related(id: number): Promise<number[] | null> {
    const kept = this.#database
      .prepare('SELECT related FROM stories WHERE id = ?')
      .get(id)?.related;
    return typeof kept === 'string' ? kept.split(' ').filter(Boolean).map(Number) : null;
  }

  async keepRelated(kept: ReadonlyMap<number, readonly number[]>): Promise<void> {
    inWriting(this.#database, () => {
      const keep = this.#database.prepare('UPDATE stories SET related = ? WHERE id = ?');
      for (const [id, others] of kept) keep.run(others.join(' '), id);
    });
  }

  async ids(after: number, limit: number): Promise<number[]> {
    return this.#database
      .prepare('SELECT id FROM stories WHERE id > ? ORDER BY id LIMIT ?')
      .all(after, limit)
      .map((row) => Number(row.id));
  }

  async withoutRelated(limit: number): Promise<number[]> {
    return this.#database
      .prepare('SELECT id FROM stories WHERE related IS NULL ORDER BY id DESC LIMIT ?')
      .all(limit)
      .map((row) => Number(row.id));
  }

  async size(): Promise<IndexSize> {
    const row = this.#database.prepare('SELECT stories, words FROM progress').get();
    return {
      stories: Number(row?.stories ?? 0),
      words: Number(row?.words ?? 0),
      bytes: bytesOf(this.#file),
    };
  }

  async clear(): Promise<void> {
    clearTables(this.#database);
    this.#reader = null;
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}
