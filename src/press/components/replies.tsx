import type { PublishedStory } from '../../newsroom/publications/views.ts';
import { count, type Sheet } from './sheet.ts';

const required = <b aria-hidden="true">*</b>;

/** Where a reader answers. Every field has its label, says that it is required and what to fill in. */
function ReplyForm({ sheet }: { sheet: Sheet }) {
  const words = sheet.words.comments;
  return (
    <form id="reply" method="post" aria-labelledby="reply-title">
      <h3 id="reply-title">{words.form}</h3>
      <p class="promise" id="reply-promise">
        {words.promise} {words.requiredBefore} <b>*</b> {words.requiredAfter}
      </p>
      <label>
        {words.text} {required}
        <textarea name="text" rows={5} required maxlength={5000} dir="auto" />
      </label>
      <div class="two">
        <label>
          {words.name} {required}
          <input name="name" type="text" required maxlength={80} autocomplete="name" dir="auto" />
        </label>
        <label>
          {words.email} {required}
          <input
            name="email"
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            dir="ltr"
            aria-describedby="reply-promise"
          />
        </label>
      </div>
      <button type="submit">{words.send}</button>
    </form>
  );
}

/** Replies: how many, an invitation while there are none, and the form unless the story takes none. */
export function Replies({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const words = sheet.words.comments;
  const closed = story.comments === 'closed';
  return (
    <section id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {words.heading} <small>{count(sheet, story.commentCount, sheet.words.replies)}</small>
      </h2>
      {story.commentCount === 0 && !closed ? <p>{words.empty}</p> : null}
      {story.comments === 'premoderated' ? <p>{words.premoderated}</p> : null}
      {closed ? <p>{words.closed}</p> : <ReplyForm sheet={sheet} />}
    </section>
  );
}
