import { pattern, replaced } from '../matching.ts';
import { quoteBalance, quotePairs } from '../protect.ts';
import type { Match, ParagraphRule, StoryMatch, StoryRule } from '../rule.ts';

/** Quotation marks and brackets. */

const arabic = /[\u0621-\u064a]/;
/** Words that stand on what follows: «و«الجزيرة»», «ب«داعش»». */
const prefix = /(?:^|[^\u0621-\u064a])(?:و?ب?ال|و?[بلكفو]|ولل?|لل)ـ?$/;

export const quotationRules: readonly (ParagraphRule | StoryRule)[] = [
  {
    id: 'house-quotes',
    family: 'quotes',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    quotes: 'check',
    message: {
      ar: 'علامتا التنصيص في الصحيفة غير هاتين.',
      en: 'The house uses other quotation marks.',
    },
    example: {
      wrong: 'نقلت صحيفة “واشنطن بوست” عن "مصدر"',
      right: 'نقلت صحيفة «واشنطن بوست» عن «مصدر»',
    },
    match: ({ text }, { style }) => {
      const house = style.quotes;
      if (house === null || !arabic.test(text)) return [];
      const [open, close] = [house[0] ?? '', house[1] ?? ''];
      return quotePairs(text)
        .filter(({ mark, depth }) => depth === 0 && mark !== open)
        .filter(
          ({ open: from, close: to }) =>
            to > from + 1 &&
            (arabic.test(text.slice(from, to)) ||
              arabic.test(text.slice(Math.max(0, from - 30), from))),
        )
        .map(({ open: start, close: end }) => ({
          ...{ start, end: end + 1 },
          fixes: [`${open}${text.slice(start + 1, end)}${close}`],
          // “…«…»…” would become nested quotations of one kind; «" و"» lies between two quotations.
          safe: !/[«»“”"]/.test(text.slice(start + 1, end)) && !misread(text, start, end),
        }));
    },
  },
  {
    id: 'nested-quotes',
    family: 'quotes',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    quotes: 'check',
    message: {
      ar: 'اقتباس داخل اقتباس بالعلامتين نفسيهما؛ الداخلي بالعلامتين الأخريين.',
      en: 'A quotation inside a quotation in the same marks; the inner one takes the other pair.',
    },
    example: {
      wrong: 'قال «إن صحيفة «النهار» صدقت» أمس',
      right: 'قال «إن صحيفة “النهار” صدقت» أمس',
    },
    match: ({ text }) => {
      const pairs = quotePairs(text);
      const { opens, closes } = quoteBalance(text);
      // One that was never closed would make all that follow look nested.
      if (opens || closes) return [];
      return pairs
        .filter(
          ({ mark, depth, open }) =>
            depth > 0 &&
            mark === '«' &&
            pairs.some((outer) => outer.mark === '«' && outer.open < open && outer.close > open),
        )
        .map(({ open, close }) => ({
          ...{ start: open, end: close + 1 },
          fixes: [`“${text.slice(open + 1, close)}”`],
        }));
    },
  },
  {
    id: 'space-inside-quotes',
    family: 'quotes',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'check',
    message: {
      ar: 'علامة التنصيص تلتصق بما تحيط به.',
      en: 'Quotation marks stand on what they hold.',
    },
    example: { wrong: 'قالت « الوكالة » إن الوفد وصل', right: 'قالت «الوكالة» إن الوفد وصل' },
    match: pattern(
      '«»“”',
      /(?<=[«“])[ \u00a0]{1,8}|(?<![ \u00a0])[ \u00a0]{1,8}(?=[»”])/g,
      (match, { text }) =>
        match.index === 0 || match.index + match[0].length === text.length
          ? null
          : replaced(match, ''),
    ),
  },
  {
    id: 'space-inside-brackets',
    family: 'punctuation',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'القوس يلتصق بما يحيط به.',
      en: 'Brackets stand on what they hold.',
    },
    example: { wrong: 'وصل ( الوزير ) أمس', right: 'وصل (الوزير) أمس' },
    match: pattern(
      '()',
      /(?<=\()[ \u00a0]{1,8}(?=\S)|(?<![ \u00a0(])[ \u00a0]{1,8}(?=\))/g,
      (match) => replaced(match, ''),
    ),
  },
  {
    id: 'no-space-around-quotes',
    family: 'quotes',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'check',
    message: {
      ar: 'بين الكلمة وعلامة التنصيص أو القوس مسافة.',
      en: 'A space parts a word from a quotation mark or bracket.',
    },
    example: {
      wrong: 'قالت«الوكالة»إن الوفد(الرسمي)وصل',
      right: 'قالت «الوكالة» إن الوفد (الرسمي) وصل',
    },
    match: pattern(
      '«»“”()',
      /(?<=[\u0621-\u064a\u064b-\u0652])[«“(](?=[\u0621-\u064a])|(?<=[\u0621-\u064a\u064b-\u0652])[»”)](?=[\u0621-\u064a])/g,
      (match, { text }) => {
        const opens = /[«“(]/.test(match[0]);
        // Letters in brackets belong to the word: «(ال)وزير», «مهندس(ة)», «مدرّس(ون)».
        if (
          match[0] === '(' &&
          /^\([\u0621-\u064a]{1,3}\)/.test(text.slice(match.index, match.index + 5))
        )
          return null;
        if (
          match[0] === ')' &&
          /\([\u0621-\u064a]{1,3}$/.test(text.slice(Math.max(0, match.index - 4), match.index))
        )
          return null;
        if (prefix.test(text.slice(Math.max(0, match.index - 6), match.index))) return null;
        return replaced(match, opens ? ` ${match[0]}` : `${match[0]} `);
      },
    ),
  },
  {
    id: 'unclosed',
    family: 'quotes',
    severity: 'error',
    scope: 'story',
    safe: false,
    quotes: 'check',
    message: {
      ar: 'فُتح ولم يُغلق: لا يعرف القارئ أين ينتهي.',
      en: 'Opened and never closed: the reader does not know where it ends.',
    },
    example: { wrong: 'قال الوزير «إن الأزمة انتهت. ثم غادر', right: null },
    match: (story) => {
      const open: (StoryMatch & { closes: string })[] = [];
      const stray: StoryMatch[] = [];
      story.paragraphs.forEach((paragraph, index) => {
        for (const match of paragraph.text.matchAll(/[«»“”()]/g)) {
          const [mark] = match;
          const at = { paragraph: index, start: match.index, end: match.index + 1, fixes: [] };
          const closes = mark === '«' ? '»' : mark === '“' ? '”' : mark === '(' ? ')' : null;
          if (closes !== null) {
            // Each paragraph of a long quotation may open it anew.
            const again =
              match.index === 0 &&
              open.some((one) => one.closes === closes && one.paragraph < index);
            if (!again && open.length < 64) open.push({ ...at, closes });
            continue;
          }
          const from = open.findLastIndex((one) => one.closes === mark);
          if (from >= 0) open.splice(from, 1);
          // «1)» and «أ)» number a list.
          else if (
            mark !== ')' ||
            !/(?:^|\s)[\p{L}\d]{1,2}$/u.test(paragraph.text.slice(0, match.index).slice(-4))
          )
            stray.push({ ...at, message: strayMessage });
        }
        // A bracket ends with its paragraph, a smiley opens none.
        for (let i = open.length - 1; i >= 0; i -= 1) {
          const one = open[i];
          if (one?.closes === ')') {
            if (!/[:;]-?$/.test(paragraph.text.slice(0, one.start))) stray.push(one);
            open.splice(i, 1);
          }
        }
      });
      return [...stray, ...open].map(({ paragraph, start, end, fixes, ...rest }) => ({
        ...{ paragraph, start, end, fixes },
        ...('message' in rest && rest.message !== undefined ? { message: rest.message } : {}),
      }));
    },
  },
];

/** A `"` too many or too few, and from there on the outside of quotations looks like their inside. */
function misread(text: string, start: number, end: number): boolean {
  if (text[start] !== '"') return false;
  return (text[start + 1] === ' ' && text[end - 1] === ' ') || text.split('"').length % 2 === 0;
}

const strayMessage: NonNullable<Match['message']> = {
  ar: 'أُغلق ما لم يُفتح.',
  en: 'Closed and never opened.',
};
