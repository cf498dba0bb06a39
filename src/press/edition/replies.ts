import type { ReportReason } from '../../newsroom/comments/comment.ts';
import type { ReplyProblem } from '../../newsroom/comments/post.ts';

/** A title and a sentence below it. */
interface Said {
  title: string;
  text: string;
}

/** What the press says about readers' replies. */
export interface RepliesWords {
  heading: string;
  /** Title of a page that holds replies and not the story. */
  headingOf(headline: string): string;
  empty: string;
  closed: string;
  premoderated: string;
  order: { label: string; newest: string; oldest: string };
  more: string;
  first: string;
  pages: string;
  backToStory: string;

  /** Leads from a reply to the form that answers it. */
  answer: string;
  report: string;
  edited: string;
  /** Stands in the place of a reply that its writer deleted. */
  gap: string;
  /** Leads to the answers that do not stand below the reply. */
  rest(count: string): string;
  earlier: string;
  moreAnswers: string;
  replyOf(name: string): string;

  form: string;
  formTo(name: string): string;
  promise: string;
  requiredBefore: string;
  requiredAfter: string;
  text: string;
  name: string;
  email: string;
  notify: string;
  /** Label of the field that people do not see. */
  trap: string;
  send: string;

  problems: {
    title: string;
    required: { name: string; email: string; text: string };
    tooLong(most: string): string;
    others: Record<Exclude<ReplyProblem, 'required' | 'too-long'>, string>;
  };
  /** Nothing was kept: why, and what was typed. */
  closedMeanwhile: Said;
  typed: string;
  tooLarge: Said;
  unreadable: Said;
  busy: Said;

  own: {
    title: string;
    held: Said;
    /** While the browser works on the small proof that is asked for under attack. */
    proving: string;
    /** The proof could not be sent. */
    unproved: string;
    approved: Said;
    read: string;
    deleted: Said;
    until(time: string): string;
    over: string;
    edit: string;
    save: string;
    delete: string;
    deleteWarning: string;
    address: string;
    expired: Said;
    late: string;
  };

  letters: {
    title: string;
    ask: string;
    stop: string;
    stopped: Said;
    unknown: Said;
  };

  reporting: {
    title: string;
    about: string;
    reason: string;
    reasons: Record<ReportReason, string>;
    missing: string;
    note: string;
    send: string;
    sent: Said;
    back: string;
  };

  feed: {
    title(paper: string): string;
    link: string;
    item(name: string, headline: string): string;
  };
}
