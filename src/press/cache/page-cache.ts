import { LRUCache } from 'lru-cache';
import { type BuiltPage, CachedPage } from './cached-page.ts';
import type { Encoding } from './compress.ts';

const defaultBytes = 64 * 1024 * 1024;
const rememberedPurges = 20_000;
const popularAfter = 40;

/**
 * Rendered pages by path, purged by surrogate key. A burst of misses on one page
 * renders it once, and a page whose facts changed while it was being rendered is
 * served but not kept.
 */
export class PageCache {
  readonly #pages: LRUCache<string, CachedPage>;
  readonly #pathsByKey = new Map<string, Set<string>>();
  readonly #flights = new Map<string, Promise<CachedPage>>();
  readonly #purgedAt = new Map<string, number>();
  readonly #now: () => number;
  #clock = 0;
  /** Renderings begun before this tick of the clock may be stale in ways we no longer know. */
  #forgottenBefore = 0;
  #squeezing = false;
  hits = 0;
  misses = 0;

  constructor(options: { now: () => number; maxBytes?: number }) {
    this.#now = options.now;
    this.#pages = new LRUCache<string, CachedPage>({
      maxSize: options.maxBytes ?? defaultBytes,
      sizeCalculation: (page) => page.size,
      dispose: (page, path) => this.#unlink(path, page),
    });
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#pages.calculatedSize };
  }

  /** The page under this path if it still holds. */
  get(path: string): CachedPage | undefined {
    const page = this.#pages.get(path);
    if (page === undefined) return undefined;
    if (page.expiresAt <= this.#now()) {
      this.#pages.delete(path);
      return undefined;
    }
    this.hits += 1;
    page.hits += 1;
    if (page.hits === popularAfter) void this.#squeeze(path, page);
    return page;
  }

  /**
   * The page under this path, rendered if need be, by one caller for all who wait; a page
   * rendered now is ready in that caller's encoding.
   */
  async through(
    path: string,
    build: () => Promise<BuiltPage>,
    encoding: Encoding = 'identity',
  ): Promise<CachedPage> {
    const kept = this.get(path);
    if (kept !== undefined) return kept;
    const flying = this.#flights.get(path);
    if (flying !== undefined) return flying;
    this.misses += 1;
    const begun = this.#clock;
    const flight = build()
      .then(async (built) => {
        const page = await CachedPage.make(built, encoding);
        if (this.#stillTrue(page, begun)) this.#keep(path, page);
        return page;
      })
      .finally(() => {
        if (this.#flights.get(path) === flight) this.#flights.delete(path);
      });
    this.#flights.set(path, flight);
    return flight;
  }

  /** Forgets every page that shows one of these; `all` forgets everything. */
  purge(keys: readonly string[]): void {
    this.#clock += 1;
    // Whoever asks from now on must not join a rendering that began before.
    this.#flights.clear();
    if (keys.includes('all')) {
      this.#forgottenBefore = this.#clock;
      this.#purgedAt.clear();
      this.#pages.clear();
      return;
    }
    for (const key of keys) {
      this.#purgedAt.set(key, this.#clock);
      for (const path of [...(this.#pathsByKey.get(key) ?? [])]) this.#pages.delete(path);
    }
    if (this.#purgedAt.size > rememberedPurges) {
      this.#purgedAt.clear();
      this.#forgottenBefore = this.#clock;
    }
  }

  /** Counts a page's bytes anew after it has been compressed. */
  grew(path: string, page: CachedPage): void {
    if (this.#pages.peek(path) !== page) return;
    // The library measures an entry only when it is new.
    this.#pages.delete(path);
    this.#keep(path, page);
  }

  #keep(path: string, page: CachedPage): void {
    // set() disposes of an older entry first, which unlinks its keys.
    this.#pages.set(path, page);
    if (!this.#pages.has(path)) return;
    for (const key of page.keys) {
      const paths = this.#pathsByKey.get(key);
      if (paths === undefined) this.#pathsByKey.set(key, new Set([path]));
      else paths.add(path);
    }
  }

  #stillTrue(page: CachedPage, begun: number): boolean {
    if (begun < this.#forgottenBefore) return false;
    return page.keys.every((key) => (this.#purgedAt.get(key) ?? 0) <= begun);
  }

  #unlink(path: string, page: CachedPage): void {
    for (const key of page.keys) {
      const paths = this.#pathsByKey.get(key);
      paths?.delete(path);
      if (paths?.size === 0) this.#pathsByKey.delete(key);
    }
  }

  async #squeeze(path: string, page: CachedPage): Promise<void> {
    if (this.#squeezing) {
      // Its turn comes again after as many hits.
      page.hits = 0;
      return;
    }
    this.#squeezing = true;
    try {
      await page.squeeze();
      this.grew(path, page);
    } finally {
      this.#squeezing = false;
    }
  }
}
