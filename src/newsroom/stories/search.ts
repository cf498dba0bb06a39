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

/** What somebody at the desk looks for. */
export interface DeskQuestion {
  query: string;
  limit: number;
  filters?: SearchFilters;
  states?: StoryState[];
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
  const { query, limit, filters = {}, states = storyStates } = question;
  // States change without the words; they are looked up, so more is asked for than is shown.
  const asked = states.length === storyStates.length ? limit : limit * 5;
  const found = await index.search({ query, limit: asked, filters, now });
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
  const total = states.length === storyStates.length ? found.total : hits.length;
  return { total, hits: hits.slice(0, limit), suggestion: found.suggestion };
}

const mostCompletions = 10;

/** What somebody at the desk may be about to type: the last word completed from the archive. */
export async function completeQuery(index: SearchIndex, typed: string): Promise<string[]> {
  return index.complete(typed.slice(0, 200), mostCompletions);
}
