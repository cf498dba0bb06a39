import { givenNames, kin } from '../lexicons/names.ts';
import { neighbours, rewrite, rowAt, wordMatch } from '../matching.ts';
import type { ParagraphRule } from '../rule.ts';

/** Faults of two words or three. */

/** Verbs after which speech begins with إن. */
const saying =
  /^[وف]?(?:قال|قالت|قالوا|قالا|يقول|تقول|يقولون|قائلا|قائلة|قائلين|قوله|قولها|قولهم|القول)$/;

/** Verbs of saying that nothing but speech follows, whoever speaks. */
const plainlySaying = /^[وف]?(?:قال|قالت|يقول|تقول)$/;
/** What the speaker is called by, beside words with «ال» and given names. */
const office =
  /^(?:وزيرة?|رئيسة?|نائبة?|مسؤولة?|متحدثة?|ناطقة?|مصدر|مديرة?|قائدة?|أمينة?|سفيرة?|محافظ|مستشارة?|عضوة?|باسم|لسان|عام|وزارة|حكومة|حركة|حزب|هيئة|مجلس|لجنة|أمن|خارجية|داخلية|دفاع|مالية|بلاده|بلادها)$/;
/** A speaker's office and name are seldom longer, in words. */
const longestSpeaker = 7;

const row = (text: string): string[] => text.split(' ');

/** Rows of words and what they should be. */
const closedRows: readonly (readonly [wrong: string, right: string])[] = [
  ['علي الرغم', 'على الرغم'],
  ['علي رغم', 'على رغم'],
  ['علي أن', 'على أن'],
  ['علي الأقل', 'على الأقل'],
  ['علي الاقل', 'على الأقل'],
  ['علي الأرض', 'على الأرض'],
  ['علي سبيل', 'على سبيل'],
  ['علي صعيد', 'على صعيد'],
  ['علي مستوى', 'على مستوى'],
  ['علي يد', 'على يد'],
  ['علي خلفية', 'على خلفية'],
  ['علي هامش', 'على هامش'],
  ['علي ضوء', 'على ضوء'],
  ['علي وجه', 'على وجه'],
  ['علي حد', 'على حد'],
  ['علي غرار', 'على غرار'],
  ['علي مدى', 'على مدى'],
  ['علي مدار', 'على مدار'],
  ['علي هذا', 'على هذا'],
  ['علي هذه', 'على هذه'],
  ['علي ذلك', 'على ذلك'],
  ['حتي الآن', 'حتى الآن'],
  ['حتي الان', 'حتى الآن'],
  ['إنشاء الله', 'إن شاء الله'],
  ['انشاء الله', 'إن شاء الله'],
  ['أن شاء الله', 'إن شاء الله'],
  ['ان شاء الله', 'إن شاء الله'],
];

/** What «غير» may deny: participles, relatives, feminines. */
const adjective = /^(?:م.{3,}|[^ولبفا].*(?:ة|ي|ين)|صالح|كاف|واضح|لائق|قادر|جاد|قانوني|طبيعي)$/;

function rowsRule(rows: readonly (readonly [string, string])[]): ParagraphRule['match'] {
  const first = new Map<string, { wrong: string[]; right: string }[]>();
  for (const [wrong, right] of rows) {
    const parts = row(wrong);
    const there = first.get(parts[0] ?? '') ?? [];
    there.push({ wrong: parts, right });
    first.set(parts[0] ?? '', there);
  }
  return function* ({ words }) {
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i];
      if (word === undefined) continue;
      const lead = first.has(word.bare) ? '' : (/^[وف](?=.{3})/.exec(word.bare)?.[0] ?? '');
      for (const { wrong, right } of first.get(word.bare.slice(lead.length)) ?? []) {
        const last = words[i + wrong.length - 1];
        if (
          last === undefined ||
          !rowAt(words, i + 1, wrong.slice(1)) ||
          words[i + 1]?.follows !== true
        )
          continue;
        yield { start: word.start, end: last.end, fixes: [lead + right] };
      }
    }
  };
}

/** «إن» for «أن» where a word before asks for it. */
function innaAfter(before: RegExp): ParagraphRule['match'] {
  return function* ({ words, text }) {
    for (let i = 1; i < words.length; i += 1) {
      const word = words[i];
      const verb = words[i - 1];
      if (word === undefined || verb === undefined) continue;
      const found = /^(?:أن|ان)(ه|ها|هم|هما|هن|نا|ني|نه|ك|كم)?$/.exec(word.bare);
      if (found === null || !before.test(verb.bare)) continue;
      // A comma may stand between («وقال، أن»), no other mark.
      if (!word.follows && !/^[،,]? {1,2}$/.test(text.slice(verb.end, word.start))) continue;
      yield {
        start: word.start,
        end: word.end,
        fixes: [rewrite(text.slice(word.start, word.end), word.bare, `إن${found[1] ?? ''}`)],
      };
    }
  };
}

/** Whether what stands before `at` is a verb of saying and whoever speaks, and nothing else. */
function followsSpeaker(
  words: Parameters<ParagraphRule['match']>[0]['words'],
  at: number,
): boolean {
  for (let i = at - 1; i >= Math.max(0, at - longestSpeaker); i -= 1) {
    const word = words[i];
    if (word === undefined) return false;
    if (plainlySaying.test(word.bare)) return i < at - 1;
    if (!word.follows) return false;
    const isSpeaker =
      /^ال.{3}/.test(word.bare) || office.test(word.bare) || givenNames.has(word.bare);
    // «الذي أكد», «الحاجة إلى»: a relative opens a clause of its own.
    if (!isSpeaker || /^(?:الذي|التي|الذين|اللذان|اللتان|اللواتي|اللذين)$/.test(word.bare))
      return false;
  }
  return false;
}

export const phraseRules: readonly ParagraphRule[] = [
  {
    id: 'closed-phrase',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'خطأ شائع في كتابة هذه العبارة.',
      en: 'This phrase is commonly misspelt.',
    },
    example: {
      wrong: 'سنعود إنشاء الله علي الرغم من المطر',
      right: 'سنعود إن شاء الله على الرغم من المطر',
    },
    match: rowsRule(closedRows),
  },
  {
    id: 'said-anna',
    family: 'grammar',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد القول تُكسر همزة «إن».',
      en: 'After a verb of saying comes «إن», not «أن».',
    },
    example: { wrong: 'قال أن الوفد وصل', right: 'قال إن الوفد وصل' },
    match: innaAfter(saying),
  },
  {
    id: 'speaker-said-anna',
    family: 'grammar',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد القول تُكسر همزة «إن»، وإن فصل بينهما القائل.',
      en: 'After a verb of saying comes «إن», with the speaker between them too.',
    },
    example: {
      wrong: 'قال وزير المالية أن العجز تراجع',
      right: 'قال وزير المالية إن العجز تراجع',
    },
    match: function* ({ words, text }) {
      for (let i = 2; i < words.length; i += 1) {
        const word = words[i];
        const found = /^أن(ه|ها|هم|نا|ني)?$/.exec(word?.bare ?? '');
        if (word === undefined || found === null || !word.follows || !followsSpeaker(words, i))
          continue;
        const fix = rewrite(text.slice(word.start, word.end), word.bare, `إن${found[1] ?? ''}`);
        yield { start: word.start, end: word.end, fixes: [fix] };
      }
    },
  },
  {
    id: 'since-anna',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد «حيث» و«إذ» تُكسر همزة «إن».',
      en: 'After «حيث» and «إذ» comes «إن», not «أن».',
    },
    example: { wrong: 'تأخر الوفد إذ أن الطريق مقطوعة', right: 'تأخر الوفد إذ إن الطريق مقطوعة' },
    match: innaAfter(/^[وف]?(?:حيث|إذ|اذ)$/),
  },
  {
    id: 'ibn',
    family: 'spelling',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بين علمين تُحذف ألف «ابن»: «بن».',
      en: 'Between two names «ابن» loses its alef: «بن».',
    },
    example: { wrong: 'التقى محمد ابن سلمان نظيره', right: 'التقى محمد بن سلمان نظيره' },
    match: function* ({ words, text }) {
      for (const { word, before, after } of neighbours(words)) {
        if (!/^[اإأ]بن$/.test(word.bare) || before === undefined || after === undefined) continue;
        const isName =
          givenNames.has(before.bare) ||
          givenNames.has(before.bare.replace(/^[وفلبك](?=.{3})/, ''));
        if (
          !isName ||
          !(givenNames.has(after.bare) || /^عبد/.test(after.bare)) ||
          kin.has(after.bare)
        )
          continue;
        yield wordMatch(text, word, ['بن']);
      }
    },
  },
  {
    id: 'sawfa-lan',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: '«لن» تنفي المستقبل وحدها؛ لا تجتمع مع «سوف».',
      en: '«لن» denies the future by itself; «سوف» cannot stand before it.',
    },
    example: { wrong: 'سوف لن يحضر الوزير', right: 'لن يحضر الوزير' },
    match: function* ({ words }) {
      for (const { word, after } of neighbours(words)) {
        const lead = /^([وف]?)(?:سوف)$/.exec(word.bare);
        if (lead === null || after === undefined || (after.bare !== 'لن' && after.bare !== 'لا'))
          continue;
        yield { start: word.start, end: after.end, fixes: [`${lead[1]}لن`] };
      }
    },
  },
  {
    id: 'al-ghayr',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: '«غير» تُضاف إلى ما بعدها، والتعريف له: «غير القانونية».',
      en: '«غير» takes no article; the word after it does.',
    },
    example: { wrong: 'الهجرة الغير شرعية', right: 'الهجرة غير الشرعية' },
    match: function* ({ words }) {
      for (const { word, after } of neighbours(words)) {
        const lead = /^([وفبك]{0,2})الغير$/.exec(word.bare);
        if (lead === null || after === undefined || !after.arabic || after.bare.length < 4)
          continue;
        // «ملك الغير», «وضعها على ذمة الغير لاستغلالها»: other people.
        if (!adjective.test(after.bare)) continue;
        yield { start: word.start, end: after.end, fixes: [`${lead[1]}غير ال${after.bare}`] };
      }
    },
  },
  {
    id: 'ban-hazr',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'المنع «حظر» بالظاء؛ و«حضر» من الحضور.',
      en: 'A ban is «حظر» with ظ; «حضر» is «attended».',
    },
    example: { wrong: 'فرضت السلطات حضر التجول', right: 'فرضت السلطات حظر التجول' },
    match: function* ({ words, text }) {
      const banned = /^(?:ال)?(?:تجول|تجوال|سفر|سلاح|طيران|جوي|أسلحة|تسلح)$/;
      for (const { word, after } of neighbours(words)) {
        const stem = /^(.{0,3})حضر$/.exec(word.bare);
        if (stem !== null && after !== undefined && banned.test(after.bare))
          yield wordMatch(text, word, [`${stem[1]}حظر`]);
      }
    },
  },
];
