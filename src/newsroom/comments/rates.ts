import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

/** How long what came counts, ms. */
const windowOf = {
  ...{ address: 600_000, story: 600_000, reader: 600_000 },
  text: 86_400_000,
  strangers: 60_000,
} as const;
export type RateKind = keyof typeof windowOf;

const mostKept = 50_000;

interface Counter {
  since: number;
  now: number;
  before: number;
}

/**
 * How many replies came lately, by where from and under what. In memory only, and under a key that
 * dies with the process: no network address is ever written anywhere.
 */
export class Rates {
  readonly #key = createSecretKey(randomBytes(32));
  /** Who floods comes again and again. */
  #last = { address: '', hidden: '' };
  readonly #counters: Record<RateKind, Map<string, Counter>> = {
    address: new Map(),
    story: new Map(),
    reader: new Map(),
    text: new Map(),
    strangers: new Map(),
  };

  /** Counts one more, and says how many that makes (at least 1) within the window. */
  hit(kind: RateKind, of: string, at: number): number {
    const counters = this.#counters[kind];
    const key = kind === 'address' ? this.#hidden(of) : of;
    const window = windowOf[kind];
    let counter = counters.get(key);
    if (counter === undefined) {
      counter = { since: at, now: 0, before: 0 };
      // The one that was begun first makes room.
      const [first] = counters.size >= mostKept ? counters.keys() : [];
      if (first !== undefined) counters.delete(first);
      counters.set(key, counter);
    }
    const age = at - counter.since;
    if (age >= window) {
      counter.before = age < 2 * window ? counter.now : 0;
      counter.now = 0;
      counter.since = at;
    }
    counter.now += 1;
    const rest = 1 - Math.min(1, (at - counter.since) / window);
    return counter.now + Math.floor(counter.before * rest);
  }

  /** Whether anything was counted; a restart forgets. */
  knows(kind: RateKind, of: string): boolean {
    return this.#counters[kind].has(of);
  }

  #hidden(address: string): string {
    if (address === this.#last.address) return this.#last.hidden;
    const hidden = createHmac('sha256', this.#key).update(address).digest('base64url');
    this.#last = { address, hidden };
    return hidden;
  }
}
