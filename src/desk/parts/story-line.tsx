import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StoryRow } from '../../api/shapes/stories.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { StateBadge } from './state-badge.tsx';
import './story-line.css';

/** One story in a list: its headline as the paper prints it, and where it stands. */
export function StoryLine(props: {
  story: StoryRow;
  /** Which moment matters in this list. */
  moment?: 'changed' | 'published' | 'scheduled';
  withState?: boolean;
  after?: ReactNode;
}) {
  const { story, moment = 'changed', withState = true, after } = props;
  const words = useWords();
  const dates = useDates();
  const facts: ReactNode[] = [];
  if (withState) facts.push(<StateBadge key="state" state={story.state} />);
  facts.push(<span key="section">{story.section?.name ?? words.story.noSection}</span>);
  if (story.author.name !== '') facts.push(<bdi key="author">{story.author.name}</bdi>);
  facts.push(<span key="moment">{momentOf(story, moment, words, dates)}</span>);
  if (story.hasChanges)
    facts.push(
      <span key="changes" className="story-line__care">
        {words.story.hasChanges}
      </span>,
    );
  if (story.priority !== 'normal')
    facts.push(
      <span key="priority" className="story-line__care">
        {words.story[story.priority]}
      </span>,
    );
  return (
    <div className="story-line">
      {story.kicker !== null && (
        <p className="story-line__kicker" dir="auto">
          {story.kicker}
        </p>
      )}
      <Link
        className="story-line__headline"
        dir="auto"
        to="/stories/$id"
        params={{ id: String(story.id) }}
      >
        {story.headline || words.story.untitled}
      </Link>
      <p className="story-line__facts">{facts}</p>
      {story.note !== null && story.state === 'returned' && (
        <p className="story-line__note" dir="auto">
          {story.note}
        </p>
      )}
      {after}
    </div>
  );
}

function momentOf(
  story: StoryRow,
  moment: 'changed' | 'published' | 'scheduled',
  words: ReturnType<typeof useWords>,
  dates: ReturnType<typeof useDates>,
): string {
  if (story.publishAt !== null && (moment === 'scheduled' || story.state === 'scheduled'))
    return words.story.scheduledFor(dates.near(story.publishAt));
  if (moment === 'published' && story.publishedAt !== null)
    return words.story.publishedAt(dates.near(story.publishedAt));
  return words.story.changedAt(dates.near(story.updatedAt));
}
