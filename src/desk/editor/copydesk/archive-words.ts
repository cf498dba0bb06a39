import type { Counts } from '../../../api/shapes/style.ts';
import type { ArchiveCounts } from '../../../copydesk/house-style.ts';
import { request } from '../../data/api.ts';

/** What the server answers at once. */
const mostAtOnce = 4000;
const longest = 80;
/** Words are asked for together, not one by one as they are typed. */
const asksAfter = 300;

/** What the paper's archive writes: whatever form a rule asks for is fetched, once. */
export class ArchiveWords {
  readonly #counts = new Map<string, number>();
  readonly #asked = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #onNews: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onNews hears that the archive knows more than before */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  readonly counts: ArchiveCounts = {
    count: (form) => {
      if (!this.#asked.has(form) && form.length <= longest) {
        this.#wanted.add(form);
        this.#timer ??= setTimeout(() => void this.#ask(), asksAfter);
      }
      return this.#counts.get(form) ?? 0;
    },
  };

  close(): void {
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const forms = [...this.#wanted].slice(0, mostAtOnce);
    for (const form of forms) {
      this.#wanted.delete(form);
      this.#asked.add(form);
    }
    try {
      const { counts } = await request<Counts>(
        'POST',
        '/style/counts',
        { forms },
        { askSignIn: false },
      );
      for (const { form, count } of counts) this.#counts.set(form, count);
      if (counts.length > 0) this.#onNews();
    } catch {
      // Without the archive the desk knows less; the next reading asks again.
      for (const form of forms) this.#asked.delete(form);
    }
  }
}
