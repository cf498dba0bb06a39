import { useEffect, useRef } from 'react';

/**
 * Sends what was decided: different replies side by side, one reply's acts in their order. Nobody
 * leaves the page unasked while something is on its way.
 */
export function useSending(onFailure: (reason: unknown) => void): {
  inLine: (ids: readonly number[], work: () => Promise<void>) => Promise<void>;
  settled: () => Promise<unknown>;
} {
  const underWay = useRef(new Set<Promise<void>>());
  const last = useRef(new Map<number, Promise<void>>());
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (underWay.current.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, []);
  const inLine = (ids: readonly number[], work: () => Promise<void>): Promise<void> => {
    const before = ids.map((id) => last.current.get(id));
    const sent = Promise.allSettled(before).then(work).catch(onFailure);
    underWay.current.add(sent);
    for (const id of ids) last.current.set(id, sent);
    void sent.finally(() => {
      underWay.current.delete(sent);
      for (const id of ids) if (last.current.get(id) === sent) last.current.delete(id);
    });
    return sent;
  };
  return { inLine, settled: () => Promise.allSettled([...last.current.values()]) };
}
