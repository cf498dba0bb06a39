import { LRUCache } from 'lru-cache';
import { analyse } from '../../arabic/analyse.ts';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import { hashOf } from '../../store/search/forward.ts';
import type { SearchFilters, SearchIndex } from '../../store/search/search-index.ts';
import type { SearchAnswer, SearchHit, Within } from './views.ts';

/** What a reader asks: words, and perhaps where and when. Slugs as addresses have them. */
export interface SearchQuestion {
  query: string;
  limit: number;
  section?: string | undefined;
  topic?: string | undefined;
  person?: string | undefined;
  /** Days of the newsroom, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

const longestQuery = 300;
const longestHeadline = 500;

/** Published stories that match what a reader typed, best first. Any input gets an answer. */
export async function searchStories(
  db: Db,
  index: SearchIndex,
  question: SearchQuestion,
  now: number,
): Promise<SearchAnswer> {
  const query = question.query.slice(0, longestQuery).trim();
  const { filters, within } = await narrowed(db, question);
  const nothing: SearchAnswer = { query, total: 0, hits: [], suggestion: null, within };
  if (filters === null || query === '') return nothing;
  const { limit } = question;
  const { total, matches, stems, suggestion } = await index.search({ query, limit, filters, now });
  if (matches.length === 0) return { ...nothing, suggestion };
  const byId = await readHits(
    db,
    matches.map((match) => match.id),
  );
  const wanted = new Set(stems.map(signedHash));
  const hits = matches.flatMap(({ id, score, snippet, marks }): SearchHit[] => {
    const row = byId.get(id);
    // Withdrawn a moment ago: the index follows, the readers' tables decide.
    if (row === undefined) return [];
    const { section_id: sectionId, section_slug: slug, section_name: name } = row;
    return [
      {
        id,
        slug: row.slug,
        headline: row.headline,
        section:
          sectionId === null || slug === null || name === null
            ? null
            : { id: sectionId, slug, name },
        publishedAt: row.published_at,
        snippet,
        marks,
        headlineMarks: marksIn(wordsOf(id, row.headline), wanted),
        score: Math.round(score * 1000) / 1000,
      },
    ];
  });
  return { query, total, hits, suggestion, within };
}

const selectHits = (db: Db) =>
  db
    .selectFrom('publications')
    .leftJoin('sections', 'sections.id', 'publications.section_id')
    .select([
      'publications.story_id',
      'publications.status',
      'publications.slug',
      'publications.headline',
      'publications.published_at',
      'sections.id as section_id',
      'sections.slug as section_slug',
      'sections.name as section_name',
    ]);

/** As many as a page of hits shows. */
const slots = Array.from({ length: 20 }, (_, i) => String(i));
const fewHits = prepared((db, slot: SlotOf<Record<string, number>>) =>
  selectHits(db).where('publications.story_id', 'in', slots.map(slot)),
);

/** What a list of hits shows of each story that readers may see, by id. */
export async function readHits(db: Db, ids: readonly number[]) {
  const rows =
    ids.length > slots.length
      ? await selectHits(db)
          .where('publications.story_id', 'in', [...ids])
          .execute()
      : // No story has the number 0.
        await fewHits(db, Object.fromEntries(slots.map((name, i) => [name, ids[i] ?? 0])));
  // Asked for the status as well, SQLite would rather walk its index of every live story.
  const live = rows.filter((row) => row.status === 'live');
  return new Map(live.map((row) => [row.story_id, row]));
}

/** A headline that was shown before, and of each of its words: hash of the stem, start, end. */
interface ReadHeadline {
  headline: string;
  words: Int32Array;
}

const readHeadlines = new LRUCache<number, ReadHeadline>({ max: 20_000 });

function wordsOf(id: number, headline: string): Int32Array {
  const kept = readHeadlines.get(id);
  if (kept?.headline === headline) return kept.words;
  const words = Int32Array.from(
    analyse(headline.slice(0, longestHeadline)).flatMap(({ stem, start, end }) => [
      signedHash(stem),
      start,
      end,
    ]),
  );
  readHeadlines.set(id, { headline, words });
  return words;
}

/** With a sign it is a small integer to V8, which a set finds far sooner. */
const signedHash = (stem: string): number => hashOf(stem) | 0;

/** @param wanted what {@link signedHash} makes of stems */
function marksIn(words: Int32Array, wanted: ReadonlySet<number>): [number, number][] {
  const marks: [number, number][] = [];
  for (let i = 0; i < words.length; i += 3)
    if (wanted.has(words[i] ?? 0)) marks.push([words[i + 1] ?? 0, words[i + 2] ?? 0]);
  return marks;
}

/** The filters by id; null when one names something that is not there, so that nothing can match. */
async function narrowed(
  db: Db,
  { from, to, section, topic, person }: SearchQuestion,
): Promise<{ filters: SearchFilters | null; within: Within[] }> {
  const filters: SearchFilters = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const within: Within[] = [];
  let isKnown = true;
  const named = [
    ['sections', section, 'sectionId', null],
    ['topics', topic, 'topicId', 'topic'],
    ['people', person, 'personId', 'person'],
  ] as const;
  for (const [table, slug, key, kind] of named) {
    if (!slug) continue;
    const row = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (row === undefined) isKnown = false;
    else filters[key] = row.id;
    if (kind !== null && row !== undefined) within.push({ kind, slug, name: row.name });
  }
  return { filters: isKnown ? filters : null, within };
}
