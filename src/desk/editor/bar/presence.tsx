import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import type { Presence } from '../../../api/shapes/stories.ts';
import { request } from '../../data/api.ts';
import { useSession } from '../../data/use-session.ts';
import { useDates } from '../../words/dates.ts';
import { peoplePlugin } from '../page/page-marks.ts';
import { useEditorWords } from '../use-editor-words.ts';

const heartbeat = 15_000;

/** Says every few seconds that the story is open here and where, and hears who else has it open. */
export function usePresence(id: number, editor: Editor): readonly Presence[] {
  const { user } = useSession();
  const { data } = useQuery({
    queryKey: ['presence', id],
    queryFn: ({ signal }) =>
      request<{ presence: Presence[] }>(
        'POST',
        `/stories/${id}/presence`,
        { where: editor.isDestroyed ? null : editor.state.selection.$from.index(0) },
        { signal, askSignIn: false },
      ),
    refetchInterval: heartbeat,
    staleTime: 0,
    retry: false,
  });
  useEffect(() => {
    const leave = (): void =>
      void request('DELETE', `/stories/${id}/presence`, undefined, {
        askSignIn: false,
        keepalive: true,
      }).catch(() => undefined);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
  const others = (data?.presence ?? []).filter(({ userId }) => userId !== user.id);
  const key = JSON.stringify(others.map(({ name, where }) => [name, where]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether anybody came, moved or went.
  useEffect(() => {
    if (editor.isDestroyed) return;
    const places = new Map<number, string>();
    for (const { name, where } of others)
      if (where !== null) places.set(where, [places.get(where), name].filter(Boolean).join('، '));
    editor.view.dispatch(
      editor.state.tr.setMeta(peoplePlugin, places).setMeta('addToHistory', false),
    );
  }, [key, editor]);
  return others;
}

/** Who else is here, by initial and in words. */
export function People({ people }: { people: readonly Presence[] }) {
  const words = useEditorWords();
  const dates = useDates();
  const [first] = people;
  if (first === undefined) return null;
  const where =
    first.where === null ? null : (words.ordinals[first.where] ?? dates.number(first.where + 1));
  const sentence =
    people.length > 1
      ? words.presence.many(people.map(({ name }) => name).join(words.presence.and))
      : where === null
        ? words.presence.here(first.name)
        : words.presence.writesIn(first.name, where);
  return (
    <p className="people" role="status">
      <span className="people__dots" aria-hidden>
        {people.slice(0, 4).map(({ userId, name }, index) => (
          <span key={userId} data-shade={index % 4}>
            {[...name][0]}
          </span>
        ))}
      </span>
      <span className="people__words">{sentence}</span>
    </p>
  );
}
