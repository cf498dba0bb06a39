import { formatDateTime } from '../../arabic/format-date.ts';
import type { WithdrawnStory } from '../../newsroom/publications/views.ts';
import { FrontPageLink, noticePage } from '../components/notice.tsx';
import { machineTime, openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** 410: what was withdrawn, when, and why if the newsroom says so. */
export function gonePage(ctx: PageContext, story: WithdrawnStory): string {
  const sheet = openSheet(ctx);
  const { gone } = sheet.words;
  return noticePage(
    sheet,
    gone.title,
    <>
      <p>{gone.was(`\u2068${story.headline}\u2069`)}</p>
      {story.notice ? <p class="withdrawn">{story.notice}</p> : null}
      <p class="outcome">
        <time datetime={machineTime(sheet, story.withdrawnAt)}>
          {gone.when(formatDateTime(story.withdrawnAt, sheet.dates))}
        </time>
      </p>
      <p class="actions">
        <FrontPageLink sheet={sheet} quiet={false} />
      </p>
    </>,
  );
}
