import { diffArrays } from 'diff';
import type { Block, Body } from '../document/convert.ts';
import { comparableText } from './body-text.ts';
import { diffWords, type Part, similarity } from './word-diff.ts';

/** One block of a comparison: untouched, or what became of it. */
export type BlockChange =
  | { kind: 'same'; block: Block }
  | { kind: 'changed'; before: Block; after: Block; parts: Part[] }
  | { kind: 'removed'; block: Block }
  | { kind: 'added'; block: Block };

const key = (block: Block): string => JSON.stringify(block);
/** Below this two paragraphs are two, not one that was rewritten. */
const alike = 0.3;

/** What changed between two bodies: block by block, and by words within a block that was edited. */
export function diffBodies(before: Body, after: Body): BlockChange[] {
  const changes: BlockChange[] = [];
  let removed: Block[] = [];
  let added: Block[] = [];
  const flush = (): void => {
    changes.push(...paired(removed, added));
    removed = [];
    added = [];
  };
  let from = 0;
  let to = 0;
  for (const run of diffArrays(before.content.map(key), after.content.map(key))) {
    const { length } = run.value;
    if (run.added) {
      added.push(...after.content.slice(to, to + length));
      to += length;
    } else if (run.removed) {
      removed.push(...before.content.slice(from, from + length));
      from += length;
    } else {
      flush();
      for (const block of after.content.slice(to, to + length))
        changes.push({ kind: 'same', block });
      from += length;
      to += length;
    }
  }
  flush();
  return changes;
}

/** Matches what went with what came, in order, so that the likest meet. */
function paired(removed: readonly Block[], added: readonly Block[]): BlockChange[] {
  const left = removed.map(comparableText);
  const right = added.map(comparableText);
  // best[i][j]: the most likeness that removed[i…] and added[j…] can have.
  const best = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  const like = (i: number, j: number): number => {
    const score = similarity(left[i] ?? '', right[j] ?? '');
    return score >= alike && removed[i]?.type === added[j]?.type ? score : -1;
  };
  const isBig = left.length * right.length > 4000;
  if (!isBig)
    for (let i = left.length - 1; i >= 0; i -= 1)
      for (let j = right.length - 1; j >= 0; j -= 1) {
        const meet = like(i, j);
        const row = best[i];
        if (row === undefined) continue;
        row[j] = Math.max(
          best[i + 1]?.[j] ?? 0,
          row[j + 1] ?? 0,
          meet < 0 ? 0 : meet + (best[i + 1]?.[j + 1] ?? 0),
        );
      }
  const changes: BlockChange[] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length || j < added.length) {
    const before = removed[i];
    const after = added[j];
    if (before !== undefined && after !== undefined) {
      const meet = isBig ? 0 : like(i, j);
      const here = best[i]?.[j] ?? 0;
      if (isBig || (meet >= 0 && here === meet + (best[i + 1]?.[j + 1] ?? 0))) {
        changes.push({
          kind: 'changed',
          before,
          after,
          parts: diffWords(left[i] ?? '', right[j] ?? ''),
        });
        i += 1;
        j += 1;
        continue;
      }
      if (here === (best[i + 1]?.[j] ?? 0)) {
        changes.push({ kind: 'removed', block: before });
        i += 1;
      } else {
        changes.push({ kind: 'added', block: after });
        j += 1;
      }
    } else if (before !== undefined) {
      changes.push({ kind: 'removed', block: before });
      i += 1;
    } else if (after !== undefined) {
      changes.push({ kind: 'added', block: after });
      j += 1;
    }
  }
  return changes;
}
