import { useState } from 'react';
import type { ActionInput, OfferedAction, StoryAnswer } from '../../../api/shapes/stories.ts';
import { ApiError, request } from '../../data/api.ts';
import { queryClient } from '../../data/query-client.ts';
import { say, sayError } from '../../parts/toast.tsx';
import { currentWords } from '../../words/use-words.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { currentEditorWords } from '../use-editor-words.ts';

/** What leads back from an action that is easily done by mistake. */
const backFrom: Partial<Record<OfferedAction['name'], OfferedAction['name']>> = {
  spike: 'unspike',
  schedule: 'unschedule',
};

/** Carries out an action of the workflow on the text as it stands: it is saved first. */
export function useActions(work: StoryWork): {
  isBusy: boolean;
  perform: (action: OfferedAction['name'], input?: ActionInput) => Promise<boolean>;
  save: () => Promise<void>;
} {
  const [isBusy, setBusy] = useState(false);
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: ['story', work.id] });
  const act = (action: OfferedAction['name'], input: ActionInput = {}): Promise<StoryAnswer> =>
    request<StoryAnswer>('POST', `/stories/${work.id}/actions/${action}`, {
      version: work.state().version,
      ...input,
    });
  const guarded = async (run: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    try {
      await run();
      return true;
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'stale';
      if (!isStale) sayError(error);
      await refresh();
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    perform: (action, input) =>
      guarded(async () => {
        await work.saveIfDirty();
        await act(action, input);
        await refresh();
        const back = backFrom[action];
        const done = currentEditorWords().bar.done(currentWords().actions[action]);
        if (back === undefined) say(done);
        else
          say(done, {
            undo: () => void act(back).then(refresh).catch(sayError),
          });
      }),
    save: async () => {
      await guarded(async () => {
        await work.saveVersion();
        await refresh();
      });
    },
  };
}
