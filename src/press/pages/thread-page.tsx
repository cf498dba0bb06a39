import type { OneThread } from '../../newsroom/comments/thread.ts';
import { storyPath } from '../../newsroom/publications/paths.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import { pageOf } from '../components/page.tsx';
import type { RepliesView } from '../components/replies.tsx';
import { RepliesHead } from '../components/replies-head.tsx';
import { replyPath, ThreadOf } from '../components/reply.tsx';
import { ReplyForm } from '../components/reply-form.tsx';
import { isolated, openSheet, type Sheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

export interface ThreadPageProps {
  story: PublishedStory;
  found: OneThread;
  /** The reply that the address names: the form answers it. */
  named: number;
  policy: RepliesView['policy'];
  form: RepliesView['form'];
}

function AnswersPager({ sheet, path, found }: { sheet: Sheet; path: string; found: OneThread }) {
  const { next, earlier, thread } = found;
  const words = sheet.words.comments;
  const whole = replyPath(path, thread.id);
  if (next === null && !earlier) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {earlier ? (
        <a href={whole} rel="nofollow">
          {words.earlier}
        </a>
      ) : null}
      {next === null ? null : (
        <a class="forward" href={`${whole}?after=${encodeURIComponent(next)}`} rel="next nofollow">
          {words.moreAnswers}
        </a>
      )}
    </nav>
  );
}

/** One reply with its answers, at an address that stays; the place to answer it. */
export function threadPage(ctx: PageContext, props: ThreadPageProps): string {
  const { story, found, named, policy, form } = props;
  const { thread } = found;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments;
  const path = storyPath(story);
  const open = policy !== 'closed';
  const answered = [thread, ...thread.answers].find(({ id }) => id === named) ?? thread;
  const answerable = open && !(thread.deleted && answered === thread);
  const title = thread.deleted ? words.heading : words.replyOf(isolated(thread.name));
  const main = (
    <>
      <RepliesHead story={story}>{title}</RepliesHead>
      <div id="comments">
        <ThreadOf place={{ sheet, path, open }} thread={thread} whole={true} />
        <AnswersPager sheet={sheet} path={path} found={found} />
        {answerable ? (
          <ReplyForm sheet={sheet} level={2} action={path} parent={answered} {...form} />
        ) : null}
        {open ? null : <p>{words.closed}</p>}
      </div>
    </>
  );
  const head = {
    title,
    description: null,
    kind: 'website',
    hidden: true,
    canonical: path,
  } as const;
  return pageOf(sheet, head, main, { section: story.section?.slug ?? null });
}
