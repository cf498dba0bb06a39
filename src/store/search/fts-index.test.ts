import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FtsIndex } from './fts-index.ts';
import type { SearchIndex } from './search-index.ts';
import { testSearchAnswers } from './testing/search-answers-contract.ts';
import { testSearchIndex } from './testing/search-index-contract.ts';
import type { OpenedIndex } from './testing/tested-index.ts';

const openIndex = async (): Promise<OpenedIndex> => {
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-index-'));
  const opened: SearchIndex[] = [];
  const open = async (): Promise<SearchIndex> => {
    const index = new FtsIndex(join(folder, 'search.sqlite'));
    opened.push(index);
    return index;
  };
  return {
    index: await open(),
    another: open,
    async remove() {
      for (const index of opened) await index.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

testSearchAnswers('what the index in a SQLite file answers', openIndex);
testSearchIndex('the index in a SQLite file', openIndex);
