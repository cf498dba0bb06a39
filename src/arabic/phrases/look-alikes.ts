/**
 * What people type instead of a letter so that a word is read by others but not found by programs.
 * Everything here maps to letters in the form of `normalise`.
 */

/** Digits, signs and Latin letters that stand for an Arabic letter by shape or by Arabizi's habit. */
const forArabic: Readonly<Record<string, string>> = {
  '0': 'هو',
  '1': 'ا',
  '2': 'ءاقي',
  '3': 'ع',
  '4': 'ذش',
  '5': 'خه',
  '6': 'ط',
  '7': 'حخ',
  '8': 'غق',
  '9': 'قص',
  '@': 'ا',
  '!': 'ا',
  '|': 'ا',
  $: 'س',
  a: 'ا',
  b: 'ب',
  c: 'كس',
  d: 'دض',
  e: 'يا',
  f: 'ف',
  g: 'جقغ',
  h: 'هح',
  i: 'يا',
  j: 'ج',
  k: 'ك',
  l: 'لا',
  m: 'م',
  n: 'ن',
  o: 'وه',
  p: 'ب',
  q: 'ق',
  r: 'ر',
  s: 'سص',
  t: 'تط',
  u: 'و',
  v: 'ف',
  w: 'و',
  x: 'خ',
  y: 'ي',
  z: 'زظ',
  // Letters without their dots, and seats that normalising leaves alone.
  ٮ: 'بتثني',
  ں: 'نب',
  ٯ: 'قف',
  ڡ: 'فق',
};

/** Digits and signs that stand for a Latin letter. */
const forLatin: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'gb', '7': 't' },
  ...{ '8': 'b', '9': 'g', '@': 'a', $: 's', '!': 'i', '|': 'il' },
};

/** Letters of other scripts that look like a Latin one, already in lower case. */
const latinTwins: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', ѓ: 'r', һ: 'h', і: 'i', ї: 'i', ј: 'j' },
  ...{ к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', х: 'x' },
  ...{ ѵ: 'v', ԝ: 'w', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p' },
  ...{ τ: 't', υ: 'u', χ: 'x', ı: 'i', ł: 'l', ø: 'o', ß: 'b', æ: 'a', đ: 'd', ɑ: 'a', ɡ: 'g' },
};

/** Signs that may be a letter where letters stand on both sides. */
export const signs = '@$!|';

export const isArabic = (letter: string): boolean => /\p{Script=Arabic}/u.test(letter);
export const isLatin = (letter: string): boolean => letter >= 'a' && letter <= 'z';
export const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

/** Short vowels, which Arabizi writes and Arabic does not. */
const arabiziVowels = 'aeiou';

export const latinTwin = (letter: string): string => latinTwins[letter] ?? letter;

/** What a piece of writing is made of decides what its characters can stand for. */
export interface Script {
  arabic: boolean;
  latin: boolean;
  /** Latin letters with Arabizi's digits and nothing Arabic: «7mar». */
  arabizi: boolean;
}

/** Everything that a character can stand for in such a piece; an empty string: nothing at all. */
export function readings(character: string, script: Script, isAlone: boolean): string[] {
  const all = [character];
  if (script.arabic || script.arabizi || isAlone) all.push(...(forArabic[character] ?? ''));
  if (script.latin || isAlone) all.push(...(forLatin[character] ?? ''));
  if (script.arabizi && arabiziVowels.includes(character)) all.push('');
  return all;
}
