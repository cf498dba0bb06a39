import type { AnalysedWord } from '../../arabic/analyse.ts';
import { isWholeStem, looseStem } from '../../arabic/stem.ts';
import { pluralByHamza } from '../../arabic/stem-lists.ts';
import type { LikeStem, Vocabulary } from './vocabulary.ts';

/** A word of a query, with everything in the archive that it may stand for. */
export interface QueryWord {
  term: string;
  /** Stems that mean it: its own and its variants. A story with one of them has the word. */
  strong: string[];
  /** Stems that look like it. They help the order of what was found, and find nothing themselves. */
  soft: LikeStem[];
  /** Stories that have it, and those that have something like it (counted once for each stem). */
  stories: number;
  softStories: number;
}

const proclitics = ['ب', 'ل', 'ف', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];
const single = proclitics.filter((letter) => letter.length === 1);
/** Names of four letters whose last alef is no ending. */
const namesInAlef = new Set(
  'كوبا كندا غانا روما بابا ماما دنيا عليا سينا لينا دينا ريما مانا بيتا امرا درعا صيدا حيفا يافا كسلا'.split(
    ' ',
  ),
);

const least = 0.35;
const mostSoft = 40;

/** Looks up what a typed word may stand for. A variant counts only if the archive has it. */
export function queryWord(word: AnalysedWord, vocabulary: Vocabulary): QueryWord {
  const own = word.stem;
  const like = vocabulary.like(own, least, mostSoft);
  const strong = new Set([own]);
  const ownStories = vocabulary.storiesWith(own);
  for (const stem of [
    ...withProclitics(own, ownStories, vocabulary),
    ...withoutProclitic(word.term, own, ownStories, vocabulary),
    ...hamzaOrAlef(own, vocabulary),
    ...soundVariants(own).filter((other) => vocabulary.has(other)),
  ])
    strong.add(stem);
  for (const { stem } of like) if (soundsAlike(own, stem)) strong.add(stem);
  const soft = like.filter(({ stem }) => !strong.has(stem));
  return {
    term: word.term,
    strong: [...strong],
    soft,
    stories: sum([...strong].map((stem) => vocabulary.storiesWith(stem))),
    softStories: sum(soft.map(({ stories }) => stories)),
  };
}

/** A word that says next to nothing: looked up as it stands. */
export function plainWord(word: AnalysedWord, vocabulary: Vocabulary): QueryWord {
  const stories = vocabulary.storiesWith(word.stem);
  return { term: word.term, strong: [word.stem], soft: [], stories, softStories: 0 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** «بغداد» typed, «لبغداد» written. Short stems only where that is clearly the rarer word. */
function withProclitics(stem: string, stories: number, vocabulary: Vocabulary): string[] {
  if (stem.length < 3 || /\d/.test(stem)) return [];
  return proclitics
    .map((letters) => letters + stem)
    .filter(
      (longer) =>
        vocabulary.has(longer) &&
        !isWholeStem(longer) &&
        (stem.length >= 4 || vocabulary.storiesWith(longer) * 4 <= stories),
    );
}

/** «لبغداد» typed, «بغداد» or «ببغداد» written. Only where the archive knows the rest far better. */
function withoutProclitic(
  term: string,
  own: string,
  stories: number,
  vocabulary: Vocabulary,
): string[] {
  const plain =
    term.length > 4 && term.startsWith('و') && !own.startsWith('و') ? term.slice(1) : term;
  if (!single.includes(plain[0] ?? '') || plain.length < 4 || isWholeStem(own)) return [];
  const rest = looseStem(plain.slice(1));
  const found: string[] = [];
  const known = vocabulary.storiesWith(rest);
  const needed = rest.length >= 4 ? 3 * stories : 4 * Math.max(1, stories);
  if (rest.length >= 3 && known > 0 && known >= needed) found.push(rest);
  if (rest.length >= 4 && (found.length > 0 || stories === 0))
    found.push(...single.map((letter) => letter + rest).filter((other) => vocabulary.has(other)));
  return found;
}

/**
 * A hamza or a tanwin that was left out at the end: «علما» for «علماء», «دعما» beside «دعم»; a hamza
 * typed without its seat: «قاءد».
 */
function hamzaOrAlef(stem: string, vocabulary: Vocabulary): string[] {
  if (stem.length < 3) return [];
  const plural = pluralByHamza.get(stem);
  const others: string[] = plural === undefined ? [] : [plural[1]];
  if (stem.endsWith('اء')) others.push(stem.slice(0, -1));
  else if (stem.endsWith('ا')) {
    others.push(`${stem}ء`);
    if (stem.length === 4 && !namesInAlef.has(stem)) others.push(stem.slice(0, -1));
  } else if (stem.length === 3 && !namesInAlef.has(`${stem}ا`)) others.push(`${stem}ا`);
  if (/اء./.test(stem)) others.push(stem.replace('اء', 'اي'), stem.replace('اء', 'او'));
  return others.filter((other) => vocabulary.has(other));
}

const shortestLoan = 6;
const shortestWithSound = 5;
const sounds = new Map(Object.entries({ ج: 'غ', ك: 'غ', ق: 'غ', ط: 'ت', ص: 'س', ز: 'س' }));
const isLongVowel = (letter: string | undefined): boolean =>
  letter === 'ا' || letter === 'و' || letter === 'ي';

/** Letters that foreign sounds are written with: the same, or غ against one of ج ك ق, and so on. */
function sameSound(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return sounds.get(a) === b || sounds.get(b) === a;
}

const hasG = (a: string | undefined, b: string | undefined): boolean =>
  sameSound(a, b) && (a === 'غ' || b === 'غ');

/** «واجادوجو» for «واغادوغو», «رونالدينيو» for «رونالدينهو»: other letters throughout, so that few trigrams are left. */
function soundVariants(stem: string): string[] {
  if (stem.length < shortestLoan || /\d/.test(stem)) return [];
  const all = [...'جكق'].flatMap((letter) => [
    stem.replaceAll('غ', letter),
    stem.replaceAll(letter, 'غ'),
  ]);
  return [...all, stem.replace(/نهو$/u, 'نيو'), stem.replace(/نيو$/u, 'نهو')].filter(
    (other) => other !== stem,
  );
}

/**
 * Two spellings of one long, foreign-looking word: g, t and s written with other letters, or one
 * long vowel more. Native words of six letters and more hardly ever differ by that alone, of five
 * not by غ in the place of ج, ك or ق.
 */
export function soundsAlike(a: string, b: string): boolean {
  if (a.length === shortestWithSound && b.length === shortestWithSound)
    return [...a].every((letter, i) => letter === b[i] || (hasG(letter, b[i]) && i > 0));
  if (a.length < shortestLoan || b.length < shortestLoan) return false;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let extra = 0;
  for (let i = 0; i < long.length; i += 1) {
    if (sameSound(long[i], short[i - extra])) continue;
    // A vowel at the very beginning or end is another word or another ending.
    if (extra === long.length - short.length) return false;
    if (i === 0 || i === long.length - 1 || !isLongVowel(long[i])) return false;
    extra = 1;
  }
  return true;
}
