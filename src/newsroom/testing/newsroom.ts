import type { DatabaseKind } from '../../store/testing/databases.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryActionName } from '../stories/actions.ts';
import { paragraphOf } from '../stories/body.ts';
import { type ActionRequest, performAction } from '../stories/perform.ts';
import type { Story, StoryContentInput, StoryState } from '../stories/story.ts';
import { createStory } from '../stories/write.ts';
import { type Actor, type Role, roles } from '../users/roles.ts';

/** A newsroom with one person of every role, and a clock that the test moves. */
export interface TestNewsroom extends Newsroom {
  /** The present, epoch milliseconds. */
  clock: { at: number };
  /** A second node over the same database and clock. */
  another(): Promise<Newsroom>;
  /** Empties every table but those of the people. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Saturday noon in Baghdad. */
export const morning = Date.UTC(2021, 6, 24, 9);

/** The people of {@link openNewsroom}, by role. */
export const staff = Object.fromEntries(
  roles.map((role): [Role, Actor] => [role, { userId: `user-${role}`, name: role, role }]),
) as Record<Role, Actor>;
/** A reporter who began none of the stories that `staff.reporter` began. */
export const colleague: Actor = { userId: 'user-colleague', name: 'colleague', role: 'reporter' };

const tables = [
  ...['deliveries', 'webhooks', 'api_tokens', 'front'],
  ...['reply_letters', 'comment_reports', 'comment_decisions', 'readers', 'phrases', 'hot_threads'],
  ...['waivers', 'style_months', 'archive_forms', 'lexicon'],
  ...['changes', 'audit', 'redirects', 'settings', 'pages', 'comments'],
  ...['publication_topics', 'publication_people', 'publication_events', 'publications'],
  ...['autosaves', 'versions', 'stories', 'media', 'people', 'series', 'topics', 'sections'],
] as const;

export async function openNewsroom(kind: DatabaseKind): Promise<TestNewsroom> {
  const database = await kind.create();
  const store = await database.open();
  const clock = { at: morning };
  const now = (): number => clock.at;
  await store.write((tx) =>
    tx
      .insertInto('users')
      .values(
        [...Object.values(staff), colleague].map((actor) => ({
          id: actor.userId ?? '',
          email: `${actor.name}@example.org`,
          email_verified: 1,
          name: actor.name,
          role: actor.role,
          person_id: null,
          image: null,
          created_at: morning,
          updated_at: morning,
        })),
      )
      .execute(),
  );
  return {
    store,
    now,
    clock,
    another: async () => ({ store: await database.open(), now }),
    async clear() {
      clock.at = morning;
      await store.write(async (tx) => {
        for (const table of tables) await tx.deleteFrom(table).execute();
      });
    },
    remove: () => database.remove(),
  };
}

/** Content that can be published, with what the test is about put in. */
export function content(over: Partial<StoryContentInput> = {}): StoryContentInput {
  return {
    headline: 'افتتاح جسر المدينة الجديد',
    body: { type: 'doc', content: [paragraphOf('افتُتح الجسر صباح اليوم.')] },
    ...over,
  };
}

/** A story that `staff.reporter` began. */
export function draft(newsroom: Newsroom, over: Partial<StoryContentInput> = {}): Promise<Story> {
  return createStory(newsroom, staff.reporter, { content: content(over) });
}

/** A published story; `at` is the instant it is published under, the present unless given. */
export async function published(
  newsroom: Newsroom,
  over: Partial<StoryContentInput> = {},
  at?: number,
): Promise<Story> {
  const { id } = await draft(newsroom, over);
  return act(newsroom, staff.chief, id, 'publishAtOnce', at === undefined ? {} : { at });
}

export function act(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  action: StoryActionName,
  more: Partial<ActionRequest> = {},
): Promise<Story> {
  return performAction(newsroom, actor, { id, action, ...more });
}

/** What every action accepts when nothing but state and role stands in its way. */
export function anyRequest(newsroom: Newsroom, action: StoryActionName): Partial<ActionRequest> {
  if (action === 'schedule') return { at: newsroom.now() + hour };
  if (action === 'prioritise') return { priority: 'pinned' };
  return { note: 'ملاحظة' };
}

const ways: Record<StoryState, readonly StoryActionName[]> = {
  draft: [],
  review: ['submit'],
  ready: ['approve'],
  scheduled: ['approve', 'schedule'],
  published: ['publishAtOnce'],
  returned: ['submit', 'return'],
  spiked: ['spike'],
  withdrawn: ['publishAtOnce', 'withdraw'],
};

/** A story of `staff.reporter` that the chief has brought into the state. */
export async function storyIn(newsroom: Newsroom, state: StoryState): Promise<Story> {
  let story = await draft(newsroom);
  for (const action of ways[state])
    story = await act(newsroom, staff.chief, story.id, action, anyRequest(newsroom, action));
  return story;
}
