import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareTables } from './fts-tables.ts';
import { Postings } from './postings.ts';
import { Tally } from './tally.ts';

const word = 'جسر';

describe('postings of a word', () => {
  let database: DatabaseSync;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
    prepareTables(database);
  });
  afterEach(() => database.close());

  /** So many stories that have the word, their ids so far apart; every tenth in its headline too. */
  const write = (stories: number, apart: number): number[] => {
    const add = database.prepare('INSERT INTO terms (rowid, head, body) VALUES (?, ?, ?)');
    const ids = Array.from({ length: stories }, (_, n) => (n + 1) * apart);
    database.exec('BEGIN');
    for (const [n, id] of ids.entries()) add.run(id, n % 10 === 0 ? word : 'نهر', `${word} قديم`);
    database.exec('COMMIT');
    return ids;
  };

  test.each([
    { what: 'a rare one, which is counted', stories: 30, apart: 7 },
    { what: 'one of many stories far apart', stories: 1100, apart: 40 },
    { what: 'one that is nearly everywhere', stories: 1500, apart: 1 },
    { what: 'one in every third story', stories: 1200, apart: 3 },
  ])('$what: every story once, more of it where the headline has it', ({ stories, apart }) => {
    const ids = write(stories, apart);
    const postings = new Postings(database);
    const tally = new Tally();
    tally.reach(stories * apart);

    for (const turn of [1, 2]) {
      postings.of(word, stories).addTo(tally, 2, 10);
      const found = new Map<number, number>();
      tally.drain((id, words, score) => {
        expect(words).toBe(2);
        found.set(id, score);
      });

      expect(
        [...found.keys()].sort((a, b) => a - b),
        `turn ${turn}`,
      ).toEqual(ids);
      const [inHead = 0, inText = 0] = ids.map((id) => found.get(id) ?? 0);
      // k1 of 1.2: four occurrences' worth in a headline and once below, one in the text.
      expect(inHead).toBeCloseTo((10 * 4) / 5.2, 1);
      expect(inText).toBeCloseTo(10 / 2.2, 1);
      for (const [n, id] of ids.entries())
        expect(found.get(id)).toBeCloseTo(n % 10 === 0 ? inHead : inText, 3);
    }
  });

  test('of a word that no story has are empty', () => {
    write(3, 1);
    const tally = new Tally();
    tally.reach(10);
    for (const stories of [0, 5000]) new Postings(database).of('سد', stories).addTo(tally, 1, 1);

    tally.drain(() => {
      throw new Error('There is a story.');
    });
  });
});
