import { type RefObject, useEffect, useState } from 'react';
import type { StoryRow } from '../../api/shapes/stories.ts';

/**
 * Walks a list by keyboard: arrows (or J and K) move, Enter opens, X selects, / goes to the search.
 * @returns index of the row that the keys stand on; −1 before the first key.
 */
export function useListKeys(parts: {
  rows: readonly StoryRow[];
  open: (id: number) => void;
  toggle: (id: number) => void;
  search: RefObject<HTMLInputElement | null>;
  loadMore: () => void;
}): number {
  const { rows, open, toggle, search, loadMore } = parts;
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // By the key's place, so that an Arabic keyboard moves as well.
      const step =
        event.code === 'ArrowDown' || event.code === 'KeyJ'
          ? 1
          : event.code === 'ArrowUp' || event.code === 'KeyK'
            ? -1
            : 0;
      const row = rows[at];
      if (step !== 0) {
        event.preventDefault();
        const next = Math.max(0, Math.min(rows.length - 1, at + step));
        setAt(next);
        if (next >= rows.length - 3) loadMore();
        document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (event.code === 'Slash') {
        event.preventDefault();
        search.current?.focus();
      } else if (row !== undefined && event.code === 'KeyX') toggle(row.id);
      else if (row !== undefined && event.key === 'Enter' && event.target === document.body)
        open(row.id);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [rows, at, open, toggle, search, loadMore]);
  return Math.min(at, rows.length - 1);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;
