import type { Narrowing } from './search-form.tsx';

/** How many results a search shows: as many as it opens with, then more each time somebody asks. */
export const usualHits = 20;
export const mostHits = 200;
const steps = [usualHits, 60, mostHits];

/** The next larger number of results; null where there are as many as there can be. */
export const moreThan = (limit: number): number | null => steps.find((n) => n > limit) ?? null;

/** The address of a search, with all that narrows it down; what is empty is left out. */
export function searchAddress(
  query: string,
  narrowing: Narrowing,
  limit: number = usualHits,
): string {
  const { section, within = [], from, to } = narrowing;
  const asked = new URLSearchParams({ q: query });
  const fields = [
    ['section', section],
    ...within.map(({ kind, slug }) => [kind, slug] as const),
    ['from', from],
    ['to', to],
  ] as const;
  for (const [name, value] of fields) if (value) asked.set(name, value);
  if (limit !== usualHits) asked.set('limit', String(limit));
  return `/search?${asked}`;
}
