import type { Counts } from '../../../api/shapes/style.ts';
import type { ArchiveCounts } from '../../../copydesk/house-style.ts';
import { bareOf } from '../../../copydesk/paragraph.ts';
import { request } from '../../data/api.ts';

const word = /[\u0621-\u064a\u0671-\u06d3]{3,30}/g;
/** What the server answers at once. */
const mostAtOnce = 4000;
/** New words are asked for together, not one by one as they are typed. */
const asksAfter = 1200;

/** What the paper's archive writes for the words of a story, asked for as the story grows. */
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

  readonly counts: ArchiveCounts = { count: (form) => this.#counts.get(form) ?? 0 };

  want(texts: readonly string[]): void {
    for (const text of texts)
      for (const [form] of bareOf(text).matchAll(word))
        if (!this.#asked.has(form)) this.#wanted.add(form);
    if (this.#wanted.size > 0) this.#timer ??= setTimeout(() => void this.#ask(), asksAfter);
  }

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
      // Without the archive the desk knows less; it asks again with the next new word.
      for (const form of forms) this.#asked.delete(form);
    }
  }
}
