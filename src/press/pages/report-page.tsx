import {
  type PublicComment,
  type ReportReason,
  reportReasons,
} from '../../newsroom/comments/comment.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { noticePage } from '../components/notice.tsx';
import { pageOf } from '../components/page.tsx';
import { RepliesHead } from '../components/replies-head.tsx';
import { replyPath } from '../components/reply.tsx';
import { replyParagraphs } from '../components/reply-text.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

interface Reported {
  story: { id: number; slug: string; headline: string };
  reply: PublicComment;
}

/** Where a reader says what is wrong with a reply. `typed` where the form came back without a reason. */
export function reportPage(ctx: PageContext, props: Reported & { typed?: string }): string {
  const { story, reply, typed } = props;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments.reporting;
  const wrong = typed !== undefined;
  const radio = (reason: ReportReason) => (
    <label class="tick">
      <input type="radio" name="reason" value={reason} required />
      {words.reasons[reason]}
    </label>
  );
  const main = (
    <>
      <RepliesHead story={story}>{words.title}</RepliesHead>
      <div id="comments">
        <blockquote>
          <b>
            <bdi>{reply.name}</bdi>
          </b>
          {replyParagraphs(reply.text)}
        </blockquote>
        <form id="report" method="post">
          <p class="promise">{words.about}</p>
          <fieldset aria-describedby={wrong ? 'report-problem' : undefined}>
            <legend>{words.reason}</legend>
            {wrong ? (
              <p class="problem" id="report-problem" role="alert">
                {words.missing}
              </p>
            ) : null}
            {reportReasons.map(radio)}
          </fieldset>
          <label for="report-note">{words.note}</label>
          <textarea id="report-note" name="note" rows={3} maxlength={1000} dir="auto">
            {typed ?? ''}
          </textarea>
          <button type="submit">{words.send}</button>
        </form>
      </div>
    </>
  );
  return pageOf(
    sheet,
    { title: words.title, description: null, kind: 'website', hidden: true },
    main,
  );
}

export function reportedPage(ctx: PageContext, { story, reply }: Reported): string {
  const sheet = openSheet(ctx);
  const { sent, back } = sheet.words.comments.reporting;
  return noticePage(
    sheet,
    sent.title,
    <>
      <p>{sent.text}</p>
      <p class="actions">
        <a class="action" href={`${replyPath(storyPath(story), reply.id)}#comment-${reply.id}`}>
          {back}
        </a>
      </p>
    </>,
  );
}
