import { Button } from '@mantine/core';
import type { StoryRow } from '../../api/shapes/stories.ts';
import { StoryLine } from '../parts/story-line.tsx';
import { useWords } from '../words/use-words.ts';
import { type Arrangement, withBreaking, withLead, withPinned } from './arrangement.ts';
import { carry } from './drag.ts';

const breakingFor = 3 * 3_600_000;

/** What is published and could stand at the head. */
export function CandidateList(props: {
  rows: readonly StoryRow[];
  page: Arrangement;
  onChange: ((page: Arrangement) => void) | undefined;
}) {
  const { rows, page, onChange } = props;
  const words = useWords();
  const placed = new Set([page.lead, ...page.pinned, ...page.breaking.map(({ id }) => id)]);
  const free = rows.filter(({ id }) => !placed.has(id));
  if (free.length === 0) return <p className="front__empty">{words.front.candidatesEmpty}</p>;
  return (
    <ul>
      {free.map((story) => (
        <li
          key={story.id}
          draggable={onChange !== undefined}
          onDragStart={(event) => carry(event, story.id)}
        >
          <StoryLine
            story={story}
            moment="published"
            withState={false}
            after={
              onChange && (
                <div className="front__buttons">
                  {(
                    [
                      [words.front.makeLead, () => withLead(page, story.id)],
                      [words.front.pin, () => withPinned(page, story.id)],
                      [
                        words.front.makeBreaking,
                        () => withBreaking(page, story.id, Date.now() + breakingFor),
                      ],
                    ] as const
                  ).map(([name, next]) => (
                    <Button
                      key={name}
                      size="xs"
                      variant="subtle"
                      aria-label={`${name}: ${story.headline}`}
                      onClick={() => onChange(next())}
                    >
                      {name}
                    </Button>
                  ))}
                </div>
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
