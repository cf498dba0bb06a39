import type { Logger } from 'pino';
import type { Mailer } from '../api/mail.ts';
import type { ReaderKeys } from '../newsroom/comments/keys.ts';
import { sendDueLetters } from '../newsroom/comments/letters.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';

const lookEvery = 15_000;

/** Sends readers the letters about answers that they asked for, as they come due. */
export class ReplyLetters {
  readonly #parts: Parameters<typeof sendDueLetters>[0];
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(
    log: Logger,
    of: { newsroom: Newsroom; keys: ReaderKeys; siteUrl: string; mailer: Mailer },
  ) {
    this.#log = log;
    const { mailer, ...parts } = of;
    this.#parts = {
      ...parts,
      send: mailer,
      onFailure({ letter, attempts, error }) {
        // A mail server's own words would name the address.
        const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
        log.warn({ letter, attempts, code }, 'a letter to a reader was not sent');
      },
    };
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
    }, lookEvery);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    try {
      await sendDueLetters(this.#parts);
    } catch (error) {
      this.#log.error({ err: error }, 'letters to readers cannot be looked for');
    }
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }
}
