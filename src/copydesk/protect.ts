import type { Word } from './paragraph.ts';
import type { Range } from './ranges.ts';

/** Links, addresses, mentions and tags. Runs are bounded on the left, so that no text costs its square. */
const link = /\b(?:https?:\/\/|www\.)[^\s<>«»"“”]+/gi;
const bareHost =
  /(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|info|io|tv|me|news|gov|edu|co|iq|sa|eg|ae|jo|lb|sy|tn|ma|dz|qa|kw|uk|fr|de)\b(?:\/[^\s<>«»"“”]*)?/gi;
const mail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const handle = /(?<![\p{L}\p{N}_])[@#][\p{L}\p{N}\p{M}_]{2,80}/gu;
const code = /`[^`\n]{1,2000}`/g;

/** A verse or a line of the Koran: that many words in a row, nearly each letter with its tashkeel. */
const VERSE_WORDS = 3;
const marks = /[\u064b-\u0652\u0670]/g;

/** Words that only Persian or Urdu has; its letters alone may come of a Persian keyboard. */
const persianWords = new Set(
  'است این که را می های برای شده کرد کرده خود باید ہے میں کے کی کا نے اور'.split(' '),
);
const persianLetter = /[گپچژٹڈڑےں]/;

/** Ranges that no rule may touch: links, addresses, code, verses, other languages in Arabic letters. */
export function protectedRanges(text: string, words: readonly Word[]): Range[] {
  const ranges: Range[] = [];
  const take = (pattern: RegExp): void => {
    for (const match of text.matchAll(pattern))
      ranges.push({ start: match.index, end: match.index + match[0].length });
  };
  if (text.includes('://') || /www\./i.test(text)) take(link);
  if (/[a-z0-9]\.[a-z]/i.test(text)) take(bareHost);
  if (text.includes('@')) take(mail);
  if (/[@#]/.test(text)) take(handle);
  if (text.includes('`')) take(code);
  ranges.push(...verses(text, words), ...persian(words));
  return ranges;
}

function verses(text: string, words: readonly Word[]): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  const close = (to: number): void => {
    const first = words[from];
    const last = words[to - 1];
    if (first !== undefined && last !== undefined && to - from >= VERSE_WORDS)
      ranges.push({ start: first.start, end: last.end });
  };
  for (let i = 0; i <= words.length; i += 1) {
    const word = words[i];
    if (word !== undefined && fullyMarked(text, word)) continue;
    close(i);
    from = i + 1;
  }
  return ranges;
}

function fullyMarked(text: string, word: Word): boolean {
  const letters = word.bare.length;
  // Most words carry no mark at all, and are as long as their letters.
  if (!word.arabic || word.end - word.start < letters * 1.6) return false;
  const count = text.slice(word.start, word.end).match(marks)?.length ?? 0;
  return count >= Math.max(1, letters * 0.6);
}

/** Where a third of the words or more are sure to be Persian or Urdu, the paragraph is. */
function persian(words: readonly Word[]): Range[] {
  let sure = 0;
  for (const word of words)
    if (persianWords.has(word.bare) || persianLetter.test(word.bare)) sure += 1;
  const first = words[0];
  const last = words.at(-1);
  if (sure < 2 || sure * 4 < words.length || first === undefined || last === undefined) return [];
  return [{ start: first.start, end: last.end }];
}

const closers: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“' };
const anyQuote = /[«»“”„"]/g;

/** Quotations in quotations: more is no text. */
const DEEPEST = 8;

/** A pair of quotation marks: where they stand, and how deep inside others. */
export interface QuotePair {
  open: number;
  close: number;
  mark: string;
  depth: number;
}

/** The balanced quotations of a text in order of their beginning; `"` opens and closes in turn. */
export function quotePairs(text: string): QuotePair[] {
  const pairs: QuotePair[] = [];
  const open: { at: number; mark: string }[] = [];
  for (const match of text.matchAll(anyQuote)) {
    const mark = match[0];
    const from = open.findLastIndex((one) =>
      mark === '"' ? one.mark === '"' : closers[one.mark] === mark,
    );
    const opener = open[from];
    if (opener !== undefined) {
      // What was opened inside and never closed is no quotation.
      open.length = from;
      pairs.push({ open: opener.at, close: match.index, mark: opener.mark, depth: from });
    } else if (mark !== '»' && mark !== '”' && open.length < DEEPEST)
      open.push({ at: match.index, mark });
  }
  return pairs.sort((a, b) => a.open - b.open);
}

/** Whether a text leaves a quotation of «» or “” open, or closes one that it did not open. */
export function quoteBalance(text: string): { opens: boolean; closes: boolean } {
  let depth = 0;
  let closes = false;
  for (const match of text.matchAll(/[«»“”]/g)) {
    if (match[0] === '«' || match[0] === '“') depth += 1;
    else if (depth > 0) depth -= 1;
    else closes = true;
  }
  return { opens: depth > 0, closes };
}

/** The insides of the quotations; one that is never closed goes on to the end. */
export function quotedRanges(text: string, opensInQuote: boolean): Range[] {
  if (!opensInQuote && text.search(anyQuote) < 0) return [];
  const pairs = quotePairs(text);
  const ranges = pairs.map(({ open, close }) => ({ start: open + 1, end: close }));
  const paired = new Set(pairs.flatMap(({ open, close }) => [open, close]));
  for (const match of text.matchAll(/[«“»”]/g)) {
    if (paired.has(match.index)) continue;
    if (match[0] === '«' || match[0] === '“') {
      ranges.push({ start: match.index + 1, end: text.length });
      break;
    }
    if (opensInQuote) ranges.push({ start: 0, end: match.index });
  }
  if (opensInQuote && !quoteBalance(text).closes) ranges.push({ start: 0, end: text.length });
  return ranges.filter(({ start, end }) => end > start);
}
