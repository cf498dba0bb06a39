import { parentPort, workerData } from 'node:worker_threads';
import type { SearchRequest } from '../store/search/search-index.ts';
import { readConfig } from './config.ts';
import { openIndex } from './open.ts';

/** The thread that answers searches, so that a search of a large archive delays no page. */

const index = openIndex(readConfig(workerData as Record<string, string | undefined>));

parentPort?.on('message', (message: { id: number; request: SearchRequest } | 'close') => {
  if (message === 'close') {
    void index.close().then(() => parentPort?.close());
    return;
  }
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
