import type { Child } from 'hono/jsx';
import type { StoryList } from '../../newsroom/publications/views.ts';
import type { Feed } from './document.ts';
import { Days, Empty, ListHead, Opener, Pager } from './list.tsx';
import { pageOf } from './page.tsx';
import type { Sheet } from './sheet.ts';

/** A page of a list. `first` is true where no cursor was asked for. */
export interface ListProps {
  list: StoryList;
  first: boolean;
}

/** What section, topic, series and person pages have in common. */
export interface ListPage extends ListProps {
  sheet: Sheet;
  title: string;
  over?: string | null;
  about?: string | null;
  description: string;
  section?: string;
  /** What a search from here is kept to, as the search's address has it. */
  searchIn?: { name: 'section' | 'topic' | 'person'; slug: string };
  feeds?: Feed[];
  /** The newest story stands large above the others. */
  opener?: boolean;
}

export function listPage(page: ListPage): string {
  const { sheet, list, first } = page;
  const [newest, ...others] = list.stories;
  const opening = first && page.opener && newest ? newest : null;
  const stories: Child = newest ? (
    <>
      {opening ? <Opener sheet={sheet} story={opening} /> : null}
      <Days
        sheet={sheet}
        stories={opening ? others : list.stories}
        within={page.section !== undefined}
      />
    </>
  ) : (
    <Empty sheet={sheet} text={sheet.words.lists.empty} />
  );
  const main = (
    <>
      <ListHead
        over={page.over ?? null}
        title={<bdi>{page.title}</bdi>}
        about={page.about ?? null}
        after={<SearchHere page={page} />}
      />
      {stories}
      <Pager sheet={sheet} list={list} first={first} />
    </>
  );
  const head = {
    title: page.title,
    description: page.description,
    kind: 'website',
    hidden: !first,
    feeds: page.feeds ?? [],
  } as const;
  return pageOf(sheet, head, main, { section: page.section ?? null });
}

function SearchHere({ page: { sheet, searchIn, list } }: { page: ListPage }) {
  if (searchIn === undefined || list.stories.length === 0) return null;
  return (
    <p class="inside">
      <a href={`/search?${searchIn.name}=${encodeURIComponent(searchIn.slug)}`} rel="nofollow">
        {sheet.words.search.inside}
      </a>
    </p>
  );
}
