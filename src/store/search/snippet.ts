import type { WordList } from './forward.ts';
import type { Ranking } from './rank.ts';
import type { StoredText } from './stored-text.ts';

/** UTF-16 units shown before the first match, and in all. */
const leadIn = 60;
const longest = 220;
/** About as many words as a snippet holds. */
const reach = 30;
/** No more than so many places are tried. */
const mostStarts = 200;

export interface Snippet {
  snippet: string;
  marks: [number, number][];
}

/**
 * Index of the word from which the next {@link reach} words hold most of what was asked for.
 *
 * @param places as {@link Ranking.score} gives them
 */
function bestStart(places: readonly number[], ranking: Ranking): number {
  let best = 0;
  let most = 0;
  const starts = Math.min(places.length, mostStarts * 2);
  const seen: number[] = [];
  for (let i = 0; i < starts; i += 2) {
    const first = places[i] ?? 0;
    seen.length = 0;
    let worth = 0;
    for (let k = i; k < places.length && (places[k] ?? 0) < first + reach; k += 2) {
      const word = places[k + 1] ?? 0;
      if (seen.includes(word)) continue;
      seen.push(word);
      worth += ranking.worthOf(word);
    }
    if (worth > most * 1.01) {
      most = worth;
      best = first;
    }
  }
  return best;
}

const otherSpaces = /[^\S ]/g;
const closing = /^[.!؟…»”)\]]+/u;

/**
 * A stretch of the text around its best matches, cut between words, matches marked. No word is looked
 * up again: where each stands is known.
 *
 * @param places as {@link Ranking.score} gives them
 */
export function snippetOf(
  text: StoredText,
  list: WordList,
  places: readonly number[],
  ranking: Ranking,
): Snippet {
  const count = list.stems.length - list.heads;
  const best = bestStart(places, ranking);
  const earliest = (count > 0 ? text.startOf(best, list) : 0) - leadIn;
  let first = best;
  while (first > 0 && text.startOf(first - 1, list) >= earliest) first -= 1;
  const start = earliest <= 0 || count === 0 ? 0 : text.startOf(first, list);
  let end = Math.min(text.length, start + longest);
  const marks: [number, number][] = [];
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  let next = 0;
  while ((places[next] ?? count) < first) next += 2;
  for (let i = first; i < count; i += 1) {
    const to = text.endOf(i, list);
    if (to > start + longest) break;
    end = to;
    if (places[next] !== i) continue;
    marks.push([text.startOf(i, list) + shift, to + shift]);
    while (places[next] === i) next += 2;
  }
  const rest = text.slice(end, end + longest);
  const closed = end + (closing.exec(rest)?.[0].length ?? 0);
  const ends = rest.slice(closed - end).trim() === '' && closed + longest >= text.length;
  return {
    snippet: `${before}${text.slice(start, closed).replace(otherSpaces, ' ')}${ends ? '' : ' …'}`,
    marks,
  };
}
