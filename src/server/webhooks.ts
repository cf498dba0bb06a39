import type { Logger } from 'pino';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { deliverDue, makeDeliveries } from '../newsroom/webhooks/deliver.ts';
import { poster } from '../newsroom/webhooks/post.ts';

/** Between looks when nothing is known to be due; another node may have left something. */
const longestWait = 15_000;
const shortestWait = 50;
const timeout = 10_000;

/** Tells webhooks of changes as they are committed, and again where that failed. */
export class WebhookSender {
  readonly #newsroom: Newsroom;
  readonly #siteUrl: string;
  readonly #post: ReturnType<typeof poster>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #dueAt = 0;
  #running: Promise<void> | null = null;
  #stopListening: () => void = () => {};
  #again = false;
  #closing = false;

  constructor(newsroom: Newsroom, log: Logger, of: { siteUrl: string; allowInner: boolean }) {
    this.#newsroom = newsroom;
    this.#log = log;
    this.#siteUrl = of.siteUrl;
    this.#post = poster({ ...of, timeout, signal: this.#stop.signal });
  }

  start(): void {
    this.#stopListening = this.#newsroom.store.onCommit(() => this.#soon());
    this.#soon();
  }

  #soon(): void {
    if (this.#running !== null) this.#again = true;
    else this.#wait(shortestWait);
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
      this.#running = this.#run().finally(() => {
        this.#running = null;
      });
    }, milliseconds);
    // Nothing is lost when the process ends: all that waits is in the database.
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    let wait = longestWait;
    this.#again = false;
    try {
      await makeDeliveries(this.#newsroom, this.#siteUrl);
      const next = await deliverDue(this.#newsroom, this.#post);
      if (next !== null) wait = next - this.#newsroom.now();
    } catch (error) {
      if (!this.#closing)
        this.#log.error({ err: error }, 'webhooks could not be told; it is tried again');
    }
    this.#wait(this.#again ? shortestWait : Math.min(longestWait, Math.max(shortestWait, wait)));
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#stopListening();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#running;
  }
}
