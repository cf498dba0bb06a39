import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Front } from '../../api/shapes/front.ts';
import type { StoryList, StoryRow } from '../../api/shapes/stories.ts';
import { ApiError, request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading, Screen } from '../parts/screen.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useWords } from '../words/use-words.ts';
import { type Arrangement, arrangementOf, inputOf, isSame } from './arrangement.ts';
import { CandidateList } from './candidate-list.tsx';
import { FrontPlaces } from './front-places.tsx';
import './front-screen.css';

const frontKey = ['front'] as const;

/** Arranging the front page: nothing changes for readers until it is published. */
export function FrontScreen() {
  const words = useWords();
  const front = useQuery({
    queryKey: frontKey,
    queryFn: ({ signal }) => request<Front>('GET', '/front', undefined, { signal }),
  });
  if (front.data !== undefined) return <Arranger front={front.data} />;
  return (
    <Screen title={words.front.title} help={words.front.help} isWide>
      {front.isError ? (
        <LoadFailed error={front.error} again={() => void front.refetch()} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

function Arranger({ front }: { front: Front }) {
  const words = useWords();
  const { user } = useSession();
  const mayArrange = user.role === 'editor' || user.role === 'chief';
  const published = arrangementOf(front);
  // What somebody is arranging, and on top of which version.
  const [draft, setDraft] = useState<{ on: number; page: Arrangement } | null>(null);
  const [isSending, setSending] = useState(false);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const found = useFound(q);
  const page = draft?.page ?? published;
  const isChanged = draft !== null && !isSame(page, published);
  useEffect(() => {
    if (draft === null || draft.on === front.version) return;
    setDraft(null);
    say(words.front.stale, { isError: true });
  }, [draft, front.version, words]);
  const rows = new Map([...(found ?? []), ...front.candidates].map((row) => [row.id, row]));
  const change = (next: Arrangement): void => setDraft({ on: front.version, page: next });
  const send = async (next: Arrangement, version: number): Promise<void> => {
    setSending(true);
    try {
      const answer = await request<Front>('PUT', '/front', inputOf(next, version));
      queryClient.setQueryData(frontKey, answer);
      setDraft(null);
      say(words.front.published, { undo: () => void send(published, answer.version) });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409)
        await queryClient.invalidateQueries({ queryKey: frontKey });
      sayError(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Screen
      title={words.front.title}
      help={words.front.help}
      isWide
      actions={
        <>
          <Button component="a" href="/" target="_blank" rel="noopener">
            {words.front.preview}
          </Button>
          {mayArrange && (
            <Button
              variant="filled"
              disabled={!isChanged}
              loading={isSending}
              onClick={() => void send(page, front.version)}
            >
              {words.front.publish}
            </Button>
          )}
        </>
      }
    >
      <p className="front__state" role="status">
        {isChanged ? words.front.changed : words.front.unchanged}
        {isChanged && (
          <button type="button" onClick={() => setDraft(null)}>
            {words.front.revert}
          </button>
        )}
      </p>
      <div className="front">
        <FrontPlaces page={page} rows={rows} onChange={mayArrange ? change : undefined} />
        <section className="front__candidates">
          <h2>{words.front.candidates}</h2>
          <TextInput
            type="search"
            aria-label={words.front.find}
            placeholder={words.front.find}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <CandidateList
            rows={q === '' ? front.candidates : (found ?? [])}
            page={page}
            onChange={mayArrange ? change : undefined}
          />
        </section>
      </div>
    </Screen>
  );
}

function useFound(q: string): readonly StoryRow[] | undefined {
  return useQuery({
    queryKey: ['stories', 'front', q],
    queryFn: ({ signal }) =>
      request<StoryList>(
        'GET',
        `/stories?state=published&limit=20&q=${encodeURIComponent(q)}`,
        undefined,
        { signal },
      ),
    enabled: q !== '',
    placeholderData: (before) => before,
  }).data?.rows;
}
