import type { Selectable } from 'kysely';
import { slugify } from '../../arabic/slug.ts';
import { prepared, preparedInsert, type SlotOf } from '../../store/prepared.ts';
import type { Database } from '../../store/schema.ts';
import { forbidden, invalid, Refusal, StaleSave } from '../errors.ts';
import { issueText } from '../issue-text.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise, may } from '../users/roles.ts';
import { addLabels, listed, removeLabels } from './labels.ts';
import { claimStory, loadStory } from './rows.ts';
import {
  type Story,
  type StoryContent,
  type StoryContentInput,
  storyContentSchema,
} from './story.ts';

export interface NewStory {
  content: StoryContentInput;
  /** Names where an imported story came from; a second one of the same origin is refused. */
  origin?: string;
  embargoUntil?: number;
  /** The first instant it existed, where that is not now. */
  createdAt?: number;
}

/** Begins a draft. @throws Refusal (403, 400 for content that cannot be kept, 409 for a known origin). */
export function createStory(newsroom: Newsroom, actor: Actor, story: NewStory): Promise<Story> {
  return inTransaction(newsroom, actor, (work) => createStoryIn(work, story));
}

type NewStoryRow = Omit<Selectable<Database['stories']>, 'id' | 'state_before_spike'>;

/** Inserts a story unless there is one of its origin; gives the new id, or nothing. */
const insertStory = prepared((db, slot: SlotOf<NewStoryRow>) =>
  db
    .insertInto('stories')
    .values({
      origin: slot('origin'),
      slug: slot('slug'),
      state: slot('state'),
      content_json: slot('content_json'),
      headline: slot('headline'),
      type: slot('type'),
      kicker: slot('kicker'),
      words: slot('words'),
      section_id: slot('section_id'),
      version: slot('version'),
      published_version: slot('published_version'),
      embargo_until: slot('embargo_until'),
      publish_at: slot('publish_at'),
      published_at: slot('published_at'),
      updated_at: slot('updated_at'),
      created_at: slot('created_at'),
      corrections_json: slot('corrections_json'),
      priority: slot('priority'),
      priority_until: slot('priority_until'),
      note: slot('note'),
      author_id: slot('author_id'),
    })
    .onConflict((conflict) => conflict.column('origin').doNothing())
    .returning('id'),
);

/** {@link createStory} as a step of a larger transaction. */
export async function createStoryIn(work: Work, story: NewStory): Promise<Story> {
  authorise(work.actor, 'story.create');
  const content = parseContent(story.content);
  await refuseUnknownSection(work, content);
  const createdAt = story.createdAt ?? work.at;
  const values = {
    slug: slugify(content.headline),
    state: 'draft' as const,
    content_json: JSON.stringify(content),
    headline: content.headline,
    ...listed(content),
    section_id: content.sectionId,
    version: 1,
    published_version: null,
    embargo_until: story.embargoUntil ?? null,
    publish_at: null,
    published_at: null,
    updated_at: work.at,
    created_at: createdAt,
    corrections_json: '[]',
    priority: 'normal' as const,
    priority_until: null,
    note: null,
    author_id: work.actor.userId,
  };
  const [added] = await insertStory(work.tx, { ...values, origin: story.origin ?? null });
  if (added === undefined)
    throw new Refusal(
      409,
      'أُدخلت هذه المادة من قبل.',
      `There is already a story from "${story.origin ?? ''}".`,
    );
  const { id } = added;
  await addLabels(work, id, content);
  await addVersion(work, id, 1, content, null);
  await audit(work, 'story.create', { kind: 'story', id });
  return {
    id,
    slug: values.slug,
    state: 'draft',
    content,
    version: 1,
    publishedVersion: null,
    embargoUntil: values.embargo_until,
    publishAt: null,
    publishedAt: null,
    updatedAt: work.at,
    createdAt,
    corrections: [],
    priority: 'normal',
    priorityUntil: null,
    note: null,
    authorId: work.actor.userId,
  };
}

export interface SaveStory {
  id: number;
  /** The version that the writer began from. */
  version: number;
  content: StoryContentInput;
  embargoUntil?: number | null;
  summary?: string;
}

/**
 * Saves the working copy as a new version. What readers see does not change.
 * @throws StaleSave (409) with both texts when somebody saved in between.
 * @throws Refusal (403, 404, or 400 for content that the schema refuses).
 */
export function saveStory(newsroom: Newsroom, actor: Actor, save: SaveStory): Promise<Story> {
  return inTransaction(newsroom, actor, async (work) => {
    const story = await claimStory(work, save.id);
    const own = actor.userId !== null && story.authorId === actor.userId;
    // What was approved goes out as it was approved: its writer asks for it back first.
    const approved = story.state === 'ready' || story.state === 'scheduled';
    if (!may(actor, 'story.edit.any') && !(own && !approved && may(actor, 'story.edit.own')))
      throw forbidden(`The role "${actor.role}" may not edit story ${save.id} (${story.state}).`);
    if (story.state === 'spiked' || story.state === 'withdrawn')
      throw invalid(
        'هذه المادة مطويّة أو مسحوبة. استرجعها أولاً ثم عدّلها.',
        `Story ${save.id} is ${story.state}; restore it before editing.`,
      );
    const content = parseContent(save.content);
    if (story.version !== save.version) throw await stale(work, story, content);
    await refuseUnknownSection(work, content);
    const version = story.version + 1;
    // The first slug that readers have seen stays, so that addresses never change under them.
    const slug = story.publishedVersion === null ? slugify(content.headline) : story.slug;
    const embargoUntil = save.embargoUntil === undefined ? story.embargoUntil : save.embargoUntil;
    await work.tx
      .updateTable('stories')
      .set({
        content_json: JSON.stringify(content),
        headline: content.headline,
        ...listed(content),
        section_id: content.sectionId,
        slug,
        version,
        embargo_until: embargoUntil,
        updated_at: work.at,
      })
      .where('id', '=', save.id)
      .execute();
    if (embargoUntil !== null && story.publishAt !== null && story.publishAt < embargoUntil)
      throw invalid(
        'موعد النشر المحدّد يسبق نهاية الحظر. غيّر الموعد أولاً.',
        'The scheduled time lies before the new embargo; reschedule first.',
      );
    await removeLabels(work, save.id);
    await addLabels(work, save.id, content);
    await addVersion(work, save.id, version, content, save.summary ?? null);
    await work.tx
      .deleteFrom('autosaves')
      .where('story_id', '=', save.id)
      .where('user_id', '=', actor.userId ?? '')
      .execute();
    const moved = embargoUntil === story.embargoUntil ? {} : { embargoUntil };
    await audit(work, 'story.save', { kind: 'story', id: save.id }, { version, ...moved });
    return { ...story, content, version, slug, embargoUntil, updatedAt: work.at };
  });
}

async function stale(work: Work, story: Story, yours: StoryContent): Promise<StaleSave> {
  const saved = await work.tx
    .selectFrom('versions')
    .select('actor_name')
    .where('story_id', '=', story.id)
    .where('version', '=', story.version)
    .executeTakeFirst();
  return new StaleSave(yours, {
    content: story.content,
    version: story.version,
    savedBy: saved?.actor_name ?? 'زميل',
  });
}

/**
 * Keeps unfinished text for its writer; replaces their earlier one. Nothing else changes.
 * @throws Refusal (403, 404, 400)
 */
export function autosaveStory(
  newsroom: Newsroom,
  actor: Actor & { userId: string },
  save: { id: number; version: number; content: unknown },
): Promise<void> {
  return inTransaction(newsroom, actor, async (work) => {
    const story = await loadStory(work.tx, save.id);
    const own = story.authorId === actor.userId;
    if (!may(actor, 'story.edit.any') && !(own && may(actor, 'story.edit.own')))
      throw forbidden(`The role "${actor.role}" may not edit story ${save.id}.`);
    const row = {
      base_version: save.version,
      content_json: JSON.stringify(save.content),
      at: work.at,
    };
    await work.tx
      .insertInto('autosaves')
      .values({ story_id: save.id, user_id: actor.userId, ...row })
      .onConflict((conflict) => conflict.columns(['story_id', 'user_id']).doUpdateSet(row))
      .execute();
  });
}

const insertVersion = preparedInsert('versions', [
  'story_id',
  'version',
  'content_json',
  'actor_id',
  'actor_name',
  'at',
  'summary',
]);

async function addVersion(
  work: Work,
  storyId: number,
  version: number,
  content: StoryContent,
  summary: string | null,
): Promise<void> {
  await insertVersion(work.tx, {
    story_id: storyId,
    version,
    content_json: JSON.stringify(content),
    actor_id: work.actor.userId,
    actor_name: work.actor.name,
    at: work.at,
    summary,
  });
}

async function refuseUnknownSection(work: Work, content: StoryContent): Promise<void> {
  if (content.sectionId === null) return;
  const section = await work.tx
    .selectFrom('sections')
    .select('id')
    .where('id', '=', content.sectionId)
    .executeTakeFirst();
  if (section === undefined)
    throw invalid('القسم غير موجود.', `There is no section ${content.sectionId}.`);
}

function parseContent(content: StoryContentInput): StoryContent {
  const parsed = storyContentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  const where = issue.path.join('.');
  throw invalid(
    `في المادة ما لا يُحفظ (${where}): ${issueText(issue, false)}`,
    `The story is not valid: "${where}" ${issueText(issue, true)}.`,
  );
}
