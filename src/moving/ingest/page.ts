/** What reading a saved news page gives. Nothing of the page is lost: see {@link ReadPage.dropped}. */

/** A piece of the body, in reading order. Text is kept as it was written. */
export type PageBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'subhead'; text: string }
  /** Several paragraphs of one quotation are parted by newlines. */
  | { kind: 'quote'; text: string; cite: string | null }
  /** Items without their bullets and numbers. */
  | { kind: 'list'; ordered: boolean; items: string[] };

export interface PageDateline {
  place: string | null;
  outlet: string | null;
}

export interface ReadPage {
  headline: string;
  /** The deck that stood above or before the headline. */
  kicker: string | null;
  /** The deck that stood below or after it. */
  deck: string | null;
  dateline: PageDateline | null;
  blocks: PageBlock[];
  subheads: string[];
  /** Body paragraphs without subheads; quotations and list items count as paragraphs. */
  paragraphs: string[];
  /** When it was published, if the page says so: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or with seconds and zone. */
  statedDate: string | null;
  /** Who wrote it, without «كتب:» or «بقلم». */
  byline: string | null;
  /** The outlet that a line «المصدر: …» names. The line itself is in `dropped`. */
  sourceName: string | null;
  /** The section that the page names (a breadcrumb or its metadata): a hint for the caller. */
  sectionName: string | null;
  previousTitle: string | null;
  nextTitle: string | null;
  /** Every line left out of the fields above, verbatim and in order; so too labels, date and byline lines. */
  dropped: string[];
}

/** The input is no news page that can be read. The message is one line that says what to do. */
export class UnreadablePage extends Error {
  override name = 'UnreadablePage';
}
