import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FtsIndex } from './fts-index.ts';
import type { SearchIndex } from './search-index.ts';
import { testSearchIndex } from './testing/search-index-contract.ts';

testSearchIndex('the index in a SQLite file', async () => {
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
});
