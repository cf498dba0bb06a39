import { queryOptions } from '@tanstack/react-query';
import type { StyleAnswer, StyleInput } from '../../api/shapes/style.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { say, sayError } from '../parts/toast.tsx';
import { currentWords } from '../words/use-words.ts';

export const styleQuery = queryOptions({
  queryKey: ['style'],
  queryFn: ({ signal }) => request<StyleAnswer>('GET', '/style', undefined, { signal }),
});

/** Changes the style at once; taken back on one press. */
export async function changeStyle(to: StyleInput, back: StyleInput): Promise<void> {
  const put = async (input: StyleInput): Promise<void> => {
    const answer = await request<StyleAnswer>('PATCH', '/style', input);
    queryClient.setQueryData(styleQuery.queryKey, answer);
  };
  try {
    await put(to);
    say(currentWords().style.saved, { undo: () => void put(back).catch(sayError) });
  } catch (error) {
    sayError(error);
  }
}
