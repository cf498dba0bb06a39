import { useEffect } from 'react';
import type { DeskEvent } from '../../api/shapes/changes.ts';
import { queryClient } from './query-client.ts';

/** What to look at again when something changed: first parts of query keys. */
const concerned: Readonly<Record<DeskEvent['kind'], readonly string[]>> = {
  story: ['today', 'stories', 'story', 'front', 'waivers'],
  presence: ['today', 'presence'],
  front: ['front', 'stories'],
  media: ['media'],
  terms: ['terms', 'session'],
  comments: ['comments', 'today'],
  pages: ['pages'],
  settings: ['session', 'settings', 'style'],
  users: ['users'],
  all: [''],
};
const pollEvery = 30_000;

function look(kind: DeskEvent['kind']): void {
  if (kind === 'all') void queryClient.invalidateQueries();
  else for (const key of concerned[kind]) void queryClient.invalidateQueries({ queryKey: [key] });
}

function kindOf(data: string): DeskEvent['kind'] {
  try {
    const { kind } = JSON.parse(data) as { kind?: unknown };
    return typeof kind === 'string' && kind in concerned ? (kind as DeskEvent['kind']) : 'all';
  } catch {
    return 'all';
  }
}

/** Keeps every open screen true while others work: by the server's events, by asking where they fail. */
export function useLiveDesk(): void {
  useEffect(() => {
    const events = new EventSource('/api/v1/events');
    let isHeard = false;
    events.onopen = () => {
      // What happened while nobody listened.
      if (isHeard) look('all');
      isHeard = true;
    };
    events.onmessage = ({ data }) => look(kindOf(String(data)));
    const poll = setInterval(() => {
      if (events.readyState !== EventSource.OPEN && !document.hidden) look('all');
    }, pollEvery);
    return () => {
      clearInterval(poll);
      events.close();
    };
  }, []);
}
