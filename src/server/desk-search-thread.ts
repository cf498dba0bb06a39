import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import {
  type DeskQuestion,
  findInIndex,
  followStories,
  matchInIndex,
} from '../newsroom/stories/search.ts';
import { readConfig } from './config.ts';
import type { DeskRequest } from './desk-search.ts';
import { openDeskIndex, openStore } from './open.ts';

/** The thread in which the desk's index is kept and searched, so that neither delays a reader. */

const config = readConfig(workerData as Record<string, string | undefined>);
const store = await openStore(config);
const index = openDeskIndex(config);

/** The first time a large archive is taken in; whoever asks meanwhile gets what is there. */
const patience = 500;

let following: Promise<void> | null = null;

function follow(): Promise<void> {
  following ??= followStories(store.read, index).finally(() => {
    following = null;
  });
  return following;
}

parentPort?.on('message', (message: DeskRequest | 'close') => {
  if (message === 'close') {
    void store
      .close()
      .then(() => index.close())
      .then(() => parentPort?.close());
    return;
  }
  const { id, kind, question } = message;
  answer(kind, question).then(
    (found) => parentPort?.postMessage({ id, found }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      }),
  );
});

async function answer(kind: DeskRequest['kind'], question: DeskQuestion) {
  await Promise.race([follow(), sleep(patience)]);
  if (kind === 'match') return matchInIndex(index, question, Date.now());
  return findInIndex(store.read, index, question, Date.now());
}
