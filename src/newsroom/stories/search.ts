import { analyse } from '../../arabic/analyse.ts';
import { dayOf } from '../../arabic/zoned.ts';
import type { Db } from '../../store/schema.ts';
import type { IndexedStory, SearchFilters, SearchIndex } from '../../store/search/search-index.ts';
import { timeZoneOf } from '../settings/read.ts';
import { bodyText } from './body.ts';
import { storyFrom } from './rows.ts';
import { type StoryState, storyStates } from './story.ts';

/**
 * Search for the desk: every story in every state, as its working copy stands now. It has an index of
 * its own beside the readers', so that nothing unpublished can come near them.
 */

export interface DeskHit {
  id: number;
  headline: string;
  headlineMarks: [number, number][];
  state: StoryState;
  sectionId: number | null;
  updatedAt: number;
  snippet: string;
  marks: [number, number][];
  score: number;
}

export interface DeskAnswer {
  total: number;
  hits: DeskHit[];
  suggestion: string | null;
}

/** Where they look for it. */
export interface DeskFilters extends SearchFilters {
  states?: readonly StoryState[];
}

/** What somebody at the desk looks for. */
export interface DeskQuestion {
  query: string;
  limit: number;
  filters?: DeskFilters;
}

const batch = 100;
/** Saves of other nodes may become visible a little after their time. */
const overlapMs = 5000;

/**
 * Brings the desk's index up to the last save; quick when there is little new. The index remembers
 * the instant up to which it has followed in place of a change.
 */
export async function followStories(
  db: Db,
  index: SearchIndex,
  onProgress: (stories: number) => void = () => {},
): Promise<void> {
  const timeZone = await timeZoneOf(db);
  const since = (await index.followedTo()) ?? Number.MIN_SAFE_INTEGER;
  let after = { at: since - overlapMs, id: 0 };
  for (;;) {
    const rows = await db
      .selectFrom('stories')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('updated_at', '>', after.at),
          eb.and([eb('updated_at', '=', after.at), eb('id', '>', after.id)]),
        ]),
      )
      .orderBy('updated_at')
      .orderBy('id')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const stories = rows.map((row) => indexedFrom(storyFrom(row), timeZone));
    await index.apply(stories, [], { followedTo: Math.max(since, last.updated_at) });
    onProgress(stories.length);
    after = { at: last.updated_at, id: last.id };
  }
}

function indexedFrom(story: ReturnType<typeof storyFrom>, timeZone: string): IndexedStory {
  const { content } = story;
  const at = story.publishedAt ?? story.updatedAt;
  return {
    id: story.id,
    headline: [content.kicker, content.headline, content.deck].filter(Boolean).join('\n'),
    body: [content.standfirst, bodyText(content.body)].filter(Boolean).join('\n'),
    at,
    day: dayOf(at, timeZone),
    sectionId: content.sectionId,
    topicIds: content.topicIds,
    personIds: content.byline.personIds,
    state: story.state,
    ...(story.authorId === null ? {} : { authorId: story.authorId }),
  };
}

/**
 * Stories of the newsroom that match what somebody at the desk typed, best first, as of the last save.
 * Whoever may sign in to the desk may find every story there, as in its lists.
 */
export async function searchDesk(
  db: Db,
  index: SearchIndex,
  question: DeskQuestion,
  now: number,
): Promise<DeskAnswer> {
  await followStories(db, index);
  return findInIndex(db, index, question, now);
}

/** {@link searchDesk} in the index as it is now. */
export async function findInIndex(
  db: Db,
  index: SearchIndex,
  question: DeskQuestion,
  now: number,
): Promise<DeskAnswer> {
  const { query, limit, filters = {} } = question;
  const { states = storyStates } = filters;
  const found = await index.search({ query, limit, filters, now });
  if (found.matches.length === 0) return { total: 0, hits: [], suggestion: found.suggestion };
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'headline', 'state', 'section_id', 'updated_at'])
    .where(
      'id',
      'in',
      found.matches.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const stems = new Set(found.stems);
  const hits = found.matches.flatMap(({ id, score, snippet, marks }): DeskHit[] => {
    const row = byId.get(id);
    // What the index has not followed yet is shown as it is, and left out where it has moved on.
    const state = states.find((one) => one === row?.state);
    if (row === undefined || state === undefined) return [];
    return [
      {
        id,
        headline: row.headline,
        headlineMarks: analyse(row.headline)
          .filter((word) => stems.has(word.stem))
          .map((word): [number, number] => [word.start, word.end]),
        state,
        sectionId: row.section_id,
        updatedAt: row.updated_at,
        snippet,
        marks,
        score,
      },
    ];
  });
  return { total: found.total, hits, suggestion: found.suggestion };
}

/** Of those that have only some of the words, or have them in other spellings. */
const mostAlike = 200;

/**
 * Ids of the stories that a list of the desk shows for what somebody has typed so far: those with
 * all of it; where none has, the best of those with some of it. From the index as it is now.
 */
export async function matchInIndex(
  index: SearchIndex,
  question: DeskQuestion,
  now: number,
): Promise<number[]> {
  const { query, limit, filters = {} } = question;
  const all = await index.matching({ query, limit, filters });
  // A list stands in order of time: what has only some of the words would hide what has all.
  if (all.length > 0) return all;
  const best = await index.search({ query, limit: Math.min(limit, mostAlike), filters, now });
  return best.matches.map(({ id }) => id);
}

const mostCompletions = 10;

/** What somebody at the desk may be about to type: the last word completed from the archive. */
export async function completeQuery(index: SearchIndex, typed: string): Promise<string[]> {
  return index.complete(typed.slice(0, 200), mostCompletions);
}
