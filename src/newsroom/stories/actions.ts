import type { Actor, Role } from '../users/roles.ts';
import type { Story, StoryState } from './story.ts';

/**
 * Every way in which a story changes state, and who may do it. Nothing changes a
 * state elsewhere. `own` roles may act only on stories that they began.
 */
export interface StoryAction {
  /** What the desk writes on the button. */
  label: string;
  from: readonly StoryState[];
  to: StoryState | 'before-spike';
  roles: readonly Role[];
  own?: readonly Role[];
  /** A note that the action cannot do without. */
  note?: 'required';
  /** What happens to the readers' copy. */
  readers: 'nothing' | 'publish' | 'republish' | 'withdraw' | 'reprioritise';
}

export const storyActions = {
  submit: {
    label: 'أرسلها إلى المراجعة',
    from: ['draft', 'returned'],
    to: 'review',
    roles: ['copyeditor', 'editor', 'chief'],
    own: ['reporter'],
    readers: 'nothing',
  },
  approve: {
    label: 'جاهزة للنشر',
    from: ['draft', 'review', 'returned'],
    to: 'ready',
    roles: ['copyeditor', 'editor', 'chief'],
    readers: 'nothing',
  },
  return: {
    label: 'أعِدها بملاحظة',
    from: ['review', 'ready', 'scheduled'],
    to: 'returned',
    roles: ['copyeditor', 'editor', 'chief'],
    note: 'required',
    readers: 'nothing',
  },
  schedule: {
    label: 'حدّد موعد النشر',
    from: ['ready'],
    to: 'scheduled',
    roles: ['editor', 'chief'],
    readers: 'nothing',
  },
  unschedule: {
    label: 'ألغِ الموعد',
    from: ['scheduled'],
    to: 'ready',
    roles: ['editor', 'chief'],
    readers: 'nothing',
  },
  publish: {
    label: 'انشر الآن',
    from: ['ready', 'scheduled'],
    to: 'published',
    roles: ['editor', 'chief'],
    readers: 'publish',
  },
  publishAtOnce: {
    label: 'انشرها مباشرة',
    from: ['draft', 'review', 'returned'],
    to: 'published',
    roles: ['chief'],
    readers: 'publish',
  },
  update: {
    label: 'انشر التحديث',
    from: ['published'],
    to: 'published',
    roles: ['editor', 'chief'],
    readers: 'republish',
  },
  correct: {
    label: 'انشر تصحيحاً',
    from: ['published'],
    to: 'published',
    roles: ['editor', 'chief'],
    note: 'required',
    readers: 'republish',
  },
  withdraw: {
    label: 'اسحبها',
    from: ['published'],
    to: 'withdrawn',
    roles: ['editor', 'chief'],
    note: 'required',
    readers: 'withdraw',
  },
  restore: {
    label: 'أعِد نشرها',
    from: ['withdrawn'],
    to: 'published',
    roles: ['chief'],
    readers: 'republish',
  },
  prioritise: {
    label: 'غيّر أولويتها',
    from: ['published'],
    to: 'published',
    roles: ['editor', 'chief'],
    readers: 'reprioritise',
  },
  spike: {
    label: 'اطوِها',
    from: ['draft', 'review', 'ready', 'scheduled', 'returned'],
    to: 'spiked',
    roles: ['copyeditor', 'editor', 'chief'],
    own: ['reporter'],
    readers: 'nothing',
  },
  unspike: {
    label: 'استرجعها',
    from: ['spiked'],
    to: 'before-spike',
    roles: ['copyeditor', 'editor', 'chief'],
    own: ['reporter'],
    readers: 'nothing',
  },
} as const satisfies Record<string, StoryAction>;
export type StoryActionName = keyof typeof storyActions;

/** Whether this person's role allows the action on this story, whatever its state. */
export function mayAct(
  actor: Actor,
  story: Pick<Story, 'authorId'>,
  name: StoryActionName,
): boolean {
  const action: StoryAction = storyActions[name];
  if (action.roles.includes(actor.role)) return true;
  const isOwn = actor.userId !== null && story.authorId === actor.userId;
  return isOwn && (action.own?.includes(actor.role) ?? false);
}

/** The actions open to this person on this story now, in the table's order. */
export function actionsFor(
  actor: Actor,
  story: Pick<Story, 'authorId' | 'state'>,
): StoryActionName[] {
  return (Object.keys(storyActions) as StoryActionName[]).filter((name) => {
    const from: readonly StoryState[] = storyActions[name].from;
    return from.includes(story.state) && mayAct(actor, story, name);
  });
}
