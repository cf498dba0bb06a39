/**
 * The format of the lists of misspellings, and how a written word is looked up in them. Where the fault
 * lies in a letter that is taken for another, right-words.ts needs no such list. What is attached to a word (و ف ب ل ك ال, pronouns, plurals)
 * is taken off when a word is looked up and put back in what is suggested, so that no list has to
 * hold «وبالإرهابيين». Sources and limits: lexicons/README.md.
 */

/**
 * What may be attached. `noun`: article, prepositions, plurals, ـي, pronouns. `stem`: what goes before
 * a noun, nothing after it. `verb`: و ف and endings of person. `fixed`: only و or ف before it.
 */
export type WordForms = 'noun' | 'stem' | 'verb' | 'fixed';

/** A list «wrong=right» of one kind; `right` may hold spaces when `forms` is `fixed`. */
export interface WrongForms {
  forms: WordForms;
  pairs: string;
}

export interface Lexicon {
  /** Which fault it is about: the rule with this id reports what is found. */
  rule: string;
  wrong: readonly WrongForms[];
  /** Whole written words that look wrong and are other, right words; never reported by this lexicon. */
  exceptions?: string;
}

/** A word that a lexicon knows to be wrong. */
export interface Misspelling {
  rule: string;
  /** What may have been meant; more than one where the letters allow several words. */
  right: readonly string[];
}

interface Stem {
  rule: string;
  forms: WordForms;
  right: string;
}

const nounPrefixes = ['ال', 'وال', 'فال', 'بال', 'وبال', 'كال', 'وكال', 'لل', 'ولل', 'فلل', 'فبال'];
/** Prepositions without the article. With a short stem they make other words: «وافق» is no «وأفق». */
const lightPrefixes = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];
const SHORTEST_AFTER_LIGHT = 4;
const verbPrefixes = ['و', 'ف'];

const pronouns = ['ه', 'ها', 'هم', 'هن', 'هما', 'نا', 'كم', 'ك', 'ي'];
const nounSuffixes = [
  ...['', 'ا', 'ي', 'ية', 'يا', 'ين', 'ون', 'ان', 'ات', 'يين', 'يون', 'يان', 'يات', 'يته', 'يتها'],
  ...['اته', 'اتها', 'اتهم', 'اتنا', 'اتي', ...pronouns],
];
/** After a ة that has become ت. */
const feminineSuffixes = ['ان', 'ين', ...pronouns];
/** In place of a ة. */
const femininePlurals = ['ات', 'اته', 'اتها', 'اتهم', 'اتنا'];
const verbSuffixes = [
  ...[
    '',
    'ت',
    'وا',
    'ا',
    'تا',
    'نا',
    'ه',
    'ها',
    'هم',
    'ته',
    'تها',
    'تهم',
    'وه',
    'وها',
    'وهم',
    'ناه',
  ],
];

/** What was looked up before; emptied when full, as a story has few different words. */
const MOST_REMEMBERED = 20_000;

/** All lexicons of a newspaper in one index. */
export class Spelling {
  readonly #stems = new Map<string, Stem[]>();
  readonly #exceptions = new Map<string, Set<string>>();
  readonly #known = new Map<string, Misspelling | null>();

  constructor(lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) this.#add(lexicon);
  }

  #add({ rule, wrong, exceptions }: Lexicon): void {
    for (const { forms, pairs } of wrong)
      for (const pair of pairs.split(/[\n،]/)) {
        const [stem = '', word = ''] = pair.split('=').map((side) => side.trim());
        if (stem !== '' && word !== '') this.#put(stem, { rule, forms, right: word });
      }
    if (exceptions !== undefined) this.#exceptions.set(rule, new Set(words(exceptions)));
  }

  #put(wrong: string, stem: Stem): void {
    if (wrong === stem.right) return;
    const there = this.#stems.get(wrong);
    if (there === undefined) this.#stems.set(wrong, [stem]);
    else if (!there.some((one) => one.right === stem.right && one.forms === stem.forms))
      there.push(stem);
    // «أزمة» is «أزمت» before a pronoun and «أزم» before ات and ي.
    if (stem.forms === 'noun' && stem.right.endsWith('ة') && /[ةه]$/.test(wrong)) {
      const [bare, mended] = [wrong.slice(0, -1), stem.right.slice(0, -1)];
      if (bare !== mended) this.#put(`${bare}\u0000`, { ...stem, right: mended });
    }
  }

  /**
   * What a word should be, when a lexicon knows it to be misspelt.
   *
   * @param bare as written, without tashkeel ({@link bareOf})
   */
  find(bare: string): Misspelling | null {
    const known = this.#known.get(bare);
    if (known !== undefined) return known;
    const found = this.#search(bare);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(bare, found);
    return found;
  }

  #search(bare: string): Misspelling | null {
    const rights = new Set<string>();
    let rule: string | null = null;
    const take = (stem: Stem, prefix: string, suffix: string): void => {
      if (this.#exceptions.get(stem.rule)?.has(bare)) return;
      rule ??= stem.rule;
      if (stem.rule === rule) rights.add(prefix + stem.right + suffix);
    };
    this.#at(bare, '', take);
    for (const prefix of verbPrefixes)
      if (bare.startsWith(prefix)) this.#at(bare.slice(prefix.length), prefix, take);
    for (const prefix of lightPrefixes)
      if (bare.startsWith(prefix)) this.#at(bare.slice(prefix.length), prefix, take);
    for (const prefix of nounPrefixes)
      if (bare.startsWith(prefix)) this.#at(bare.slice(prefix.length), prefix, take);
    return rule === null || rights.has(bare) ? null : { rule, right: [...rights] };
  }

  #at(rest: string, prefix: string, take: (stem: Stem, prefix: string, suffix: string) => void) {
    const heavy = nounPrefixes.includes(prefix);
    const enough = heavy || prefix === '' ? 2 : SHORTEST_AFTER_LIGHT;
    const meets = (stem: Stem, length: number): boolean => {
      if (stem.forms === 'fixed') return prefix === '' || prefix === 'و' || prefix === 'ف';
      if (stem.forms === 'verb')
        return prefix === '' || (verbPrefixes.includes(prefix) && length >= 3);
      return prefix === '' || heavy || (lightPrefixes.includes(prefix) && length >= enough);
    };
    const ends = (stem: string, suffix: string, forms: WordForms | 'feminine'): void => {
      const key = forms === 'feminine' ? `${stem}\u0000` : stem;
      for (const one of this.#stems.get(key) ?? []) {
        if (one.forms !== (forms === 'feminine' ? 'noun' : forms)) continue;
        if (meets(one, stem.length)) take(one, prefix, suffix);
      }
    };
    ends(rest, '', 'fixed');
    ends(rest, '', 'stem');
    for (const suffix of nounSuffixes)
      if (rest.endsWith(suffix) && rest.length - suffix.length >= 2)
        ends(rest.slice(0, rest.length - suffix.length), suffix, 'noun');
    for (const suffix of verbSuffixes)
      if (rest.endsWith(suffix) && rest.length - suffix.length >= 2)
        ends(rest.slice(0, rest.length - suffix.length), suffix, 'verb');
    for (const suffix of feminineSuffixes)
      if (rest.endsWith(`ت${suffix}`) && rest.length - suffix.length > 2)
        ends(rest.slice(0, rest.length - suffix.length - 1), `ت${suffix}`, 'feminine');
    for (const suffix of femininePlurals)
      if (rest.endsWith(suffix) && rest.length - suffix.length >= 2)
        ends(rest.slice(0, rest.length - suffix.length), suffix, 'feminine');
  }
}

/** The words of a list in a lexicon. */
export function words(list: string): string[] {
  return list.split(/[\s،]+/).filter((word) => word !== '' && word !== '#');
}
