import type { Reading } from './step.ts';

/** What the page calls its outlet, as far as it is known. */
export function siteNames({ head, found }: Pick<Reading, 'head' | 'found'>): string[] {
  return [head.siteName, found.sourceName].filter((name): name is string => name !== null);
}
