import { brokenPlurals } from './broken-plurals.ts';
import { spellings } from './spellings.ts';
import { irregular, notProclitic, ownTeh, rootLam, rootWaw, wholeWords } from './stem-lists.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Light stems of Arabic words, for looking words up. The family is light10 (Larkey, Ballesteros and
 * Connell 2007); what is added, and why, stands in README.md of this room.
 */

/** Proclitics with the article, longest first, then و alone. */
const prefixes = [
  ...['وبال', 'وكال', 'فبال', 'فلل', 'ولل', 'وال', 'بال', 'كال', 'فال', 'لل', 'ال'],
  'و',
];

/** Endings in the order they are tried, each once: pronouns, then dual and plural, then the rest. */
const pronouns = ['هما', 'ها', 'هم', 'هن'];
const numbers = new Set(['وا', 'ان', 'ات', 'ون', 'ين']);
const endings = ['وا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'يا', 'ي', 'ا'];

/**
 * A broken plural like «قذائف» and «رهائن», of «قذيفة» and «رهينة»; but «الجزائر» is no island, «تباين»
 * and «ملائم» no plurals.
 */
const pluralOfFaila =
  /^(?!جزاير|شهاير|شهايد|عرايس|حراير|شعاير|سراير)([^اويمتبلك][^اوي])اي([^اويته])$/u;

const verbalNounInYn = /^ت..ين$/u;
/** «معلمو المدارس», «لاعبو الفريق»; but «فيديو» and «طوكيو». */
const constructPlural = /^(?:م.{2,}[^يا]|.ا[^اوي][^اوي])و$/u;

/** «And» needs three letters after it, the article two. */
function withoutPrefix(term: string): string {
  for (const prefix of prefixes) {
    const rest = prefix === 'و' ? 3 : 2;
    if (term.length < prefix.length + rest || !term.startsWith(prefix)) continue;
    // «للجنة» is of «لجنة»: three lams are never written.
    const isLam = prefix.endsWith('لل') && rootLam.test(term.slice(prefix.length));
    return term.slice(prefix.length - (isLam ? 1 : 0));
  }
  return term;
}

/** «حكومت», as it stands before a pronoun or a dual, is «حكومه»; «بيت» and «اثبات» stay. */
function withoutOpenedTeh(stem: string): string {
  return stem.length >= 4 && stem.endsWith('ت') && !stem.endsWith('ات') ? stem.slice(0, -1) : stem;
}

/** «قضائي», «قضائية» of «قضاء»; «كهربائيون» of «كهرباء». */
const adjectiveOfHamza = /^(.+ا)يي(?:ه|ا|ات|ون|ين)?$/u;

/** What case writes before a pronoun: «أبناؤها» and «أبنائها» are «أبناء», «مواطنوها» are «مواطنون». */
function withoutCase(stem: string): string {
  if (stem.length >= 4 && /ا[وي]$/.test(stem)) return `${stem.slice(0, -1)}ء`;
  return stem.length >= 5 && stem.endsWith('و') ? stem.slice(0, -1) : stem;
}

function restOf(ending: string): number {
  return ending === 'ا' ? 4 : 3;
}

/** «قراراته», «قواتنا», «بيوتكم»; but «كورونا», «حكم», «تراكم», and «بيته», whose ه goes later. */
const otherPronoun = /^(?:.{3,}ات(?<of>ه)|.{3,}ت(?<our>نا)|.{2,}[^حا](?<your>كم))$/u;
function pronounsOf(term: string): readonly string[] {
  const found = term.length < 5 ? undefined : otherPronoun.exec(term)?.groups;
  const pronoun = found?.of ?? found?.our ?? found?.your;
  return pronoun === undefined ? pronouns : [pronoun];
}

/**
 * Plurals that look like a word with an ending: «أدلة» is not «أدلى», «أديان» not «أدى». They are known as
 * they stand.
 */
const pluralForms = new Set(
  brokenPlurals.flatMap(([, ...plurals]) =>
    plurals.filter((plural) => /(?:ه|ان|[^ا]ت)$/u.test(plural)),
  ),
);

const isFeminine = (stem: string): boolean => ownTeh.has(stem) || pluralForms.has(`${stem}ه`);

function withoutSuffixes(term: string): string {
  let stem = term;
  const known = (): string | undefined =>
    wholeWords.has(stem) || pluralForms.has(stem) ? stem : irregular.get(stem);
  let found = known();
  if (found !== undefined) return found;
  const ofHamza = adjectiveOfHamza.exec(stem)?.[1];
  if (ofHamza !== undefined) return `${ofHamza}ء`;
  let isClosed = false;
  for (const pronoun of pronounsOf(stem)) {
    if (stem.length < pronoun.length + 3 || !stem.endsWith(pronoun)) continue;
    stem = stem.slice(0, -pronoun.length);
    found = known();
    if (found !== undefined) return found;
    const opened = stem;
    stem = withoutCase(withoutOpenedTeh(stem));
    found = known();
    if (found !== undefined) return found;
    isClosed = opened.endsWith('ت') && !stem.endsWith('ت');
    if (isClosed && isFeminine(stem)) return `${stem}ه`;
    // «مستواها» is of «مستوى».
    if (stem.length >= 4 && stem.endsWith('ا')) return stem.slice(0, -1);
    break;
  }
  if (constructPlural.test(stem)) return stem.slice(0, -1);
  for (const ending of endings) {
    // «استعانتها» is of «استعانة»: it has had its ending.
    if (!stem.endsWith(ending) || (isClosed && numbers.has(ending))) continue;
    // «لغات» is the plural of «لغه»: what is left is too short to stand without its ه.
    if (ending === 'ات' && stem.length === 4) return `${stem.slice(0, 2)}ه`;
    if (stem.length < ending.length + restOf(ending)) continue;
    // «رهائن» is no dual, «تعدين» no plural.
    if (ending === 'ين' && (pluralOfFaila.test(stem) || verbalNounInYn.test(stem))) continue;
    stem = stem.slice(0, -ending.length);
    found = known();
    if (found !== undefined) return found;
    if (ending === 'ه' && /..[ون]ا$/.test(stem)) return stem.slice(0, -1);
    const opened = stem;
    if (ending === 'ان' || ending === 'ين' || ending === 'ه') stem = withoutOpenedTeh(stem);
    const feminine = stem !== opened || ending === 'ه' || ending === 'ات';
    if (feminine && ownTeh.has(stem)) return `${stem}ه`;
  }
  return stem;
}

function bareStem(written: string): string {
  // «شيء» and «شئ», «مبادىء» and «مبادئ».
  const term = written.endsWith('يء') ? written.slice(0, -1) : written;
  const whole = withoutSuffixes(term);
  if (wholeWords.has(whole) || pluralForms.has(whole) || rootWaw.has(whole)) return whole;
  if (whole.startsWith('و') && wholeWords.has(whole.slice(1))) return whole.slice(1);
  const stem = withoutSuffixes(withoutPrefix(term));
  // «تباطوء» and «تباطؤ»; but «هدوء» is spelled in one way.
  return stem.length > 5 && stem.endsWith('وء') ? stem.slice(0, -1) : stem;
}

/** From the stem of a variant to the stem of the word that stands for all of them. */
function variantStems(): Map<string, string> {
  const map = new Map<string, string>();
  for (const groups of [spellings, brokenPlurals])
    for (const [first = '', ...others] of groups) {
      const stem = bareStem(first);
      const target = map.get(stem) ?? stem;
      for (const other of others) {
        const from = bareStem(other);
        if (from !== target) map.set(from, target);
      }
    }
  // A spelling may be one of a plural: «رءوس», «سيئول».
  for (const [from, target] of map) map.set(from, map.get(target) ?? target);
  return map;
}

function singularOf(stem: string): string {
  const found = pluralOfFaila.exec(stem);
  if (found === null) return stem;
  const singular = `${found[1]}ي${found[2]}`;
  return ownTeh.has(singular) ? `${singular}ه` : singular;
}

interface Known {
  variants: ReadonlyMap<string, string>;
  /** Stems that the lists of this room have. */
  listed: ReadonlySet<string>;
}

function buildKnown(): Known {
  const variants = variantStems();
  const first = [...spellings, ...brokenPlurals].map(([word = '']) => bareStem(word));
  const all = [...wholeWords, ...rootWaw, ...variants.keys(), ...first];
  return { variants, listed: new Set(all.filter((stem) => !isStopWord(stem))) };
}

const articles = /^[وف]?(?:[بك]ال|لل)/u;
const proclitic = /^[وف]?[بلك]/u;

/** «لعملياتها» and «بأزمتها» are of words that are known; «كبير» is not «بئر», nor «بعيد» «عيد». */
function ofKnownWord(term: string, stem: string, { listed }: Known): string | null {
  if (term.length < 4 || listed.has(stem) || notProclitic.has(stem)) return null;
  const letters = proclitic.exec(term)?.[0];
  if (letters === undefined || term.length - letters.length < 3) return null;
  const rest = withoutSuffixes(term.slice(letters.length));
  if (rest.length < 3 || notProclitic.has(term)) return null;
  // «بالتهاب» is of «التهاب»; what else begins with an article has lost it already.
  return (articles.test(term) ? wholeWords : listed).has(rest) ? rest : null;
}

let lists: Known | undefined;
/** Stems that were found; of those not asked for since `mostRecent` others, some are forgotten. */
let recent = new Map<string, string>();
let older = new Map<string, string>();
const mostRecent = 40_000;

/**
 * The stem under which a normalised term is looked up: without article, conjunction and endings,
 * broken plurals of common words as their singular, other spellings of a name as one of them.
 * It loosens a search; the exact term must weigh more. Never empty for a term that is not.
 */
export function looseStem(term: string): string {
  const before = recent.get(term);
  if (before !== undefined) return before;
  const stem = older.get(term) ?? findStem(term);
  if (recent.size >= mostRecent) {
    older = recent;
    recent = new Map();
  }
  recent.set(term, stem);
  return stem;
}

function findStem(term: string): string {
  lists ??= buildKnown();
  const own = bareStem(term);
  const stem = ofKnownWord(term, own, lists) ?? own;
  return lists.variants.get(stem) ?? singularOf(stem);
}

/** The same of a term that begins with ال and has no article: «إلهام», «ألبان». */
export function stemWithoutArticle(term: string): string {
  if (!term.startsWith('ال')) return looseStem(term);
  lists ??= buildKnown();
  const stem = withoutSuffixes(term);
  return lists.variants.get(stem) ?? stem;
}

/** Whether the lists know a stem as a word of its own, so that no letter of it was put before another. */
export function isWholeStem(stem: string): boolean {
  lists ??= buildKnown();
  return lists.listed.has(stem) || notProclitic.has(stem);
}
