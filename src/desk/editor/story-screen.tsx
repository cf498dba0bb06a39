import { useQuery } from '@tanstack/react-query';
import type { StoryView } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading, Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';

/** A story, read. */
export function StoryScreen({ id }: { id: number }) {
  const words = useWords();
  const story = useQuery({
    queryKey: ['story', id],
    queryFn: ({ signal }) => request<StoryView>('GET', `/stories/${id}`, undefined, { signal }),
  });
  if (story.isPending) return <Loading />;
  if (story.data === undefined)
    return <LoadFailed error={story.error} again={() => void story.refetch()} />;
  const { content, state } = story.data.story;
  return (
    <Screen title={content.headline} help={words.states[state]}>
      <p dir="auto">{content.standfirst}</p>
    </Screen>
  );
}
