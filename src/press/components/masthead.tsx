import { formatDate, formatHijri } from '../../arabic/format-date.ts';
import { sectionPath, storyPath } from '../../newsroom/publications/paths.ts';
import type { StoryCard } from '../../newsroom/publications/views.ts';
import { machineTime, type Sheet, stamp } from './sheet.ts';

/**
 * Name, date and sections. On the front page the name is the page's heading. The sections are a
 * landmark of their own and scroll inside their strip on a phone, so the page never moves sideways.
 */
export function Masthead(props: {
  sheet: Sheet;
  front: boolean;
  section: string | null;
  searching: boolean;
}) {
  const { sheet, front, section, searching } = props;
  const { settings, sections } = sheet.shell;
  const { words, ctx, dates } = sheet;
  const name = <a href="/">{settings.name}</a>;
  return (
    <header class="masthead">
      <div class="wrap">
        <p class="today">
          <time datetime={sheet.today}>{formatDate(ctx.now, dates)}</time>
          {settings.hijri ? (
            <>
              <span class="dot">{words.dot}</span>
              <span class="hijri">{formatHijri(ctx.now, dates, settings.hijriAdjust)}</span>
            </>
          ) : null}
        </p>
        {front ? <h1 class="name">{name}</h1> : <p class="name">{name}</p>}
        <p class="motto">{settings.motto}</p>
      </div>
      <nav class="sections" aria-label={words.frame.sections}>
        <div class="wrap">
          {sections.length === 0 ? null : (
            <ul class="strip">
              {sections.map(({ slug, name: label }) => (
                <li>
                  <a href={sectionPath(slug)} aria-current={slug === section ? 'true' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <a class="find" href="/search" aria-current={searching ? 'page' : undefined}>
            {words.frame.search}
          </a>
        </div>
      </nav>
    </header>
  );
}

/** The strip of a breaking story: announced as a region of its own. */
export function BreakingStrip({ sheet, story }: { sheet: Sheet; story: StoryCard }) {
  return (
    <aside class="breaking" aria-label={sheet.words.badges.breaking}>
      <p class="wrap">
        <b class="badge">{sheet.words.badges.breaking}</b>
        <a href={storyPath(story)}>{story.headline}</a>
        <time datetime={machineTime(sheet, story.publishedAt)}>
          {stamp(sheet, story.publishedAt)}
        </time>
      </p>
    </aside>
  );
}
