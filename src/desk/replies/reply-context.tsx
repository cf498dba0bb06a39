import { Link } from '@tanstack/react-router';
import type { ModeratedReply } from '../../api/shapes/comments.ts';
import { When } from '../parts/when.tsx';
import { useDates } from '../words/dates.ts';
import { useWords, type Words } from '../words/use-words.ts';

/** What speaks for a reply and against it: why it is here, who wrote it, what readers reported. */
export function ReplyContext({ reply }: { reply: ModeratedReply }) {
  const words = useWords();
  const texts = words.replies;
  return (
    <div className="reply-context">
      {reply.reports.length > 0 && (
        <section>
          <h2>{texts.reportsTitle}</h2>
          <ul>
            {reply.reports.map(({ reason, note, at }) => (
              <li key={`${at} ${reason}`}>
                <strong>{texts.reportReasons[reason]}</strong> <When at={at} />
                {note !== null && <p dir="auto">{note}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{texts.why}</h2>
        {reply.decisions.length === 0 ? (
          <p>{texts.noReason}</p>
        ) : (
          <ol>
            {reply.decisions.map((decision, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: decisions are only ever added.
              <li key={index} data-outcome={decision.outcome}>
                {sentence(decision, texts)}
                {decision.phase === 'moderator' && (
                  <>
                    {' '}
                    <When at={decision.at} />
                  </>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <Reader reply={reply} />
      <section className="reply-context__links">
        {reply.story.path !== null && (
          <a href={`${reply.story.path}#comment-${reply.id}`} target="_blank" rel="noopener">
            {texts.openStory}
          </a>
        )}
        <Link to="/replies" search={(before) => ({ ...before, story: reply.story.id })}>
          {texts.onlyStory}
        </Link>
      </section>
    </div>
  );
}

/** A decision as a sentence; a reason that the desk does not know yet is named as it is. */
function sentence(
  { phase, outcome, reason, by }: ModeratedReply['decisions'][number],
  texts: Words['replies'],
): string {
  const known: Record<string, string> = texts.reasons;
  if (phase === 'moderator') {
    const said: Record<string, (by: string) => string> = texts.moderated;
    return said[outcome]?.(by ?? texts.phases.moderator) ?? outcome;
  }
  if (phase === 'reader') return texts.reportedBy;
  const own: Record<string, string> = texts.byWriter;
  return known[reason] ?? own[outcome] ?? reason;
}

function Reader({ reply }: { reply: ModeratedReply }) {
  const words = useWords();
  const dates = useDates();
  const texts = words.replies;
  const { reader } = reply;
  if (reader === null)
    return (
      <section>
        <h2>{texts.reader}</h2>
        <p>{texts.noReader}</p>
      </section>
    );
  const { approved, rejected } = reader;
  const isNew = approved + rejected === 0 && reader.recent.length === 0;
  return (
    <section>
      <h2>
        {texts.reader}
        {reader.standing !== 'known' && `: ${texts.standings[reader.standing]}`}
      </h2>
      <p>
        {isNew ? texts.firstTime : texts.record(dates.number(approved), dates.number(rejected))}
        {!isNew && ` · ${texts.since(dates.near(reader.firstAt))}`}
      </p>
      {reader.note !== null && (
        <p className="reply-context__note" dir="auto">
          {reader.note}
        </p>
      )}
      {reader.recent.length > 0 && (
        <>
          <h3>{texts.recent}</h3>
          <ul className="reply-context__recent">
            {reader.recent.map(({ id, text, state, at }) => (
              <li key={id}>
                <span className="reply-context__state" data-shade={state}>
                  {texts.states[state]}
                </span>{' '}
                <When at={at} />
                <p dir="auto">{text}</p>
              </li>
            ))}
          </ul>
          <Link to="/replies" search={(before) => ({ ...before, reader: reader.id })}>
            {texts.onlyReader}
          </Link>
        </>
      )}
    </section>
  );
}
