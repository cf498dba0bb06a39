import type { Db } from '../../store/schema.ts';
import { readSettings } from '../settings/read.ts';
import type { Settings } from '../settings/settings.ts';
import { type CommentPolicy, commentPolicies } from '../stories/story.ts';
import type { Arrival } from './arrival.ts';
import { longestName, longestReply, stricter } from './comment.ts';
import type { KeptPhrases, PhraseLists } from './kept-phrases.ts';
import type { ReplyContext } from './pipeline/phase.ts';
import { type ReaderStanding, standingSchema } from './readers-standing.ts';

const day = 24 * 60 * 60 * 1000;
/** For how long the same text counts as said before. */
const repeatedWithin = 7 * day;

/** What the database knows of everything that a batch of replies touches. */
export interface Surroundings {
  stories: Map<number, { policy: CommentPolicy; closesAt: number | null }>;
  readers: Map<string, { standing: ReaderStanding; approved: number; rejected: number }>;
  /** Replies that may be answered, with the one of the first level that their answers stand below. */
  parents: Map<number, { storyId: number; firstLevel: number }>;
  repeats: Map<string, number>;
  phrases: PhraseLists;
  settings: Settings;
}

/** Reads it in a handful of statements, however many replies there are. */
export async function readSurroundings(
  db: Db,
  phrases: KeptPhrases,
  arrivals: readonly Arrival[],
): Promise<Surroundings> {
  const stories = unique(arrivals.map((one) => one.storyId));
  const readers = unique(arrivals.flatMap((one) => one.hashes));
  const parents = unique(arrivals.flatMap((one) => one.parentId ?? []));
  const texts = unique(
    arrivals.flatMap((one) => (one.repeats === null && one.textKey !== null ? one.textKey : [])),
  );
  const since = Math.min(...arrivals.map((one) => one.at)) - repeatedWithin;
  const settings = await readSettings(db);
  return {
    settings,
    stories: await storiesOf(db, stories, settings),
    readers: readers.length === 0 ? new Map() : await readersOf(db, readers),
    parents: parents.length === 0 ? new Map() : await parentsOf(db, parents),
    repeats: texts.length === 0 ? new Map() : await repeatsOf(db, texts, since),
    phrases: await phrases.read(db),
  };
}

async function storiesOf(
  db: Db,
  ids: readonly number[],
  settings: Settings,
): Promise<Surroundings['stories']> {
  const rows = await db
    .selectFrom('publications')
    .leftJoin('sections', 'sections.id', 'publications.section_id')
    .select([
      'publications.story_id',
      'publications.status',
      'publications.published_at',
      'publications.comments',
      'sections.comments as section',
    ])
    .where('publications.story_id', 'in', ids)
    .execute();
  const after = settings.commentsCloseAfterDays;
  return new Map(
    rows.map((row) => [
      row.story_id,
      {
        policy:
          row.status === 'withdrawn'
            ? 'closed'
            : [row.comments, row.section ?? 'open']
                .map(policyFrom)
                .reduce(stricter, settings.comments),
        closesAt: after === 0 ? null : row.published_at + after * day,
      },
    ]),
  );
}

const policyFrom = (text: string): CommentPolicy =>
  commentPolicies.find((policy) => policy === text) ?? 'premoderated';

async function readersOf(db: Db, hashes: readonly string[]): Promise<Surroundings['readers']> {
  const rows = await db
    .selectFrom('readers')
    .select(['email_hash', 'standing', 'approved', 'rejected'])
    .where('email_hash', 'in', hashes)
    .execute();
  return new Map(
    rows.map(({ email_hash, standing, approved, rejected }) => [
      email_hash,
      { standing: standingSchema.parse(standing), approved, rejected },
    ]),
  );
}

async function parentsOf(db: Db, ids: readonly number[]): Promise<Surroundings['parents']> {
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'story_id', 'parent_id'])
    .where('id', 'in', ids)
    // Nobody answers what they cannot see.
    .where('state', '=', 'approved')
    .execute();
  return new Map(
    rows.map((row) => [row.id, { storyId: row.story_id, firstLevel: row.parent_id ?? row.id }]),
  );
}

async function repeatsOf(
  db: Db,
  keys: readonly string[],
  since: number,
): Promise<Surroundings['repeats']> {
  const rows = await db
    .selectFrom('comments')
    .select(({ fn }) => ['text_key', fn.countAll().as('count')])
    .where('text_key', 'in', keys)
    .where('created_at', '>', since)
    .groupBy('text_key')
    .execute();
  return new Map(rows.map((row) => [row.text_key ?? '', Number(row.count)]));
}

/** What the pipeline sees of one of them; null where readers know of no such story. */
export function contextOf(
  arrival: Arrival,
  around: Surroundings,
  proofsWanted = false,
): ReplyContext | null {
  const story = around.stories.get(arrival.storyId);
  if (story === undefined) return null;
  const { at, storyId, name, text, email, hasEmail, form, trapFilled, rates } = arrival;
  const parent = arrival.parentId === null ? null : around.parents.get(arrival.parentId);
  // While keys are changed a reader may be known under two of them.
  const records = arrival.hashes.flatMap((hash) => around.readers.get(hash) ?? []);
  const reader =
    records.find((one) => one.standing !== 'known') ??
    records.toSorted((a, b) => b.approved - a.approved)[0] ??
    null;
  return {
    at,
    storyId,
    policy: story.policy,
    closesAt: story.closesAt,
    name,
    text,
    email,
    hasEmail,
    parentMissing: parent === undefined || (parent !== null && parent.storyId !== storyId),
    form,
    trapFilled,
    rates,
    proofsWanted,
    repeats: arrival.repeats ?? around.repeats.get(arrival.textKey ?? '') ?? 0,
    phrases: phrasesIn(around.phrases, arrival),
    outside: arrival.outside,
    reader,
  };
}

function phrasesIn(lists: PhraseLists, { name, text }: Arrival): ReplyContext['phrases'] {
  // Too long is refused whatever stands in it.
  if (text.length > longestReply || name.length > longestName) return { banned: [], suspect: [] };
  const find = (list: PhraseLists['banned']): string[] =>
    unique([...list(name), ...list(text)].map((hit) => hit.phrase));
  return { banned: find(lists.banned), suspect: find(lists.suspect) };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
