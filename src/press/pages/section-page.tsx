import { sectionPath } from '../../newsroom/publications/paths.ts';
import type { Named } from '../../newsroom/publications/views.ts';
import { type ListProps, listPage } from '../components/list-page.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** A section: its newest story large, the others by day. */
export function sectionPage(
  ctx: PageContext,
  props: ListProps & { section: Named & { description: string | null } },
): string {
  const sheet = openSheet(ctx);
  const { words, shell } = sheet;
  const { slug, name, description } = props.section;
  const paper = shell.settings.name;
  return listPage({
    ...props,
    sheet,
    title: name,
    about: description,
    description: description ?? words.lists.sectionAbout(name, paper),
    section: slug,
    searchIn: { name: 'section', slug },
    opener: true,
    feeds: [
      {
        type: 'rss',
        title: words.frame.sectionFeed(name, paper),
        href: `${sectionPath(slug)}/feed.xml`,
      },
    ],
  });
}
