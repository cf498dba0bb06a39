/**
 * Normalising Arabic for search and comparison: one pass over the text with a table that holds, for
 * every UTF-16 unit, the unit that stands for it. Sources of the steps: README.md of this room.
 */

const DROP = 0;
/** Stands in the table for «more than one letter»; U+FFFF is no character, so nothing is lost. */
const SEVERAL = 0xffff;

const foldings: readonly (readonly [to: string, from: string])[] = [
  ['ا', 'أإآٱٲٳٵ'],
  ['ي', 'ىیئۍێېؠٸ'],
  ['ه', 'ةۀہۂۃھەۿ'],
  ['و', 'ؤٶ'],
  ['ك', 'کڪگڬڭݣ'],
  ['ب', 'پ'],
  ['ج', 'چ'],
  ['ف', 'ڤڥ'],
  ['ق', 'ڨ'],
  ['ز', 'ژ'],
  [' ', '\u00a0\u2007\u202f'],
];

/** First and last unit of what a reader does not see or does not type. */
const dropped: readonly (readonly [first: number, last: number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x0610, 0x061a], // honorific signs
  [0x061c, 0x061c], // Arabic letter mark
  [0x0640, 0x0640], // tatweel
  [0x064b, 0x065f], // tashkeel, combining hamzas and maddah
  [0x0670, 0x0670], // dagger alef
  [0x06d6, 0x06dc], // Koranic signs
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08d3, 0x08e1],
  [0x08e3, 0x08ff],
  [0x200b, 0x200f], // zero-width space and joiners, direction marks
  [0x202a, 0x202e], // embeddings and overrides
  [0x2060, 0x2060], // word joiner
  [0x2066, 0x2069], // isolates
  [0xfeff, 0xfeff], // byte order mark
];

interface Table {
  units: Uint16Array;
  several: Map<number, string>;
}

function buildTable(): Table {
  const units = new Uint16Array(0x10000);
  const several = new Map<number, string>();
  for (let unit = 1; unit < 0x10000; unit += 1) {
    const lower = String.fromCharCode(unit).toLowerCase();
    // Only İ grows when lower-cased (i and a dot above); its i is what people type.
    units[unit] = lower.charCodeAt(0);
  }
  for (const [to, from] of foldings)
    for (const letter of from) units[letter.charCodeAt(0)] = to.charCodeAt(0);
  for (let digit = 0; digit < 10; digit += 1) {
    units[0x660 + digit] = 0x30 + digit;
    units[0x6f0 + digit] = 0x30 + digit;
  }
  for (const [first, last] of dropped) units.fill(DROP, first, last + 1);

  for (let unit = 0xfb50; unit <= 0xfefc; unit += 1) {
    if (unit > 0xfdff && unit < 0xfe70) continue;
    // Spacing forms of tashkeel decompose to a space and a mark; the space is not the writer's.
    const letters = [
      ...String.fromCharCode(unit)
        .normalize('NFKC')
        .replace(/^ (?=\p{M})/u, ''),
    ]
      .map((letter) => units[letter.charCodeAt(0)] ?? DROP)
      .filter((folded) => folded !== DROP);
    if (letters.length > 1) several.set(unit, String.fromCharCode(...letters));
    units[unit] = letters.length > 1 ? SEVERAL : (letters[0] ?? DROP);
  }
  return { units, several };
}

let table: Table | undefined;

/** Kept between calls, as nearly every text is shorter; longer ones bring their own. */
const shared = new Uint16Array(32_768);

/** Longest expansion of one unit: U+FDFA, a phrase of eighteen letters and spaces. */
const MOST = 18;

interface Folded {
  units: Uint16Array;
  size: number;
}

function fold(text: string, offsets: number[] | undefined): Folded {
  table ??= buildTable();
  const { units, several } = table;
  const length = text.length;
  let out = shared.length < length + MOST ? new Uint16Array(length + MOST) : shared;
  let size = 0;
  for (let i = 0; i < length; i += 1) {
    const unit = text.charCodeAt(i);
    const folded = units[unit] ?? DROP;
    if (folded === DROP) continue;
    if (folded !== SEVERAL) {
      if (offsets) offsets.push(i);
      out[size++] = folded;
      continue;
    }
    const letters = several.get(unit) ?? '\uffff';
    const needed = size + letters.length + (length - i);
    if (out.length < needed) {
      const wider = new Uint16Array(needed * 2);
      wider.set(out);
      out = wider;
    }
    for (let k = 0; k < letters.length; k += 1) {
      if (offsets) offsets.push(i);
      out[size++] = letters.charCodeAt(k);
    }
  }
  return { units: out, size };
}

/** Engines limit how many arguments a call may have. */
const CHUNK = 4096;

function read({ units, size }: Folded): string {
  let text = '';
  for (let from = 0; from < size; from += CHUNK)
    text += Reflect.apply(
      String.fromCharCode,
      null,
      units.subarray(from, Math.min(size, from + CHUNK)),
    );
  return text;
}

/**
 * The form in which words are compared: no tashkeel, tatweel or hidden marks, one form of alef, of
 * yeh and of heh, hamza off its seat, Persian letters as their Arabic neighbours, presentation forms
 * as letters, digits 0–9, everything lower case. For machines, never for readers.
 *
 * Takes any string, lone surrogates included; normalising twice changes nothing.
 */
export function normalise(text: string): string {
  return read(fold(text, undefined));
}

/**
 * {@link normalise}, with the way back to the original.
 *
 * @returns `offsets[i]` is the UTF-16 index in `text` of unit `i` of the normalised text; one more
 *   entry at the end is the length of `text`. Offsets never decrease.
 */
export function normaliseWithOffsets(text: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  const normalised = read(fold(text, offsets));
  offsets.push(text.length);
  return { text: normalised, offsets };
}
