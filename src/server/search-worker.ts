import { parentPort, workerData } from 'node:worker_threads';
import { catchUpIndex } from '../newsroom/publications/indexing.ts';
import { readConfig } from './config.ts';
import { openIndex, openStore } from './open.ts';

/** The thread that keeps the search index up to date, so that indexing never delays a reader. */

const config = readConfig(workerData as Record<string, string | undefined>);
const store = await openStore(config);
const index = openIndex(config);

let running = false;
let wanted = false;

parentPort?.on('message', (message: 'catch-up' | 'close') => {
  if (message === 'close') {
    wanted = false;
    void store
      .close()
      .then(() => index.close())
      .then(() => parentPort?.close());
    return;
  }
  wanted = true;
  if (!running) void run();
});

async function run(): Promise<void> {
  running = true;
  while (wanted) {
    wanted = false;
    try {
      await catchUpIndex(store.read, index);
      parentPort?.postMessage({ caughtUp: true });
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  running = false;
}
