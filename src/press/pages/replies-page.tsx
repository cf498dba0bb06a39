import { storyPath } from '../../newsroom/publications/paths.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import { pageOf } from '../components/page.tsx';
import { RepliesCount, RepliesMenu, type RepliesView, Threads } from '../components/replies.tsx';
import { RepliesHead } from '../components/replies-head.tsx';
import { ReplyForm } from '../components/reply-form.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** A page of a story's replies beyond the first, or in the other order. */
export function repliesPage(
  ctx: PageContext,
  props: { story: PublishedStory; view: RepliesView; first: boolean },
): string {
  const { story, view, first } = props;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments;
  const path = storyPath(story);
  const open = view.policy !== 'closed';
  const place = { sheet, path, open };
  const main = (
    <>
      <RepliesHead story={story}>
        {words.heading} <RepliesCount sheet={sheet} story={story} />
      </RepliesHead>
      <div id="comments">
        <RepliesMenu place={place} order={view.order} />
        <Threads place={place} view={view} first={first} />
        {open ? (
          <ReplyForm sheet={sheet} level={2} action={path} parent={null} {...view.form} />
        ) : (
          <p>{words.closed}</p>
        )}
      </div>
    </>
  );
  const title = words.headingOf(story.headline);
  return pageOf(
    sheet,
    { title, description: null, kind: 'website', hidden: true, canonical: path },
    main,
    { section: story.section?.slug ?? null },
  );
}
