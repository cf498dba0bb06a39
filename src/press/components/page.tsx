import type { Child } from 'hono/jsx';
import type { Shell, StoryCard } from '../../newsroom/publications/views.ts';
import { documentOf, type Head } from './document.ts';
import { escapeHtml } from './escape.ts';
import { Foot } from './foot.tsx';
import { BreakingStrip, Masthead } from './masthead.tsx';
import type { Sheet } from './sheet.ts';

interface PageParts {
  /** The front page bears the paper's name as its heading. */
  front?: boolean;
  /** Slug of the section the page belongs to. */
  section?: string | null;
  breaking?: StoryCard | null;
  /** The story page says «to the story» in its skip link. */
  story?: boolean;
}

/** What stands around a page on one day: the same HTML on thousands of pages, so made once. */
interface Frame {
  today: string;
  mastheads: Map<string, string>;
  foot: string;
}

const frames = new WeakMap<Shell, Frame>();

function frameOf(sheet: Sheet): Frame {
  let frame = frames.get(sheet.shell);
  if (frame?.today !== sheet.today) {
    frame = { today: sheet.today, mastheads: new Map(), foot: html(<Foot sheet={sheet} />) };
    frames.set(sheet.shell, frame);
  }
  return frame;
}

const html = (node: Child): string => (node === null ? '' : String(node));

function mastheadOf(sheet: Sheet, frame: Frame, { front = false, section }: PageParts): string {
  // Only sections of the shell are remembered, so that the map cannot grow without bounds.
  const known = sheet.shell.sections.some(({ slug }) => slug === section) ? section : null;
  const searching = sheet.ctx.path === '/search';
  const key = `${front} ${searching} ${known ?? ''}`;
  let masthead = frame.mastheads.get(key);
  if (masthead === undefined) {
    masthead = html(
      <Masthead sheet={sheet} front={front} section={known ?? null} searching={searching} />,
    );
    frame.mastheads.set(key, masthead);
  }
  return masthead;
}

/** A whole page: skip link, masthead, main part, footer. */
export function pageOf(sheet: Sheet, head: Head, main: Child, parts: PageParts = {}): string {
  const words = sheet.words.frame;
  const frame = frameOf(sheet);
  const breaking = parts.breaking ? <BreakingStrip sheet={sheet} story={parts.breaking} /> : null;
  const body =
    `<a class="skip" href="#main">${escapeHtml(parts.story ? words.skipToStory : words.skipToContent)}</a>` +
    mastheadOf(sheet, frame, parts) +
    html(breaking) +
    `<main class="wrap" id="main">${html(main)}</main>` +
    frame.foot;
  return documentOf(sheet, head, body);
}
