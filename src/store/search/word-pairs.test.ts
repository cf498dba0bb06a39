import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FtsIndex } from './fts-index.ts';
import { story } from './testing/tested-index.ts';

/**
 * What is typed, and beside it how a story writes the same (same-words.tsv) or another word that only
 * looks like it (other-words.tsv). Written by copy editors who had not seen the code.
 */
const pairsOf = (file: string): [typed: string, written: string][] =>
  readFileSync(new URL(`testing/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [typed = '', written = ''] = line.split('\t');
      return [typed, written];
    });

describe.each([
  { file: 'same-words.tsv', areFound: true },
  { file: 'other-words.tsv', areFound: false },
])('$file', ({ file, areFound }) => {
  const pairs = pairsOf(file);
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-pairs-'));
  let index: FtsIndex;
  beforeAll(async () => {
    index = new FtsIndex(join(folder, 'search.sqlite'));
    const stories = pairs.map(([, written], i) => story(i + 1, { body: `قيل ${written} هنا.` }));
    await index.apply(stories, [], {});
  });
  afterAll(async () => {
    await index.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`every one is ${areFound ? 'found' : 'left alone'}`, async () => {
    const wrong: string[] = [];
    for (const [i, [typed, written]] of pairs.entries()) {
      const { matches } = await index.search({ query: typed, limit: 100, now: 0 });
      const isFound = matches.some(({ id }) => id === i + 1);
      if (isFound !== areFound) wrong.push(`${typed} – ${written}`);
    }

    expect(pairs.length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  }, 60_000);
});
