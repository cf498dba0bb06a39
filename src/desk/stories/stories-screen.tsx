import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { StoryList } from '../../api/shapes/stories.ts';
import { startOfDay } from '../../arabic/zoned.ts';
import { request } from '../data/api.ts';
import { useMay, useSession } from '../data/use-session.ts';
import { useNewStory } from '../frame/use-new-story.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listPath, type StoryFilters } from './filters.ts';
import { SavedViews } from './saved-views.tsx';
import { StoryTable } from './story-table.tsx';
import { useListKeys } from './use-list-keys.ts';
import './stories-screen.css';

/** Everything written, by whatever filter the address holds. */
export function StoriesScreen() {
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/frame/stories' });
  const { settings } = useSession();
  const { begin, isBeginning } = useNewStory();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery({
    queryKey: ['stories', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      request<StoryList>(
        'GET',
        listPath(filters, (day) => startOfDay(day, settings.timeZone), pageParam),
        undefined,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const counts = list.data?.pages[0]?.counts ?? {};
  const open = (id: number): void =>
    void navigate({ to: '/stories/$id', params: { id: String(id) } });
  const toggle = (id: number): void =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const at = useListKeys({ rows, open, toggle, search, loadMore: () => void list.fetchNextPage() });
  const change = (next: StoryFilters): void => {
    setSelected(new Set());
    void navigate({ to: '/stories', search: next, replace: true });
  };
  const isFiltered = Object.keys(filters).length > 0;
  const chosen = rows.filter(({ id }) => selected.has(id));
  return (
    <Screen
      title={words.stories.title}
      help={words.stories.help}
      isWide
      actions={
        may('story.create') && (
          <Button variant="filled" onClick={begin} loading={isBeginning}>
            {words.nav.newStory}
          </Button>
        )
      }
    >
      <SavedViews filters={filters} onChoose={change} />
      <FilterBar filters={filters} counts={counts} onChange={change} searchRef={search} />
      {list.isPending ? (
        <Loading rows={8} />
      ) : list.isError && rows.length === 0 ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState
          text={isFiltered ? words.stories.empty : words.stories.emptyAll}
          action={isFiltered && <Button onClick={() => change({})}>{words.stories.clear}</Button>}
        />
      ) : (
        <>
          <StoryTable
            rows={rows}
            at={at}
            selected={selected}
            toggle={toggle}
            toggleAll={() =>
              setSelected(
                selected.size === rows.length ? new Set() : new Set(rows.map(({ id }) => id)),
              )
            }
          />
          {list.hasNextPage && (
            <Button
              onClick={() => void list.fetchNextPage()}
              loading={list.isFetchingNextPage}
              mt="md"
            >
              {words.common.loadMore}
            </Button>
          )}
        </>
      )}
      {chosen.length > 0 && <BulkBar rows={chosen} onDone={(left) => setSelected(new Set(left))} />}
    </Screen>
  );
}
