import type { Finding, Severity } from './rule.ts';

/** What can be mended by itself: ranges of one text. */
export type Fixable = Pick<Finding, 'start' | 'end' | 'fixes' | 'severity' | 'autofix'>;

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** The safe fixes of errors and warnings that do not touch one another, in order. */
export function safeFixes<F extends Fixable>(findings: readonly F[]): F[] {
  const wanted = findings
    .filter(
      ({ autofix, severity, fixes }) => autofix && severity !== 'info' && fixes[0] !== undefined,
    )
    .sort(
      (a, b) => gravity[b.severity] - gravity[a.severity] || a.start - b.start || b.end - a.end,
    );
  const taken: F[] = [];
  // Sorted by gravity the list is not in order of place, so that each is held against those taken.
  const places = new Map<number, F[]>();
  const near = ({ start, end }: F): F[] => {
    const found: F[] = [];
    for (let cell = start >> CELL; cell <= end >> CELL; cell += 1)
      found.push(...(places.get(cell) ?? []));
    return found;
  };
  for (const one of wanted) {
    if (near(one).some((other) => one.start < other.end && other.start < one.end)) continue;
    taken.push(one);
    for (let cell = one.start >> CELL; cell <= one.end >> CELL; cell += 1)
      places.set(cell, [...(places.get(cell) ?? []), one]);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Texts are looked over in cells of 64 units. */
const CELL = 6;

/** A text with the first fix of each finding; the findings lie apart and in order. */
export function applyFixes(text: string, fixes: readonly Fixable[]): string {
  let out = '';
  let from = 0;
  for (const {
    start,
    end,
    fixes: [fix = ''],
  } of fixes) {
    out += text.slice(from, start) + fix;
    from = end;
  }
  return out + text.slice(from);
}

/** How often a text is read again: one fix may bring another fault to light, three in a row hardly. */
const MOST_ROUNDS = 6;

/**
 * A text with all safe fixes, so that fixing it again changes nothing.
 *
 * @param check what finds the faults of a text
 */
export function fixSafely(text: string, check: (text: string) => readonly Fixable[]): string {
  let now = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = applyFixes(now, safeFixes(check(now)));
    if (next === now) break;
    now = next;
  }
  return now;
}
