import { isArabicLetter, pattern, replaced } from '../matching.ts';
import { wordAt } from '../paragraph.ts';
import type { ParagraphRule } from '../rule.ts';

/** Marks of punctuation and the spaces around them. */

const latinLetter = /[A-Za-z]/;

/** The nearest unit that is no space, right of a place; looks at a few units only. */
function rightOf(text: string, at: number): string | undefined {
  for (let i = at; i < Math.min(text.length, at + 4); i += 1) if (text[i] !== ' ') return text[i];
  return undefined;
}

/** An ASCII mark belongs to the language of the letter before it, or after it where none is near. */
function inArabic(text: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 40); i -= 1) {
    const unit = text[i] ?? '';
    if (isArabicLetter(unit)) return true;
    if (latinLetter.test(unit)) {
      // A foreign name in an Arabic sentence: what follows decides.
      return isArabicLetter(rightOf(text, at + 1));
    }
  }
  return isArabicLetter(rightOf(text, at + 1));
}

function asciiMark(
  id: string,
  ascii: string,
  arabic: string,
  ar: string,
  en: string,
): ParagraphRule {
  const expression = new RegExp(`\\${ascii}`, 'g');
  return {
    ...{ id, family: 'punctuation', severity: 'error', scope: 'paragraph', safe: true },
    message: { ar, en },
    example: { wrong: `وصل الوزير${ascii} وغادر`, right: `وصل الوزير${arabic} وغادر` },
    match: pattern(ascii, expression, (match, { text }) => {
      if (!inArabic(text, match.index)) return null;
      const after = text[match.index + 1];
      // Figures with ASCII marks are written like that: «10,000».
      if (/[\d٠-٩]/.test(text[match.index - 1] ?? '') && /[\d٠-٩]/.test(after ?? '')) return null;
      if (
        ascii === ';' &&
        /&#?\w{1,8}$/.test(text.slice(Math.max(0, match.index - 10), match.index))
      )
        return null;
      return replaced(match, isArabicLetter(after) && ascii !== '?' ? `${arabic} ` : arabic);
    }),
  };
}

export const punctuationRules: readonly ParagraphRule[] = [
  {
    id: 'space-before-mark',
    family: 'punctuation',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'علامة الترقيم تلتصق بما قبلها، وإلّا سقطت في أوّل السطر التالي.',
      en: 'A mark stands on the word before it; apart, it may fall to the next line.',
    },
    example: { wrong: 'وصل الوزير ، ثم غادر .', right: 'وصل الوزير، ثم غادر.' },
    match: pattern(
      '،؛؟:.!?,;',
      /(?<![ \u00a0])[ \u00a0]{1,64}(?=[،؛؟:.!?,;])/g,
      (match, { text }) => {
        const at = match.index + match[0].length;
        const before = text[match.index - 1];
        if (before === undefined || /[،؛:.!?؟,;–—|/•*-]/.test(before)) return null;
        const mark = text[at] ?? '';
        const after = text[at + 1];
        if (mark === '.' && after !== undefined && /[\w٠-٩.]/.test(after)) return null;
        if (mark === ':' && after !== undefined && /[\d٠-٩()DPp]/.test(after)) return null;
        if (/[,;?!]/.test(mark) && !inArabic(text, at)) return null;
        return replaced(match, '');
      },
    ),
  },
  {
    id: 'no-space-after-mark',
    family: 'punctuation',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'بعد علامة الترقيم مسافة.',
      en: 'A space follows the mark.',
    },
    example: { wrong: 'وصل الوزير،ثم غادر', right: 'وصل الوزير، ثم غادر' },
    match: pattern('،؛؟:.!', /[،؛؟:.!](?=[\u0621-\u064a\d٠-٩«“])/g, (match, { text, words }) => {
      const mark = match[0];
      const before = text[match.index - 1];
      const after = text[match.index + 1] ?? '';
      if (before === undefined || before === ' ')
        return /[،؛؟]/.test(mark) && before === ' ' ? replaced(match, `${mark} `) : null;
      if (/[\d٠-٩]/.test(after) && (/[\d٠-٩]/.test(before) || mark === '.' || mark === ':'))
        return null;
      if (/[.!؟:،؛]/.test(before) && mark === '.') return null;
      if (mark === '.' || mark === ':') {
        if (!isArabicLetter(after) || !/[\u0621-\u064a\u064b-\u0652»”)]/.test(before)) return null;
        // «د.محمد», «أ.ف.ب», «ق.م»: abbreviations of one or two letters.
        const left = wordAt(words, match.index - 1);
        const right = wordAt(words, match.index + 1);
        if (left !== null && left.bare.length < 3) return null;
        if (right !== null && right.bare.length < 2) return null;
      }
      return replaced(match, `${mark} `);
    }),
  },
  asciiMark(
    'ascii-comma',
    ',',
    '،',
    'الفاصلة بين كلمات عربية هي (،).',
    'The comma between Arabic words is ،',
  ),
  asciiMark(
    'ascii-semicolon',
    ';',
    '؛',
    'الفاصلة المنقوطة بين كلمات عربية هي (؛).',
    'The semicolon between Arabic words is ؛',
  ),
  asciiMark(
    'ascii-question',
    '?',
    '؟',
    'علامة الاستفهام في العربية هي (؟).',
    'The question mark of Arabic is ؟',
  ),
  {
    id: 'repeated-mark',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'علامة مكرّرة؛ تكفي واحدة، والخبر لا يصيح.',
      en: 'A repeated mark; one is enough, news does not shout.',
    },
    example: { wrong: 'هل يعود اليوم؟؟', right: 'هل يعود اليوم؟' },
    match: pattern('؟!?،؛', /([؟!?،؛])\1+/g, (match) => replaced(match, match[1] ?? '')),
  },
  {
    id: 'clashing-marks',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'علامتان متتاليتان لا تجتمعان؛ أبقِ واحدة.',
      en: 'Two marks in a row that do not go together; keep one.',
    },
    example: { wrong: 'وصل الوزير،. ثم غادر', right: 'وصل الوزير. ثم غادر' },
    match: pattern('،؛', /[،؛] ?\.(?!\.)|(?<!\.)\. ?[،؛]|،؛|؛،/g, (match, { text }) => {
      // «إلخ.،» and abbreviations end with their own point.
      if (
        match[0].startsWith('.') &&
        /(?:^|[ .])\p{L}{1,2}$/u.test(text.slice(Math.max(0, match.index - 4), match.index))
      )
        return null;
      return match[0].includes('.') ? replaced(match, '.', '،') : replaced(match, '،', '؛');
    }),
  },
  {
    id: 'two-dots',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'النقطتان المتجاورتان (..) ليستا علامة ترقيم في المتن؛ نقطة أو فاصلة أو نقاط حذف (…).',
      en: 'Two dots are no mark in running text; write a full stop, a comma or an ellipsis.',
    },
    example: { wrong: 'وصل الوزير.. ثم غادر المدينة', right: 'وصل الوزير. ثم غادر المدينة' },
    match: pattern('..', /(?<!\.)\.\.(?!\.)/g, (match, { kind }) =>
      kind === 'headline' || kind === 'kicker' || kind === 'deck' || kind === 'subhead'
        ? null
        : replaced(match, '.', '،', '…'),
    ),
  },
  {
    id: 'ellipsis',
    family: 'punctuation',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'نقاط الحذف محرف واحد (…) لا ينقسم بين سطرين.',
      en: 'The ellipsis is one character (…) that no line break parts.',
    },
    example: { wrong: 'ثم عاد... وغادر', right: 'ثم عاد… وغادر' },
    match: pattern('...', /(?<!\.)\.{3}(?!\.)/g, (match) => replaced(match, '…')),
  },
  {
    id: 'many-dots',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'أكثر من ثلاث نقاط؛ نقاط الحذف ثلاث (…).',
      en: 'More than three dots; an ellipsis has three.',
    },
    example: { wrong: 'ثم عاد..... وغادر', right: 'ثم عاد… وغادر' },
    match: pattern('....', /\.{4,}/g, (match) =>
      match[0].length > 12 ? null : replaced(match, '…'),
    ),
  },
  {
    id: 'headline-full-stop',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'لا نقطة في آخر العنوان.',
      en: 'A headline does not end with a full stop.',
    },
    example: {
      wrong: 'الحكومة تقرّ الموازنة.\n\nأقرّت الحكومة الموازنة في جلسة أمس.',
      right: 'الحكومة تقرّ الموازنة\n\nأقرّت الحكومة الموازنة في جلسة أمس.',
    },
    match: ({ text, kind }) => {
      const end = text.trimEnd().length;
      const stops =
        (kind === 'headline' || kind === 'kicker' || kind === 'deck' || kind === 'subhead') &&
        text[end - 1] === '.' &&
        text[end - 2] !== '.';
      const short = /(?:^|[\s.])\p{L}$/u.test(text.slice(Math.max(0, end - 3), end - 1));
      return stops && end > 8 && !short ? [{ start: end - 1, end, fixes: [''] }] : [];
    },
  },
  {
    id: 'headline-separator',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'الفاصل بين السطر العلوي والعنوان على غير صورة الصحيفة.',
      en: 'The separator of deck and headline is not the one of the house.',
    },
    example: {
      wrong: 'قمة بغداد.. القادة يصلون اليوم\n\nوصل القادة إلى بغداد صباح اليوم، بحسب بيان.',
      right: 'قمة بغداد: القادة يصلون اليوم\n\nوصل القادة إلى بغداد صباح اليوم، بحسب بيان.',
      style: { headlineSeparator: ':' },
    },
    match: (paragraph, { style }) => {
      const house = style.headlineSeparator;
      if (house === null || (paragraph.kind !== 'headline' && paragraph.kind !== 'kicker'))
        return [];
      return pattern('', /(?<=\S) ?(?:\.{2,3}|…|\|) (?=\S)/g, (match) => {
        const right = house === '|' ? ' | ' : `${house} `;
        return match[0] === right ? null : replaced(match, right);
      })(paragraph);
    },
  },
  {
    id: 'dateline-dash',
    family: 'punctuation',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'بعد مكان الخبر شرطة طويلة (–) لا قصيرة.',
      en: 'The place of a story is followed by a dash (–), not a hyphen.',
    },
    example: {
      wrong:
        'بغداد تستقبل الوفود\n\nبغداد - وكالات\n\nوصل الوفد إلى العاصمة صباح الأحد، بحسب بيان رسمي.',
      right:
        'بغداد تستقبل الوفود\n\nبغداد – وكالات\n\nوصل الوفد إلى العاصمة صباح الأحد، بحسب بيان رسمي.',
    },
    match: (paragraph) =>
      paragraph.kind !== 'dateline'
        ? []
        : pattern('-', /(?<= )-(?= )/g, (match) => replaced(match, '–'))(paragraph),
  },
  {
    id: 'hyphen-dash',
    family: 'punctuation',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'بين الجملتين المعترضتين شرطة طويلة (–)؛ القصيرة تصل الكلمات.',
      en: 'A dash (–) parts clauses; the hyphen joins words.',
    },
    example: {
      wrong: 'الحكومة - كما قال الوزير - باقية',
      right: 'الحكومة – كما قال الوزير – باقية',
    },
    match: (paragraph) =>
      paragraph.kind === 'dateline'
        ? []
        : pattern('-', /(?<=[\u0621-\u064a»)] )-(?= [\u0621-\u064a«(])/g, (match) =>
            replaced(match, '–'),
          )(paragraph),
  },
  {
    id: 'comma-at-end',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'تنتهي الفقرة بفاصلة؛ إمّا نقطة، وإمّا بقي كلام لم يُكتب.',
      en: 'The paragraph ends with a comma: a full stop, or words that are missing.',
    },
    example: {
      wrong: 'عنوان الخبر هنا\n\nوصل الوفد إلى العاصمة صباح الأحد بحسب بيان رسمي،',
      right: 'عنوان الخبر هنا\n\nوصل الوفد إلى العاصمة صباح الأحد بحسب بيان رسمي.',
    },
    match: ({ text, kind }) => {
      const end = text.trimEnd().length;
      return kind === 'body' && /[،,]/.test(text[end - 1] ?? '')
        ? [{ start: end - 1, end, fixes: ['.'] }]
        : [];
    },
  },
  {
    id: 'mark-at-start',
    family: 'punctuation',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'لا تبدأ الفقرة بعلامة ترقيم كهذه.',
      en: 'A paragraph does not begin with such a mark.',
    },
    example: { wrong: '، وصل الوفد', right: 'وصل الوفد' },
    match: pattern('،؛؟', /^\s{0,8}[،؛؟][،؛؟\s]{0,8}/g, (match) => replaced(match, '')),
  },
];
