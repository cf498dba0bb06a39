import { useEffect, useState } from 'react';
import { useDates } from '../../words/dates.ts';
import { phaseOf, type SaveState } from '../saving/save-state.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useSaveState } from '../use-story-work.ts';

/** Where the text is kept, in so many words and never more than is true. */
export function SaveLine({ work, onCompare }: { work: StoryWork; onCompare: () => void }) {
  const words = useEditorWords();
  const dates = useDates();
  const state = useSaveState(work);
  useMinutes();
  const phase = phaseOf(state);
  const isTrouble = ['offline', 'expired', 'conflict', 'refused'].includes(phase);
  return (
    <span className="save-line" data-phase={phase}>
      <span className="save-line__version">{words.bar.version(dates.number(state.version))}</span>
      <span aria-hidden> · </span>
      <span role={isTrouble ? 'alert' : 'status'}>{said(state, words, dates.near)}</span>
      {phase === 'conflict' && (
        <button type="button" className="text-button" onClick={onCompare}>
          {words.bar.compare}
        </button>
      )}
    </span>
  );
}

function said(
  state: SaveState,
  words: ReturnType<typeof useEditorWords>,
  near: (at: number) => string,
): string {
  const { bar } = words;
  const phase = phaseOf(state);
  const at = state.keptAt === null ? null : near(Math.min(state.keptAt, Date.now()));
  switch (phase) {
    case 'saved':
      return at === null ? bar.saved : bar.savedAt(at);
    case 'kept':
      return at === null ? bar.kept : bar.keptAt(at);
    case 'refused':
      return bar.refused(state.trouble?.kind === 'refused' ? state.trouble.message : '');
    default:
      return bar[phase];
  }
}

/** «قبل دقيقة» grows old while nobody types. */
function useMinutes(): void {
  const [, setNow] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
}
