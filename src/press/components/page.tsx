import type { Child } from 'hono/jsx';
import type { StoryCard } from '../../newsroom/publications/views.ts';
import { documentOf, type Head } from './document.ts';
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

/** A whole page: skip link, masthead, main part, footer. */
export function pageOf(sheet: Sheet, head: Head, main: Child, parts: PageParts = {}): string {
  const { frame } = sheet.words;
  const body = (
    <>
      <a class="skip" href="#main">
        {parts.story ? frame.skipToStory : frame.skipToContent}
      </a>
      <Masthead sheet={sheet} front={parts.front ?? false} section={parts.section ?? null} />
      {parts.breaking ? <BreakingStrip sheet={sheet} story={parts.breaking} /> : null}
      <main class="wrap" id="main">
        {main}
      </main>
      <Foot sheet={sheet} />
    </>
  );
  return documentOf(sheet, head, body.toString());
}
