import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { FtsIndex } from '../store/search/fts-index.ts';
import type { SearchRequest } from '../store/search/search-index.ts';

/**
 * The thread that answers searches, so that a search of a large archive delays no page. It brings in
 * the index and nothing else: the first reader who searches waits for it.
 */

let isClosing = false;
let isReading = false;
const index = new FtsIndex(String(workerData));

parentPort?.on('message', (message: { id: number; request: SearchRequest } | 'close') => {
  if (message === 'close') {
    isClosing = true;
    void index.close().then(() => parentPort?.close());
    return;
  }
  void readAhead();
  const { id, request } = message;
  index.search(request).then(
    (result) => parentPort?.postMessage({ id, json: JSON.stringify(result) }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      }),
  );
});

/** While there is nothing to answer. It begins with a search: a paper that nobody searches needs no memory for it. */
async function readAhead(): Promise<void> {
  if (isReading) return;
  isReading = true;
  try {
    // Messages are taken in between two turns.
    do await nextTurn();
    while (!isClosing && (await index.readAhead()));
  } catch {
    // Whoever searches next is told what is wrong.
  } finally {
    isReading = false;
  }
}
