import { ambiguousMonths, gregorianMonthNames } from './months.ts';
import { isWholeStem, looseStem, stemWithoutArticle } from './stem.ts';
import { pluralByHamza } from './stem-lists.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** A word as search knows it: its normalised form, its stem, its range in the text (UTF-16 units). */
export interface AnalysedWord extends Token {
  stem: string;
}

const tanwinFath = '\u064b';
const digitsThenLetters = /^(\d+)(\p{L}.*)$/u;
const lettersThenDigits = /^(\p{L}+)(\d+)$/u;

/** Names that people write as one word or as two: the two are what we look up. */
function parts(term: string): [string, string] | null {
  if (term.length < 5) return null;
  if (term.startsWith('عبدال') && term.length >= 8) return ['عبد', term.slice(3)];
  if (term.endsWith('الله') && term.length >= 7 && !/^[وف]?[لبت]?الله$/.test(term))
    return [term.slice(0, -4), 'الله'];
  if (term.endsWith('الدين') && term.length >= 8) return [term.slice(0, -5), 'الدين'];
  if (fatherOf.test(term)) return ['ابو', term.slice(3)];
  const hasArticle = term.startsWith('ال');
  const two = joinedNames.get(hasArticle ? term.slice(2) : term);
  return two && hasArticle ? [`ال${two[0]}`, two[1]] : (two ?? null);
}

/** «أبوالغيط», «أبومازن»; but not «أبواب», «أبواق», «أبوته», «أبويه». */
const fatherOf = /^ابو(?!اب|اق|ي|ته|تنا|ظب).{3}/u;

const joinedNames = new Map<string, [string, string]>(
  'ابو ظبي,ابو بكر,ابو مازن,بور سعيد,بور سودان,حضر موت,بعل بك,ام درمان,كفر الشيخ,راس العين,دير الزور,نيو يورك,لوس انجلوس,سان فرانسيسكو,هونغ كونغ,سيرا ليون,سري لانكا,بوركينا فاسو,بيت لحم,تل ابيب,سوبر ماركت,نيو دلهي,بوكو حرام,واتس اب,واي فاي,تيك توك,سناب شات,لاب توب,سوفت وير,كيلو غرام,كيلو جرام,كيلو متر,فيس بوك,فايس بوك,اي فون,اي باد,نت فليكس,بلاي ستيشن,كوكا كولا,فولكس فاغن,فولكس فاجن,استرا زينيكا,استرا زينكا,دير لاين,بيونغ يانغ,بيونج يانج,اسلام اباد,كوالا لمبور,خان يونس,بوينس ايرس,سان دييغو,سان سلفادور,بني سويف,وادي موسي,عين الحلوه,راس الخيمه,ام القيوين,رام الله,كفر قاسم,جبل علي,ابو غريب,ابو ديس'
    .split(',')
    .map((name) => {
      const [first = '', second = ''] = name.split(' ');
      return [first + second, [first, second]];
    }),
);

/** The range of a token in two; where letters were dropped the cut lies in the same place at worst. */
function cut(token: Token, first: string, second: string): Token[] {
  const { start, end } = token;
  const middle = Math.max(start + 1, Math.min(end - 1, start + first.length));
  return [
    { term: first, start, end: middle },
    { term: second, start: middle, end },
  ];
}

function split(token: Token): Token[] {
  const { term } = token;
  if (token.end - token.start >= 2) {
    const code = term.charCodeAt(0);
    const last = term.charCodeAt(term.length - 1);
    const startsWithDigit = code >= 0x30 && code <= 0x39;
    const endsWithDigit = last >= 0x30 && last <= 0x39;
    if (startsWithDigit !== endsWithDigit) {
      const mixed = (startsWithDigit ? digitsThenLetters : lettersThenDigits).exec(term);
      if (mixed?.[1] && mixed[2]) return cut(token, mixed[1], mixed[2]);
    }
    const two = parts(term);
    if (two) return cut(token, two[0], two[1]);
  }
  return [token];
}

/** How a month is looked up, whatever its name: no word of a text can look like it. */
export function monthStem(month: number): string {
  return `شهر${String(month).padStart(2, '0')}`;
}

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && /^\d+$/.test(token.term);

/** The month that the tokens from `i` on name, and how many tokens that takes. */
function monthAt(
  tokens: readonly Token[],
  i: number,
  text: string,
): { month: number; size: number } | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const { term } = token;
  const next = tokens[i + 1];
  if (next !== undefined && (term === 'كانون' || term === 'تشرين')) {
    const month = gregorianMonthNames.get(`${term} ${next.term}`);
    if (month !== undefined) return { month, size: 2 };
  }
  let month = gregorianMonthNames.get(term);
  if (month === undefined && term.length > 3 && term.startsWith('و'))
    month = gregorianMonthNames.get(term.slice(1));
  if (month === undefined) return null;
  // «أب» is a father and «آب» a month; «ماي» may be of «ماي واي», «آب» of «واتس آب».
  if (tokens[i - 1]?.term.endsWith('واتس') === true) return null;
  const sure =
    !ambiguousMonths.has(term) ||
    text.charCodeAt(token.start) === 0x622 ||
    isNumber(tokens[i - 1]) ||
    (next !== undefined && gregorianMonthNames.get(next.term) === month);
  return sure ? { month, size: 1 } : null;
}

/** A word before its stem is known; of a month the stem is known already. */
export interface Segment extends Token {
  month: number | null;
}

/**
 * The words of a text as {@link analyse} counts them, without their stems: for those who need to
 * know where a word stands and not what it means.
 */
export function segment(text: string): Segment[] {
  const tokens = tokenise(text).flatMap(split);
  const words: Segment[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const found = monthAt(tokens, i, text);
    if (found === null) {
      words.push({ term: token.term, start: token.start, end: token.end, month: null });
      continue;
    }
    const end = tokens[i + found.size - 1]?.end ?? token.end;
    i += found.size - 1;
    const before = words.at(-1);
    if (before !== undefined && before.month === found.month) before.end = end;
    else words.push({ term: token.term, start: token.start, end, month: found.month });
  }
  return words;
}

const isHamza = (unit: number): boolean => unit === 0x622 || unit === 0x623 || unit === 0x625;
const isHamzaInside = (unit: number): boolean => unit === 0x624 || unit === 0x626;
const proclitics = 'بلكف';

/** What the hamza tells where it was written: «إلهام» has no article, «بأزمة» is of «أزمة». */
function stemByHamza(term: string, start: number, text: string): string | null {
  const isFirst = isHamza(text.charCodeAt(start));
  if (!isFirst && !isHamza(text.charCodeAt(start + 1))) return null;
  if (isStopWord(term)) return null;
  if (isFirst) return term[1] === 'ل' ? stemWithoutArticle(term) : null;
  if (term.length < 4 || !proclitics.includes(term.charAt(0))) return null;
  return isWholeStem(looseStem(term)) ? null : stemWithoutArticle(term.slice(1));
}

/** Letters of the pronoun in «لقائه», «لقاؤه», «لقائنا»: without a hamza they look like «نهاية», «باقينا». */
function pronounAfterHamza(term: string, end: number, text: string): number {
  if (term.length < 5) return 0;
  for (const size of [1, 2]) {
    const ofHamza = end - size - 1;
    if (!isHamzaInside(text.charCodeAt(ofHamza)) || text[ofHamza - 1] !== 'ا') continue;
    // The letter itself, since «مائة» ends in ه as well once it is normalised.
    if (size === 1) return text[end - 1] === 'ه' ? 1 : 0;
    return term.endsWith('نا') || term.endsWith('كم') ? 2 : 0;
  }
  return 0;
}

/** The stem of a word that {@link segment} found in the text. */
export function stemOf(word: Segment, text: string): string {
  const { term, start, end, month } = word;
  if (month !== null) return monthStem(month);
  const stem = stemByHamza(term, start, text) ?? stemByEnding(term, end, text);
  const plural = stem.startsWith('ا') ? pluralByHamza.get(stem) : undefined;
  return plural !== undefined && text.slice(start, end).includes(plural[0]) ? plural[1] : stem;
}

function stemByEnding(term: string, end: number, text: string): string {
  const pronoun = pronounAfterHamza(term, end, text);
  if (pronoun > 0) return looseStem(`${term.slice(0, -1 - pronoun)}ء`);
  if (term.length >= 4 && term.endsWith('ا')) {
    const marked = text[end - 1] === tanwinFath || text[end - 2] === tanwinFath;
    if (marked) return looseStem(term.slice(0, -1));
  }
  return looseStem(term);
}

/**
 * The words of a text as search looks them up, in order. Names written as one word or two are two
 * («عبدالله»), months are one word whatever they are called, and a pair of month names («تموز
 * (يوليو)») is one month. Ranges never decrease.
 */
export function analyse(text: string): AnalysedWord[] {
  return segment(text).map((word) => ({
    term: word.term,
    start: word.start,
    end: word.end,
    stem: stemOf(word, text),
  }));
}
