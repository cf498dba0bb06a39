import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AuditRow } from '../../api/shapes/changes.ts';
import { request } from '../data/api.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { When } from '../parts/when.tsx';
import { useWords } from '../words/use-words.ts';
import { auditWords } from './audit-words.ts';
import '../parts/form.css';

/** Who did what, and when. */
export function AuditScreen() {
  const words = useWords();
  const list = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ signal, pageParam }) =>
      request<{ rows: AuditRow[]; next: string | null }>(
        'GET',
        `/audit${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
        undefined,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Screen title={words.audit.title} help={words.audit.help}>
      {list.isPending ? (
        <Loading />
      ) : list.isError && rows.length === 0 ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState text={words.audit.empty} />
      ) : (
        <ul className="rows" aria-label={words.audit.title}>
          {rows.map((row) => (
            <li key={row.id}>
              <div className="rows__main">
                <strong>
                  <bdi>{row.actor.name}</bdi>
                </strong>
                <p>
                  {auditWords(row, words)} <Subject row={row} />
                </p>
              </div>
              <span className="rows__facts">
                <When at={row.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.common.loadMore}
        </Button>
      )}
    </Screen>
  );
}

function Subject({ row }: { row: AuditRow }) {
  const { kind, id } = row.subject;
  if (kind === 'story' && id !== null)
    return (
      <Link to="/stories/$id" params={{ id }}>
        <bdi>#{id}</bdi>
      </Link>
    );
  const { name, email } = row.detail;
  const said = typeof name === 'string' ? name : typeof email === 'string' ? email : null;
  return said === null ? null : <bdi>«{said}»</bdi>;
}
