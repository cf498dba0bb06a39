import type { Selectable } from 'kysely';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Database } from '../../store/schema.ts';
import { forbidden, invalid, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import {
  publishStory,
  reprioritisePublication,
  withdrawPublication,
} from '../publications/publish.ts';
import { refuseGated } from '../style/gate.ts';
import type { Actor } from '../users/roles.ts';
import { mayAct, type StoryAction, type StoryActionName, storyActions } from './actions.ts';
import { bodyText } from './body.ts';
import { claimStory } from './rows.ts';
import { type Priority, type Story, type StoryContent, storyContentSchema } from './story.ts';

export interface ActionRequest {
  id: number;
  action: StoryActionName;
  /** The version that the person was looking at; an action on text unseen is refused. */
  version?: number;
  /** Why it is returned or withdrawn, or what a correction says. */
  note?: string;
  /** When to publish (`schedule`), or the instant to publish under (`publish`, not in the future). */
  at?: number;
  priority?: Priority;
  /** When breaking news ends by itself. */
  priorityUntil?: number;
}

/** Breaking news ends after this long unless a time is given. */
const breakingFor = 4 * 60 * 60 * 1000;

/**
 * Carries out one action of the table on one story, readers' copy included.
 * @throws Refusal 403 when the role may not, 409 when the state, the version or the house style does not allow it,
 * 400 when a note or time is missing or wrong, 404 when there is no such story.
 */
export function performAction(
  newsroom: Newsroom,
  actor: Actor,
  request: ActionRequest,
): Promise<Story> {
  return inTransaction(newsroom, actor, async (work) =>
    performActionIn(work, await claimStory(work, request.id), request),
  );
}

type MovedRow = Pick<
  Selectable<Database['stories']>,
  | 'id'
  | 'state'
  | 'state_before_spike'
  | 'published_version'
  | 'publish_at'
  | 'published_at'
  | 'updated_at'
  | 'corrections_json'
  | 'priority'
  | 'priority_until'
  | 'note'
>;

const moveStory = prepared((db, slot: SlotOf<MovedRow>) =>
  db
    .updateTable('stories')
    .set({
      state: slot('state'),
      state_before_spike: slot('state_before_spike'),
      published_version: slot('published_version'),
      publish_at: slot('publish_at'),
      published_at: slot('published_at'),
      updated_at: slot('updated_at'),
      corrections_json: slot('corrections_json'),
      priority: slot('priority'),
      priority_until: slot('priority_until'),
      note: slot('note'),
    })
    .where('id', '=', slot('id')),
);

/** {@link performAction} as a step of a larger transaction, on a story just made or claimed in it. */
export async function performActionIn(
  work: Work,
  story: Story,
  request: ActionRequest,
): Promise<Story> {
  const action: StoryAction = storyActions[request.action];
  if (!mayAct(work.actor, story, request.action))
    throw forbidden(`The role "${work.actor.role}" may not ${request.action} story ${story.id}.`);
  if (!action.from.includes(story.state))
    throw new Refusal(
      409,
      'تغيّرت حال المادة فلم يعد هذا الإجراء متاحاً. حدّث الصفحة لترى أين وصلت.',
      `Story ${story.id} is ${story.state}; ${request.action} is possible from ${action.from.join(', ')}.`,
    );
  if (request.version !== undefined && request.version !== story.version)
    throw new Refusal(
      409,
      'حُفظت نسخة أحدث بعد أن فتحت المادة. راجعها ثم أعد الإجراء.',
      `Story ${story.id} is at version ${story.version}, not ${request.version}.`,
    );
  const note = request.note?.replaceAll('\0', '').trim() ?? '';
  if (action.note === 'required' && note === '')
    throw invalid('اكتب ملاحظة توضّح السبب.', `The action ${request.action} needs a note.`);

  const next = moved(story, action, request, work.at, note);
  await refuseGated(work, next, request.action);
  const stateBeforeSpike =
    request.action === 'unspike' ? await stateToReturnTo(work, story.id) : null;
  const state = action.to === 'before-spike' ? (stateBeforeSpike ?? 'draft') : action.to;
  const after: Story = { ...next, state };
  await moveStory(work.tx, {
    id: story.id,
    state,
    state_before_spike: request.action === 'spike' ? story.state : null,
    published_version: after.publishedVersion,
    publish_at: after.publishAt,
    published_at: after.publishedAt,
    updated_at: after.updatedAt,
    corrections_json: JSON.stringify(after.corrections),
    priority: after.priority,
    priority_until: after.priorityUntil,
    note: after.note,
  });
  const text = request.action === 'restore' ? await publishedText(work, story) : after.content;
  await tellReaders(work, action, { ...after, content: text });
  await audit(
    work,
    `story.${request.action}`,
    { kind: 'story', id: story.id },
    { from: story.state, to: state, version: story.version, ...(note === '' ? {} : { note }) },
  );
  return after;
}

/** The story after the action, apart from its state. Checks times on the way. */
function moved(
  story: Story,
  action: StoryAction,
  request: ActionRequest,
  now: number,
  note: string,
): Story {
  const next: Story = { ...story, updatedAt: now, note: action.note === 'required' ? note : null };
  switch (request.action) {
    case 'schedule':
      return { ...next, publishAt: scheduledTime(story, request.at, now) };
    case 'unschedule':
    case 'return':
    case 'spike':
      return { ...next, publishAt: null };
    case 'publish':
    case 'publishAtOnce':
      refuseUnfinished(story);
      return {
        ...next,
        publishAt: null,
        publishedAt: publicationTime(story, request.at, now),
        publishedVersion: story.version,
      };
    case 'restore':
      refuseEmbargoed(story, now);
      return next;
    case 'update':
      refuseEmbargoed(story, now);
      refuseUnfinished(story);
      return { ...next, publishedVersion: story.version };
    case 'correct':
      refuseEmbargoed(story, now);
      refuseUnfinished(story);
      return {
        ...next,
        note: null,
        publishedVersion: story.version,
        corrections: [...story.corrections, { at: now, text: note }],
      };
    case 'prioritise':
      return { ...next, updatedAt: story.updatedAt, ...wantedPriority(request, now) };
    default:
      return next;
  }
}

function refuseUnfinished(story: Story): void {
  const hasBody =
    bodyText(story.content.body).trim() !== '' || story.content.body.content.length > 0;
  if (!hasBody)
    throw invalid('لا نصّ في هذه المادة بعد. اكتب المتن ثم انشرها.', 'The story has no body text.');
}

function refuseEmbargoed(story: Story, at: number): void {
  if (story.embargoUntil !== null && at < story.embargoUntil)
    throw invalid(
      'المادة محظورة النشر حتى موعدها. حدّد موعداً بعد نهاية الحظر.',
      `Story ${story.id} is under embargo until ${new Date(story.embargoUntil).toISOString()}.`,
    );
}

function publicationTime(story: Story, at: number | undefined, now: number): number {
  refuseEmbargoed(story, now);
  if (at !== undefined && at > now)
    throw invalid(
      'تاريخ النشر في المستقبل. استعمل «حدّد موعد النشر» بدلاً من النشر الآن.',
      'The publication date lies in the future; give a past date, or schedule the story instead.',
    );
  return at ?? now;
}

function scheduledTime(story: Story, at: number | undefined, now: number): number {
  if (at === undefined || at <= now)
    throw invalid(
      'اختر موعداً في المستقبل، أو انشر الآن.',
      'Scheduling needs a time in the future.',
    );
  refuseEmbargoed(story, at);
  refuseUnfinished(story);
  return at;
}

function wantedPriority(
  request: ActionRequest,
  now: number,
): Pick<Story, 'priority' | 'priorityUntil'> {
  const priority = request.priority ?? 'normal';
  if (priority !== 'breaking') return { priority, priorityUntil: null };
  const priorityUntil = request.priorityUntil ?? now + breakingFor;
  if (priorityUntil <= now)
    throw invalid('موعد انتهاء «عاجل» مضى.', 'Breaking news must end in the future.');
  return { priority, priorityUntil };
}

async function stateToReturnTo(work: Work, id: number): Promise<Story['state']> {
  const row = await work.tx
    .selectFrom('stories')
    .select('state_before_spike')
    .where('id', '=', id)
    .executeTakeFirst();
  const before = row?.state_before_spike;
  // A lost slot is not taken back: what was scheduled waits for a new time.
  if (before === 'scheduled' || before === 'ready') return 'ready';
  return before === 'review' || before === 'returned' ? before : 'draft';
}

/** What readers had before the withdrawal; what was saved since waits for its own update. */
async function publishedText(work: Work, story: Story): Promise<StoryContent> {
  const row = await work.tx
    .selectFrom('versions')
    .select('content_json')
    .where('story_id', '=', story.id)
    .where('version', '=', story.publishedVersion)
    .executeTakeFirstOrThrow();
  return storyContentSchema.parse(JSON.parse(row.content_json));
}

async function tellReaders(work: Work, action: StoryAction, story: Story): Promise<void> {
  switch (action.readers) {
    case 'publish':
      return publishStory(work, story, { updatedAt: story.publishedAt ?? work.at, isNew: true });
    case 'republish':
      return publishStory(work, story, { updatedAt: work.at, isNew: false });
    case 'withdraw':
      return withdrawPublication(work, story);
    case 'reprioritise':
      return reprioritisePublication(work, story);
    case 'nothing':
  }
}
