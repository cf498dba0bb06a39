import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { DirectChannel, openSqlite } from './sqlite-channel.ts';
import { TurnTaking } from './turns.ts';

/** The thread that writes: its fsyncs never make a reader wait. */

const writesSchema = z.object({
  file: z.string(),
  turns: z.instanceof(SharedArrayBuffer).optional(),
});
export type SqliteWrites = z.input<typeof writesSchema>;

const { file, turns } = writesSchema.parse(workerData);
const direct = new DirectChannel(openSqlite(file));
const channel = turns === undefined ? direct : new TurnTaking(direct, turns);

export interface WorkerRequest {
  id: number;
  sql: string | null;
  parameters: readonly unknown[];
}
export type WorkerReply =
  | { id: number; result: ReturnType<DirectChannel['run']> }
  | { id: number; error: string; code: string | null };

parentPort?.on('message', (request: WorkerRequest) => {
  const answer = (reply: WorkerReply): void => parentPort?.postMessage(reply);
  try {
    if (request.sql === null) {
      channel.close();
      answer({ id: request.id, result: { rows: [], changes: 0, lastInsertRowid: 0 } });
      parentPort?.close();
      return;
    }
    answer({ id: request.id, result: channel.run(request.sql, request.parameters) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : null;
    answer({ id: request.id, error: message, code });
  }
});
