import type { Person } from '../../newsroom/publications/views.ts';
import { type ListProps, listPage } from '../components/list-page.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** A writer and what they wrote. */
export function personPage(ctx: PageContext, props: ListProps & { person: Person }): string {
  const sheet = openSheet(ctx);
  const { name, slug, role, bio } = props.person;
  return listPage({
    ...props,
    sheet,
    title: name,
    over: role,
    searchIn: { name: 'person', slug },
    about: bio,
    description: bio ?? sheet.words.lists.personAbout(name, sheet.shell.settings.name),
  });
}
