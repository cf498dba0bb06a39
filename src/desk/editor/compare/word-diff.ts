import { diffArrays } from 'diff';

/** A run of text that both have, that only the first has, or only the second. */
export interface Part {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Words with their tashkeel, figures with their separators, spaces, and every other sign alone. */
const token = /[\p{L}\p{M}ـ][\p{L}\p{M}\p{N}ـ]*|\p{N}+(?:[.,٫٬:/]\p{N}+)*|\s+|[\s\S]/gu;
const tokens = (text: string): string[] => text.match(token) ?? [];
const isSpace = (text: string): boolean => /^\s+$/u.test(text);

/**
 * What changed between two texts, by whole words: an Arabic word whose letters join is never cut in
 * the middle. One change over several words is shown as one, not as a chain of small ones.
 */
export function diffWords(before: string, after: string): Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const raw = diffArrays(tokens(before), tokens(after)).map(
    ({ added, removed, value }): Part => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  const parts: Part[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  raw.forEach((part, index) => {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (isSpace(part.text) && removed + added !== '' && index < raw.length - 1) {
      // A lone space between two changed words belongs to the change.
      removed += removed === '' ? '' : part.text;
      added += added === '' ? '' : part.text;
      if (removed === '' || added === '') {
        flush();
        parts.push(part);
      }
    } else {
      flush();
      parts.push(part);
    }
  });
  flush();
  return parts;
}

/** How much of the longer text's words the two share, from 0 to 1. */
export function similarity(a: string, b: string): number {
  const words = (text: string): string[] => tokens(text).filter((one) => !isSpace(one));
  const left = words(a);
  const right = words(b);
  const most = Math.max(left.length, right.length);
  if (most === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(word, count - 1);
  }
  return shared / most;
}
