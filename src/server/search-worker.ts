import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { catchUpIndex, relateSome } from '../newsroom/publications/indexing.ts';
import { countArchive } from '../newsroom/style/rebuild.ts';
import { readConfig } from './config.ts';
import { newsroomOver, openIndex, openStore } from './open.ts';

/**
 * The thread that keeps the search index and the counts of words up to date, so that neither delays a
 * reader.
 */

/** What it begins with. */
export interface SearchWorkerBegins {
  env: Readonly<Record<string, string | undefined>>;
  turns: SharedArrayBuffer;
}
export type SearchWork = 'catch-up' | 'count-words';

const { env, turns } = workerData as SearchWorkerBegins;
const config = readConfig(env);
const store = await openStore(config, { turns });
const index = openIndex(config);

/** It rests so many times as long as it has worked: readers of a fresh archive need the processor. */
const restRatio = 5;
/** Stories whose words are counted in one transaction, for which other writers wait. */
const countedAtOnce = 10;

let running = false;
let behind = false;
let uncounted = false;
let closing = false;
let counting: Promise<number> | null = null;

parentPort?.on('message', (message: SearchWork | 'close') => {
  if (message === 'close') {
    closing = true;
    // A transaction under way is ended first.
    void (counting ?? Promise.resolve(0))
      .catch(() => {})
      .then(() => store.close())
      .then(() => index.close())
      .then(() => parentPort?.close());
    return;
  }
  if (message === 'catch-up') behind = true;
  else uncounted = true;
  if (!running) void run();
});

async function run(): Promise<void> {
  running = true;
  while ((behind || uncounted) && !closing) {
    const work = behind ? follow : count;
    try {
      await work();
    } catch (error) {
      if (!closing)
        parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  running = false;
}

async function follow(): Promise<void> {
  behind = false;
  await catchUpIndex(store.read, index);
  await relate();
}

/** Finds related stories for those that have none yet, until there is something newer to follow. */
async function relate(): Promise<void> {
  while (!behind && !closing) {
    const begun = performance.now();
    const related = await relateSome(index);
    if (related.length === 0) return;
    parentPort?.postMessage({ related });
    if (related.length > 1) await rest(begun);
  }
}

/** Counts the words of stories that are not counted yet, until there is something newer to follow. */
async function count(): Promise<void> {
  uncounted = false;
  const newsroom = newsroomOver(store);
  for (;;) {
    const begun = performance.now();
    counting = countArchive(newsroom, countedAtOnce);
    const counted = await counting;
    if (counted === 0 || closing) return;
    await rest(begun);
    if (!behind) continue;
    uncounted = true;
    return;
  }
}

const rest = (begun: number): Promise<void> => sleep((performance.now() - begun) * restRatio);
