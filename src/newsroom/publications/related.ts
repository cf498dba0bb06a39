import type { Db } from '../../store/schema.ts';
import type { SearchIndex } from '../../store/search/search-index.ts';
import type { Place } from './neighbours.ts';
import { readCards, relatedStories } from './read.ts';
import type { Named, StoryCard } from './views.ts';

/**
 * Up to `limit` (at most 6) earlier stories that speak of the same, as the index found when the story
 * was published; where those are too few, the newest earlier ones of its topics or its section.
 */
export async function storiesBeside(
  db: Db,
  index: SearchIndex,
  story: Place & { topics: readonly Named[]; section: Named | null },
  options: { now: number; limit: number },
): Promise<StoryCard[]> {
  const kept = (await index.related(story.id)) ?? [];
  const alike = await readCards(db, kept, options.now);
  if (alike.length >= options.limit) return alike.slice(0, options.limit);
  const more = await relatedStories(db, story, options);
  const known = new Set(alike.map((card) => card.id));
  return [...alike, ...more.filter((card) => !known.has(card.id))].slice(0, options.limit);
}
