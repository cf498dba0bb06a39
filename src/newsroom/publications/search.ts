import type { Db } from '../../store/schema.ts';
import type { SearchFilters, SearchIndex } from '../../store/search/search-index.ts';
import { hashesOf, hitsOf, marksIn } from './hits.ts';
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
  const kept = await hitsOf(
    db,
    matches.map((match) => match.id),
  );
  const wanted = hashesOf(stems);
  const hits = matches.flatMap(({ id, score, snippet, marks }): SearchHit[] => {
    const hit = kept.get(id);
    // Withdrawn a moment ago: the index follows, the readers' tables decide.
    if (hit === undefined) return [];
    const { row } = hit;
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
        headlineMarks: marksIn(hit, wanted),
        score: Math.round(score * 1000) / 1000,
      },
    ];
  });
  return { query, total, hits, suggestion, within };
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
