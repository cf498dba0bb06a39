import type { StoryListQuery } from '../../api/shapes/stories.ts';

/** The stories list's filters, as they stand in the address. */
export interface StoryFilters {
  state?: string;
  section?: number;
  author?: string;
  person?: number;
  topic?: number;
  /** Days, '2026-07-26'. */
  from?: string;
  to?: string;
  q?: string;
  sort?: NonNullable<StoryListQuery['sort']>;
}

const sorts = ['updated', 'published', 'created'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Takes from an address what can be a filter, and leaves the rest. */
export function parseFilters(search: Record<string, unknown>): StoryFilters {
  const filters: StoryFilters = {};
  const text = (name: string, most: number): string | undefined => {
    const value = search[name];
    const said = typeof value === 'number' ? String(value) : value;
    return typeof said === 'string' && said.trim() !== '' ? said.slice(0, most) : undefined;
  };
  const number = (name: string): number | undefined => {
    const value = Number(text(name, 20));
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  const put = <K extends keyof StoryFilters>(name: K, value: StoryFilters[K] | undefined): void => {
    if (value !== undefined) filters[name] = value;
  };
  put('state', text('state', 200));
  put('section', number('section'));
  put('author', text('author', 64));
  put('person', number('person'));
  put('topic', number('topic'));
  for (const name of ['from', 'to'] as const) {
    const value = text(name, 10);
    if (value !== undefined && day.test(value)) filters[name] = value;
  }
  put('q', text('q', 200));
  const sort = sorts.find((one) => one === search.sort);
  if (sort !== undefined && sort !== 'updated') filters.sort = sort;
  return filters;
}

/** The list's address in the API. */
export function listPath(
  filters: StoryFilters,
  startOf: (day: string) => number,
  cursor: string | null,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (name !== 'from' && name !== 'to') query.set(name, String(value));
  if (filters.from !== undefined) query.set('from', String(startOf(filters.from)));
  // The day itself belongs to the range.
  if (filters.to !== undefined) query.set('to', String(startOf(filters.to) + 86_400_000 - 1));
  if (cursor !== null) query.set('cursor', cursor);
  return `/stories?${query}`;
}
