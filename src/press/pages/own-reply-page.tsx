import { formatTime } from '../../arabic/format-date.ts';
import { longestReply } from '../../newsroom/comments/comment.ts';
import type { OwnReply } from '../../newsroom/comments/own.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { pageOf } from '../components/page.tsx';
import { RepliesHead } from '../components/replies-head.tsx';
import { replyPath, replyTime } from '../components/reply.tsx';
import { type Problem, problemText } from '../components/reply-form.tsx';
import { replyParagraphs } from '../components/reply-text.tsx';
import { openSheet, type Sheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

export interface OwnReplyPage {
  own: OwnReply;
  /** What was typed and could not be kept, and why; `late` where its time was over. */
  typed?: { text: string; problems: readonly Problem[] | 'late' };
}

function State({ sheet, own }: { sheet: Sheet; own: OwnReply }) {
  const words = sheet.words.comments.own;
  const { title, text } = words[own.state];
  const { challenge } = own;
  return (
    <div
      class={`state ${own.state}`}
      role="status"
      data-challenge={challenge?.token}
      data-bits={challenge?.bits}
    >
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
      {challenge === null ? null : (
        <>
          <p hidden data-when="proving">
            {words.proving}
          </p>
          <p hidden data-when="unproved">
            {words.unproved}
          </p>
        </>
      )}
      {own.state === 'approved' ? (
        <p class="actions">
          <a class="action" href={`${replyPath(storyPath(own.story), own.id)}#comment-${own.id}`}>
            {words.read}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** What its writer may still do: change it, delete it. Two buttons, no script. */
function Changing({ sheet, page }: { sheet: Sheet; page: OwnReplyPage }) {
  const { own, typed } = page;
  const { comments } = sheet.words;
  const words = comments.own;
  const problems = typed === undefined || typed.problems === 'late' ? [] : typed.problems;
  if (own.changeableUntil === null) return <p class="till">{words.over}</p>;
  const shown = typed?.text ?? own.text;
  return (
    <>
      <p class="till">{words.until(formatTime(own.changeableUntil, sheet.dates))}</p>
      <form method="post" class="own">
        <label for="own-text">{words.edit}</label>
        <textarea
          id="own-text"
          name="text"
          rows={6}
          required
          maxlength={longestReply}
          dir="auto"
          aria-describedby={problems.length > 0 ? 'own-problem' : undefined}
          aria-invalid={problems.length > 0 ? 'true' : undefined}
          autofocus={problems.length > 0 || undefined}
        >
          {shown.startsWith('\n') ? `\n${shown}` : shown}
        </textarea>
        {problems.length > 0 ? (
          <p class="problem" id="own-problem" role="alert">
            {problems.map((problem) => problemText(sheet, problem)).join(' ')}
          </p>
        ) : null}
        <button type="submit" name="do" value="save">
          {words.save}
        </button>
      </form>
      <details>
        <summary>{words.delete}</summary>
        <form method="post" class="own">
          <p>{words.deleteWarning}</p>
          <button type="submit" name="do" value="delete" class="quiet">
            {words.delete}
          </button>
        </form>
      </details>
    </>
  );
}

/** A reply as its writer sees it: where it stands, and for ten minutes the means to change it. */
export function ownReplyPage(ctx: PageContext, page: OwnReplyPage): string {
  const { own, typed } = page;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments.own;
  const { name, text, createdAt, state } = own;
  const main = (
    <>
      <RepliesHead story={own.story}>{words.title}</RepliesHead>
      <div id="comments" class="mine">
        <State sheet={sheet} own={own} />
        {state === 'deleted' ? null : (
          <article>
            <header>
              <b>
                <bdi>{name}</bdi>
              </b>{' '}
              <time datetime={new Date(createdAt).toISOString()}>
                {replyTime(sheet, createdAt)}
              </time>
            </header>
            {replyParagraphs(text)}
          </article>
        )}
        {typed?.problems === 'late' ? (
          <div class="problems" role="alert">
            <label for="late-text">{words.late}</label>
            <textarea id="late-text" rows={6} readonly dir="auto">
              {typed.text}
            </textarea>
          </div>
        ) : null}
        {state === 'deleted' ? null : <Changing sheet={sheet} page={page} />}
        {state === 'held' ? <p class="till">{words.address}</p> : null}
        <p class="actions">
          <a class="action quiet" href={storyPath(own.story)}>
            {sheet.words.comments.backToStory}
          </a>
        </p>
      </div>
    </>
  );
  return pageOf(
    sheet,
    {
      ...{ title: words.title, description: null, kind: 'website', hidden: true },
      // Without the script the same page says that a person will read the reply, which is true too.
      ...(own.challenge === null ? {} : { script: ctx.assets.proofJs }),
    },
    main,
  );
}
