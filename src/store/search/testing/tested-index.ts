import { afterEach, beforeEach } from 'vitest';
import type { IndexedStory, SearchFilters, SearchIndex, SearchResult } from '../search-index.ts';

export interface OpenedIndex {
  index: SearchIndex;
  /** A second opening of the same index, as by another process. */
  another(): Promise<SearchIndex>;
  remove(): Promise<void>;
}

/** When every test searches. */
export const now = Date.UTC(2021, 6, 24, 9);

/** A story with what the test is about put in. */
export function story(id: number, over: Partial<IndexedStory> = {}): IndexedStory {
  return {
    id,
    headline: 'عنوان',
    body: 'متن قصير',
    at: now - id * 86_400_000,
    day: '2021-07-01',
    sectionId: null,
    topicIds: [],
    personIds: [],
    ...over,
  };
}

/** An index that is opened anew for every test of the `describe` it is called in. */
export interface TestedIndex {
  readonly opened: OpenedIndex;
  readonly index: SearchIndex;
  put(...stories: IndexedStory[]): Promise<void>;
  ask(query: string, filters?: SearchFilters): Promise<SearchResult>;
  idsFor(query: string, filters?: SearchFilters): Promise<number[]>;
}

export function testedIndex(open: () => Promise<OpenedIndex>): TestedIndex {
  let opened: OpenedIndex;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());
  const ask: TestedIndex['ask'] = (query, filters = {}) =>
    opened.index.search({ query, filters, limit: 50, now });
  return {
    get opened() {
      return opened;
    },
    get index() {
      return opened.index;
    },
    put: (...stories) => opened.index.apply(stories, [], {}),
    ask,
    idsFor: async (query, filters) => (await ask(query, filters)).matches.map(({ id }) => id),
  };
}
