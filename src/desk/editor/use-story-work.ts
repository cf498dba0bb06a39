import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';
import type { SaveState } from './saving/save-state.ts';
import type { Details, StoryWork } from './saving/story-work.ts';

export const useDetails = (work: StoryWork): Details =>
  useSyncExternalStore(work.subscribe, work.details);
export const useSaveState = (work: StoryWork): SaveState =>
  useSyncExternalStore(work.subscribe, work.state);

/** What every part of the story's screen works on. */
export interface Desk {
  id: number;
  work: StoryWork;
  editor: Editor;
  isReadOnly: boolean;
}
