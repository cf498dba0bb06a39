import type { Child } from 'hono/jsx';
import { writeNumber } from '../../arabic/digits.ts';
import { formatDate, formatTime } from '../../arabic/format-date.ts';
import { dayOf } from '../../arabic/zoned.ts';
import type { PublicComment, Thread } from '../../newsroom/comments/comment.ts';
import { replyParagraphs } from './reply-text.tsx';
import type { Sheet } from './sheet.ts';

/** Under which story replies stand, and whether they may be answered. */
export interface RepliesPlace {
  sheet: Sheet;
  /** Path of the story. */
  path: string;
  open: boolean;
}

/** Address of a reply that stays good: its thread, and in it the reply itself. */
export const replyPath = (storyPath: string, id: number): string => `${storyPath}/replies/${id}`;

/** The time today, else day and time, with its year only when that is not this one. */
export function replyTime(sheet: Sheet, at: number): string {
  const { dates, today, words } = sheet;
  const day = dayOf(at, dates.timeZone);
  const time = formatTime(at, dates);
  if (day === today) return time;
  const year = day.slice(0, 4) !== today.slice(0, 4);
  return words.story.moment(formatDate(at, dates, { weekday: false, year }), time);
}

/** Who, when, what, and what may be done about it. */
function Reply(props: { place: RepliesPlace; reply: PublicComment; children?: Child }) {
  const { place, reply, children } = props;
  const { sheet } = place;
  const words = sheet.words.comments;
  const { id, name, text, createdAt, editedAt } = reply;
  const path = replyPath(place.path, id);
  return (
    <article id={`comment-${id}`}>
      <header>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <a href={`${path}#comment-${id}`} rel="nofollow">
          <time datetime={new Date(createdAt).toISOString()}>{replyTime(sheet, createdAt)}</time>
        </a>
        {editedAt === null ? null : <span>{words.edited}</span>}
      </header>
      {replyParagraphs(text)}
      <footer>
        {place.open ? (
          <a href={`${path}#reply`} rel="nofollow">
            {words.answer}
          </a>
        ) : null}
        <a href={`${path}/report`} rel="nofollow">
          {words.report}
        </a>
      </footer>
      {children}
    </article>
  );
}

/** A reply of the first level with the answers that are given, and the way to the others. */
export function ThreadOf(props: { place: RepliesPlace; thread: Thread; whole?: boolean }) {
  const { place, thread, whole = false } = props;
  const { sheet } = place;
  const words = sheet.words.comments;
  const more = whole ? 0 : thread.answerCount - thread.answers.length;
  const answers = (
    <>
      {thread.answers.map((answer) => (
        <Reply place={place} reply={answer} />
      ))}
      {more > 0 ? (
        <p class="rest">
          <a href={replyPath(place.path, thread.id)} rel="nofollow">
            {words.rest(writeNumber(more, sheet.dates.digits))}
          </a>
        </p>
      ) : null}
    </>
  );
  if (thread.deleted)
    return (
      <article id={`comment-${thread.id}`}>
        <p class="gap">{words.gap}</p>
        {answers}
      </article>
    );
  return (
    <Reply place={place} reply={thread}>
      {answers}
    </Reply>
  );
}
