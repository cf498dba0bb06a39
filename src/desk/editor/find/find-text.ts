import { normaliseWithOffsets } from '../../../arabic/normalise.ts';

export interface FindOptions {
  /** Tashkeel, hamza and capitals count. */
  isExact: boolean;
  /** Only whole words. */
  isWhole: boolean;
}

export interface Range {
  from: number;
  to: number;
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where a text holds what somebody looks for. Unless told otherwise «إعلان» finds «اعلانٌ» and
 * «الإعلان»: as readers type, not as they were taught to write. Offsets are those of `text`.
 */
export function findIn(text: string, query: string, options: FindOptions): Range[] {
  const wanted = options.isExact ? query : normaliseWithOffsets(query).text;
  if (wanted.trim() === '') return [];
  const { text: folded, offsets } = options.isExact
    ? { text, offsets: null }
    : normaliseWithOffsets(text);
  const found: Range[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; ) {
    const from = offsets?.[at] ?? at;
    // What carries no letter of its own (tashkeel at the end of a word) belongs to what was found.
    const to = Math.max(from + 1, offsets?.[at + wanted.length] ?? at + wanted.length);
    const isWord = !inWord.test(text.charAt(from - 1)) && !inWord.test(text.charAt(to));
    if (!options.isWhole || isWord) found.push({ from, to });
    at = folded.indexOf(wanted, at + Math.max(1, wanted.length));
  }
  return found;
}
