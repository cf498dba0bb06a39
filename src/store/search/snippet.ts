import { segment, stemOf } from '../../arabic/analyse.ts';
import { checkpointEvery, type WordList } from './forward.ts';
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

/**
 * A stretch of the text around its best matches, cut between words, matches marked. `stems` are
 * those that count as a match. Only that stretch is read.
 */
export function snippetOf(
  text: StoredText,
  list: WordList,
  ranking: Ranking,
  stems: ReadonlySet<string>,
): Snippet {
  const best = bestStart(ranking.bodyMatches(list)) ?? 0;
  // A few words before the match, and as many after it as can be shown.
  const first = Math.floor(Math.max(0, best - 10) / checkpointEvery);
  const from = Math.min(list.checkpoints[first] ?? 0, text.length);
  const near = list.checkpoints[Math.floor(best / checkpointEvery)] ?? 0;
  const to = Math.min(text.length, near + longest * 2);
  const stretch = text.slice(from, to);
  const words = segment(stretch);
  // The list says which words match; their stems are looked at only to be sure of the place.
  const shown = words.map((word, i) => {
    const matches = ranking.matches(list, first * checkpointEvery + i);
    return matches && stems.has(stemOf(word, stretch));
  });
  const here = shown.indexOf(true, best - first * checkpointEvery);
  const target = words[here >= 0 ? here : shown.indexOf(true)];
  const earliest = (target?.start ?? 0) - leadIn;
  const start =
    earliest <= 0 && from === 0 ? 0 : (words.find((word) => word.start >= earliest)?.start ?? 0);
  const inside = words.filter((word) => word.start >= start && word.end <= start + longest);
  // The last word of the stretch may be cut in two.
  if (to < text.length && inside.at(-1) === words.at(-1)) inside.pop();
  const end = inside.at(-1)?.end ?? Math.min(stretch.length, start + longest);
  const closed = end + (/^[.!؟…»”)\]]+/u.exec(stretch.slice(end))?.[0].length ?? 0);
  const before = from + start > 0 ? '… ' : '';
  const after = to < text.length || stretch.slice(closed).trim() !== '' ? ' …' : '';
  const shift = before.length - start;
  return {
    snippet: `${before}${stretch.slice(start, closed).replace(/\s/g, ' ')}${after}`,
    marks: inside
      .filter((word) => shown[words.indexOf(word)])
      .map((word): [number, number] => [word.start + shift, word.end + shift]),
  };
}
