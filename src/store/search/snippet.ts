import { checkpointEvery, type WordList } from './forward.ts';
import type { Ranking } from './rank.ts';
import type { StoredText, Stretch } from './stored-text.ts';

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

/** What a snippet is cut from: its best word, by its index in the body, and what may lie round it. */
export interface Cutting extends Stretch {
  best: number;
}

/**
 * How much of a body has to be read for its snippet, as far as the checkpoints tell.
 *
 * @param places as {@link Ranking.score} gives them
 */
export function cuttingFor(
  { heads, stems, checkpoints }: WordList,
  places: readonly number[],
  ranking: Ranking,
): Cutting {
  const best = bestStart(places, ranking);
  const near = Math.floor(best / checkpointEvery);
  // The best word begins between these.
  const earliest = checkpoints[near] ?? 0;
  const latest = checkpoints[near + 1] ?? Infinity;
  let first = near;
  while (first > 0 && (checkpoints[first] ?? 0) > earliest - leadIn) first -= 1;
  let end = near + 1;
  while (end < checkpoints.length && (checkpoints[end] ?? 0) <= latest + longest) end += 1;
  return {
    best,
    firstWord: first * checkpointEvery,
    endWord: Math.min(stems.length - heads, end * checkpointEvery),
    from: first === 0 ? 0 : (checkpoints[first] ?? 0),
    to: latest + 2 * longest,
  };
}

const otherSpaces = /[^\S ]/g;
const closing = /^[.!؟…»”)\]]+/u;

/**
 * A stretch of the text around its best matches, cut between words, matches marked. No word is looked
 * up again: where each stands is known.
 *
 * @param text what {@link cuttingFor} asked for, at least
 */
export function snippetOf(
  text: StoredText,
  list: WordList,
  places: readonly number[],
  { best, firstWord, endWord }: Cutting,
): Snippet {
  const count = list.stems.length - list.heads;
  const earliest = (count > 0 ? text.startOf(best, list) : 0) - leadIn;
  let first = best;
  while (first > firstWord && text.startOf(first - 1, list) >= earliest) first -= 1;
  const start = earliest <= 0 || count === 0 ? 0 : text.startOf(first, list);
  let end = Math.min(text.length, start + longest);
  const marks: [number, number][] = [];
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  let next = 0;
  while ((places[next] ?? count) < first) next += 2;
  for (let i = first; i < endWord; i += 1) {
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
