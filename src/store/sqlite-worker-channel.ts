import { Worker } from 'node:worker_threads';
import type { SqliteChannel, SqliteResult } from './sqlite-channel.ts';
import type { SqliteWrites, WorkerReply, WorkerRequest } from './sqlite-worker.ts';

interface Waiting {
  resolve: (result: SqliteResult) => void;
  reject: (error: Error) => void;
}

/** A connection that lives in a thread of its own. */
export class WorkerChannel implements SqliteChannel {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #ended: Error | null = null;

  constructor(script: URL, writes: SqliteWrites) {
    this.#worker = new Worker(script, {
      workerData: writes,
      resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on('message', (reply: WorkerReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (waiting === undefined) return;
      if ('result' in reply) waiting.resolve(reply.result);
      else waiting.reject(Object.assign(new Error(reply.error), { code: reply.code }));
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('The writing thread has stopped.')));
  }

  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult> {
    return this.#ask(sql, parameters);
  }

  async close(): Promise<void> {
    // A thread that has already ended has nothing left to close.
    if (this.#ended === null) await this.#ask(null, []);
    await this.#worker.terminate();
  }

  #ask(sql: string | null, parameters: readonly unknown[]): Promise<SqliteResult> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const request: WorkerRequest = { id: this.#nextId++, sql, parameters };
      this.#waiting.set(request.id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  #end(error: Error): void {
    this.#ended = error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
