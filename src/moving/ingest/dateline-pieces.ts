import { soundsLikeOutlet } from './words/outlets.ts';

/** A dateline taken to pieces from the left, before it is known whether it is one. */

/** How far into a paragraph a dateline is looked for, in UTF-16 units. */
export const LONGEST_DATELINE = 160;

// White space with the bold signs and direction marks that may stand in it.
export const gap = String.raw`(?:[\s\u200e\u200f]|\*\*?|__)*`;
const word = String.raw`(?!ـ)\p{L}[\p{L}\p{M}'’]*`;
export const name = String.raw`${word}(?:[ \u00a0]+${word}){0,3}`;
export const dash = String.raw`(?:[-–—−]{1,3}|(?<=\s)ـ+(?=\s))`;
const weekday = '(?:(?:ال)?(?:أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)[ ،,]+)?';

const placePattern = new RegExp(`${gap}(${name}(?:\\s*[،,]\\s*${name}){0,2})${gap}`, 'uy');
const month =
  '(?:يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول|(?:كانون|تشرين) (?:ال[أا]ول|الثاني))';
const datePattern = new RegExp(
  `[،,]?\\s*((?:في\\s+)?${weekday}\\d{1,2}(?:\\s*[-/]\\s*\\d{1,2}(?:\\s*[-/]\\s*\\d{4})?|(?:[ /]+${word}){1,3})?(?:\\s*\\(\\s*${month}\\s*\\))?(?:\\s+\\d{4})?)${gap}`,
  'uy',
);
const dashPattern = new RegExp(`${gap}${dash}${gap}`, 'uy');
const colonPattern = new RegExp(`${gap}[:：]${gap}`, 'uy');
const slashPattern = new RegExp(`${gap}/{1,2}${gap}`, 'uy');
const bracketed = new RegExp(`[([]\\s*([^()[\\]]{2,45}?)\\s*[)\\]]${gap}`, 'uy');
const quoted = new RegExp(`[«“"]\\s*([^«»“”"]{2,45}?)\\s*[»”"]${gap}`, 'uy');
const bareName = new RegExp(
  `((?!ـ)[\\p{L}\\d][\\p{L}\\p{M}\\d.'’]*(?:[ ،,\\u00a0]+(?!ـ)[\\p{L}\\d][\\p{L}\\p{M}\\d.'’]*){0,4})${gap}`,
  'uy',
);

/** Reads a text from the left, one piece at a time. */
class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes what the pattern matches here: its first group, or all of it; null, and no step, if nothing. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.at = pattern.lastIndex;
    return match[1] ?? match[0];
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }
}

/** The pieces of a dateline as they stood, before it is known whether it is one. */
export interface Pieces {
  place: string | null;
  date: string | null;
  names: string[];
  /** What parted the place from the first name. */
  by: 'bracket' | 'dash' | 'slash' | 'colon' | null;
  marked: boolean;
  /** What stood behind the last of them. */
  closedBy: 'dash' | 'slash' | 'colon' | null;
  end: number;
}

function closer(cursor: Cursor): Pieces['closedBy'] {
  let closed: Pieces['closedBy'] = null;
  if (cursor.take(slashPattern) !== null) closed = 'slash';
  if (cursor.take(dashPattern) !== null) closed = 'dash';
  else if (cursor.take(colonPattern) !== null) closed = 'colon';
  return closed;
}

/** «بغداد – رويترز – أ ف ب»: a second outlet behind the first. */
function takeSecondOutlet(cursor: Cursor, pieces: Pieces): void {
  const before = cursor.at;
  const second = (cursor.take(bracketed) ?? cursor.take(quoted) ?? cursor.take(bareName))?.trim();
  const closed = second === undefined ? null : closer(cursor);
  if (second !== undefined && soundsLikeOutlet(second) && (closed !== null || cursor.done)) {
    pieces.names = [`${pieces.names[0] ?? ''} – ${second}`];
    pieces.closedBy = closed;
  } else cursor.at = before;
}

export function readPieces(text: string): Pieces | null {
  const cursor = new Cursor(text);
  const pieces: Pieces = {
    place: null,
    date: null,
    names: [],
    by: null,
    marked: false,
    closedBy: null,
    end: 0,
  };
  const finish = (): Pieces => ({ ...pieces, end: cursor.at });
  const named = (by: NonNullable<Pieces['by']>, nameText: string, marked: boolean): Pieces => {
    pieces.by = by;
    pieces.marked = marked;
    pieces.names.push(nameText);
    pieces.closedBy = closer(cursor);
    return finish();
  };

  const alone = cursor.take(bracketed);
  if (alone !== null) return named('bracket', alone, true);

  pieces.place = cursor.take(placePattern);
  if (pieces.place === null) return null;
  pieces.date = cursor.take(datePattern);

  const inBrackets = cursor.take(bracketed);
  if (inBrackets !== null) return named('bracket', inBrackets, true);

  if (cursor.take(colonPattern) !== null) {
    const inQuotes = cursor.take(quoted);
    if (inQuotes !== null) return named('colon', inQuotes, true);
    const bare = cursor.take(bareName);
    return bare !== null && cursor.done ? named('colon', bare.trim(), false) : null;
  }

  if (cursor.take(slashPattern) !== null) {
    pieces.by = 'slash';
    for (let part = 0; part < 2; part += 1) {
      const before = cursor.at;
      const next = cursor.take(bracketed) ?? cursor.take(quoted) ?? cursor.take(bareName);
      if (next === null) break;
      const closed = closer(cursor);
      // Words that nothing closes are the sentence itself, unless the line ends with them.
      if (closed === null && !cursor.done) {
        cursor.at = before;
        break;
      }
      pieces.names.push(next.trim());
      pieces.closedBy = closed;
      if (closed !== 'slash') break;
    }
    return finish();
  }

  if (cursor.take(dashPattern) !== null) {
    pieces.by = 'dash';
    if (pieces.date === null) pieces.date = cursor.take(datePattern);
    const marked = cursor.take(bracketed) ?? cursor.take(quoted);
    if (marked !== null) {
      named('dash', marked, true);
      if (pieces.closedBy === 'dash') takeSecondOutlet(cursor, pieces);
      return finish();
    }
    const before = cursor.at;
    const bare = cursor.take(bareName);
    const closed = bare === null ? null : closer(cursor);
    if (bare !== null && (closed !== null || cursor.done)) {
      pieces.names.push(bare.trim());
      pieces.closedBy = closed;
      if (closed === 'dash') takeSecondOutlet(cursor, pieces);
    } else cursor.at = before;
    return finish();
  }
  return cursor.done ? finish() : null;
}
