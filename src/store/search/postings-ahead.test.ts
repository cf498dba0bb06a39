import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareTables } from './fts-tables.ts';
import { applyTo } from './fts-writer.ts';
import type { Posting } from './posting.ts';
import { Postings } from './postings.ts';
import type { PostingsAhead } from './postings-ahead.ts';
import { ReadAhead } from './read-ahead.ts';
import { Tally } from './tally.ts';
import { story } from './testing/tested-index.ts';

const words = 'نهر جسر قمح شعير مدينة قرية طريق سوق ميناء مدرسة'.split(' ');

describe('postings that are read ahead', () => {
  let database: DatabaseSync;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
    prepareTables(database);
  });
  afterEach(() => database.close());

  const readAhead = (lastId: number): PostingsAhead => {
    const reading = new ReadAhead(database, lastId, { stem: () => {}, story: () => {} });
    for (;;) {
      const postings = reading.step();
      if (postings !== null) return postings;
    }
  };

  /** Of each story: how much it has, in thousandths. */
  const amounts = (posting: Posting, lastId: number): Map<number, number> => {
    const tally = new Tally();
    tally.reach(lastId);
    posting.addTo(tally, 1, 1);
    const found = new Map<number, number>();
    tally.drain((id, _, score) => found.set(id, Math.round(score * 1000)));
    return found;
  };

  test.each([
    { stories: 60, apart: 1 },
    { stories: 1500, apart: 1 },
    { stories: 1200, apart: 40 },
  ])('are those of FTS5: $stories stories, ids $apart apart', ({ stories, apart }) => {
    const lastId = stories * apart;
    const put = Array.from({ length: stories }, (_, i) => {
      // The first word is in every story, the last in every tenth.
      const own = words.filter((_, n) => i % (n + 1) === 0);
      return story((i + 1) * apart, {
        headline: own.slice(0, 1 + (i % 3)).join(' '),
        body: `${own.join(' ')} ${own.slice(i % 4).join(' ')} رقم${i}`,
      });
    });
    applyTo(database, put, [apart * 3], {});
    const ahead = readAhead(lastId);
    const byEngine = new Postings(database);

    const stems = database.prepare('SELECT stem, stories FROM stems WHERE stories > 0').all();
    expect(stems.length).toBeGreaterThan(words.length);
    for (const row of stems) {
      const stem = String(row.stem);
      const posting = ahead.of(stem);

      expect(posting, stem).toBeDefined();
      expect(posting && amounts(posting, lastId), stem).toEqual(
        amounts(byEngine.of(stem, Number(row.stories)), lastId),
      );
    }
    expect(ahead.of('سد')).toBeUndefined();
  });

  test('leave out what was counted wrong', () => {
    applyTo(database, [story(1, { headline: 'نهر' }), story(2, { headline: 'نهر' })], [], {});
    database.exec("UPDATE stems SET stories = 1 WHERE stem = 'نهر'");

    expect(readAhead(2).of('نهر')).toBeUndefined();
  });
});
