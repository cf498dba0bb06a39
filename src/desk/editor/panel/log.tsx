import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditRow } from '../../../api/shapes/changes.ts';
import { request } from '../../data/api.ts';
import { auditWords } from '../../house/audit-words.ts';
import { LoadFailed } from '../../parts/problem.tsx';
import { Loading } from '../../parts/screen.tsx';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useEditorWords } from '../use-editor-words.ts';

/** Who did what with this story. */
export function Log({ id }: { id: number }) {
  const words = useEditorWords();
  const desk = useWords();
  const log = useInfiniteQuery({
    queryKey: ['story', id, 'audit'],
    queryFn: ({ signal, pageParam }) =>
      request<{ rows: AuditRow[]; next: string | null }>(
        'GET',
        `/stories/${id}/audit${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
        undefined,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (log.isPending) return <Loading />;
  if (log.data === undefined)
    return <LoadFailed error={log.error} again={() => void log.refetch()} />;
  const rows = log.data.pages.flatMap((page) => page.rows);
  return (
    <div className="panel-form">
      {rows.length === 0 && <p className="panel-empty">{words.log.empty}</p>}
      <ol className="panel-versions">
        {rows.map((row) => (
          <li key={row.id}>
            <p>
              <b>{auditWords(row, desk)}</b>
            </p>
            <p className="panel-versions__by">
              <bdi>{row.actor.name}</bdi> · <When at={row.at} />
            </p>
            {typeof row.detail.note === 'string' && <p dir="auto">{row.detail.note}</p>}
          </li>
        ))}
      </ol>
      {log.hasNextPage && (
        <button type="button" className="ghost-button" onClick={() => void log.fetchNextPage()}>
          {words.log.more}
        </button>
      )}
    </div>
  );
}
