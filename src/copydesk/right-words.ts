import {
  articles,
  endingsFor,
  isNominal,
  LONGEST_ENDING,
  prefixes,
  type StemKind,
  skeletonOf,
  stemsOf,
  type WordClass,
} from './word-stems.ts';

/**
 * Right words, looked up by their skeleton: the letters without what misspellings turn on (أ إ آ as
 * ا, ة as ه, ى as ي, ؤ and ئ as ء). A written word that shares its skeleton with right words and is
 * none of them is misspelt, and the nearest of them is what was meant. A skeleton has as many letters
 * as its word, so that a fault is a place in it.
 */

export interface RightList {
  class: WordClass;
  /** Whitespace between them. */
  words: string;
  /**
   * `rare`: right when written so, never suggested («إعمال» beside «أعمال») · `unsure`: suggested,
   * never mended by the machine · `sure`: also where its letters look like the article («الكتروني») ·
   * `bare`: only for a bare alef, not for the wrong hamza (persons' names).
   */
  offer?: 'rare' | 'unsure' | 'sure' | 'bare' | undefined;
}

export type LetterFault = 'hamza' | 'wasl' | 'final-ta' | 'final-ya' | 'hamza-seat';

export interface Correction {
  /** The gravest fault of the word. */
  rule: LetterFault;
  /** Likeliest first; several where the letters allow several words. */
  right: readonly string[];
  /** May be mended by the machine. */
  safe: boolean;
}

interface Stem {
  right: string;
  kind: StemKind;
  offer: RightList['offer'];
}

/** A right word that the letters may stand for. */
interface Reading {
  stem: Stem;
  /** Without و and ف. */
  prefix: string;
  /** Where the stem begins. */
  at: number;
  right: string;
}

interface Candidate {
  right: string;
  changes: number;
  rule: LetterFault;
  safe: boolean;
}

/** What turns the right letter into the written one; null where no misspelling does. */
function faultOf(written: string, right: string): LetterFault | null {
  if ('أإآ'.includes(right)) return 'اأإآ'.includes(written) ? 'hamza' : null;
  if (right === 'ا') return written === 'أ' || written === 'إ' ? 'wasl' : null;
  if (right === 'ة' || written === 'ة') return 'final-ta';
  if (right === 'ى' || right === 'ي') return 'final-ya';
  return 'hamza-seat';
}

const gravest: readonly LetterFault[] = ['hamza', 'wasl', 'final-ta', 'final-ya', 'hamza-seat'];

/** How a reading differs from what is written; null where nobody would write one for the other. */
function compare(bare: string, { stem, prefix, at, right }: Reading): Candidate | null {
  if (stem.offer === 'rare') return null;
  // «الحق» is «ال» and «حق» rather than «ألحق».
  const likeArticle = stem.offer !== 'sure' && stem.kind !== 'fixed' && bare.startsWith('ال', at);
  if (likeArticle && /^[اأإآ]ل/.test(stem.right)) return null;
  if (stem.offer === 'bare' && /[أإ]/.test(bare[at] ?? '')) return null;
  const end = at + stem.right.length;
  let seat = false;
  const short = stem.right.length < 5;
  // «المهم» is no «ألمهم»: a short stem that begins like the article is believed only when it stands alone.
  if (bare.startsWith('ال', at) && /^[اأإآ]ل/.test(stem.right) && short && bare.length !== end)
    return null;
  const found: Candidate = { right, changes: 0, rule: 'hamza-seat', safe: stem.offer !== 'unsure' };
  for (let i = 0; i < bare.length; i += 1) {
    const [written = '', due = ''] = [bare[i], right[i]];
    if (written === due) continue;
    const fault = faultOf(written, due);
    if (fault === null) return null;
    // «أستخدم» is «I use»; «إستخدم» is nothing.
    if (fault === 'wasl' && written === 'أ' && !isNominal(stem.kind)) return null;
    // «الحادة» is no «إلحاده»; «حياتة» is «حياته».
    if (written === 'ة' && (i < end ? !stem.right.endsWith('ه') : right[i - 1] !== 'ت'))
      return null;
    if (written === 'ه' && !articles.has(prefix)) found.safe = false;
    if (fault === 'hamza' && written !== 'ا') {
      // «الأحراج» is a plural of its own, not «الإحراج».
      if (written === 'أ' && due === 'إ' && /^إ..ا.$/.test(stem.right)) return null;
      found.safe = false;
    }
    // «باس», «كاي», «فاب»: few letters, and other words of the same ones.
    const attached = bare.length !== end || (prefix !== '' && !articles.has(prefix));
    const noun = stem.kind === 'fixed' || isNominal(stem.kind);
    if (fault === 'hamza' && noun && ((short && i > at) || (stem.right.length < 4 && attached)))
      found.safe = false;
    if (gravest.indexOf(fault) < gravest.indexOf(found.rule)) found.rule = fault;
    found.changes += 1;
    seat ||= fault === 'hamza-seat';
  }
  // «بنائه» is no «بناءة».
  return seat && found.changes > 1 ? null : found;
}

/** What was looked up before; emptied when full, as a story has few different words. */
const MOST_REMEMBERED = 20_000;

/** The right words of all lists, in one index. */
export class RightWords {
  readonly #stems = new Map<string, Stem[]>();
  readonly #known = new Map<string, Correction | null>();

  /** @param lists of words that share their letters, those of the earlier list are suggested first */
  constructor(lists: readonly RightList[]) {
    for (const { words, class: wordClass, offer } of lists)
      for (const word of words.split(/\s+/))
        if (word !== '')
          stemsOf(word, wordClass, (right, kind) => this.#put({ right, kind, offer }));
  }

  #put(stem: Stem): void {
    const key = skeletonOf(stem.right);
    const there = this.#stems.get(key);
    if (there === undefined) this.#stems.set(key, [stem]);
    else if (!there.some(({ right, kind }) => right === stem.right && kind === stem.kind))
      there.push(stem);
  }

  /** Every right word with these letters, as it would be written here. */
  #readings(skeleton: string): Reading[] {
    const readings: Reading[] = [];
    for (const { prefix, bare } of prefixes) {
      const at = prefix.length;
      if (!skeleton.startsWith(prefix)) continue;
      const longest = Math.min(LONGEST_ENDING, skeleton.length - at - 1);
      for (let length = 0; length <= longest; length += 1) {
        const end = skeleton.length - length;
        const there = this.#stems.get(skeleton.slice(at, end));
        if (there === undefined) continue;
        const ending = skeleton.slice(end);
        for (const stem of there)
          for (const right of endingsFor(stem.kind, end - at + (length > 0 ? 1 : 0), bare, ending))
            readings.push({ stem, prefix: bare, at, right: prefix + stem.right + right });
      }
    }
    return readings;
  }

  /** Whether a list holds this very word as right. */
  knows(bare: string): boolean {
    return this.#readings(skeletonOf(bare)).some(({ right }) => right === bare);
  }

  /**
   * The word in ة that a right word in ه may be meant for: «مدرسه», «his teacher», for «مدرسة». Null
   * where no list has such a word.
   */
  feminineOf(bare: string): string | null {
    if (!bare.endsWith('ه')) return null;
    const right = `${bare.slice(0, -1)}ة`;
    const found = this.#readings(bare).some(
      (one) => one.right === right && one.stem.offer !== 'rare',
    );
    return found ? right : null;
  }

  /**
   * What a word should be, when it is misspelt.
   *
   * @param bare as written, without tashkeel
   */
  find(bare: string): Correction | null {
    const known = this.#known.get(bare);
    if (known !== undefined) return known;
    const found = this.#search(bare);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(bare, found);
    return found;
  }

  #search(bare: string): Correction | null {
    const readings = this.#readings(skeletonOf(bare));
    if (readings.some(({ right }) => right === bare)) return null;
    let best: Candidate[] = [];
    for (const reading of readings) {
      const candidate = compare(bare, reading);
      if (candidate === null) continue;
      const least = best[0]?.changes ?? Number.POSITIVE_INFINITY;
      if (candidate.changes < least) best = [candidate];
      else if (candidate.changes === least && best.every(({ right }) => right !== candidate.right))
        best.push(candidate);
    }
    const [first] = best;
    if (first === undefined) return null;
    const { rule, safe } = first;
    return { rule, right: best.map(({ right }) => right), safe: safe && best.length === 1 };
  }
}
