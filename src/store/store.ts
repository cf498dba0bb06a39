import type { Db } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** The database of one newsroom. Opened by `openStore`, passed on to every use case. */
export interface Store {
  readonly dialect: Dialect;
  /** For reading. Writes go through `write`. */
  readonly read: Db;
  /**
   * Does `work` in one transaction and resolves once it is durably committed.
   * Writes that arrive while another commits share the next commit. When `work`
   * throws, nothing of it remains and the error is passed on.
   */
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Calls `listener` soon after any process has committed; it looks into the
   * change feed for what. Returns a function that stops the calls.
   */
  onCommit(listener: () => void): () => void;
  close(): Promise<void>;
}

/** A database that a later version of the program has changed; this one must not touch it. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor(unknown: string) {
    super(
      `The database was written by a newer Matbaa (it has the migration "${unknown}"). Update the program, or restore a backup made with this version.`,
    );
  }
}

/** The data folder or database cannot be used; the message says what to do. */
export class UnusableStore extends Error {
  override name = 'UnusableStore';
}
