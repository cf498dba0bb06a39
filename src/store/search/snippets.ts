import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WordList } from './forward.ts';
import type { Ranking } from './rank.ts';
import { type Cutting, cuttingFor, type Snippet, snippetOf } from './snippet.ts';
import { StoredText } from './stored-text.ts';

/** What a snippet is cut for: a story, and where in it the words of the query stand. */
export interface Placed {
  id: number;
  list: WordList;
  places: readonly number[];
}

const atOnce = 20;
const row = '(?, ?, ?, ?, ?)';
const perRow = 5;
/** UTF-16 units: more than any text has. */
const farthest = 1_000_000_000;

/** Cuts the snippets of a page of hits from the texts of the index. */
export class Snippets {
  readonly #stretches: StatementSync;

  constructor(database: DatabaseSync) {
    // Twenty by one statement: one by one they take twice as long.
    this.#stretches = database.prepare(
      `WITH asked (id, a, b, c, d) AS (VALUES ${Array(atOnce).fill(row).join(', ')})
      SELECT texts.id, substr(places, a, b) AS places, substr(body, c, d) AS body, length(body) AS bytes
      FROM asked CROSS JOIN texts ON texts.id = asked.id`,
    );
  }

  /** @returns one for each story, in their order */
  of(found: readonly Placed[], ranking: Ranking): Snippet[] {
    const cuttings = found.map(({ list, places }) => cuttingFor(list, places, ranking));
    const rows = new Map<number, Record<string, unknown>>();
    for (let first = 0; first < found.length; first += atOnce)
      for (const read of this.#stretches.all(...asking(found, cuttings, first)))
        rows.set(Number(read.id), read);
    return found.map(({ id, list, places }, i) => {
      const cutting = cuttings[i] as Cutting;
      const stretch = rows.get(id);
      const text = new StoredText(
        stretch?.body,
        stretch?.places,
        cutting,
        Number(stretch?.bytes ?? 0),
      );
      return snippetOf(text, list, places, cutting);
    });
  }
}

/** Asks for the stretches of the stories from `first` on. No story has the number 0, which fills up the rest. */
function asking(found: readonly Placed[], cuttings: readonly Cutting[], first: number): number[] {
  const values = new Array<number>(atOnce * perRow).fill(0);
  for (const [i, { id }] of found.slice(first, first + atOnce).entries()) {
    const { firstWord, endWord, from, to } = cuttings[first + i] as Cutting;
    const at = i * perRow;
    values[at] = id;
    values[at + 1] = firstWord * 3 + 1;
    values[at + 2] = (endWord - firstWord) * 3;
    values[at + 3] = from * 2 + 1;
    values[at + 4] = Math.min(farthest, to - from) * 2;
  }
  return values;
}
