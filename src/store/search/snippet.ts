import type { WordList } from './forward.ts';
import type { Ranking } from './rank.ts';
import type { StoredText } from './stored-text.ts';

/** UTF-16 units shown before the first match, and in all. */
const leadIn = 60;
const longest = 220;
/** About as many words as a snippet holds. */
const reach = 30;

export interface Snippet {
  snippet: string;
  marks: [number, number][];
}

/** Index of the word from which the next {@link reach} words hold most of what was asked for. */
function bestStart(matches: ReturnType<Ranking['bodyMatches']>): number | null {
  let best: number | null = null;
  let most = 0;
  const start = Math.min(matches.length, 200);
  for (let i = 0; i < start; i += 1) {
    const first = matches[i];
    if (first === undefined) break;
    const seen = new Map<number, number>();
    for (let k = i; k < matches.length; k += 1) {
      const match = matches[k];
      if (match === undefined || match.at >= first.at + reach) break;
      seen.set(match.word, match.idf);
    }
    let worth = 0;
    for (const idf of seen.values()) worth += idf;
    if (worth > most * 1.01) {
      most = worth;
      best = first.at;
    }
  }
  return best;
}

const closing = /^[.!؟…»”)\]]+/u;

/**
 * A stretch of the text around its best matches, cut between words, matches marked. Only that stretch
 * is read, and no word is looked up again: where each stands is known.
 */
export function snippetOf(text: StoredText, list: WordList, ranking: Ranking): Snippet {
  const count = list.stems.length - list.heads;
  const best = bestStart(ranking.bodyMatches(list)) ?? 0;
  const earliest = (count > 0 ? text.startOf(best, list) : 0) - leadIn;
  let first = best;
  while (first > 0 && text.startOf(first - 1, list) >= earliest) first -= 1;
  const start = earliest <= 0 || count === 0 ? 0 : text.startOf(first, list);
  let end = Math.min(text.length, start + longest);
  const marks: [number, number][] = [];
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  for (let i = first; i < count; i += 1) {
    const from = text.startOf(i, list);
    const to = text.endOf(i, list);
    if (to > start + longest) break;
    end = to;
    if (ranking.matches(list, i)) marks.push([from + shift, to + shift]);
  }
  const rest = text.slice(end, end + longest);
  const closed = end + (closing.exec(rest)?.[0].length ?? 0);
  const ends = rest.slice(closed - end).trim() === '' && closed + longest >= text.length;
  return {
    snippet: `${before}${text.slice(start, closed).replace(/\s/g, ' ')}${ends ? '' : ' …'}`,
    marks,
  };
}
