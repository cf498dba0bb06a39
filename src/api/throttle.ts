/** At most so many tries of one address in one window of time; kept in memory, of each node. */
export class Throttle {
  readonly #max: number;
  readonly #window: number;
  readonly #now: () => number;
  readonly #tries = new Map<string, { count: number; until: number }>();

  constructor(parts: { max: number; window: number; now: () => number }) {
    this.#max = parts.max;
    this.#window = parts.window;
    this.#now = parts.now;
  }

  /** Counts a try. Null lets it pass; a number is the seconds to wait. */
  wait(key: string): number | null {
    const now = this.#now();
    if (this.#tries.size >= mostKeys) this.#forget(now);
    const before = this.#tries.get(key);
    const entry =
      before === undefined || before.until <= now
        ? { count: 0, until: now + this.#window }
        : before;
    if (entry.count >= this.#max) return Math.max(1, Math.ceil((entry.until - now) / 1000));
    this.#tries.set(key, { ...entry, count: entry.count + 1 });
    return null;
  }

  #forget(now: number): void {
    for (const [key, entry] of this.#tries) if (entry.until <= now) this.#tries.delete(key);
    // A flood of addresses must not fill the memory.
    if (this.#tries.size >= mostKeys) this.#tries.clear();
  }
}

const mostKeys = 10_000;
