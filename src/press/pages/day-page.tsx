import { formatDate } from '../../arabic/format-date.ts';
import { startOfDay } from '../../arabic/zoned.ts';
import { archivePath } from '../../newsroom/publications/paths.ts';
import type { StoryList } from '../../newsroom/publications/views.ts';
import { Empty, ListHead, OneDay, Pager } from '../components/list.tsx';
import { pageOf } from '../components/page.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** The archive of a day, 'YYYY-MM-DD', with links to the nearest days that have stories. */
export function dayPage(
  ctx: PageContext,
  props: { day: string; list: StoryList; previousDay: string | null; nextDay: string | null },
): string {
  const sheet = openSheet(ctx);
  const { lists } = sheet.words;
  const { day, list, previousDay, nextDay } = props;
  const written = formatDate(startOfDay(day, sheet.dates.timeZone), sheet.dates);
  const title = lists.day(written);
  const main = (
    <>
      <ListHead title={title} />
      {list.stories.length > 0 ? (
        <OneDay sheet={sheet} stories={list.stories} />
      ) : (
        <Empty sheet={sheet} text={lists.dayEmpty} />
      )}
      <Pager sheet={sheet} list={list} first={true} />
      {previousDay || nextDay ? (
        <nav class="pager" aria-label={`${lists.previousDay}، ${lists.nextDay}`}>
          {previousDay ? (
            <a rel="prev" href={archivePath(previousDay)}>
              {lists.previousDay}
            </a>
          ) : null}
          {nextDay ? (
            <a class="forward" rel="next" href={archivePath(nextDay)}>
              {lists.nextDay}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
  return pageOf(
    sheet,
    {
      title,
      description: lists.dayAbout(written, sheet.shell.settings.name),
      kind: 'website',
      hidden: list.stories.length === 0,
    },
    main,
  );
}
