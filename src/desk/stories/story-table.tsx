import { Checkbox } from '@mantine/core';
import type { StoryRow } from '../../api/shapes/stories.ts';
import { StoryLine } from '../parts/story-line.tsx';
import { When } from '../parts/when.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';

/** Stories in rows that can be walked and chosen. */
export function StoryTable(props: {
  rows: readonly StoryRow[];
  /** The row that the keyboard stands on. */
  at: number;
  selected: ReadonlySet<number>;
  toggle: (id: number) => void;
  toggleAll: () => void;
}) {
  const { rows, at, selected, toggle, toggleAll } = props;
  const words = useWords();
  const count = useCount();
  return (
    <>
      <div className="story-table__head">
        <Checkbox
          aria-label={words.stories.selectAll}
          checked={selected.size > 0 && selected.size === rows.length}
          indeterminate={selected.size > 0 && selected.size < rows.length}
          onChange={toggleAll}
        />
      </div>
      <ul className="story-table" aria-label={words.stories.list}>
        {rows.map((story, index) => (
          <li key={story.id} data-row={index} data-here={index === at || undefined}>
            <Checkbox
              aria-label={words.stories.select(story.headline)}
              checked={selected.has(story.id)}
              onChange={() => toggle(story.id)}
            />
            <StoryLine story={story} />
            <div className="story-table__end">
              <span>{words.types[story.type]}</span>
              <span>{count(story.words, nouns.words)}</span>
              {story.publishedAt !== null && <When at={story.publishedAt} as="short" />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
