import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ModeratorAct } from '../../api/shapes/comments.ts';
import { request } from '../data/api.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading } from '../parts/screen.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';
import { apiFilter, queryOf, type ReplyFilters } from './filters.ts';

/** As many as the server takes in at once. */
const mostAtOnce = 2000;

/** One decision on everything that matches: first how many that is, then the decision. */
export function MatchingSheet(props: {
  filters: ReplyFilters;
  onAct: (act: ModeratorAct) => void;
  onClose: () => void;
}) {
  const { filters, onAct, onClose } = props;
  const words = useWords();
  const count = useCount();
  const texts = words.replies;
  const matching = useQuery({
    queryKey: ['comments', 'matching', filters],
    queryFn: ({ signal }) =>
      request<{ count: number }>(
        'GET',
        `/comments/matching?${queryOf(apiFilter(filters, Date.now()))}`,
        undefined,
        { signal },
      ),
    staleTime: 0,
  });
  const n = matching.data?.count ?? 0;
  const view = filters.view ?? 'held';
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.matchingTitle}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {matching.isPending ? (
        <Loading rows={1} />
      ) : matching.data === undefined ? (
        <LoadFailed error={matching.error} again={() => void matching.refetch()} />
      ) : n === 0 ? (
        <p>{texts.matchingNone}</p>
      ) : (
        <div className="form">
          <p>
            {texts.matchingHelp(count(n, nouns.replies))}{' '}
            {n >= mostAtOnce && texts.matchingMost(count(n, nouns.replies))}
          </p>
          <div className="queue-acts__main">
            {view !== 'rejected' && (
              <Button variant="filled" onClick={() => onAct('reject')}>
                {texts.acts.reject}
              </Button>
            )}
            {view !== 'approved' && (
              <Button onClick={() => onAct('approve')}>
                {view === 'rejected' ? texts.publish : texts.acts.approve}
              </Button>
            )}
            {view !== 'rejected' && <Button onClick={() => onAct('ban')}>{texts.acts.ban}</Button>}
          </div>
        </div>
      )}
    </Modal>
  );
}
