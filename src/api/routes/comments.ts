import { seeHotThread } from '../../newsroom/comments/hot-threads.ts';
import { moderate, moderateMatching, mostAtOnce } from '../../newsroom/comments/moderate.ts';
import {
  addPhrase,
  changePhrase,
  listPhrases,
  removePhrase,
} from '../../newsroom/comments/phrases.ts';
import {
  countMatching,
  countReplies,
  listReplies,
  type ReplyFilter,
} from '../../newsroom/comments/queue.ts';
import { eraseReader, exportReader } from '../../newsroom/comments/reader-data.ts';
import { changeReader, listReaders } from '../../newsroom/comments/readers.ts';
import { readReplyStats } from '../../newsroom/comments/stats.ts';
import { undoAct } from '../../newsroom/comments/undo.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { given } from '../given.ts';
import {
  addressInput,
  bulkModerationInput,
  erasedShape,
  matchingShape,
  moderatedShape,
  moderationInput,
  phraseInput,
  phraseListShape,
  phraseShape,
  readerChange,
  readerDataShape,
  readerListQuery,
  readerListShape,
  replyCountsShape,
  replyFilterShape,
  replyListQuery,
  replyListShape,
  replyStatsQuery,
  replyStatsShape,
  undoInput,
  undoneShape,
} from '../shapes/comments.ts';

const readersAtOnce = 50;

/** Readers' replies, as those judge them who keep the peace. */
export function addCommentRoutes(api: Api): void {
  const { newsroom, replies } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments',
      summary: 'Replies with their context: held ones by risk, then by age',
      query: replyListQuery,
      answer: replyListShape,
    },
    ({ query, caller }) => {
      const { cursor, limit, ...filter } = query;
      const from = cursor === undefined ? {} : { cursor };
      return listReplies(read, caller, { ...(given(filter) as ReplyFilter), ...from, limit });
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments/counts',
      summary: 'How many replies wait for moderators, and whether there is an attack',
      answer: replyCountsShape,
    },
    async ({ caller }) => ({
      ...(await countReplies(read, caller)),
      attackSince: replies.attack.since(newsroom.now()),
    }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments/matching',
      summary: 'How many replies one bulk act would take in',
      query: replyFilterShape,
      answer: matchingShape,
    },
    async ({ query, caller }) => ({
      count: await countMatching(read, caller, given(query) as ReplyFilter, mostAtOnce),
    }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments/stats',
      summary: 'Replies by day and phase, how long they waited, and where they are',
      query: replyStatsQuery,
      answer: replyStatsShape,
    },
    ({ query, caller }) => readReplyStats(read, caller, { now: newsroom.now(), days: query.days }),
  );
  addActs(api);
  addReaders(api);
  addReaderData(api);
  addPhrases(api);
}

function addActs(api: Api): void {
  const { newsroom } = api.desk;
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/hot/:id/seen',
      summary: 'Somebody has looked at a story whose replies grow quickly',
    },
    ({ id, caller }) => seeHotThread(newsroom, caller, id()),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/moderate',
      summary: 'Approve, reject or flag replies, ban or trust their writers',
      body: moderationInput,
      answer: moderatedShape,
      scope: 'publish',
    },
    ({ body: { seen, ...request }, caller }) =>
      moderate(newsroom, caller, { ...request, ...(seen === undefined ? {} : { seen }) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/moderate/matching',
      summary: 'One act on everything that matches a filter, two thousand at once',
      body: bulkModerationInput,
      answer: moderatedShape,
      scope: 'publish',
    },
    ({ body, caller }) =>
      moderateMatching(newsroom, caller, body.act, given(body.filter) as ReplyFilter),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/undo',
      summary: 'Take back an act of your own',
      body: undoInput,
      answer: undoneShape,
      scope: 'publish',
    },
    ({ body, caller }) => undoAct(newsroom, caller, body.act),
  );
}

function addReaders(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments/readers',
      summary: 'Readers by when they wrote last, without any address',
      query: readerListQuery,
      answer: readerListShape,
    },
    ({ query, caller }) => listReaders(read, caller, { ...given(query), limit: readersAtOnce }),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/comments/readers/:id',
      summary: 'Ban or trust a reader, or note something of them',
      body: readerChange,
      scope: 'publish',
    },
    ({ id, body, caller }) => changeReader(newsroom, caller, id(), given(body)),
  );
}

/** All that is kept about one address: only for people, who answer for it by name. */
function addReaderData(api: Api): void {
  const { newsroom, replies } = api.desk;
  const own = { peopleOnly: true, scope: 'admin' } as const;
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/reader-data',
      summary: 'Everything that is kept about one address',
      body: addressInput,
      answer: readerDataShape,
      ...own,
    },
    ({ body, caller }) => exportReader(newsroom, replies.keys, caller, body.email),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/reader-data/erase',
      summary: 'Forget everything about one address, for good',
      body: addressInput,
      answer: erasedShape,
      ...own,
    },
    ({ body, caller }) => eraseReader(newsroom, replies.keys, caller, body.email),
  );
}

function addPhrases(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'get',
      path: '/comments/phrases',
      summary: 'Words and phrases that replies are searched for',
      answer: phraseListShape,
    },
    async ({ caller }) => ({ rows: await listPhrases(read, caller) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/comments/phrases',
      summary: 'Add a phrase that rejects a reply or holds it',
      body: phraseInput,
      answer: phraseShape,
      status: 201,
      scope: 'publish',
    },
    ({ body, caller }) => addPhrase(newsroom, caller, { ...body, note: body.note ?? null }),
  );
  endpoint(
    api,
    {
      method: 'put',
      path: '/comments/phrases/:id',
      summary: 'Change a phrase',
      body: phraseInput,
      scope: 'publish',
    },
    ({ id, body, caller }) =>
      changePhrase(newsroom, caller, id(), { ...body, note: body.note ?? null }),
  );
  endpoint(
    api,
    {
      method: 'delete',
      path: '/comments/phrases/:id',
      summary: 'Remove a phrase',
      scope: 'publish',
    },
    ({ id, caller }) => removePhrase(newsroom, caller, id()),
  );
}
