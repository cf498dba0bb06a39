import type { z } from 'zod';
import { Refusal } from '../../newsroom/errors.ts';
import { type StoryActionName, storyActions } from '../../newsroom/stories/actions.ts';
import { countStates, listStories, type StoryFilter } from '../../newsroom/stories/list.ts';
import { performAction } from '../../newsroom/stories/perform.ts';
import { bePresent, leave } from '../../newsroom/stories/presence.ts';
import { makePreview } from '../../newsroom/stories/preview.ts';
import type { DeskFilters } from '../../newsroom/stories/search.ts';
import { type StoryState, storyStates } from '../../newsroom/stories/story.ts';
import { dropAutosave, listVersions, readVersion, viewStory } from '../../newsroom/stories/view.ts';
import { autosaveStory, createStory, saveStory } from '../../newsroom/stories/write.ts';
import type { Caller } from '../desk.ts';
import { type Api, auditRefusal, endpoint } from '../endpoint.ts';
import { given } from '../given.ts';
import { versionsQuery } from '../shapes/common.ts';
import {
  actionInput,
  autosavedShape,
  autosaveInput,
  bulkInput,
  bulkShape,
  newStoryInput,
  presenceInput,
  presenceListShape,
  previewInput,
  previewShape,
  saveStoryInput,
  staleShape,
  storyActionName,
  storyListQuery,
  storyListShape,
  storySearchQuery,
  storySearchShape,
  storyShape,
  storyViewShape,
  versionListShape,
  versionShape,
} from '../shapes/stories.ts';
import { gateShape } from '../shapes/style.ts';

const versionsAtOnce = 50;
/** Stories of one search that a list pages through. */
const mostMatches = 10_000;

/** Working copies: list, read, write, act. */
export function addStoryRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;

  endpoint(
    api,
    {
      method: 'get',
      path: '/stories',
      summary: 'Stories of the desk, newest first',
      query: storyListQuery,
      answer: storyListShape,
    },
    async ({ query, caller }) => {
      const { state, author, q, ...rest } = query;
      const filter: StoryFilter = given(rest);
      if (state !== undefined && state !== '') filter.states = statesOf(state);
      if (author !== undefined) filter.author = author === 'me' ? caller.userId : author;
      if (q !== undefined && q !== '') {
        filter.q = q;
        filter.matches = await matchesOf(api, q, filtersOf(query, caller));
      }
      return { ...(await listStories(read, caller, filter)), counts: await countStates(read) };
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories',
      summary: 'Begin a story',
      body: newStoryInput,
      answer: storyShape,
      status: 201,
    },
    ({ body, caller }) => createStory(newsroom, caller, { content: body.content }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories/bulk',
      summary: 'One action on several stories',
      body: bulkInput,
      answer: bulkShape,
    },
    async ({ c, body, caller }) => {
      const done: number[] = [];
      const refused: { id: number; message: string }[] = [];
      for (const id of new Set(body.ids)) {
        try {
          refuseUnscoped(caller, body.action);
          const note = body.note === undefined ? {} : { note: body.note };
          await performAction(newsroom, caller, { id, action: body.action, ...note });
          done.push(id);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          if (error.status === 403) await auditRefusal(api.desk, caller, c, error);
          refused.push({ id, message: error.message });
        }
      }
      return { done, refused };
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/search',
      summary: 'Stories in every state whose texts speak of it, best first, with what was found',
      query: storySearchQuery,
      answer: storySearchShape,
    },
    ({ query, caller }) =>
      api.desk.find({ query: query.q, limit: query.limit, filters: filtersOf(query, caller) }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/:id',
      summary: 'A story as the editor opens it',
      answer: storyViewShape,
    },
    ({ id, caller }) => viewStory(newsroom, caller, id()),
  );
  endpoint(
    api,
    {
      method: 'put',
      path: '/stories/:id',
      summary: 'Save a version; 409 with both texts when somebody saved in between',
      body: saveStoryInput,
      answer: storyShape,
      conflict: staleShape,
    },
    ({ id, body, caller }) => {
      const { summary, embargoUntil, ...save } = body;
      return saveStory(newsroom, caller, {
        id: id(),
        ...save,
        ...(summary === undefined ? {} : { summary }),
        ...(embargoUntil === undefined ? {} : { embargoUntil }),
      });
    },
  );
  endpoint(
    api,
    {
      method: 'put',
      path: '/stories/:id/autosave',
      summary: 'Keep unsaved text for its writer',
      body: autosaveInput,
      answer: autosavedShape,
    },
    async ({ id, body, caller }) => {
      const at = newsroom.now();
      await autosaveStory(newsroom, caller, {
        id: id(),
        version: body.version,
        content: body.content ?? null,
      });
      return { at };
    },
  );
  endpoint(
    api,
    { method: 'delete', path: '/stories/:id/autosave', summary: 'Forget the unsaved text' },
    ({ id, caller }) => dropAutosave(newsroom, caller.userId, id()),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories/:id/actions/:action',
      summary: 'Carry out an action of the workflow',
      body: actionInput,
      answer: storyShape,
      conflict: gateShape,
    },
    ({ id, param, body, caller }) => {
      const action = storyActionName.safeParse(param('action'));
      if (!action.success)
        throw new Refusal(404, 'لا يوجد إجراء بهذا الاسم.', 'There is no such action.');
      refuseUnscoped(caller, action.data);
      return performAction(newsroom, caller, {
        id: id(),
        action: action.data,
        ...given(body),
      });
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/:id/versions',
      summary: 'Versions of a story, newest first',
      query: versionsQuery,
      answer: versionListShape,
    },
    ({ id, query }) =>
      listVersions(read, id(), {
        limit: versionsAtOnce,
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/:id/versions/:version',
      summary: 'One version whole',
      answer: versionShape,
    },
    ({ id }) => readVersion(read, id(), id('version')),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories/:id/preview',
      summary: "A look at the given text, or at the saved one, in the press's page; for 15 minutes",
      body: previewInput,
      answer: previewShape,
      scope: 'read',
    },
    async ({ id, body, caller }) => {
      const asked = { id: id(), userId: caller.userId, ...given(body) };
      return { url: `/preview/${await makePreview(newsroom, api.desk.secret, asked)}` };
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/stories/:id/presence',
      summary: 'Say that the story is open here; every 15 s',
      body: presenceInput,
      answer: presenceListShape,
    },
    async ({ id, body, caller }) => ({
      presence: await bePresent(newsroom, caller.userId, id(), body.where ?? null),
    }),
  );
  endpoint(
    api,
    { method: 'delete', path: '/stories/:id/presence', summary: 'Say that it is closed' },
    ({ id, caller }) => leave(newsroom, caller.userId, id()),
  );
}

/** Stories whose texts speak of it; without the index, titles must do. */
async function matchesOf(api: Api, query: string, filters: DeskFilters): Promise<number[]> {
  try {
    return await api.desk.match({ query, limit: mostMatches, filters });
  } catch (error) {
    api.onError(error, '/api/v1/stories?q=');
    return [];
  }
}

/** What the index is asked beside the words, so that it cuts nothing that they would keep. */
function filtersOf(
  query: Pick<z.output<typeof storyListQuery>, 'state' | 'section' | 'author' | 'person' | 'topic'>,
  caller: Caller,
): DeskFilters {
  const { state, section, author, person, topic } = query;
  return given({
    states: state ? statesOf(state) : undefined,
    sectionId: section,
    authorId: author === 'me' ? caller.userId : author,
    personId: person,
    topicId: topic,
  });
}

function statesOf(list: string): StoryState[] {
  const wanted = new Set(list.split(','));
  return storyStates.filter((state) => wanted.has(state));
}

/** What readers will see needs a token that may publish. */
function refuseUnscoped(caller: Caller, action: StoryActionName): void {
  if (caller.scopes === null || caller.scopes.includes('publish')) return;
  if (storyActions[action].readers === 'nothing' && action !== 'schedule') return;
  throw new Refusal(403, 'لا يتيح هذا المفتاح النشر.', 'The token lacks the scope "publish".');
}
