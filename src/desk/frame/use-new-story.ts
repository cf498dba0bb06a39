import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StoryAnswer } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { sayError } from '../parts/toast.tsx';
import { currentWords } from '../words/use-words.ts';

/** Begins a story and opens it, its headline ready to be written over (`#new`). */
export function useNewStory(): { begin: () => void; isBeginning: boolean } {
  const navigate = useNavigate();
  const [isBeginning, setBeginning] = useState(false);
  const begin = (): void => {
    if (isBeginning) return;
    setBeginning(true);
    request<StoryAnswer>('POST', '/stories', {
      content: { headline: currentWords().story.untitled },
    })
      .then(({ id }) => navigate({ to: '/stories/$id', params: { id: String(id) }, hash: 'new' }))
      .catch(sayError)
      .finally(() => setBeginning(false));
  };
  return { begin, isBeginning };
}
