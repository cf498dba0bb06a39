import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import {
  type CheckState,
  type Found,
  isMarked,
  markKind,
  type StoryCheck,
  shownRange,
} from './story-check.ts';
import type { Place } from './units.ts';
import './finding-marks.css';

export const CheckContext = createContext<StoryCheck | null>(null);

export const useCheckState = (check: StoryCheck): CheckState =>
  useSyncExternalStore(check.subscribe, check.state);

/** How many findings wait for somebody, notes aside. */
export const useFoundCount = (check: StoryCheck): number =>
  useSyncExternalStore(
    check.subscribe,
    () => check.state().found.filter(({ severity }) => severity !== 'info').length,
  );

const nothing: readonly Found[] = [];
const never = (): (() => void) => () => undefined;

/** What was found in one line of the page, to be shown behind it. */
export function useFoundAt(isAt: (place: Place) => boolean): readonly Found[] {
  const check = useContext(CheckContext);
  const state = useSyncExternalStore<CheckState | null>(
    check?.subscribe ?? never,
    () => check?.state() ?? null,
  );
  const here = [...(state?.found ?? nothing), ...(state?.unknown ?? nothing)]
    .filter(({ place }) => isAt(place))
    .sort((a, b) => a.start - b.start);
  return here.length === 0 ? nothing : here;
}

/** The twin of a field that is written in: the same letters, unseen, with the marks below them. */
export function FieldMarks({ text, found }: { text: string; found: readonly Found[] }) {
  const check = useContext(CheckContext);
  const state = useSyncExternalStore<CheckState | null>(
    check?.subscribe ?? never,
    () => check?.state() ?? null,
  );
  const parts = useMemo(() => {
    const marked: { key: string; text: string; mark: Found | null }[] = [];
    let from = 0;
    for (const one of found) {
      const { start, end } = shownRange(one, text.length);
      const isHidden = !isMarked(one, state?.showsNotes === true);
      // What was typed since the last reading may have moved it.
      if (start < from || isHidden || text.slice(one.start, one.end) !== one.text) continue;
      marked.push({ key: `before ${one.id}`, text: text.slice(from, start), mark: null });
      marked.push({ key: one.id, text: text.slice(start, end), mark: one });
      from = end;
    }
    return [...marked, { key: 'rest', text: text.slice(from), mark: null }];
  }, [text, found, state?.showsNotes]);
  if (found.length === 0) return null;
  return (
    <span className="growing-text__marks" aria-hidden dir="auto">
      {parts.map(({ key, text: part, mark }) =>
        mark === null ? (
          part
        ) : (
          <span
            key={key}
            className={`finding-mark finding-mark--${markKind(mark)}${mark.id === state?.current ? ' finding-mark--current' : ''}`}
            data-finding={mark.id}
          >
            {part}
          </span>
        ),
      )}
    </span>
  );
}
