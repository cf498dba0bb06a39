import { looseStem, tokenise } from '../../arabic/tokens.ts';
import type { Db } from '../../store/schema.ts';
import type { SearchIndex } from '../../store/search-index.ts';
import { bodyText } from '../stories/body.ts';
import { selectCards } from './cards.ts';
import { detailSchema } from './detail.ts';
import type { SearchAnswer, SearchHit } from './views.ts';

const longestQuery = 300;
/** UTF-16 units of text shown before the first match, and in all. */
const leadIn = 60;
const snippetLength = 220;

/** Published stories that match what a reader typed, best first. Any input gets an answer. */
export async function searchStories(
  db: Db,
  index: SearchIndex,
  typed: string,
  limit: number,
): Promise<SearchAnswer> {
  const query = typed.slice(0, longestQuery).trim();
  const { total, matches } = index.search(query, limit);
  if (matches.length === 0) return { query, total: 0, hits: [], suggestion: null };
  const rows = await selectCards(db)
    .select(['publications.detail_json'])
    .where('publications.status', '=', 'live')
    .where(
      'publications.story_id',
      'in',
      matches.map((match) => match.id),
    )
    .execute();
  const wanted = new Set<string>();
  for (const { term } of tokenise(query)) wanted.add(term).add(looseStem(term));
  const hits = matches.flatMap(({ id, score }): SearchHit[] => {
    const row = rows.find((candidate) => candidate.story_id === id);
    // Withdrawn a moment ago: the index follows, the readers' tables decide.
    if (row === undefined) return [];
    const body = bodyText(detailSchema.parse(JSON.parse(row.detail_json)).body);
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
        ...snippetOf(row.standfirst === null ? body : `${row.standfirst}\n${body}`, wanted),
        score: Math.round(score * 1000) / 1000,
      },
    ];
  });
  return { query, total, hits, suggestion: null };
}

/** A stretch of the text around its first match, cut between words, with the matches marked. */
function snippetOf(
  text: string,
  wanted: ReadonlySet<string>,
): { snippet: string; marks: [number, number][] } {
  const words = tokenise(text);
  const isMatch = (term: string): boolean => wanted.has(term) || wanted.has(looseStem(term));
  const firstMatch = words.findIndex((word) => isMatch(word.term));
  const from = Math.max(0, (words[Math.max(firstMatch, 0)]?.start ?? 0) - leadIn);
  const start = words.find((word) => word.start >= from)?.start ?? 0;
  const inside = words.filter((word) => word.start >= start && word.end <= start + snippetLength);
  const end = inside.at(-1)?.end ?? Math.min(text.length, start + snippetLength);
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  return {
    snippet: `${before}${text.slice(start, end).replace(/\n/g, ' ')}${end < text.length ? ' …' : ''}`,
    marks: inside
      .filter((word) => isMatch(word.term))
      .map((word): [number, number] => [word.start + shift, word.end + shift]),
  };
}
