import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Moderated,
  ModeratedReply,
  ModeratorAct,
  ReplyList,
  Undone,
} from '../../api/shapes/comments.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { apiFilter, queryOf, type ReplyFilters } from './filters.ts';
import { append, leaves, putBack, type Shown, step, type Taken, takeOut } from './queue-list.ts';
import { useSending } from './use-sending.ts';

const pageLength = 40;
/** The next page is fetched while so many are left below. */
const readAhead = 15;
/** What others do is looked at this often at most, ms. */
const lookPause = 2500;

/** An act of this window that can be taken back. */
export interface Act {
  name: ModeratorAct;
  ids: readonly number[];
  /** Of whom, where it is one reply. */
  writer: string;
}
interface Kept extends Act {
  /** What the server calls it; null until it has answered, or when it refused. */
  act: number | null;
  taken: Taken;
  /** Settles when the server has answered. */
  sent: Promise<void>;
  /** Taken back already, perhaps before the server has heard of it. */
  isUndone: boolean;
}

/** What became of an act or an undo, to be said. */
export type Outcome =
  | { kind: 'done'; act: Act; answer: Moderated }
  | { kind: 'failed'; error: unknown }
  | { kind: 'undone'; act: Act; answer: Undone };

export interface Queue {
  shown: Shown;
  isLoading: boolean;
  error: Error | null;
  /** There is more than is shown. */
  hasMore: boolean;
  reload(): void;
  loadMore(): void;
  move(by: number): void;
  stand(id: number): void;
  /** Decides at once on the screen; the server is told beside it. */
  act(name: ModeratorAct, rows: readonly ModeratedReply[]): void;
  /** The same decision on everything that matches the filter, shown or not. */
  actOnMatching(name: ModeratorAct): void;
  /** Takes the last act back; false when there is none. */
  undo(): boolean;
}

/**
 * The queue as a moderator works through it: decided replies are gone at once, the server is told
 * meanwhile (of one reply in order), and what it refuses comes back to its place.
 * @param changedAt changes when the server has told of news.
 */
export function useQueue(
  filters: ReplyFilters,
  changedAt: number,
  onOutcome: (outcome: Outcome) => void,
): Queue {
  const view = filters.view ?? 'held';
  const key = JSON.stringify(filters);
  const [shown, setShown] = useState<Shown>({ rows: [], at: 0 });
  const [next, setNext] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const acts = useRef<Kept[]>([]);
  const decided = useRef(new Set<number>());
  const tell = useRef(onOutcome);
  tell.current = onOutcome;
  const { inLine, settled } = useSending((reason) =>
    tell.current({ kind: 'failed', error: reason }),
  );
  /** Answers of a list that is shown no more are dropped. */
  const current = useRef(key);
  const fetching = useRef(false);

  const fetchPage = useCallback(
    async (cursor: string | null): Promise<void> => {
      if (fetching.current && current.current === key) return;
      current.current = key;
      fetching.current = true;
      const filter = apiFilter(JSON.parse(key) as ReplyFilters, Date.now());
      const query = queryOf({
        ...filter,
        limit: pageLength,
        ...(cursor === null ? {} : { cursor }),
      });
      try {
        const page = await request<ReplyList>('GET', `/comments?${query}`);
        if (current.current !== key) return;
        setShown((before) => append(before, page.rows, decided.current));
        setNext(page.next);
        setError(null);
      } catch (reason) {
        if (current.current === key)
          setError(reason instanceof Error ? reason : new Error(String(reason)));
      } finally {
        if (current.current === key) {
          fetching.current = false;
          setLoading(false);
        }
      }
    },
    [key],
  );

  const reload = useCallback((): void => {
    decided.current = new Set();
    fetching.current = false;
    setShown({ rows: [], at: 0 });
    setNext(null);
    setLoading(true);
    setError(null);
    void fetchPage(null);
  }, [fetchPage]);

  useEffect(() => {
    // What was done under another filter can be taken back all the same, but not be put back here.
    acts.current = acts.current.map((one) => ({ ...one, taken: [] }));
    reload();
  }, [reload]);

  const left = shown.rows.length - shown.at;
  useEffect(() => {
    if (next !== null && left < readAhead && !isLoading && error === null) void fetchPage(next);
  }, [next, left, isLoading, error, fetchPage]);

  const lookedAt = useRef(0);
  const isShort = next === null || shown.rows.length < readAhead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the server tells of news.
  useEffect(() => {
    if (isLoading || !isShort) return;
    const wait = Math.max(0, lookedAt.current + lookPause - Date.now());
    const timer = setTimeout(() => {
      lookedAt.current = Date.now();
      void settled().then(() => fetchPage(null));
    }, wait);
    return () => clearTimeout(timer);
  }, [changedAt, isShort]);

  const stand = useCallback((id: number): void => {
    setShown((before) => {
      const at = before.rows.findIndex((row) => row.id === id);
      return at === -1 ? before : { ...before, at };
    });
  }, []);

  const refreshCounts = (): void =>
    void queryClient.invalidateQueries({ queryKey: ['comments', 'counts'] });

  const act = (name: ModeratorAct, rows: readonly ModeratedReply[]): void => {
    const [first] = rows;
    if (first === undefined) return;
    const ids = new Set(rows.map(({ id }) => id));
    const kept: Kept = {
      ...{ name, ids: [...ids], writer: first.name, act: null, taken: [] },
      ...{ sent: Promise.resolve(), isUndone: false },
    };
    if (leaves(name, view)) {
      const after = takeOut(shown, ids);
      kept.taken = after.taken;
      setShown(after.shown);
      for (const id of ids) decided.current.add(id);
    } else setShown((before) => changed(before, name, ids));
    acts.current.push(kept);
    kept.sent = inLine(kept.ids, async () => {
      const seen = view === 'held' || view === 'unproven' ? { seen: 'held' } : {};
      try {
        const body = { act: name, ids: kept.ids, ...seen };
        const answer = await request<Moderated>('POST', '/comments/moderate', body);
        kept.act = answer.act;
        if (kept.isUndone) return;
        // A ban takes the reader's other replies along.
        const gone = new Set(answer.done);
        if (leaves(name, view)) {
          for (const id of gone) decided.current.add(id);
          setShown((before) => {
            const after = takeOut(before, gone);
            kept.taken = [...kept.taken, ...after.taken];
            return after.shown;
          });
        }
        tell.current({ kind: 'done', act: kept, answer });
      } catch (reason) {
        acts.current = acts.current.filter((one) => one !== kept);
        restore(kept);
        throw reason;
      }
    });
  };

  const actOnMatching = (name: ModeratorAct): void =>
    void inLine([], async () => {
      await settled();
      const filter = apiFilter(filters, Date.now());
      const answer = await request<Moderated>('POST', '/comments/moderate/matching', {
        act: name,
        filter,
      });
      const kept: Kept = {
        ...{ name, ids: answer.done, writer: '', act: answer.act, taken: [] },
        ...{ sent: Promise.resolve(), isUndone: false },
      };
      acts.current.push(kept);
      tell.current({ kind: 'done', act: kept, answer });
      refreshCounts();
      reload();
    });

  const restore = (kept: Kept): void => {
    for (const { row } of kept.taken) decided.current.delete(row.id);
    if (kept.taken.length > 0) setShown((before) => putBack(before, kept.taken));
    else if (kept.name === 'flag' || kept.name === 'unflag')
      setShown((before) =>
        changed(before, kept.name === 'flag' ? 'unflag' : 'flag', new Set(kept.ids)),
      );
  };

  const undo = (): boolean => {
    const kept = acts.current.pop();
    if (kept === undefined) return false;
    kept.isUndone = true;
    // Back on the screen at once, whatever the server has heard so far.
    restore(kept);
    void inLine(kept.ids, async () => {
      await kept.sent;
      if (kept.act === null) return;
      const answer = await request<Undone>('POST', '/comments/undo', { act: kept.act });
      tell.current({ kind: 'undone', act: kept, answer });
      refreshCounts();
      // What is not on this screen any more is fetched again.
      if (kept.taken.length === 0 && leaves(kept.name, view)) reload();
    });
    return true;
  };

  return {
    shown,
    isLoading,
    error,
    hasMore: next !== null,
    reload,
    loadMore: () => {
      if (next !== null) void fetchPage(next);
    },
    move: (by) => setShown((before) => step(before, by)),
    stand,
    act,
    actOnMatching,
    undo,
  };
}

/** A flag is seen in the list itself. */
const changed = (shown: Shown, act: ModeratorAct, ids: ReadonlySet<number>): Shown => ({
  ...shown,
  rows: shown.rows.map((row) => {
    if (!ids.has(row.id)) return row;
    if (act === 'flag' || act === 'unflag') return { ...row, flagged: act === 'flag' };
    return { ...row, flagged: false, reports: [] };
  }),
});
