import { toLatinDigits } from './digits.ts';

const MOST_WORDS = 8;
const MOST_UNITS = 90;

/** Lone surrogates, direction marks and other format characters, tatweel, tashkeel, Koranic signs. */
const unwanted =
  /[\p{Cs}\p{Cf}\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/gu;
const presentationForms = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The beginning of `text` that fits, whole characters only. */
function fitting(text: string, units: number): string {
  let fits = '';
  for (const character of text) {
    if (fits.length + character.length > units) break;
    fits += character;
  }
  return fits;
}

/**
 * The readable part of an address: words joined with «-», as they are written but without tashkeel,
 * in Latin digits and lower case, Unicode NFC. At most 8 words and 90 UTF-16 units, never empty.
 *
 * @param fallback stands where the text has no word.
 */
export function slugify(text: string, fallback = 'مادة'): string {
  // NFC comes first, so that an alef and its combining hamza are one letter before marks go.
  const plain = toLatinDigits(
    text
      .normalize('NFC')
      .replace(presentationForms, (forms) => forms.normalize('NFKC'))
      .replace(unwanted, '')
      .toLowerCase()
      .normalize('NFC'),
  );
  let slug = '';
  let words = 0;
  for (const [next] of plain.matchAll(word)) {
    const longer = slug === '' ? fitting(next, MOST_UNITS) : `${slug}-${next}`;
    if (longer.length > MOST_UNITS) break;
    slug = longer;
    words += 1;
    if (words === MOST_WORDS) break;
  }
  return slug || fallback || 'مادة';
}
