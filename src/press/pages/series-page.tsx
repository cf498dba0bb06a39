import type { Named } from '../../newsroom/publications/views.ts';
import { type ListProps, listPage } from '../components/list-page.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** The parts of a series. */
export function seriesPage(
  ctx: PageContext,
  props: ListProps & { series: Named & { description: string | null } },
): string {
  const sheet = openSheet(ctx);
  const { lists } = sheet.words;
  const { name, description } = props.series;
  return listPage({
    ...props,
    sheet,
    title: name,
    over: lists.series,
    about: description,
    description: description ?? lists.seriesAbout(name, sheet.shell.settings.name),
  });
}
