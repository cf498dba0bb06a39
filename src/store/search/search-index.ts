/**
 * What a search index must do, whatever engine is behind it. The contract is tested by
 * `testing/search-answers-contract.ts` and `testing/search-index-contract.ts`; docs/adr/006 says how a
 * search cluster would plug in.
 */
export interface SearchIndex {
  /** The change that it has followed up to; null before it has been built. */
  followedTo(): Promise<number | null>;
  /** The last story id that an unfinished build has reached; null when none is under way. */
  builtTo(): Promise<number | null>;
  /**
   * Puts the given stories in, takes the given ids out, and remembers how far we are, all of it or
   * nothing.
   */
  apply(
    put: readonly IndexedStory[],
    remove: readonly number[],
    progress: IndexProgress,
  ): Promise<void>;
  /** Any query gets an answer. */
  search(request: SearchRequest): Promise<SearchResult>;
  /**
   * Ids of all stories with every word that was typed, the last of them perhaps only begun; unlike
   * {@link search} in no order of worth. Where more match than the limit, those with the highest ids.
   */
  matching(request: MatchRequest): Promise<number[]>;
  /**
   * Does some milliseconds of what makes later searches quicker; to be asked again, when there is no
   * search to answer, as long as it says that there is more.
   */
  readAhead(): Promise<boolean>;
  /** Words that stories hold and that begin so, the commonest first, as they are written in search. */
  complete(prefix: string, limit: number): Promise<string[]>;
  /** Stories that speak of the same, best first; those published later than it are left out. */
  findRelated(id: number, limit: number): Promise<number[]>;
  /** What {@link keepRelated} kept for the story; null when nothing was. */
  related(id: number): Promise<number[] | null>;
  keepRelated(kept: ReadonlyMap<number, readonly number[]>): Promise<void>;
  /** Stories for which nothing is kept yet, newest first. */
  withoutRelated(limit: number): Promise<number[]>;
  /** Ids of its stories after the given one, in order. */
  ids(after: number, limit: number): Promise<number[]>;
  size(): Promise<IndexSize>;
  /** Forgets everything, so that the next catching up builds it anew. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** What the index needs of one story. */
export interface IndexedStory {
  id: number;
  /** Kicker, headline and deck, on lines. */
  headline: string;
  /** Plain text of the rest; snippets are cut from it. */
  body: string;
  /** Instant by which stories are ranked when all else is equal, epoch milliseconds. */
  at: number;
  /** Its day in the newsroom's time zone, YYYY-MM-DD. */
  day: string;
  sectionId: number | null;
  topicIds: readonly number[];
  personIds: readonly number[];
  /** How far its work has come. Only the desk knows more than one. */
  state?: string;
  /** The user who began it. Only the desk asks for that. */
  authorId?: string;
}

export interface IndexProgress {
  followedTo?: number | null;
  builtTo?: number | null;
}

export interface SearchFilters {
  sectionId?: number;
  topicId?: number;
  personId?: number;
  /** A user's id. */
  authorId?: string;
  /** Any of these. Stories that were put in without a state are in none. */
  states?: readonly string[];
  /** Days of the newsroom, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
}

export interface SearchRequest {
  /** What somebody typed. */
  query: string;
  limit: number;
  filters?: SearchFilters;
  /** The present, epoch milliseconds; newer stories weigh slightly more. */
  now: number;
}

export type MatchRequest = Pick<SearchRequest, 'query' | 'limit' | 'filters'>;

export interface IndexMatch {
  id: number;
  /** Higher is better. */
  score: number;
  /** Plain text around the matches, cut between words; `marks` are [start, end) UTF-16 ranges in it. */
  snippet: string;
  marks: [number, number][];
}

export interface SearchResult {
  total: number;
  matches: IndexMatch[];
  /** Stems that count as what was asked for, to light them up elsewhere. */
  stems: string[];
  /** What may have been meant, where something that was typed is not found. */
  suggestion: string | null;
}

export interface IndexSize {
  stories: number;
  words: number;
  bytes: number;
}
