/**
 * The stems of a right word, and what may be attached to them. The lists in lexicons/ name words only;
 * what they become before a pronoun, in the plural and after the article is worked out here, so that
 * «إدارة» also stands for «وبإداراتهم».
 */

/**
 * What a list holds. `noun`: its shape says how it goes on (ـة, ـي, others) · `stem`: a noun with
 * pronouns, whatever its shape · `adjective`: ة and plurals, no pronouns · `verb`: in the past ·
 * `present`: ي ت ن before it · `fixed`: only و and ف before it · `name`: also ال and prepositions.
 */
export type WordClass = 'noun' | 'stem' | 'adjective' | 'verb' | 'present' | 'fixed' | 'name';

/** How a stem goes on; a class of words has one or several. */
export type StemKind = keyof typeof ends;

const pronouns = ['ه', 'ها', 'هم', 'هما', 'هن', 'ك', 'كم', 'نا', 'ي'];
const objects = ['ه', 'ها', 'هم', 'هما', 'هن', 'ك', 'كم', 'نا', 'ني'];
const after = (start: string, list: readonly string[]) => list.map((one) => start + one);

const dual = ['ان', 'ين'];
const masculine = ['', 'ا', ...dual, 'ون'];
const plural = ['', ...pronouns.filter((one) => one !== 'ي')];
const feminine = ['ة', ...after('ت', [...dual, 'ا', ...pronouns]), ...after('ات', plural)];
const adjective = [...masculine, ...feminine];
const past = [
  ...['', 'ت', 'وا', 'ا', 'تا', 'نا', 'ن', 'تم', ...objects],
  ...after('ت', objects),
  ...after('و', objects),
  ...after('نا', ['ه', 'ها', 'هم', 'ك', 'كم']),
];
const seats = after('ئ', [...pronouns, 'ي']).concat(after('ؤ', pronouns));

const ends = {
  noun: [...masculine, ...pronouns],
  /** Broken plurals. */
  plural: ['ا', ...plural],
  feminine,
  adjective,
  /** Verbal nouns: «إعلانات», «اجتماعية». */
  masdar: [...masculine, ...pronouns, ...after('ات', plural), ...after('ي', adjective)],
  /** Without their ء: «أبنائه», «أبناؤه». */
  inHamza: ['ء', ...after('ء', [...pronouns, ...dual]), ...seats],
  masdarInHamza: ['ء', ...after('ء', [...pronouns, ...dual, ...after('ات', plural)]), ...seats],
  /** Without their ى: «مستواه». */
  inAlef: ['ى', ...after('ا', pronouns)],
  verb: past,
  /** Without their ى: «أعطى», «أعطت», «أعطاه», «أعطينا», «أُعطي». */
  weakVerb: [
    ...['ى', 'ت', 'تا', 'وا', ...after('ت', objects), ...after('و', objects)],
    ...after('ا', objects),
    ...after('ي', past),
  ],
  /** Without their ء: «أساؤوا». */
  verbInHamza: [...after('ء', past), 'ؤوا', ...after('ؤو', objects)],
  present: [
    ...['', 'ون', ...dual, 'وا', 'ا', 'ن', ...objects],
    ...after('ون', objects),
    ...after('و', objects),
  ],
  fixed: [''],
  name: [''],
};

const folded: Readonly<Record<string, string>> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'ء', ئ: 'ء' },
};
const foldable = /[أإآٱىةؤئ]/;

/** The letters of a word without what misspellings turn on. */
export function skeletonOf(bare: string): string {
  if (!foldable.test(bare)) return bare;
  let skeleton = '';
  for (const letter of bare) skeleton += folded[letter] ?? letter;
  return skeleton;
}

function bySkeleton(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const one of new Set(list))
    map.set(skeletonOf(one), [...(map.get(skeletonOf(one)) ?? []), one]);
  return map;
}

const endings = new Map(Object.entries(ends).map(([kind, list]) => [kind, bySkeleton(list)]));
export const LONGEST_ENDING = Math.max(
  ...Object.values(ends).flatMap((list) => list.map((one) => one.length)),
);

export const articles: ReadonlySet<string> = new Set(['ال', 'بال', 'كال', 'لل']);
/** What stands before a word, with and without the و or ف before that; `bare` is without, but for ف alone. */
export const prefixes = ['', ...articles, 'ب', 'ل', 'ك', 'س'].flatMap((bare) =>
  ['', 'و', 'ف'].map((and) => ({
    prefix: and + bare,
    bare: and === 'ف' && bare === '' ? 'ف' : bare,
  })),
);
const possessive = new Set(pronouns);
const verbal: ReadonlySet<StemKind> = new Set([
  'verb',
  'weakVerb',
  'verbInHamza',
  'present',
  'fixed',
]);
/** «فادي» and «باندي» are names: so much must follow one letter that may be a preposition. */
const LEAST_AFTER: Readonly<Record<string, number>> = { ف: 4, ك: 5, ب: 3, ل: 3 };
const LEAST_OF_NAME = 5;
const none: readonly string[] = [];

/** Whether a noun is meant, to which prepositions and the article belong. */
export function isNominal(kind: StemKind): boolean {
  return !verbal.has(kind) && kind !== 'name';
}

/**
 * What a stem may end in, between these: after the article no pronoun, before a verb no preposition.
 *
 * @param length of the word, for short words after one letter
 * @param ending its skeleton
 */
export function endingsFor(
  kind: StemKind,
  length: number,
  prefix: string,
  ending: string,
): readonly string[] {
  const right = endings.get(kind)?.get(ending) ?? none;
  if (right.length === 0 || prefix === '') return right;
  if (prefix === 'ف') return kind === 'fixed' || length >= (LEAST_AFTER.ف ?? 0) ? right : none;
  if (kind === 'present') return prefix === 'س' || prefix === 'ل' ? right : none;
  if (verbal.has(kind) || prefix === 'س') return none;
  if (articles.has(prefix)) return right.filter((one) => !possessive.has(one));
  return length >= (kind === 'name' ? LEAST_OF_NAME : (LEAST_AFTER[prefix] ?? 0)) ? right : none;
}

/** «أعمال», «أصدقاء»: what has no dual, no plural and no adjective of its own. */
const brokenPlural = /^[أآ].?.ا.{1,2}$/;

type Take = (stem: string, kind: StemKind) => void;

function nominal(word: string, take: Take): void {
  const short = word.slice(0, -1);
  if (word.endsWith('ة')) take(short, 'feminine');
  else if (word.endsWith('ى')) take(short, 'inAlef');
  else if (word.endsWith('اء')) take(short, /^[إا]/.test(word) ? 'masdarInHamza' : 'inHamza');
  else if (word.endsWith('ي') && word.length > 2) take(word, 'adjective');
  else if (brokenPlural.test(word) || word.endsWith('ات')) take(word, 'plural');
  else take(word, /^(?:[إا]....|تأ...)/.test(word) ? 'masdar' : 'noun');
}

function verb(word: string, take: Take): void {
  if (word.endsWith('ى')) take(word.slice(0, -1), 'weakVerb');
  else if (word.endsWith('اء')) take(word.slice(0, -1), 'verbInHamza');
  else take(word, 'verb');
}

/** Names all stems of a right word. */
export function stemsOf(word: string, wordClass: WordClass, take: Take): void {
  if (wordClass === 'noun') nominal(word, take);
  else if (wordClass === 'verb') verb(word, take);
  else if (wordClass === 'stem') take(word, 'noun');
  else if (wordClass === 'present')
    for (const person of ['ي', 'ت', 'ن']) take(person + word.slice(1), 'present');
  else take(word, wordClass);
}

/** «أعلن» → «إعلان», «اجتمع» → «اجتماع». */
function regularMasdar(past: string): string {
  const first = past.startsWith('أ') ? 'إ' : (past[0] ?? '');
  return `${first}${past.slice(1, -1)}ا${past.slice(-1)}`;
}

/**
 * The verbs and the verbal nouns of a list in which `أعلن` stands for «إعلان» too, `أعاد/إعادة` names
 * an irregular one, and `أسفر/-` has none.
 */
export function verbsAndMasdars(list: string): { verbs: string; masdars: string } {
  const verbs: string[] = [];
  const masdars: string[] = [];
  for (const entry of list.split(/\s+/)) {
    const [past = '', masdar] = entry.split('/');
    if (past === '') continue;
    verbs.push(past);
    if (masdar === undefined) masdars.push(regularMasdar(past));
    else if (masdar !== '-') masdars.push(masdar);
  }
  return { verbs: verbs.join(' '), masdars: masdars.join(' ') };
}
