import type { Db } from '../../store/schema.ts';
import { notFound } from '../errors.ts';
import type { Newsroom } from '../newsroom.ts';
import { storyPath } from '../publications/paths.ts';
import { type Actor, may } from '../users/roles.ts';
import { actionsFor, type StoryAction, type StoryActionName, storyActions } from './actions.ts';
import { cursorAfter, readCursor } from './list.ts';
import { type Presence, presenceIn } from './presence.ts';
import { loadStory } from './rows.ts';
import { type Story, type StoryContent, storyContentSchema } from './story.ts';

export interface OfferedAction {
  name: StoryActionName;
  label: string;
  note: boolean;
  time: boolean;
  primary: boolean;
}

export interface StoryView {
  story: Story;
  autosave: { version: number; content: unknown; at: number } | null;
  actions: OfferedAction[];
  mayEdit: boolean;
  author: { id: string | null; name: string };
  published: { version: number; content: StoryContent; url: string } | null;
  presence: Presence[];
}

const nextSteps: readonly StoryActionName[] = [
  'publish',
  'update',
  'approve',
  'submit',
  'unspike',
  'restore',
];

/** The actions open to this person now; the likeliest is marked. */
export function offeredActions(actor: Actor, story: Story): OfferedAction[] {
  const names = actionsFor(actor, story);
  const next = nextSteps.find(
    (name) =>
      names.includes(name) && (name !== 'update' || story.version !== story.publishedVersion),
  );
  return names.map((name) => {
    const action: StoryAction = storyActions[name];
    return {
      name,
      label: action.label,
      note: action.note === 'required',
      time: name === 'schedule',
      primary: name === next,
    };
  });
}

/** Whether this person may save this story as it stands. */
export function mayEdit(actor: Actor, story: Pick<Story, 'state' | 'authorId'>): boolean {
  if (story.state === 'spiked' || story.state === 'withdrawn') return false;
  if (may(actor, 'story.edit.any')) return true;
  const own = actor.userId !== null && story.authorId === actor.userId;
  const approved = story.state === 'ready' || story.state === 'scheduled';
  return own && !approved && may(actor, 'story.edit.own');
}

/** Everything that the editor's screen opens with. @throws Refusal (404) */
export async function viewStory(newsroom: Newsroom, actor: Actor, id: number): Promise<StoryView> {
  const { read } = newsroom.store;
  const story = await loadStory(read, id);
  const autosave =
    actor.userId === null
      ? undefined
      : await read
          .selectFrom('autosaves')
          .selectAll()
          .where('story_id', '=', id)
          .where('user_id', '=', actor.userId)
          .executeTakeFirst();
  const author =
    story.authorId === null
      ? undefined
      : await read
          .selectFrom('users')
          .select('name')
          .where('id', '=', story.authorId)
          .executeTakeFirst();
  const out = story.publishedVersion !== null && story.state === 'published';
  const published =
    out && story.publishedVersion !== null
      ? {
          version: story.publishedVersion,
          content: (await readVersion(read, id, story.publishedVersion)).content,
          url: storyPath(story),
        }
      : null;
  return {
    story,
    autosave:
      autosave === undefined
        ? null
        : {
            version: autosave.base_version,
            content: JSON.parse(autosave.content_json),
            at: autosave.at,
          },
    actions: offeredActions(actor, story),
    mayEdit: mayEdit(actor, story),
    author: { id: story.authorId, name: author?.name ?? 'مطبعة' },
    published,
    presence: await presenceIn(read, id, newsroom.now()),
  };
}

export interface VersionRow {
  version: number;
  at: number;
  by: string;
  summary: string | null;
}

/** What was kept of a story, the newest first. */
export async function listVersions(
  db: Db,
  id: number,
  options: { cursor?: string; limit: number },
): Promise<{ rows: VersionRow[]; next: string | null }> {
  let query = db
    .selectFrom('versions')
    .select(['version', 'at', 'actor_name', 'summary'])
    .where('story_id', '=', id);
  if (options.cursor !== undefined)
    query = query.where('version', '<', readCursor(options.cursor)[1]);
  const found = await query
    .orderBy('version', 'desc')
    .limit(options.limit + 1)
    .execute();
  const rows = found.slice(0, options.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => ({
      version: row.version,
      at: row.at,
      by: row.actor_name,
      summary: row.summary,
    })),
    next:
      found.length > rows.length && last !== undefined ? cursorAfter(last.at, last.version) : null,
  };
}

/** One version whole. @throws Refusal (404) */
export async function readVersion(
  db: Db,
  id: number,
  version: number,
): Promise<VersionRow & { content: StoryContent }> {
  const row = await db
    .selectFrom('versions')
    .selectAll()
    .where('story_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined)
    throw notFound('لا توجد نسخة بهذا الرقم.', `Story ${id} has no version ${version}.`);
  return {
    version: row.version,
    at: row.at,
    by: row.actor_name,
    summary: row.summary,
    content: storyContentSchema.parse(JSON.parse(row.content_json)),
  };
}

/** Forgets this person's unsaved text. */
export async function dropAutosave(newsroom: Newsroom, userId: string, id: number): Promise<void> {
  await newsroom.store.write((tx) =>
    tx.deleteFrom('autosaves').where('story_id', '=', id).where('user_id', '=', userId).execute(),
  );
}
