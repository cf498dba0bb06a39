import type { ReplyView } from '../../api/shapes/comments.ts';

export const views = ['held', 'unproven', 'reported', 'flagged', 'approved', 'rejected'] as const;
export type View = (typeof views)[number] & ReplyView;
export const ages = { hour: 1, six: 6, day: 24 } as const;
export type Age = keyof typeof ages;

/** What of the replies is shown, as it stands in the address. */
export interface ReplyFilters {
  view?: View;
  story?: number;
  section?: number;
  reader?: number;
  phase?: string;
  q?: string;
  age?: Age;
}

/** Takes from an address what can be a filter, and leaves the rest. */
export function parseReplyFilters(search: Record<string, unknown>): ReplyFilters {
  const filters: ReplyFilters = {};
  // Always said, so that its tab knows itself.
  filters.view = views.find((one) => one === search.view) ?? 'held';
  for (const name of ['story', 'section', 'reader'] as const) {
    const value = Number(search[name]);
    if (Number.isSafeInteger(value) && value > 0) filters[name] = value;
  }
  for (const name of ['phase', 'q'] as const) {
    const value = search[name];
    const said = typeof value === 'number' ? String(value) : value;
    if (typeof said === 'string' && said.trim() !== '') filters[name] = said.slice(0, 200);
  }
  if (typeof search.age === 'string' && search.age in ages) filters.age = search.age as Age;
  return filters;
}

/** The filter as the API takes it, in an address or a body. */
export function apiFilter(filters: ReplyFilters, now: number): Record<string, string | number> {
  const { age, view = 'held', ...rest } = filters;
  return {
    view,
    ...rest,
    ...(age === undefined ? {} : { to: now - ages[age] * 3_600_000 }),
  };
}

export const queryOf = (filter: Record<string, string | number>): string =>
  String(new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)])));

/** Whether anything but the view narrows the list. */
export const isNarrowed = ({ view: _view, ...rest }: ReplyFilters): boolean =>
  Object.keys(rest).length > 0;
