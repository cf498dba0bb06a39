import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { catchUpIndex, relateSome } from '../newsroom/publications/indexing.ts';
import { readConfig } from './config.ts';
import { openIndex, openStore } from './open.ts';

/** The thread that keeps the search index up to date, so that indexing never delays a reader. */

const config = readConfig(workerData as Record<string, string | undefined>);
const store = await openStore(config);
const index = openIndex(config);

/** It rests so many times as long as it has worked: readers of a fresh archive need the processor. */
const restRatio = 5;

let running = false;
let wanted = false;
let closing = false;

parentPort?.on('message', (message: 'catch-up' | 'close') => {
  if (message === 'close') {
    wanted = false;
    closing = true;
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
      await relate();
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  running = false;
}

/** Finds related stories for those that have none yet, until there is something newer to follow. */
async function relate(): Promise<void> {
  while (!wanted && !closing) {
    const begun = performance.now();
    const related = await relateSome(index);
    if (related.length === 0) return;
    parentPort?.postMessage({ related });
    if (related.length > 1) await sleep((performance.now() - begun) * restRatio);
  }
}
