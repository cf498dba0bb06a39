import { type Lexicon, Spelling } from './lexicon.ts';
import { dadZah } from './lexicons/dad-zah.ts';
import { hamza } from './lexicons/hamza.ts';
import { misspelt as closedLists, finalYa, joined, seats } from './lexicons/letters.ts';
import { hamzaSeats, misspellings } from './lexicons/misspellings.ts';
import { rightLists } from './lexicons/right-lists.ts';
import { neighbours } from './matching.ts';
import type { Paragraph, Word } from './paragraph.ts';
import { RightWords } from './right-words.ts';

/** What all the lexicons together know of a word. */

const lexicons: readonly Lexicon[] = [
  closedLists,
  misspellings,
  finalYa,
  seats,
  hamzaSeats,
  hamza,
  dadZah,
  joined,
];

let pairs: Spelling | undefined;
let words: RightWords | undefined;

/** The indexes are built when the first text is read. */
const rightWords = (): RightWords => {
  words ??= new RightWords(rightLists);
  return words;
};

/** What a lexicon knows to be wrong: which rule says so, and what may have been meant. */
export interface Misspelling {
  rule: string;
  right: readonly string[];
  safe: boolean;
}

/** What a word should be, or null. @param bare as written, without tashkeel */
export function correct(bare: string): Misspelling | null {
  pairs ??= new Spelling(lexicons);
  const pair = pairs.find(bare);
  return pair === null ? rightWords().find(bare) : { ...pair, safe: pair.right.length === 1 };
}

/** Whether a list holds this very word as right. */
export function isRight(bare: string): boolean {
  return rightWords().knows(bare);
}

/** The word in ة that a right word in ه may be meant for: «مدرسه» for «مدرسة». */
export function feminineOf(bare: string): string | null {
  return rightWords().feminineOf(bare);
}

interface Misspelt {
  word: Word;
  before: Word | undefined;
  found: Misspelling;
}

const remembered = new WeakMap<Paragraph, readonly Misspelt[]>();

/** Every misspelt word of a paragraph, looked up once for all rules. */
export function misspelt(paragraph: Paragraph): readonly Misspelt[] {
  const known = remembered.get(paragraph);
  if (known !== undefined) return known;
  const list: Misspelt[] = [];
  for (const { word, before } of neighbours(paragraph.words)) {
    if (!word.arabic || word.bare.length < 2) continue;
    const found = correct(word.bare);
    if (found !== null) list.push({ word, before, found });
  }
  remembered.set(paragraph, list);
  return list;
}
