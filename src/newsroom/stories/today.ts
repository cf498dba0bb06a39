import type { Db } from '../../store/schema.ts';
import { hotThreads } from '../comments/hot-threads.ts';
import type { Actor } from '../users/roles.ts';
import { countStates, listStories, rowFrom, type StoryRow, selectRows } from './list.ts';
import { type Presence, presenceOf, storiesBeingEdited } from './presence.ts';
import type { StoryState } from './story.ts';

export interface Today {
  mine: StoryRow[];
  waiting: StoryRow[];
  scheduled: StoryRow[];
  published: StoryRow[];
  editing: { story: StoryRow; people: Presence[] }[];
  /** Stories whose threads grow quickly. */
  hot: { story: StoryRow; replies: number; at: number }[];
  counts: Record<string, number>;
}

const few = 8;
const unfinished: readonly StoryState[] = ['draft', 'returned', 'review', 'ready'];

/** What waits for a role to do something with it. */
const waitingFor: Record<string, readonly StoryState[]> = {
  copyeditor: ['review'],
  editor: ['review', 'ready'],
  chief: ['review', 'ready'],
};

/** The first screen of this person's day. */
export async function readToday(
  db: Db,
  actor: Actor & { userId: string },
  now: number,
): Promise<Today> {
  const list = async (filter: Parameters<typeof listStories>[2]): Promise<StoryRow[]> =>
    (await listStories(db, actor, filter)).rows;
  const states = waitingFor[actor.role];
  const scheduled = await selectRows(db)
    .where('stories.state', '=', 'scheduled')
    .orderBy('stories.publish_at')
    .limit(few)
    .execute();
  const ids = await storiesBeingEdited(db, now);
  const open =
    ids.length === 0 ? [] : await selectRows(db).where('stories.id', 'in', ids).execute();
  const growing = await hotThreads(db, actor, now);
  const hot =
    growing.length === 0
      ? []
      : await selectRows(db)
          .where(
            'stories.id',
            'in',
            growing.map(({ storyId }) => storyId),
          )
          .execute();
  const people = await presenceOf(db, ids, now);
  return {
    mine: await list({ author: actor.userId, states: unfinished, limit: few }),
    waiting: states === undefined ? [] : await list({ states, limit: few }),
    scheduled: scheduled.map((row) => rowFrom(row, actor)),
    published: await list({ states: ['published'], sort: 'published', limit: few }),
    editing: open
      .map((row) => ({
        story: rowFrom(row, actor),
        people: (people.get(row.id) ?? []).filter((one) => one.userId !== actor.userId),
      }))
      .filter((one) => one.people.length > 0),
    hot: growing.flatMap(({ storyId, replies, at }) =>
      hot
        .filter((row) => row.id === storyId)
        .map((row) => ({ story: rowFrom(row, actor), replies, at })),
    ),
    counts: await countStates(db),
  };
}
