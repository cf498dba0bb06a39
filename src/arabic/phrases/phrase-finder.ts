import { hasOwnFirstLetters } from './own-letters.ts';
import { piecesOf } from './pieces.ts';
import { letterPrefixes, type Match, type Node, Walk } from './walk.ts';

/** Where a phrase of the list stands in a text, UTF-16 units. */
export interface PhraseHit {
  phrase: string;
  start: number;
  end: number;
}

/** «و», «ف» and the like need so many letters after them; with «ال» two are enough. */
const shortestAfterLetter = 3;
const shortestAfterArticle = 2;
/** An honest «ك. ل.» is no word. */
const shortestSplit = 3;
const articles = ['ال', 'وال', 'فال', 'بال', 'كال', 'لل', 'وبال', 'وكال', 'ولل', 'فبال', 'فلل'];
/** Words that no phrase begins with are most of a language; they are looked at once. */
const mostDead = 50_000;

/**
 * Makes a search for words and phrases as people disguise them: with tashkeel, tatweel or drawn-out
 * letters, other forms of alef, yeh and heh, letters parted by spaces or signs, digits, Latin and
 * Persian look-alikes, and with «و», «ف», «ب», «ل», «ك» or «ال» before them. A phrase is found as a
 * whole word only: inside another, longer word it is not.
 *
 * @returns a function of a text that gives every phrase in it, in order
 */
export function phraseFinder(phrases: readonly string[]): (text: string) => PhraseHit[] {
  const root = trieOf(phrases);
  const prefixes = trieOf([...letterPrefixes, ...articles]);
  const dead = new Set<string>();
  return (text) => {
    if (root.next.size === 0) return [];
    const pieces = piecesOf(text);
    const hits = new Map<string, PhraseHit>();
    const walk = new Walk(pieces, { root, prefixes }, (match) => {
      const first = pieces[match.first];
      const last = pieces[match.last];
      if (first === undefined || last === undefined || !isSound(match, first.term)) return;
      const end = last.ends.at(-1) ?? first.start;
      // The later start is the closer one: «و ك.ل.ب» holds «ك.ل.ب».
      for (const phrase of match.phrases)
        hits.set(`${phrase}\n${end}`, { phrase, start: first.start, end });
    });
    for (const [index, { term }] of pieces.entries()) {
      if (dead.has(term)) continue;
      if (walk.from(index)) continue;
      if (dead.size >= mostDead) dead.clear();
      dead.add(term);
    }
    return [...hits.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

function isSound(match: Match, firstTerm: string): boolean {
  if (match.split && match.letters < shortestSplit) return false;
  if (match.prefix === 'none') return true;
  const least = match.prefix === 'letter' ? shortestAfterLetter : shortestAfterArticle;
  if (match.letters < least) return false;
  return match.first !== match.last || !hasOwnFirstLetters(firstTerm);
}

function trieOf(phrases: readonly string[]): Node {
  const root: Node = { next: new Map(), phrases: [] };
  for (const phrase of phrases) {
    const words = piecesOf(phrase).map((piece) => piece.term);
    let node = root;
    for (const letter of words.join(' ')) {
      const known = node.next.get(letter);
      const next: Node = known ?? { next: new Map(), phrases: [] };
      if (known === undefined) node.next.set(letter, next);
      node = next;
    }
    if (node !== root) node.phrases.push(phrase);
  }
  return root;
}
