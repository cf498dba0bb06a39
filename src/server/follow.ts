import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { PageCache } from '../press/cache/page-cache.ts';
import type { KeptShell } from '../press/routes/press.ts';
import { changesAfter } from '../store/changes.ts';
import type { Store } from '../store/store.ts';
import { workerScript } from './config.ts';
import type { SearchWork, SearchWorkerBegins } from './search-worker.ts';

const batch = 200;

/** Follows the change feed: purges pages, drops the shell, wakes the search index. */
export class Follower {
  readonly #store: Store;
  readonly #cache: PageCache;
  readonly #shell: KeptShell;
  readonly #log: Logger;
  readonly #begins: SearchWorkerBegins;
  #indexer: Worker | null = null;
  #stopListening: () => void = () => {};
  #seen: number;
  #running: Promise<void> | null = null;
  #again = false;
  #closing = false;

  constructor(parts: {
    store: Store;
    cache: PageCache;
    shell: KeptShell;
    log: Logger;
    env: Readonly<Record<string, string | undefined>>;
    turns: SharedArrayBuffer;
    /** The newest change when the server opened; everything later is followed. */
    from: number;
  }) {
    this.#store = parts.store;
    this.#cache = parts.cache;
    this.#shell = parts.shell;
    this.#log = parts.log;
    this.#seen = parts.from;
    this.#begins = { env: { ...parts.env }, turns: parts.turns };
  }

  start(): void {
    this.#stopListening = this.#store.onCommit(() => this.look());
    this.look();
  }

  /** Has the index brought up to date, in its own thread, which begins with the first need of it. */
  catchUpIndex(): void {
    this.#have('catch-up');
  }

  /** Has the words of stories that came in together counted, in that thread too, when it finds time. */
  countWords(): void {
    this.#have('count-words');
  }

  #have(work: SearchWork): void {
    if (this.#closing) return;
    this.#indexer ??= this.#startIndexer();
    this.#indexer.postMessage(work);
  }

  #startIndexer(): Worker {
    const indexer = new Worker(workerScript('search-worker'), {
      workerData: this.#begins,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    });
    indexer.on('message', (message: { error?: string; related?: number[] }) => {
      if (message.related !== undefined)
        this.#cache.purge(message.related.map((id) => `story:${id}`));
      if (message.error !== undefined) this.#log.error({ why: message.error }, 'search index');
    });
    indexer.on('error', (error) => {
      this.#indexer = null;
      if (!this.#closing) this.#log.error({ err: error }, 'search index thread stopped');
    });
    return indexer;
  }

  /** Looks for new changes; safe to call at any time, as often as one likes. */
  look(): void {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again && !this.#closing) this.look();
    });
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closing) {
      this.#again = false;
      try {
        await this.#follow();
      } catch (error) {
        // What was missed is read at the next commit; until then nothing cached may be trusted.
        this.#cache.purge(['all']);
        this.#log.error({ err: error }, 'cannot read the change feed');
      }
    }
  }

  async #follow(): Promise<void> {
    for (;;) {
      const changes = await changesAfter(this.#store.read, this.#seen, batch);
      const last = changes.at(-1);
      if (last === undefined) return;
      if (changes.some((change) => change.keys.includes('all'))) this.#shell.drop();
      this.#cache.purge(changes.flatMap((change) => change.keys));
      this.#seen = last.id;
      if (changes.some((change) => change.storyIds.length > 0)) this.catchUpIndex();
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#stopListening();
    await this.#running;
    const indexer = this.#indexer;
    if (indexer === null) return;
    const gone = new Promise((resolve) => indexer.once('exit', resolve));
    indexer.postMessage('close');
    const impatient = setTimeout(() => void indexer.terminate(), 2000);
    await gone;
    clearTimeout(impatient);
  }
}
