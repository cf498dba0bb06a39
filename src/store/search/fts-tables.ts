import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Raised when the shape of the index or the analysis of words changes; an older index is built anew. */
const indexVersion = 10;

const tables = `
  DROP TABLE IF EXISTS terms;
  DROP TABLE IF EXISTS stories;
  DROP TABLE IF EXISTS texts;
  DROP TABLE IF EXISTS stems;
  DROP TABLE IF EXISTS forms;
  DROP TABLE IF EXISTS progress;
  -- Stems in order, one token each. FTS5 finds stories and gives a first ranking.
  CREATE VIRTUAL TABLE terms USING fts5(
    head, body, facets, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
  -- What the final ranking reads, and apart from it what the snippets are cut from.
  CREATE TABLE stories (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, related TEXT, words BLOB NOT NULL);
  -- The body and where its words stand, as stored-text.ts packs them.
  CREATE TABLE texts (id INTEGER PRIMARY KEY, headline TEXT NOT NULL, text BLOB NOT NULL);
  CREATE INDEX stories_unrelated ON stories (id) WHERE related IS NULL;
  -- How many stories have a stem, and the words it comes in; "written" is one of them with its hamzas.
  CREATE TABLE stems (id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, stories INTEGER NOT NULL);
  CREATE TABLE forms (
    form TEXT PRIMARY KEY, stem TEXT NOT NULL, stories INTEGER NOT NULL, written TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX forms_stem ON forms (stem, stories);
  CREATE TABLE progress (
    change_id INTEGER, built_to INTEGER, stories INTEGER NOT NULL, words INTEGER NOT NULL,
    -- Another number after every change of stories; it begins anywhere, so that readers notice an
    -- index begun anew.
    generation INTEGER NOT NULL);
  INSERT INTO progress VALUES (NULL, NULL, 0, 0, abs(random() % 1000000000));
  PRAGMA user_version = ${indexVersion};`;

const versionOf = (db: DatabaseSync): unknown =>
  db.prepare('PRAGMA user_version').get()?.user_version;

/** Runs work in one transaction that waits for other processes' and takes all or nothing. */
export function inWriting<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Makes the tables, unless another process was quicker. */
export function prepareTables(db: DatabaseSync): void {
  if (versionOf(db) === indexVersion) return;
  inWriting(db, () => {
    if (versionOf(db) !== indexVersion) db.exec(tables);
  });
}

/** Empties the index: as if it had never been built. */
export function clearTables(db: DatabaseSync): void {
  inWriting(db, () => db.exec(tables));
}

/** Bytes of a database file and its log. */
export function bytesOf(file: string): number {
  let bytes = 0;
  for (const part of [file, `${file}-wal`])
    bytes += statSync(part, { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}
