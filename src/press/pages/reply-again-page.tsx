import type { PublicComment } from '../../newsroom/comments/comment.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { pageOf } from '../components/page.tsx';
import { RepliesHead } from '../components/replies-head.tsx';
import { type FormStart, type Problem, ReplyForm, type Typed } from '../components/reply-form.tsx';
import { replyParagraphs } from '../components/reply-text.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

export interface ReplyAgain {
  story: { id: number; slug: string; headline: string };
  /** The reply that is answered. */
  parent: PublicComment | null;
  typed: Typed;
  problems: readonly Problem[];
  form: FormStart;
  /** Nothing is wrong with it, but it could not be kept. */
  failed?: boolean;
}

/** The form once more: what is wrong beside its field, everything that was typed as it was. */
export function replyAgainPage(ctx: PageContext, props: ReplyAgain): string {
  const { story, parent, typed, problems, form, failed = false } = props;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments;
  const main = (
    <>
      <RepliesHead story={story}>{words.heading}</RepliesHead>
      <div id="comments">
        {parent ? <blockquote>{replyParagraphs(parent.text)}</blockquote> : null}
        {failed ? (
          <div class="problems" role="alert">
            <p>{words.busy.title}</p>
            {words.busy.text}
          </div>
        ) : null}
        <ReplyForm
          sheet={sheet}
          level={2}
          action={storyPath(story)}
          parent={parent}
          typed={typed}
          problems={problems}
          {...form}
        />
      </div>
    </>
  );
  const title = words.headingOf(story.headline);
  return pageOf(sheet, { title, description: null, kind: 'website', hidden: true }, main);
}
