import type { Logger } from 'pino';
import { cleanUp } from '../newsroom/clean-up.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { performDue } from '../newsroom/stories/due.ts';
import { hasUncounted } from '../newsroom/style/rebuild.ts';

const cleanEvery = 6 * 60 * 60 * 1000;
/** Between looks when nothing is known to come due; another node may have scheduled something. */
const longestWait = 5_000;
const shortestWait = 20;

/** Publishes what is scheduled and ends breaking news, to the moment; cleans up now and then. */
export class Scheduler {
  readonly #newsroom: Newsroom;
  readonly #log: Logger;
  readonly #countWords: () => void;
  #timer: NodeJS.Timeout | null = null;
  #dueAt = 0;
  #running: Promise<void> | null = null;
  #stopListening: () => void = () => {};
  #closing = false;
  #cleanAt = 0;
  /** Something was committed while we were looking. */
  #again = false;

  /** @param countWords has the words counted of stories that came in together, as from an import */
  constructor(newsroom: Newsroom, log: Logger, countWords: () => void) {
    this.#newsroom = newsroom;
    this.#log = log;
    this.#countWords = countWords;
  }

  start(): void {
    // A commit may have brought an earlier moment.
    this.#stopListening = this.#newsroom.store.onCommit(() => this.#wait(shortestWait));
    this.#wait(shortestWait);
  }

  #wait(milliseconds: number): void {
    if (this.#closing) return;
    // Commits that never pause must not put the look off for ever.
    const dueAt = performance.now() + milliseconds;
    if (this.#timer !== null && this.#dueAt <= dueAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#running !== null) {
        this.#again = true;
        return;
      }
      this.#running = this.#run().finally(() => {
        this.#running = null;
      });
    }, milliseconds);
  }

  async #run(): Promise<void> {
    let wait = longestWait;
    this.#again = false;
    try {
      const { next } = await performDue(this.#newsroom);
      if (next !== null) wait = next - this.#newsroom.now();
      await this.#clean();
    } catch (error) {
      this.#log.error({ err: error }, 'scheduled work failed; it is tried again');
    }
    this.#wait(this.#again ? shortestWait : Math.min(longestWait, Math.max(shortestWait, wait)));
  }

  async #clean(): Promise<void> {
    const now = this.#newsroom.now();
    if (now < this.#cleanAt) return;
    this.#cleanAt = now + cleanEvery;
    await cleanUp(this.#newsroom);
    if (await hasUncounted(this.#newsroom)) this.#countWords();
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#stopListening();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }
}
