import type { StoryRow } from '../../api/shapes/stories.ts';
import { useWords } from '../words/use-words.ts';
import './state-badge.css';

/** Where a story stands, by word first and by shade second. */
export function StateBadge({ state }: { state: StoryRow['state'] }) {
  const words = useWords();
  return (
    <span className="state-badge" data-state={state}>
      {words.states[state]}
    </span>
  );
}
