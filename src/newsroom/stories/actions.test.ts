import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { Refusal } from '../errors.ts';
import {
  act,
  anyRequest,
  colleague,
  openNewsroom,
  staff,
  storyIn,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import type { Actor } from '../users/roles.ts';
import { actionsFor, type StoryAction, type StoryActionName, storyActions } from './actions.ts';
import { type StoryState, storyStates } from './story.ts';

const names = Object.keys(storyActions) as StoryActionName[];
const actors: Actor[] = [...Object.values(staff), colleague];

describe('the table of actions', () => {
  test('gives what readers see into the hands of editors and chiefs alone', () => {
    const publishers = names
      .filter((name) => storyActions[name].readers !== 'nothing')
      .flatMap((name) => actors.filter((actor) => allowed(name, actor)));

    expect(new Set(publishers.map((actor) => actor.role))).toEqual(new Set(['editor', 'chief']));
  });

  test('leaves no state without a way out', () => {
    const left = storyStates.filter(
      (state) => !names.some((name) => (storyActions[name] as StoryAction).from.includes(state)),
    );

    expect(left).toEqual([]);
  });

  test.each([
    { actor: staff.reporter, state: 'draft', may: ['submit', 'spike'] },
    { actor: colleague, state: 'draft', may: [] },
    { actor: staff.copyeditor, state: 'review', may: ['approve', 'return', 'spike'] },
    {
      actor: staff.editor,
      state: 'scheduled',
      may: ['return', 'unschedule', 'publish', 'spike'],
    },
    {
      actor: staff.editor,
      state: 'published',
      may: ['update', 'correct', 'withdraw', 'prioritise'],
    },
    { actor: staff.editor, state: 'withdrawn', may: [] },
    { actor: staff.chief, state: 'withdrawn', may: ['restore'] },
    { actor: staff.moderator, state: 'published', may: [] },
    { actor: staff.admin, state: 'ready', may: [] },
  ] as const)('opens to $actor.name in $state: $may', ({ actor, state, may }) => {
    expect(actionsFor(actor, { state, authorId: staff.reporter.userId })).toEqual(may);
  });
});

function allowed(name: StoryActionName, actor: Actor): boolean {
  const action: StoryAction = storyActions[name];
  const isAuthor = actor === staff.reporter;
  return (
    action.roles.includes(actor.role) || (isAuthor && (action.own?.includes(actor.role) ?? false))
  );
}

describe.each(dialects)('performing actions on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  /** Everything that an action on the story could change. */
  const everything = async (id: number): Promise<unknown> => {
    const { read } = newsroom.store;
    const [story] = await read.selectFrom('stories').selectAll().where('id', '=', id).execute();
    const publication = await read
      .selectFrom('publications')
      .selectAll()
      .where('story_id', '=', id)
      .execute();
    const audit = await read
      .selectFrom('audit')
      .select('action')
      .where('subject_id', '=', String(id))
      .execute();
    const changes = await read
      .selectFrom('changes')
      .select('kind')
      .where('story_ids', '=', String(id))
      .execute();
    return { story, publication, audit, changes };
  };

  /** The state that the action led to, or the status of its refusal. */
  const outcome = async (actor: Actor, id: number, name: StoryActionName): Promise<string> => {
    try {
      return (await act(newsroom, actor, id, name, anyRequest(newsroom, name))).state;
    } catch (error) {
      if (error instanceof Refusal) return String(error.status);
      throw error;
    }
  };

  const wanted = (actor: Actor, state: StoryState, name: StoryActionName): string => {
    const action: StoryAction = storyActions[name];
    if (!allowed(name, actor)) return '403';
    if (!action.from.includes(state)) return '409';
    return action.to === 'before-spike' ? 'draft' : action.to;
  };

  test.each(names)('%s: as the table says, else refused and nothing changed', async (name) => {
    for (const state of storyStates) {
      const untouched = await storyIn(newsroom, state);
      const before = await everything(untouched.id);
      for (const actor of actors) {
        const expected = wanted(actor, state, name);
        const story = Number(expected) > 0 ? untouched : await storyIn(newsroom, state);

        const came = await outcome(actor, story.id, name);

        expect({ actor: actor.name, state, came }).toEqual({
          actor: actor.name,
          state,
          came: expected,
        });
      }
      expect(await everything(untouched.id)).toEqual(before);
    }
  });
});
