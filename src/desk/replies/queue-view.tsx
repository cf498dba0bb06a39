import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModeratedReply, ModeratorAct, ReplyCounts } from '../../api/shapes/comments.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';
import { ActButtons } from './act-buttons.tsx';
import { isNarrowed, type ReplyFilters } from './filters.ts';
import { useFinder, usePhrases } from './marked-text.tsx';
import { MatchingSheet } from './matching-sheet.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { ReplyCard } from './reply-card.tsx';
import { ReplyContext } from './reply-context.tsx';
import { useReplyCounts } from './use-counts.ts';
import { type Queue, useQueue } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useSayOutcome } from './use-say-outcome.ts';

const none: never[] = [];

/** Replies one after another, each with all that is known of it, decided by one key or thumb. */
export function QueueView() {
  const words = useWords();
  const texts = words.replies;
  const navigate = useNavigate();
  const filters = useSearch({ from: '/frame/replies/' });
  const view = filters.view ?? 'held';
  const { counts, at: changedAt } = useReplyCounts();
  const search = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(() => undefined);
  const { sayOutcome, sayNothingToUndo } = useSayOutcome(() => takeBack.current());
  const queue = useQueue(filters, changedAt, sayOutcome);
  const find = useFinder(usePhrases().data ?? none);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [isMatching, setMatching] = useState(false);
  const { rows, at } = queue.shown;
  const here = rows[at];
  const hereId = here?.id;
  const chosen = rows.filter(({ id }) => selected.has(id));
  const undo = (): void => {
    if (!queue.undo()) sayNothingToUndo();
  };
  takeBack.current = undo;
  /** On what is chosen, else on the one that the keys stand on. */
  const act = (name: ModeratorAct): void => {
    const of = chosen.length > 0 ? chosen : here === undefined ? [] : [here];
    setSelected(new Set());
    queue.act(name, of);
  };
  const toggle = useCallback(
    (id: number): void =>
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  useQueueKeys({
    move: queue.move,
    approve: () => act('approve'),
    reject: () => act('reject'),
    ban: () => act('ban'),
    trust: () => act('trust'),
    flag: () => act(here?.flagged === true ? 'unflag' : 'flag'),
    select: () => here !== undefined && toggle(here.id),
    undo,
    search,
  });
  useEffect(() => {
    document.querySelector(`[data-reply="${hereId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [hereId]);
  const change = (next: ReplyFilters): void => {
    setSelected(new Set());
    void navigate({ to: '/replies', search: next, replace: true });
  };
  return (
    <>
      <QueueFilters
        filters={filters}
        searchRef={search}
        onChange={change}
        actions={
          <Button variant="subtle" onClick={() => setMatching(true)} disabled={rows.length === 0}>
            {texts.matching}
          </Button>
        }
      />
      {queue.isLoading && rows.length === 0 ? (
        <Loading rows={6} />
      ) : queue.error !== null && rows.length === 0 ? (
        <LoadFailed error={queue.error} again={queue.reload} />
      ) : here === undefined ? (
        <Nothing
          filters={filters}
          queue={queue}
          onClear={() => change({ view })}
          onPublished={() => change({ view: 'approved' })}
        />
      ) : (
        <div className="queue">
          <section className="queue__list" aria-label={texts.list}>
            {rows.map((reply) => (
              <ReplyCard
                key={reply.id}
                reply={reply}
                isHere={reply.id === here.id}
                isSelected={selected.has(reply.id)}
                find={find}
                onStand={queue.stand}
                onSelect={toggle}
                withState={filters.reader !== undefined}
              />
            ))}
            {queue.error !== null && <LoadFailed error={queue.error} again={queue.loadMore} />}
          </section>
          <Panel
            reply={here}
            queue={queue}
            filters={filters}
            waiting={waitingIn(counts, filters)}
            onAct={act}
            chosen={chosen}
            onDrop={() => setSelected(new Set())}
          />
        </div>
      )}
      {isMatching && (
        <MatchingSheet
          filters={filters}
          onClose={() => setMatching(false)}
          onAct={(name) => {
            setMatching(false);
            queue.actOnMatching(name);
          }}
        />
      )}
    </>
  );
}

/** The server's count of the whole view; 0 where it has none or a filter narrows the view. */
function waitingIn(counts: ReplyCounts | undefined, filters: ReplyFilters): number {
  const { view = 'held' } = filters;
  if (counts === undefined || isNarrowed(filters)) return 0;
  const { attackSince: _attack, ...waiting } = counts;
  return view in waiting ? waiting[view as keyof typeof waiting] : 0;
}

function Panel(props: {
  reply: ModeratedReply;
  queue: Queue;
  filters: ReplyFilters;
  /** How many there are, where that is known. */
  waiting: number;
  chosen: readonly ModeratedReply[];
  onAct: (act: ModeratorAct) => void;
  onDrop: () => void;
}) {
  const { reply, queue, filters, waiting, chosen, onAct, onDrop } = props;
  const words = useWords();
  const count = useCount();
  const { rows, at } = queue.shown;
  return (
    <aside className="queue__panel" aria-label={words.replies.replyOf(reply.name)}>
      {chosen.length > 0 && (
        <p className="queue__chosen">
          {words.replies.selected}: {count(chosen.length, nouns.replies)}
          <Button size="xs" variant="subtle" onClick={onDrop}>
            {words.common.cancel}
          </Button>
        </p>
      )}
      <ActButtons
        reply={reply}
        view={filters.view ?? 'held'}
        at={at}
        all={Math.max(rows.length, waiting)}
        hasMore={queue.hasMore && waiting <= rows.length}
        onAct={onAct}
        onMove={queue.move}
      />
      <ReplyContext reply={reply} />
    </aside>
  );
}

function Nothing(props: {
  filters: ReplyFilters;
  queue: Queue;
  onClear: () => void;
  onPublished: () => void;
}) {
  const { filters, queue, onClear, onPublished } = props;
  const words = useWords();
  const texts = words.replies;
  if (queue.hasMore)
    return (
      <EmptyState
        text={texts.looked}
        action={<Button onClick={queue.loadMore}>{texts.lookFurther}</Button>}
      />
    );
  if (isNarrowed(filters))
    return (
      <EmptyState
        text={texts.emptyFiltered}
        action={<Button onClick={onClear}>{words.stories.clear}</Button>}
      />
    );
  const view = filters.view ?? 'held';
  return (
    <EmptyState
      text={texts.empty[view]}
      action={view !== 'approved' && <Button onClick={onPublished}>{texts.toPublished}</Button>}
    />
  );
}
