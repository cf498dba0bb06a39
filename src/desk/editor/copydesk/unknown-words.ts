import type { Counts, DictionaryAnswer } from '../../../api/shapes/style.ts';
import type { Term } from '../../../api/shapes/taxonomy.ts';
import { stemsOf } from '../../../copydesk/attached.ts';
import { bareOf } from '../../../copydesk/paragraph.ts';
import { request } from '../../data/api.ts';
import { queryClient } from '../../data/query-client.ts';
import { unknownAmong } from './dictionary.ts';

/** `missing`: the server has none. `failed`: it could not be loaded. */
export type DictionaryState = 'waiting' | 'ready' | 'missing' | 'failed';

const quiet = { askSignIn: false };
/** After a reading, so that a story is open and at rest before anything is fetched. */
const asksAfter = 700;
const mostAtOnce = 800;
/** What the archive writes as often is a word of the paper's. */
const knownFrom = 2;

/** Which words nobody knows: not the dictionary, not the archive, no name that stories are filed under. */
export class UnknownWords {
  state: DictionaryState = 'waiting';
  /** What is known of each word that was asked about. */
  readonly #verdicts = new Map<string, boolean>();
  readonly #wanted = new Set<string>();
  readonly #onNews: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onNews hears that there is more to show than before */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** Whether a word is sure to be unknown; one that was not asked about yet will be. */
  has(bare: string): boolean {
    const verdict = this.#verdicts.get(bare);
    if (verdict === undefined) this.#want(bare);
    return verdict === true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #want(bare: string): void {
    if (this.state === 'missing' || this.state === 'failed') return;
    this.#wanted.add(bare);
    this.#timer ??= setTimeout(() => void this.#ask(), asksAfter);
  }

  async #ask(): Promise<void> {
    const words = [...this.#wanted].slice(0, mostAtOnce);
    let hasNews = false;
    try {
      if (await this.#isInstalled()) await this.#judge(words);
      hasNews = true;
    } catch {
      // Without the server nothing is said of these words; the next reading asks again.
    }
    for (const word of words) this.#wanted.delete(word);
    this.#timer = undefined;
    if (hasNews) this.#onNews();
  }

  async #isInstalled(): Promise<boolean> {
    if (this.state !== 'waiting') return this.state === 'ready';
    const { installed } = await request<DictionaryAnswer>(
      ...(['GET', '/style/dictionary', undefined, quiet] as const),
    );
    this.state = installed ? 'ready' : 'missing';
    return installed;
  }

  async #judge(words: readonly string[]): Promise<void> {
    const unknown = await unknownAmong(words);
    if (unknown === null) {
      this.state = 'failed';
      return;
    }
    const known = unknown.length === 0 ? new Set<string>() : await knownElsewhere(unknown);
    for (const word of words) this.#verdicts.set(word, false);
    for (const word of unknown)
      this.#verdicts.set(word, !stemsOf(word).some((stem) => known.has(stem)));
  }
}

/** What the archive writes of these words, and the names of sections, topics and people. */
async function knownElsewhere(words: readonly string[]): Promise<Set<string>> {
  const forms = [...new Set(words.flatMap(stemsOf))];
  const [{ counts }, ...terms] = await Promise.all([
    request<Counts>('POST', '/style/counts', { forms }, quiet),
    ...(['sections', 'topics', 'people'] as const).map((kind) =>
      queryClient.fetchQuery({
        queryKey: ['terms', kind, 'names'],
        queryFn: () => request<{ rows: Term[] }>('GET', `/${kind}?limit=500`, undefined, quiet),
        staleTime: 60_000,
      }),
    ),
  ]);
  const names = terms.flatMap(({ rows }) => rows.map(({ name }) => name));
  return new Set([
    ...counts.filter(({ count }) => count >= knownFrom).map(({ form }) => form),
    ...names.flatMap((name) => name.split(/\s+/).flatMap((word) => stemsOf(bareOf(word)))),
  ]);
}
