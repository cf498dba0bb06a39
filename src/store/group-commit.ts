import { sql } from 'kysely';
import type { Db } from './schema.ts';

interface Job {
  work: (tx: Db) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

const largestBatch = 128;

/**
 * One writer: whatever waits while a commit reaches the disk goes into the next
 * commit together, each piece of work under a savepoint of its own, and is
 * answered only after that commit.
 */
export class GroupCommit {
  readonly #db: Db;
  readonly #afterCommit: () => void;
  #queue: Job[] = [];
  #running = false;

  constructor(db: Db, afterCommit: () => void) {
    this.#db = db;
    this.#afterCommit = afterCommit;
  }

  write<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, largestBatch);
      this.#queue = this.#queue.slice(largestBatch);
      try {
        const done = await this.#db.connection().execute((connection) => commit(connection, batch));
        this.#afterCommit();
        for (const { job, value } of done) job.resolve(value as never);
      } catch (error) {
        for (const job of batch) job.reject(error);
      }
    }
    this.#running = false;
  }
}

/** Runs a batch in one transaction; failed jobs are rejected here, the others returned. */
async function commit(tx: Db, batch: readonly Job[]): Promise<{ job: Job; value: unknown }[]> {
  await sql`begin immediate`.execute(tx);
  try {
    const done: { job: Job; value: unknown }[] = [];
    for (const job of batch) {
      await sql`savepoint job`.execute(tx);
      try {
        const value = await job.work(tx);
        await sql`release job`.execute(tx);
        done.push({ job, value });
      } catch (error) {
        await sql`rollback to job`.execute(tx);
        await sql`release job`.execute(tx);
        job.reject(error);
      }
    }
    await sql`commit`.execute(tx);
    return done;
  } catch (error) {
    // The transaction may be gone already (a full disk rolls back by itself).
    await sql`rollback`.execute(tx).catch(() => {});
    throw error;
  }
}
