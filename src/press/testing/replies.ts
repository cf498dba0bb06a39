import type { PublicComment, Thread } from '../../newsroom/comments/comment.ts';
import type { RepliesView } from '../components/replies.tsx';
import { noon } from './fixtures.ts';

export function aReply(over: Partial<PublicComment> = {}): PublicComment {
  return {
    id: 5,
    storyId: 11,
    parentId: null,
    name: 'هدى',
    text: 'أخيراً! كنت أعبره كل يوم إلى الجامعة.',
    createdAt: noon,
    editedAt: null,
    ...over,
  };
}

export function aThread(over: Partial<Thread> = {}): Thread {
  return { ...aReply(), deleted: false, answers: [], answerCount: 0, ...over };
}

/** What stands under a story: nothing yet, and the door is open, unless told. */
export function aView(over: Partial<RepliesView> = {}): RepliesView {
  return {
    page: { threads: [], next: null },
    order: 'newest',
    policy: 'open',
    form: { token: 'b-2.signed', letters: true },
    ...over,
  };
}
