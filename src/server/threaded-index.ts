import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SearchIndex, SearchRequest, SearchResult } from '../store/search/search-index.ts';
import { workerScript } from './config.ts';
import { freeYoungSpace, sweepSeldom } from './worker-memory.ts';

interface Asked {
  resolve: (result: SearchResult) => void;
  reject: (error: Error) => void;
}

/** A result travels as JSON: one string is handed over faster than an object is copied. */
type Answer = { id: number; json: string } | { id: number; error: string };

/** One thread, and what it has been asked and has not answered. */
class SearchThread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #next = 0;

  constructor(file: string, onExit: () => void) {
    freeYoungSpace();
    sweepSeldom();
    this.#worker = new Worker(workerScript('search-thread'), {
      workerData: file,
      // Searches make much that is soon thrown away.
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.#worker.on('message', (answer: Answer) => {
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      if ('json' in answer) asked?.resolve(JSON.parse(answer.json) as SearchResult);
      else asked?.reject(new Error(answer.error));
    });
    let why = new Error('The search thread has ended.');
    this.#worker.on('error', (error) => {
      why = error;
    });
    this.#worker.on('exit', () => {
      onExit();
      for (const { reject } of this.#asked.values()) reject(why);
      this.#asked.clear();
    });
    // It must not keep a process that has nothing else to do.
    this.#worker.unref();
  }

  get waiting(): number {
    return this.#asked.size;
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request });
    });
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    const impatient = setTimeout(() => void this.#worker.terminate(), 2000);
    await gone;
    clearTimeout(impatient);
  }
}

const restAfterFailure = 10_000;

/** One processor is the pages'. A second thread has to read again what the first one keeps. */
const mostThreads = Math.min(2, Math.max(1, availableParallelism() - 1));

/**
 * The index with its searches answered in threads of their own, which begin with the first search;
 * everything else is done here. While a thread cannot be had, searches are answered here as well.
 *
 * @param file of the index
 */
export function threadedIndex(index: SearchIndex, file: string): SearchIndex {
  const threads = new Set<SearchThread>();
  let restUntil = 0;
  let closing = false;
  const leastBusy = (): SearchThread => {
    const [first] = [...threads].sort((a, b) => a.waiting - b.waiting);
    if (first !== undefined && (first.waiting === 0 || threads.size >= mostThreads)) return first;
    const started = new SearchThread(file, () => {
      threads.delete(started);
      // One that could not begin or broke down is not replaced with every search.
      restUntil = performance.now() + restAfterFailure;
    });
    threads.add(started);
    return started;
  };
  return {
    followedTo: () => index.followedTo(),
    builtTo: () => index.builtTo(),
    apply: (put, remove, progress) => index.apply(put, remove, progress),
    async search(request) {
      if (closing || performance.now() < restUntil) return index.search(request);
      try {
        return await leastBusy().search(request);
      } catch {
        return index.search(request);
      }
    },
    matching: (request) => index.matching(request),
    // The threads do that of themselves.
    readAhead: () => Promise.resolve(false),
    complete: (prefix, limit) => index.complete(prefix, limit),
    findRelated: (id, limit) => index.findRelated(id, limit),
    related: (id) => index.related(id),
    keepRelated: (kept) => index.keepRelated(kept),
    withoutRelated: (limit) => index.withoutRelated(limit),
    ids: (after, limit) => index.ids(after, limit),
    size: () => index.size(),
    clear: () => index.clear(),
    async close() {
      closing = true;
      await Promise.all([...threads].map((thread) => thread.close()));
      await index.close();
    },
  };
}
