import { formatDate } from '../../arabic/format-date.ts';
import { dayOf } from '../../arabic/zoned.ts';
import type { StandingPage } from '../../newsroom/publications/views.ts';
import { bodyText } from '../../newsroom/stories/body.ts';
import { bodyBlocks } from '../components/body.tsx';
import { pageOf } from '../components/page.tsx';
import { machineTime, openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** Who we are, corrections policy, contact: pages that the footer names. */
export function standingPage(ctx: PageContext, page: StandingPage): string {
  const sheet = openSheet(ctx);
  const body = bodyBlocks(page.body, null, {
    sheet,
    pictures: {},
    day: dayOf(page.updatedAt, sheet.dates.timeZone),
  });
  const main = (
    <article class="standing">
      <h1>{page.title}</h1>
      <div class="body">{body}</div>
      <time datetime={machineTime(sheet, page.updatedAt)}>
        {sheet.words.pages.updated(formatDate(page.updatedAt, sheet.dates))}
      </time>
    </article>
  );
  const description = bodyText(page.body) || null;
  return pageOf(sheet, { title: page.title, description, kind: 'website' }, main);
}
