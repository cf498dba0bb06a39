import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { DirectChannel, openSqlite } from './sqlite-channel.ts';

/** The thread that writes: its fsyncs never make a reader wait. */

const { file } = z.object({ file: z.string() }).parse(workerData);
const channel = new DirectChannel(openSqlite(file));

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
