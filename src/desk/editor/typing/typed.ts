/** What a keystroke becomes in Arabic text. */
export interface Typed {
  /** How many units before the caret go. */
  remove: number;
  insert: string;
}

const arabic = /[\u0620-\u064a\u0671-\u06d3]/u;
const letter = /\p{L}/u;
const opens = /(?:^|[\s([{«“–—-])$/u;
const marks: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/** Adverbs that are written with tanwin and mean nothing without it. */
const withTanwin = new Set(
  `ايضا أيضا جدا مثلا حاليا تقريبا يوميا سنويا شهريا أسبوعيا خصوصا عموما نظرا وفقا شكرا فورا اخيرا أخيرا
   قريبا غالبا احيانا أحيانا نسبيا رسميا فعليا دوليا محليا سابقا لاحقا دائما مجددا تحديدا مؤخرا تباعا
   صباحا نقلا استنادا بناء`.split(/\s+/u),
);
/** بناءً: what ends in a hamza after alef takes the tanwin on the hamza. */
const fathatan = '\u064b';

/** The last letter decides whose punctuation it is: a figure or a space has none of its own. */
function lastLetter(text: string): string | null {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const unit = text.charAt(index);
    if (letter.test(unit)) return unit;
  }
  return null;
}

const isArabicAt = (before: string): boolean => {
  const last = lastLetter(before);
  return last !== null && arabic.test(last);
};

function quote(before: string): Typed | null {
  const hasArabic = arabic.test(before);
  if (!hasArabic && letter.test(before)) return null;
  const depth = (open: string, close: string): number => {
    let count = 0;
    for (const unit of before) {
      if (unit === open) count += 1;
      else if (unit === close && count > 0) count -= 1;
    }
    return count;
  };
  const outer = depth('«', '»');
  const inner = depth('“', '”');
  if (opens.test(before)) return { remove: 0, insert: outer > 0 ? '“' : '«' };
  return { remove: 0, insert: inner > 0 ? '”' : '»' };
}

/**
 * Puts a keystroke right as a typist of Arabic means it: «» for straight quotes, ، ؛ ؟ after Arabic
 * words, tanwin where the word cannot do without it and in its place beside the alef.
 *
 * @param before the text of the paragraph before the caret.
 * @param typed one character, as the keyboard gave it.
 * @returns null when it stays as typed.
 */
export function correctTyped(before: string, typed: string): Typed | null {
  if (typed === '"') return quote(before);
  const last = before.at(-1) ?? '';
  const mark = marks[typed];
  if (mark !== undefined) {
    // 1,000 and 2;3 are figures until a word follows.
    if (typed !== '?' && /\p{N}/u.test(last)) return null;
    return isArabicAt(before) ? { remove: 0, insert: mark } : null;
  }
  if (typed === 'ا' && last === fathatan) return { remove: 1, insert: `ا${fathatan}` };
  if (typed === fathatan && before.endsWith('ءا')) return { remove: 1, insert: fathatan };
  if (arabic.test(typed)) {
    // «Google, و…», «2023, و…»: the comma turns out to stand between Arabic words.
    const late = /([,;?])( )$/u.exec(before);
    const turned = late === null ? undefined : marks[late[1] ?? ''];
    if (turned !== undefined && arabic.test(before))
      return { remove: 2, insert: `${turned} ${typed}` };
    return null;
  }
  if (typed === '.' && before.endsWith('..') && isArabicAt(before))
    return { remove: 2, insert: '…' };
  if (/[\s.،؛؟!:»)]/u.test(typed)) {
    const word = /(?:^|[^\p{L}\p{M}])([\p{L}]+)$/u.exec(before)?.[1];
    const bare = word?.replace(/^[وف](?=.{3})/u, '');
    if (word !== undefined && bare !== undefined && (withTanwin.has(word) || withTanwin.has(bare)))
      return { remove: 0, insert: fathatan + typed };
    return null;
  }
  if (typed === '-' && last === '-' && isArabicAt(before)) return { remove: 1, insert: '–' };
  return null;
}

/** Tashkeel by the keys of the Arabic keyboard, with Alt in place of Shift, whatever the layout. */
export const tashkeelKeys: Readonly<Record<string, string>> = {
  KeyQ: '\u064e',
  KeyW: '\u064b',
  KeyE: '\u064f',
  KeyR: '\u064c',
  KeyA: '\u0650',
  KeyS: '\u064d',
  KeyX: '\u0652',
  Backquote: '\u0651',
};
