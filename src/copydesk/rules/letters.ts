import { isArabicLetter, neighbours, pattern, replaced } from '../matching.ts';
import { isRight } from '../misspelt.ts';
import type { ParagraphRule } from '../rule.ts';

/** Letters and marks that look right and are not: search, speech and other fonts stumble over them. */

/** Before these a tatweel joins what cannot be joined: «بـ«الجزيرة»», «الـBBC», «هـ». */
const joiners = new Set(
  'ب ل ك ف و ال وال بال كال لل فال وبال ولل ه وب ول ع م ج ت س ق خ ص ن ح ط'.split(' '),
);

const finalYaInMaqsura = new Set(
  'على إلى حتى متى لدى سوى مدى الى مستوى أخرى إحدى كبرى ذكرى قوى أدنى أعلى أقصى مبنى معنى منتدى مستشفى شتى جدوى'.split(
    ' ',
  ),
);
const persianToArabic: Readonly<Record<string, string>> = {
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ة',
  ۃ: 'ة',
};

export const letterRules: readonly ParagraphRule[] = [
  {
    id: 'tatweel',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'في الكلمة تطويل (ـ): يُعسّر البحث عنها ولا يزيد المعنى شيئاً.',
      en: 'The word is stretched with tatweel, which hides it from search.',
    },
    example: { wrong: 'أعلنت الحكـــومة النتائج', right: 'أعلنت الحكومة النتائج' },
    match: pattern('ـ', /ـ+/g, (match, { text }) => {
      const [before, after] = [text[match.index - 1], text[match.index + match[0].length]];
      if (!isArabicLetter(before) && !/[\u064b-\u0652]/.test(before ?? '')) return null;
      if (isArabicLetter(after) || /[\u064b-\u0652]/.test(after ?? '')) return replaced(match, '');
      const lead = /[\u0621-\u064a]{1,12}$/.exec(
        text.slice(Math.max(0, match.index - 12), match.index),
      );
      if (lead === null || joiners.has(lead[0])) return null;
      return replaced(match, '');
    }),
  },
  {
    id: 'tatweel-dash',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'التطويل (ـ) ليس شرطة؛ الشرطة الطويلة (–) هي التي تفصل.',
      en: 'Tatweel stands here for a dash; a dash (–) is meant.',
    },
    example: {
      wrong: 'الحكومة ـ كما قال الوزير ـ باقية',
      right: 'الحكومة – كما قال الوزير – باقية',
    },
    match: pattern('ـ', /(?<= )ـ{1,8}(?= )/g, (match) => replaced(match, '–')),
  },
  {
    id: 'presentation-form',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'حروف مرسومة بأشكالها الطباعية القديمة: لا يجدها البحث ولا تقرؤها الأجهزة الناطقة.',
      en: 'These are presentation forms, not letters: search and screen readers do not read them.',
    },
    example: { wrong: 'قال ﺍﻟﻮﺯﻳﺮ أمس', right: 'قال الوزير أمس' },
    // Ornate brackets, honorifics and the rial sign are characters of their own.
    match: pattern('', /[\ufb50-\ufd3d\ufd50-\ufdf2\ufe70-\ufefc]+/g, (match) => {
      const letters = match[0].normalize('NFKC').replace(/^ (?=\p{M})/u, '');
      return letters === match[0] ? null : replaced(match, letters);
    }),
  },
  {
    id: 'persian-letter',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'حرف من لوحة مفاتيح فارسية أو أردية يشبه الحرف العربي وليس هو.',
      en: 'A Persian or Urdu letter stands for the Arabic one that it looks like.',
    },
    example: { wrong: 'قال رئیس الحکومة', right: 'قال رئيس الحكومة' },
    match: function* ({ words, text }) {
      for (const { start, end } of words) {
        const written = text.slice(start, end);
        if (written.length > 60 || !/[یکڪہھەۀۃ]/.test(written) || /[گپچژڤٹڈڑےں]/.test(written))
          continue;
        const mended = written.replace(/[کڪہھەۀۃ]/g, (letter) => persianToArabic[letter] ?? letter);
        const medial = mended.replace(/ی(?=.)/gu, 'ي');
        const maqsura = medial.replace(/ی$/u, 'ى');
        const right = finalYaInMaqsura.has(maqsura.replace(/^[وف](?=.{2})/u, ''))
          ? maqsura
          : medial.replace(/ی$/u, 'ي');
        yield { start, end, fixes: [right] };
      }
    },
  },
  {
    id: 'decomposed-letter',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'همزة أو مدّة مركّبة فوق الحرف بدل الحرف المهموز: لا يطابقها البحث.',
      en: 'A hamza or maddah was put on a letter by hand; the letter with hamza is one character.',
    },
    example: { wrong: 'ا\u0654علن الوزير', right: 'أعلن الوزير' },
    match: pattern('\u0653\u0654\u0655', /[اوي][\u0653-\u0655]/g, (match) => {
      const composed = match[0].normalize('NFC');
      return composed === match[0] ? null : replaced(match, composed);
    }),
  },
  {
    id: 'doubled-mark',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'حركة مكتوبة مرّتين على الحرف نفسه.',
      en: 'The same mark stands twice on one letter.',
    },
    example: { wrong: 'دعماًً كبيراً', right: 'دعماً كبيراً' },
    match: pattern('', /([\u064b-\u0652])\1+/g, (match) => replaced(match, match[1] ?? '')),
  },
  {
    id: 'stray-mark',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'حركة ليس تحتها حرف.',
      en: 'A mark stands on no letter.',
    },
    example: { wrong: 'قال ً الوزير', right: 'قال الوزير' },
    match: pattern('', /(?<=^|[\s.,،])[\u064b-\u0652]+ ?/g, (match) => replaced(match, '')),
  },
  {
    id: 'needless-tashkeel',
    family: 'encoding',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'الكلمة مشكولة في نصّ لا يُشكل؛ لا حاجة إلى الحركة إلّا حيث يلتبس المعنى.',
      en: 'A word with vowel marks in prose that has none; keep them where the meaning needs them.',
    },
    example: { wrong: 'وصل الوفدُ إلى العاصمةِ', right: 'وصل الوفد إلى العاصمة' },
    // Shadda, fathatan and a damma on a first letter (the passive) tell words apart.
    match: pattern('', /(?<=[\u0621-\u064a]{2}\u0651?)[\u064c-\u0650\u0652]/g, (match) =>
      replaced(match, ''),
    ),
  },
  {
    id: 'control-character',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'محرف تحكّم خفيّ لا مكان له في نصّ.',
      en: 'A control character that has no place in text.',
    },
    example: { wrong: 'قال الوز\u0007ير', right: 'قال الوزير' },
    match: pattern('', /(?![\t\v\f\r\n])\p{Cc}/gu, (match) => replaced(match, '')),
  },
  {
    id: 'broken-character',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'ضاع هنا حرف عند نقل النصّ؛ عُد إلى الأصل.',
      en: 'A character was lost when the text was moved; look at the original.',
    },
    example: { wrong: 'قال الوز�ر', right: null },
    match: pattern(
      '',
      /\ufffd+|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g,
      (match) => replaced(match),
    ),
  },
  {
    id: 'mojibake',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'نصّ قُرئ بترميز غير ترميزه؛ انسخه من الأصل مرّة أخرى.',
      en: 'The text was read in the wrong encoding; copy it again from the original.',
    },
    example: { wrong: 'وصل Ø§Ù„ÙˆØ²ÙŠØ± أمس', right: null },
    match: pattern(
      'ØÙ',
      /(?:[ØÙÚÛ][\u0080-\u00bf\u0152-\u0192\u2013-\u203a\u20ac\u2122„ˆ]){2,200}/g,
      (match) => replaced(match),
    ),
  },
  {
    id: 'stretched-letters',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'حرف مكرّر ثلاث مرّات أو أكثر.',
      en: 'A letter stands three times or more in a row.',
    },
    example: { wrong: 'كان الحضور كبيررراً', right: 'كان الحضور كبيراً' },
    match: function* ({ words, text }) {
      for (const { word } of neighbours(words)) {
        const run = word.arabic ? /(.)\1{2,}/.exec(word.bare) : null;
        if (run === null || /^(.)\1+$/.test(word.bare)) continue;
        const { start, end } = word;
        const [letter = '', written] = [run[1], text.slice(start, end)];
        const once = word.bare.replace(/(.)\1{2,}/g, '$1');
        const twice = word.bare.replace(/(.)\1{2,}/g, '$1$1');
        // «الصحفييين», «لللاجئين», «تتتراوح» have two of them when right.
        const two =
          isRight(twice) || (!isRight(once) && ('لي'.includes(letter) || run.index === 0));
        const fixes = two ? [twice, once] : [once, twice];
        yield {
          ...{ start, end },
          fixes: fixes.map((fix) => (written.includes('ً') ? fix.replace(/ا$/, 'اً') : fix)),
        };
      }
    },
  },
];
