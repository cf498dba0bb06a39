import type { CommentOrder, ThreadPage } from '../../newsroom/comments/comment.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import type { CommentPolicy } from '../../newsroom/stories/story.ts';
import { type RepliesPlace, ThreadOf } from './reply.tsx';
import { type FormStart, ReplyForm } from './reply-form.tsx';
import { count, type Sheet } from './sheet.ts';

/** What readers have said under a story, and whether more may be said. */
export interface RepliesView {
  page: ThreadPage;
  order: CommentOrder;
  /** What the story, its section and the newspaper together allow now. */
  policy: CommentPolicy;
  form: FormStart;
}

/** Address of a page of a story's replies. */
export function repliesPath(storyPath: string, order: CommentOrder, after?: string): string {
  const place = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  return `${storyPath}/replies?order=${order}${place}`;
}

/** Threads, one after the other, and the way to the next ones. */
export function Threads(props: {
  place: RepliesPlace;
  view: Pick<RepliesView, 'page' | 'order'>;
  /** Where no page stands before this one. */
  first: boolean;
}) {
  const { place, view, first } = props;
  const words = place.sheet.words.comments;
  const { next } = view.page;
  return (
    <>
      {view.page.threads.map((thread) => (
        <ThreadOf place={place} thread={thread} />
      ))}
      {first && next === null ? null : (
        <nav class="pager" aria-label={words.pages}>
          {first ? null : (
            <a href={repliesPath(place.path, view.order)} rel="nofollow">
              {words.first}
            </a>
          )}
          {next === null ? null : (
            <a class="forward" href={repliesPath(place.path, view.order, next)} rel="next nofollow">
              {words.more}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

/** Newest or oldest first; the way to the form stands with it, for it may be far below. */
export function RepliesMenu({ place, order }: { place: RepliesPlace; order: CommentOrder }) {
  const words = place.sheet.words.comments;
  const other = (one: CommentOrder) =>
    one === order ? (
      <b>{words.order[one]}</b>
    ) : (
      <a href={repliesPath(place.path, one)} rel="nofollow">
        {words.order[one]}
      </a>
    );
  return (
    <nav class="orders" aria-label={words.order.label}>
      {other('newest')} {other('oldest')}
      {place.open ? <a href="#reply">{words.form}</a> : null}
    </nav>
  );
}

/** How many replies there are. */
export function RepliesCount({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  return <small>{count(sheet, story.commentCount, sheet.words.replies)}</small>;
}

/** Replies: how many, what they say, an invitation while there are none, the form unless closed. */
export function Replies(props: {
  sheet: Sheet;
  story: PublishedStory;
  path: string;
  view: RepliesView;
}) {
  const { sheet, story, path, view } = props;
  const words = sheet.words.comments;
  const open = view.policy !== 'closed';
  const place: RepliesPlace = { sheet, path, open };
  const { threads } = view.page;
  return (
    <section id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {words.heading} <RepliesCount sheet={sheet} story={story} />
      </h2>
      {threads.length > 1 ? <RepliesMenu place={place} order={view.order} /> : null}
      {threads.length === 0 && open ? <p>{words.empty}</p> : null}
      <Threads place={place} view={view} first={true} />
      {open ? null : <p>{words.closed}</p>}
      {view.policy === 'premoderated' ? <p>{words.premoderated}</p> : null}
      {open ? <ReplyForm sheet={sheet} level={3} parent={null} {...view.form} /> : null}
    </section>
  );
}
