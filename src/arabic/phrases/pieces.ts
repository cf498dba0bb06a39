import { normalise } from '../normalise.ts';
import { isArabic, isDigit, isLatin, latinTwin, type Script, signs } from './look-alikes.ts';

/** A run of letters and digits that nothing parts. */
export interface Piece {
  /** The letters as they are compared. */
  term: string;
  letters: number;
  start: number;
  /** Where each letter ends in the text. */
  ends: number[];
  /** What parts it from the next: nothing but a sign or two, a space among them, or more. */
  gap: 'tight' | 'loose' | 'wide';
}

/** A sign or a picture between two letters; more is no longer one word's disguise. */
const widestGap = 3;

const other = 0;
const inside = 1;
const space = 2;
const sign = 3;

/** What a character is compared as: letters and what each is; nothing for what nobody sees. */
interface Folded {
  letters: string[];
  kinds: number[];
}

const unseen = /^(?:\p{M}|\p{Cf}|\u0640)$/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const known = new Map<string, Folded>();
const mostKnown = 20_000;

function folded(character: string): Folded {
  const before = known.get(character);
  if (before !== undefined) return before;
  const letters = unseen.test(character) ? [] : fold(character);
  const found = { letters, kinds: letters.map(kindOf) };
  if (known.size >= mostKnown) known.clear();
  known.set(character, found);
  return found;
}

/** Arabic as search has it; everything else bare, small and, where it looks so, Latin. */
function fold(character: string): string[] {
  const bare = normalise(character.normalize('NFKC')).normalize('NFKD').replace(/\p{M}/gu, '');
  return [...bare.toLowerCase()].map(latinTwin);
}

function kindOf(letter: string): number {
  if (letterOrDigit.test(letter)) return inside;
  if (/\s/u.test(letter)) return space;
  return signs.includes(letter) ? sign : other;
}

/** The pieces of a text, in order. */
export function piecesOf(text: string): Piece[] {
  const letters: string[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const one = folded(character);
    for (let k = 0; k < one.letters.length; k += 1) {
      letters.push(one.letters[k] ?? '');
      kinds.push(one.kinds[k] ?? other);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  let endOfLast = 0;
  let i = 0;
  while (i < letters.length) {
    if (kinds[i] !== inside) {
      i += 1;
      continue;
    }
    const from = i;
    // A sign may be a letter where letters stand on both sides.
    while (kinds[i] === inside || (kinds[i] === sign && kinds[i + 1] === inside)) i += 1;
    if (last !== undefined) last.gap = gapOf(kinds, endOfLast, from);
    last = {
      term: letters.slice(from, i).join(''),
      letters: i - from,
      start: starts[from] ?? 0,
      ends: ends.slice(from, i),
      gap: 'wide',
    };
    endOfLast = i;
    pieces.push(last);
  }
  return pieces;
}

function gapOf(kinds: readonly number[], from: number, to: number): Piece['gap'] {
  if (to - from > widestGap) return 'wide';
  for (let i = from; i < to; i += 1) if (kinds[i] === space) return 'loose';
  return 'tight';
}

/** A run of one letter. */
export interface Run {
  letter: string;
  length: number;
}

/** What a search needs to know of a piece's letters. */
export interface Spelling extends Script {
  /** One entry for each run of equal letters. */
  runs: Run[];
}

/** «5ر1» is how North African papers write 1.5. */
const decimal = /\dر\d/u;

export function spellingOf(term: string): Spelling {
  const runs: Run[] = [];
  const letters = [...term];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run?.letter === letter) run.length += 1;
    else runs.push({ letter, length: 1 });
  }
  const arabic = letters.some(isArabic);
  const latin = letters.some(isLatin);
  return {
    runs,
    arabic: arabic && !decimal.test(term),
    latin,
    arabizi: latin && !arabic && letters.some((letter) => isDigit(letter) && letter > '1'),
  };
}
