import { addDays, isRealDay } from '../../arabic/zoned.ts';

/** The terms by which a story of that day is found: its year, its month, its day. */
export function dayTerms(day: string): string[] {
  return [
    `y${day.slice(0, 4)}`,
    `m${day.slice(0, 7).replace('-', '')}`,
    `d${day.replaceAll('-', '')}`,
  ];
}

const first = '1900-01-01';
const last = '2199-12-31';
const isFirstOf = (day: string, what: 'month' | 'year'): boolean =>
  day.endsWith(what === 'year' ? '-01-01' : '-01');

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next =
    month === 12
      ? `${year + 1}-01-01`
      : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/**
 * The fewest terms that together cover the days from one to the other, both included: whole years,
 * then whole months, then days. Null when every day is covered; empty when none is. A day that does
 * not exist sets no bound.
 */
export function rangeTerms(from: string | undefined, to: string | undefined): string[] | null {
  const begin = from !== undefined && isRealDay(from) && from > first ? from : first;
  const end = to !== undefined && isRealDay(to) && to < last ? to : last;
  if (begin === first && end === last) return null;
  const terms: string[] = [];
  let day = begin;
  while (day <= end) {
    const endOfYear = `${day.slice(0, 4)}-12-31`;
    const endOfMonth = lastOfMonth(day);
    if (isFirstOf(day, 'year') && endOfYear <= end) {
      terms.push(`y${day.slice(0, 4)}`);
      day = addDays(endOfYear, 1);
    } else if (isFirstOf(day, 'month') && endOfMonth <= end) {
      terms.push(`m${day.slice(0, 7).replace('-', '')}`);
      day = addDays(endOfMonth, 1);
    } else {
      terms.push(`d${day.replaceAll('-', '')}`);
      day = addDays(day, 1);
    }
  }
  return terms;
}
