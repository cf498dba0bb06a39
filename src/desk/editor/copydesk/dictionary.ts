import type { WordsAnswered, WordsAsked } from './unknown-worker.ts';

type Answer = (unknown: WordsAnswered['unknown']) => void;

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Answer>();

/** The desk's one worker with the dictionary; it stays for the next story. */
function started(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./unknown-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<WordsAnswered>) => {
    waiting.get(data.id)?.(data.unknown);
    waiting.delete(data.id);
  });
  // It could not be started: nobody need wait for it.
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  });
  return worker;
}

/** Those of the words that the dictionary does not know; null when there is no getting at it. */
export function unknownAmong(words: readonly string[]): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    started().postMessage({ id: asked, words } satisfies WordsAsked);
  });
}
