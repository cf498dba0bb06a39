import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WordList } from './forward.ts';
import type { Ranking } from './rank.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import { StoredText } from './stored-text.ts';

/** What a snippet is cut for: a story, and where in it the words of the query stand. */
export interface Placed {
  id: number;
  list: WordList;
  places: readonly number[];
}

const atOnce = 20;

/** Cuts the snippets of a page of hits from the texts of the index. */
export class Snippets {
  readonly #texts: StatementSync;

  constructor(database: DatabaseSync) {
    // Twenty by one statement: one by one they take twice as long.
    this.#texts = database.prepare(
      `SELECT id, text FROM texts WHERE id IN (${Array(atOnce).fill('?').join(', ')})`,
    );
  }

  /** @returns one for each story, in their order */
  of(found: readonly Placed[], ranking: Ranking): Snippet[] {
    const texts = new Map<unknown, unknown>();
    for (let first = 0; first < found.length; first += atOnce) {
      // No story has the number 0.
      const ids = Array.from({ length: atOnce }, (_, i) => found[first + i]?.id ?? 0);
      for (const { id, text } of this.#texts.all(...ids)) texts.set(id, text);
    }
    return found.map(({ id, list, places }) =>
      snippetOf(new StoredText(texts.get(id)), list, places, ranking),
    );
  }
}
