import { analyse } from '../../arabic/analyse.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import type { QueryWord } from './query-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The words that tell most about a story: rare in the archive, often in it, or in its headline.
 *
 * @param archive how many stories it has
 */
export function tellingWords(
  headline: string,
  body: string,
  vocabulary: Vocabulary,
  archive: number,
): QueryWord[] {
  const times = new Map<string, { term: string; times: number }>();
  const add = (text: string, by: number): void => {
    for (const { term, stem } of analyse(text)) {
      if (isStopWord(term) || term.length < 3 || /^\d+$/.test(term)) continue;
      const known = times.get(stem) ?? { term, times: 0 };
      times.set(stem, { term: known.term, times: known.times + by });
    }
  };
  add(headline, 3);
  add(body, 1);
  return [...times]
    .map(([stem, word]) => ({ stem, ...word, stories: vocabulary.storiesWith(stem) }))
    .filter(({ stories }) => stories > 1 && stories * 10 < archive + 20)
    .map((word) => ({
      ...word,
      worth: (word.times / (word.times + 1.5)) * Math.log(archive / word.stories + 1),
    }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 10)
    .map(({ stem, term, stories }) => ({
      term,
      strong: [stem],
      soft: [],
      stories,
      softStories: 0,
    }));
}
