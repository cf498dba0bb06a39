import { useQuery } from '@tanstack/react-query';
import type { ReplyCounts } from '../../api/shapes/comments.ts';
import { request } from '../data/api.ts';
import { useMay } from '../data/use-session.ts';

/** What waits for moderators, kept true by the server's events; undefined for everybody else. */
export function useReplyCounts(): { counts: ReplyCounts | undefined; at: number } {
  const may = useMay();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['comments', 'counts'],
    queryFn: ({ signal }) => request<ReplyCounts>('GET', '/comments/counts', undefined, { signal }),
    // An attack ends by itself, and nothing tells of it.
    refetchInterval: ({ state }) => ((state.data?.attackSince ?? null) === null ? false : 60_000),
    enabled: may('comment.moderate'),
  });
  return { counts: data, at: dataUpdatedAt };
}
