import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { ModeratedReply } from '../../api/shapes/comments.ts';
import { When } from '../parts/when.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { type Hit, MarkedText } from './marked-text.tsx';

/** From here on a reply's risk is worth a word. */
const noticeable = 25;

/**
 * One reply in the queue, as it would be read, with what it answers. Only the cards that change are
 * drawn again: there may be hundreds, and a decision must not wait for them.
 */
export const ReplyCard = memo(function ReplyCard(props: {
  reply: ModeratedReply;
  /** The keys stand on it. */
  isHere: boolean;
  isSelected: boolean;
  find: (text: string) => Hit[];
  onStand: (id: number) => void;
  onSelect: (id: number) => void;
  /** The list mixes states. */
  withState?: boolean;
}) {
  const { reply, isHere, isSelected, find, onStand, onSelect, withState = false } = props;
  const words = useWords();
  const texts = words.replies;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the queue do the same.
    <article
      className="reply-card"
      data-reply={reply.id}
      data-here={isHere || undefined}
      aria-current={isHere || undefined}
      aria-label={texts.replyOf(reply.name)}
      onClick={() => onStand(reply.id)}
    >
      <Checkbox
        className="reply-card__select"
        aria-label={texts.select(reply.name)}
        checked={isSelected}
        onChange={() => onSelect(reply.id)}
      />
      <div className="reply-card__main">
        <header className="reply-card__head">
          <bdi className="reply-card__name">{reply.name}</bdi>
          <When at={reply.createdAt} />
          <Badges reply={reply} withState={withState} />
        </header>
        <p className="reply-card__story">
          {reply.story.section !== null && <span>{reply.story.section}</span>}
          <bdi>{reply.story.headline}</bdi>
        </p>
        {reply.parent !== null && (
          <blockquote className="reply-card__parent">
            <span>
              {texts.answers} <bdi>{reply.parent.name}</bdi>
            </span>
            <p dir="auto">{reply.parent.text}</p>
          </blockquote>
        )}
        <div className="reply-text" dir="auto">
          <MarkedText text={reply.text} hits={find(reply.text)} />
        </div>
      </div>
    </article>
  );
});

function Badges({ reply, withState }: { reply: ModeratedReply; withState: boolean }) {
  const words = useWords();
  const dates = useDates();
  const count = useCount();
  const texts = words.replies;
  const standing = reply.reader?.standing ?? 'known';
  return (
    <span className="reply-card__badges">
      {withState && <span data-shade={reply.state}>{texts.states[reply.state]}</span>}
      {reply.unproven && <span>{texts.unproven}</span>}
      {reply.risk >= noticeable && (
        <span data-shade="care">{texts.risk(dates.number(reply.risk))}</span>
      )}
      {reply.reports.length > 0 && (
        <span data-shade="care">{count(reply.reports.length, nouns.reports)}</span>
      )}
      {reply.flagged && <span data-shade="flag">{texts.flagged}</span>}
      {standing !== 'known' && (
        <span data-shade={standing === 'banned' ? 'care' : 'good'}>
          {texts.standings[standing]}
        </span>
      )}
      {reply.editedAt !== null && <span>{texts.edited}</span>}
    </span>
  );
}
