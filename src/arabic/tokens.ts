import { normalise, normaliseWithOffsets } from './normalise.ts';

/** A word of a text: its normalised form, and where it stands in the original (UTF-16 units). */
export interface Token {
  term: string;
  start: number;
  end: number;
}

const SEPARATOR = 0;
const BEGINS = 1;
/** Combining marks that normalising keeps (Latin, Indic): inside a word, never its beginning. */
const CONTINUES = 2;

const letterOrDigit = /^[\p{L}\p{N}]/u;
const mark = /^\p{M}/u;

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const character = String.fromCharCode(unit);
    if (letterOrDigit.test(character)) kinds[unit] = BEGINS;
    else if (mark.test(character)) kinds[unit] = CONTINUES;
  }
  return kinds;
}

let kinds: Uint8Array | undefined;

/** Calls `each` with the range of every word of a normalised text. */
function eachWord(text: string, each: (from: number, to: number) => void): void {
  kinds ??= buildKinds();
  let from = -1;
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit] ?? SEPARATOR;
    let width = 1;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const character = String.fromCodePoint(text.codePointAt(i) ?? unit);
      width = character.length;
      if (letterOrDigit.test(character)) kind = BEGINS;
      else if (mark.test(character)) kind = CONTINUES;
    }
    if (kind === BEGINS && from < 0) from = i;
    else if (kind === SEPARATOR && from >= 0) {
      each(from, i);
      from = -1;
    }
    i += width;
  }
  if (from >= 0) each(from, text.length);
}

/**
 * The words of a text: runs of letters and digits after {@link normaliseWithOffsets}, so that tashkeel
 * and tatweel split nothing; «كوفيد-19» is two. A word's range holds the marks that follow its last
 * letter.
 */
export function tokenise(text: string): Token[] {
  const normalised = normaliseWithOffsets(text);
  const { offsets } = normalised;
  const tokens: Token[] = [];
  eachWord(normalised.text, (from, to) => {
    const start = offsets[from] ?? 0;
    // Two words may come of one character (U+FDFA): neither range may be empty.
    const end = Math.max(offsets[to] ?? text.length, (offsets[to - 1] ?? 0) + 1);
    tokens.push({ term: normalised.text.slice(from, to), start, end });
  });
  return tokens;
}

/** How many words a text has. */
export function wordCount(text: string): number {
  let words = 0;
  eachWord(normalise(text), () => {
    words += 1;
  });
  return words;
}

const WORDS_A_MINUTE = 200;

/** Minutes that an adult needs to read that many words of Arabic news, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
