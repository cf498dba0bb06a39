import { readings } from './look-alikes.ts';
import { type Piece, type Spelling, spellingOf } from './pieces.ts';

/** A letter of the phrases; words of a phrase are parted by a space. */
export interface Node {
  next: Map<string, Node>;
  /** Phrases that end here. */
  phrases: string[];
}

export interface Match {
  phrases: readonly string[];
  /** Pieces, by their place in the text. */
  first: number;
  last: number;
  prefix: 'none' | 'letter' | 'article';
  /** Letters of the phrase. */
  letters: number;
  /** Whether something parts letters of one word. */
  split: boolean;
}

/** What is attached to the word after it, and to that one's «ال». */
export const letterPrefixes = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'];

/** People draw a word out with three letters or more: «كللللب». Two are spelling: «سبب». */
const drawnOut = 3;
/** Bounds what a text that is made to be slow can cost. */
const mostSteps = 400_000;

/** A place in the pieces: before a run of equal letters, `taken` of which are read already. */
interface Place {
  piece: number;
  run: number;
  taken: number;
}

type Way = Pick<Match, 'first' | 'prefix' | 'letters' | 'split'>;

/** Follows phrases through one text, in every way that its letters can be read. */
export class Walk {
  readonly #pieces: readonly Piece[];
  readonly #spellings = new Map<number, Spelling>();
  readonly #root: Node;
  readonly #prefixes: Node;
  readonly #onMatch: (match: Match) => void;
  #steps = mostSteps;
  #hasEnded = false;

  constructor(
    pieces: readonly Piece[],
    tries: { root: Node; prefixes: Node },
    onMatch: (match: Match) => void,
  ) {
    this.#pieces = pieces;
    this.#root = tries.root;
    this.#prefixes = tries.prefixes;
    this.#onMatch = onMatch;
  }

  /**
   * Looks for phrases that begin with this piece.
   * @returns whether any way led to its end: if none did, none ever will, in whatever text
   */
  from(first: number): boolean {
    this.#hasEnded = this.#steps < 0;
    const place = { piece: first, run: 0, taken: 0 };
    const way: Way = { first, prefix: 'none', letters: 0, split: false };
    this.#read(this.#root, place, way);
    this.#readPrefix(this.#prefixes, place, way);
    return this.#hasEnded;
  }

  /** Reads «و», «ال» and the like, and the phrase after them. */
  #readPrefix(node: Node, place: Place, way: Way): void {
    this.#step(node, place, way, (next, after, { split }) => {
      for (const prefix of next.phrases) {
        const kind = letterPrefixes.includes(prefix) ? 'letter' : 'article';
        this.#read(this.#root, after, { ...way, split, prefix: kind });
      }
      this.#readPrefix(next, after, { ...way, split });
    });
  }

  #read(node: Node, place: Place, way: Way): void {
    const space = node.next.get(' ');
    if (this.#isEnd(place)) {
      if (node.phrases.length > 0)
        this.#onMatch({ ...way, phrases: node.phrases, last: place.piece });
      if (space !== undefined && this.#pieces[place.piece]?.gap !== 'wide')
        this.#readNextWord(space, place.piece + 1, way);
    } else if (space !== undefined && way.letters > 1) {
      // The words of a phrase written as one.
      this.#read(space, place, way);
    }
    this.#step(node, place, way, (next, after, more) => this.#read(next, after, more));
  }

  /** The next word of a phrase may have an «ال» of its own. */
  #readNextWord(node: Node, piece: number, way: Way): void {
    if (piece >= this.#pieces.length) return;
    this.#read(node, { piece, run: 0, taken: 0 }, way);
    const [alef, lam] = this.#spelling(piece).runs;
    if (alef?.letter !== 'ا' || alef.length > 1 || lam?.letter !== 'ل') return;
    const after = lam.length > 1 ? { piece, run: 1, taken: 1 } : { piece, run: 2, taken: 0 };
    this.#read(node, after, way);
  }

  /** Reads one more letter, in every way that it can be read. */
  #step(
    node: Node,
    from: Place,
    way: Way,
    then: (next: Node, after: Place, way: Way) => void,
  ): void {
    this.#steps -= 1;
    if (this.#steps < 0) {
      this.#hasEnded = true;
      return;
    }
    let place = from;
    let { split } = way;
    if (this.#isEnd(from)) {
      if (!this.#goesOn(from.piece)) return;
      place = { piece: from.piece + 1, run: 0, taken: 0 };
      split = true;
    }
    const spelling = this.#spelling(place.piece);
    const run = spelling.runs[place.run];
    if (run === undefined) return;
    const isAlone = this.#pieces[place.piece]?.letters === 1;
    for (const reading of readings(run.letter, spelling, isAlone)) {
      const next = node.next.get(reading);
      if (next === undefined && reading !== '') continue;
      for (const after of afterOne(place, run.length, reading === '')) {
        // A vowel that Arabic does not write.
        if (next === undefined) this.#step(node, after, { ...way, split }, then);
        else then(next, after, { ...way, letters: way.letters + 1, split });
      }
    }
  }

  /** Whether the same word may go on in the next piece. */
  #goesOn(index: number): boolean {
    const piece = this.#pieces[index];
    const next = this.#pieces[index + 1];
    if (piece === undefined || next === undefined || piece.gap === 'wide') return false;
    if (piece.gap === 'tight') return true;
    const [short, long] = [piece.letters, next.letters].sort((a, b) => a - b);
    return short === 1 && (long ?? 0) <= 2;
  }

  #isEnd(place: Place): boolean {
    const isEnd = place.run >= this.#spelling(place.piece).runs.length;
    if (isEnd) this.#hasEnded = true;
    return isEnd;
  }

  #spelling(index: number): Spelling {
    let spelling = this.#spellings.get(index);
    if (spelling === undefined) {
      spelling = spellingOf(this.#pieces[index]?.term ?? '');
      this.#spellings.set(index, spelling);
    }
    return spelling;
  }
}

/** Places after one letter of a run was read: a drawn-out run may be read as one letter, or two. */
function afterOne(place: Place, length: number, whole: boolean): Place[] {
  const past = { piece: place.piece, run: place.run + 1, taken: 0 };
  if (whole) return [past];
  const taken = place.taken + 1;
  if (length >= drawnOut) return taken === 1 ? [past, { ...place, taken }] : [past];
  return taken < length ? [{ ...place, taken }] : [past];
}
