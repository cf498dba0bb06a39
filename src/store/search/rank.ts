import { hashOf, shortHashOf, type WordList } from './forward.ts';
import type { QueryWord } from './query-words.ts';

/** BM25 (Robertson and Zaragoza 2009) with a word's likenesses counted in part; tried on the sets of `npm run bench:search`. */
export const k1 = 1.2;
export const b = 0.85;
const stemWeight = 0.7;
const softWeight = 0.5;
const headlineWeight = 2.3;
/** News says first what it is about: what a word of the first lines weighs more, fading over so many words. */
const leadWeight = 1.2;
const leadReach = 15;
/** A likeness counts with its square, and hardly for how common a word is. */
const softCommonness = 0.2;
/** Words that stand close together: weight, reach in words, and how quickly it fades. */
const nearWeight = 0.2;
const nearReach = 8;
const nearFade = 2;
/** How much a story loses that has only some of the words. */
const coverage = 0.3;

const longestPhrase = 5;

interface Entry {
  word: number;
  weight: number;
  /** Short hash of the exact form, or -1 where the stem alone never is exact. */
  exact: number;
  strong: boolean;
}

export interface Scored {
  score: number;
  /** Whether every word of the query stands in it. */
  all: boolean;
  /** Whether every word stands right after the one before it, somewhere. */
  together: boolean;
  /** Where in the body its words stand, in order: index of the body's word, word of the query, and so on. */
  places: readonly number[];
}

/** Small enough to stay near the processor, large enough that few other words share a place. */
const maybeSize = 0x2000;
const nowhere: readonly number[] = [];

/** Ranks stories for one query. */
export class Ranking {
  readonly #entries = new Map<number, Entry[]>();
  /** Low bits of every hash that matters; most words of a story are passed over by one look. */
  readonly #maybe = new Uint8Array(maybeSize);
  readonly #idf: number[];
  readonly #size: number;
  readonly #most: number;
  readonly #required: number;
  // Worked in for one story after another.
  readonly #found: Float64Array;
  readonly #near: Float64Array;
  readonly #last: Int32Array;
  readonly #strong: Uint8Array;

  /** @param aside words that count for the order, but need not stand in a story */
  constructor(required: readonly QueryWord[], aside: readonly QueryWord[], stories: number) {
    const words = [...required, ...aside];
    this.#size = words.length;
    this.#required = required.length;
    this.#found = new Float64Array(words.length);
    this.#near = new Float64Array(words.length);
    this.#last = new Int32Array(words.length);
    this.#strong = new Uint8Array(words.length);
    this.#idf = words.map((word) => {
      const seen = Math.min(stories, Math.max(1, word.stories + word.softStories * softCommonness));
      // Longer words say more.
      const length = Math.sqrt(Math.min(word.term.length, 8) / 5);
      return Math.log(1 + (stories - seen + 0.5) / (seen + 0.5)) * length;
    });
    this.#most = this.#idf.reduce((sum, idf) => sum + idf, 0);
    words.forEach((word, i) => {
      const exact = shortHashOf(word.term);
      for (const stem of word.strong)
        this.#add(stem, { word: i, weight: stemWeight, exact, strong: true });
      for (const { stem, likeness } of word.soft)
        this.#add(stem, { word: i, weight: softWeight * likeness ** 2, exact: -1, strong: false });
    });
  }

  #add(stem: string, entry: Entry): void {
    const hash = hashOf(stem);
    this.#maybe[hash & (maybeSize - 1)] = 1;
    const entries = this.#entries.get(hash);
    if (entries === undefined) this.#entries.set(hash, [entry]);
    else entries.push(entry);
  }

  /** @param average words of a story, on average */
  score(list: WordList, average: number): Scored {
    const size = this.#size;
    const found = this.#found.fill(0);
    const near = this.#near.fill(0);
    const last = this.#last.fill(-1000);
    const strong = this.#strong.fill(0);
    const { heads, stems } = list;
    const maybe = this.#maybe;
    let places: number[] | null = null;
    let joined = 1;
    for (let i = 0; i < stems.length; i += 1) {
      const hash = stems[i] ?? 0;
      if (maybe[hash & (maybeSize - 1)] === 0) continue;
      const entries = this.#entries.get(hash);
      if (entries === undefined) continue;
      // The headline ends where the text begins.
      const position = i < heads ? i : i + nearReach + 1;
      for (const { word, weight: most, exact, strong: isStrong } of entries) {
        const weight = exact === list.exact[i] ? 1 : most;
        const place =
          i < heads ? headlineWeight : 1 + (leadWeight * leadReach) / (leadReach + i - heads);
        found[word] = (found[word] ?? 0) + weight * place;
        if (isStrong) {
          if (word > 0 && position - (last[word - 1] ?? 0) === 1) joined |= 1 << word;
          strong[word] = 1;
          if (i >= heads && word < this.#required) {
            places ??= [];
            places.push(i - heads, word);
          }
        }
        last[word] = position;
        for (let other = 0; other < size; other += 1) {
          const gap = position - (last[other] ?? 0);
          if (other !== word && gap <= nearReach)
            near[word] =
              (near[word] ?? 0) + ((this.#idf[other] ?? 0) * weight) / (gap * gap + nearFade);
        }
      }
    }
    const norm = k1 * (1 - b + (b * stems.length) / average);
    let score = 0;
    let covered = 0;
    let all = true;
    for (let word = 0; word < size; word += 1) {
      const times = found[word] ?? 0;
      const idf = this.#idf[word] ?? 0;
      if (strong[word] === 0 && word < this.#required) all = false;
      if (times === 0) continue;
      score += (idf * times * (k1 + 1)) / (times + norm);
      covered += idf * Math.min(1, times);
      const close = near[word] ?? 0;
      score += (nearWeight * Math.min(1, idf) * close * (k1 + 1)) / (close + norm);
    }
    if (this.#most > 0) score *= (covered / this.#most) ** coverage;
    const together = joined === (1 << size) - 1;
    return { score, all, together, places: places ?? nowhere };
  }

  /**
   * More than any story can have without all the words. Of a whole sentence no story need have
   * every word to be the best.
   */
  get bonus(): number {
    return this.#required > longestPhrase ? 0 : this.most;
  }

  /** The highest score. */
  get most(): number {
    return this.#most * (k1 + 1) + this.#size * nearWeight * (k1 + 1);
  }

  /** How much a word of the query says, by its index. */
  worthOf(word: number): number {
    return this.#idf[word] ?? 0;
  }
}
