import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './make-folder.ts';
import { ftsQuery, indexTerms } from './search-terms.ts';
import { openSqlite } from './sqlite-channel.ts';

/** What the index needs of one published story. */
export interface IndexedStory {
  id: number;
  headline: string;
  body: string;
}

export interface IndexMatch {
  id: number;
  /** Higher is better. */
  score: number;
}

/** Raised when the shape of the index changes; an older index is built anew. */
const indexVersion = 1;

/**
 * The search index: one SQLite FTS5 file a node, beside whichever database holds
 * the newsroom. It knows published stories only, and how far it has followed the
 * change feed. Several processes may hold it open.
 */
export class SearchIndex {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    makeFolder(dirname(file));
    this.#database = openSqlite(file);
    // The index can be built again, so a commit need not wait for the disk.
    this.#database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4000');
    this.#prepare();
  }

  #prepare(): void {
    const db = this.#database;
    const version = (): unknown => db.prepare('PRAGMA user_version').get()?.user_version;
    if (version() === indexVersion) return;
    db.exec('BEGIN IMMEDIATE');
    if (version() === indexVersion) {
      // Another process was quicker.
      db.exec('COMMIT');
      return;
    }
    db.exec(`
      DROP TABLE IF EXISTS stories;
      DROP TABLE IF EXISTS progress;
      CREATE VIRTUAL TABLE stories USING fts5(
        headline, body, stems, content='', contentless_delete=1,
        tokenize="unicode61 remove_diacritics 0");
      CREATE TABLE progress (change_id INTEGER, built_to INTEGER);
      INSERT INTO progress VALUES (NULL, NULL);
      PRAGMA user_version = ${indexVersion};
    `);
    db.exec('COMMIT');
  }

  /** The change that it has followed up to; null before it has been built. */
  followedTo(): number | null {
    return this.#progress('change_id');
  }

  /** The last story id that an unfinished build has reached; null when none is under way. */
  builtTo(): number | null {
    return this.#progress('built_to');
  }

  #progress(column: 'change_id' | 'built_to'): number | null {
    const value = this.#database.prepare(`SELECT ${column} AS v FROM progress`).get()?.v;
    return typeof value === 'number' ? value : null;
  }

  /**
   * Puts the given stories in, takes the given ids out, and remembers how far we are,
   * all in one transaction.
   */
  apply(
    put: readonly IndexedStory[],
    remove: readonly number[],
    progress: { followedTo?: number; builtTo?: number | null },
  ): void {
    const db = this.#database;
    const drop = db.prepare('DELETE FROM stories WHERE rowid = ?');
    const add = db.prepare(
      'INSERT INTO stories (rowid, headline, body, stems) VALUES (?, ?, ?, ?)',
    );
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const id of remove) drop.run(id);
      for (const story of put) {
        const headline = indexTerms(story.headline);
        const body = indexTerms(story.body);
        drop.run(story.id);
        add.run(story.id, headline.words, body.words, `${headline.stems} ${body.stems}`);
      }
      if (progress.followedTo !== undefined)
        db.prepare('UPDATE progress SET change_id = ?').run(progress.followedTo);
      if (progress.builtTo !== undefined)
        db.prepare('UPDATE progress SET built_to = ?').run(progress.builtTo);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  /** The best matches: those with every word first; if there are none, those with some. */
  search(typed: string, limit: number): { total: number; matches: IndexMatch[] } {
    for (const joined of ['AND', 'OR'] as const) {
      const query = ftsQuery(typed, joined);
      if (query === null) break;
      const rows = this.#database
        .prepare(
          'SELECT rowid AS id, bm25(stories, 8.0, 2.0, 1.0) AS rank FROM stories WHERE stories MATCH ? ORDER BY rank LIMIT ?',
        )
        .all(query, limit);
      if (rows.length === 0) continue;
      const total = this.#database
        .prepare('SELECT count(*) AS n FROM stories WHERE stories MATCH ?')
        .get(query)?.n;
      return {
        total: Number(total),
        matches: rows.map((row) => ({ id: Number(row.id), score: -Number(row.rank) })),
      };
    }
    return { total: 0, matches: [] };
  }

  close(): void {
    this.#database.close();
  }
}
