import type { Named } from '../../newsroom/publications/views.ts';
import { type ListProps, listPage } from '../components/list-page.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** Everything about one topic. */
export function topicPage(ctx: PageContext, props: ListProps & { topic: Named }): string {
  const sheet = openSheet(ctx);
  const { lists } = sheet.words;
  const { name, slug } = props.topic;
  return listPage({
    ...props,
    sheet,
    title: name,
    over: lists.topic,
    searchIn: { name: 'topic', slug },
    description: lists.topicAbout(name, sheet.shell.settings.name),
  });
}
