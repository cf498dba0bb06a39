import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StoryView } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { useSession } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading } from '../parts/screen.tsx';
import { type LocalCopy, readLocal } from './saving/local-copy.ts';
import { StoryDesk } from './story-desk.tsx';
import './story-screen.css';

/** A story, open to be written; or read by whoever may not. */
export function StoryScreen({ id }: { id: number }) {
  const { user } = useSession();
  const [local, setLocal] = useState<LocalCopy | null | undefined>(undefined);
  const story = useQuery({
    queryKey: ['story', id],
    queryFn: ({ signal }) => request<StoryView>('GET', `/stories/${id}`, undefined, { signal }),
    // What was seen of it a while ago is not what to write on.
    refetchOnMount: 'always',
  });
  useEffect(() => {
    let isLeft = false;
    void readLocal(user.id, id).then((copy) => {
      if (!isLeft) setLocal(copy);
    });
    return () => {
      isLeft = true;
    };
  }, [user.id, id]);
  if (story.data === undefined && story.isError)
    return (
      <div className="story-wait">
        <LoadFailed error={story.error} again={() => void story.refetch()} />
      </div>
    );
  if (story.data === undefined || local === undefined || !story.isFetchedAfterMount)
    return (
      <div className="story-wait">
        <Loading />
      </div>
    );
  return <StoryDesk key={id} view={story.data} local={local} userId={user.id} />;
}
