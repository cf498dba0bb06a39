import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { unpackWords, type WordList } from './forward.ts';
import { PostingsAhead } from './postings-ahead.ts';

/** A story as the ranking reads it. */
export interface Story {
  id: number;
  at: number;
  list: WordList;
  /** Of its list. */
  bytes: number;
}

interface Shown {
  stem: (stem: string, stories: number) => void;
  story: (story: Story) => void;
}

/** Milliseconds of one step: a search that comes meanwhile waits so long. */
const patience = 1.5;
const stemsAtOnce = 500;
const storiesAtOnce = 8;

/**
 * Reads a whole archive of moderate size, some milliseconds at a time: ten thousand stories of 3,000
 * characters in less than a second altogether.
 */
export class ReadAhead {
  readonly #postings: PostingsAhead;
  readonly #show: Shown;
  readonly #stems: StatementSync;
  readonly #stories: StatementSync;
  #namedTo = 0;
  #readTo = 0;
  #hasNames = false;

  /**
   * @param lastId the highest id of a story
   * @param show is shown everything that is read
   */
  constructor(database: DatabaseSync, lastId: number, show: Shown) {
    this.#postings = new PostingsAhead(lastId);
    this.#show = show;
    this.#stems = database.prepare(
      'SELECT id, stem, stories FROM stems WHERE id > ? ORDER BY id LIMIT ?',
    );
    this.#stories = database.prepare(
      'SELECT id, at, words FROM stories WHERE id > ? ORDER BY id LIMIT ?',
    );
  }

  /** @returns the postings of every word once all is read, null before */
  step(): PostingsAhead | null {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      if (!this.#hasNames) this.#name();
      else if (this.#read() === 0) return this.#postings;
    }
    return null;
  }

  #name(): void {
    const rows = this.#stems.all(this.#namedTo, stemsAtOnce);
    for (const row of rows) {
      const stem = String(row.stem);
      const stories = Number(row.stories);
      if (stories > 0) this.#postings.name(stem, stories);
      this.#show.stem(stem, stories);
    }
    this.#namedTo = Number(rows.at(-1)?.id ?? this.#namedTo);
    if (rows.length > 0) return;
    this.#hasNames = true;
    this.#postings.open();
  }

  #read(): number {
    const rows = this.#stories.all(this.#readTo, storiesAtOnce);
    for (const row of rows) {
      const story = storyOf(row);
      this.#readTo = story.id;
      this.#postings.add(story.id, story.list);
      this.#show.story(story);
    }
    return rows.length;
  }
}

/** @param row of `id`, `at` and `words`. @throws TypeError when it has no words */
export function storyOf(row: Record<string, unknown>): Story {
  if (!(row.words instanceof Uint8Array)) throw new TypeError('A story of the index has no words.');
  return {
    id: Number(row.id),
    at: Number(row.at),
    list: unpackWords(row.words),
    bytes: row.words.byteLength,
  };
}
