import { familyOf } from '../families.ts';
import { neighbours, wordMatch } from '../matching.ts';
import { correct, feminineOf, isRight, misspelt } from '../misspelt.ts';
import { bareOf, type Paragraph, type Word } from '../paragraph.ts';
import type { Match, ParagraphRule, Setting } from '../rule.ts';
import { archiveForm } from './forms.ts';

/** Misspellings of single words, by lexicon. */

function byLexicon(id: string, safe: boolean): ParagraphRule['match'] {
  return (paragraph: Paragraph, setting: Setting) => {
    const { style } = setting;
    return misspelt(paragraph)
      .filter(({ found, word }) => found.rule === id && !isHouseForm(word, style.forms))
      .map(({ word, before, found }): Match => {
        const right = likeliest(found.right, before).flatMap((one) => formsOf(one, setting));
        const match = wordMatch(paragraph.text, word, right);
        const fixes =
          style.tanween === 'letter'
            ? match.fixes.map((fix) => fix.replace('اً', 'ًا'))
            : match.fixes;
        return { ...match, fixes, safe: safe && found.safe && right.length === found.right.length };
      });
  };
}

/** A house may have chosen a form that others call a fault: «الإثنين». */
function isHouseForm(word: Word, forms: Setting['style']['forms']): boolean {
  if (Object.keys(forms).length === 0) return false;
  const hit = familyOf(word);
  return hit !== null && forms[hit.family.id] === hit.form;
}

const withoutHamza = (form: string): string => form.replace(/[أإآ]/g, 'ا');

/**
 * A right word in the form that the house has chosen, or its archive; where neither has and the
 * letters allow another («افريقيا»: «أفريقيا» or «إفريقيا»), both.
 */
function formsOf(right: string, { style, context: { archive } }: Setting): string[] {
  const hit = familyOf({ bare: right, arabic: true });
  if (hit === null) return [right];
  const { family, form, prefix, suffix } = hit;
  const house =
    style.forms[family.id] ??
    (archive === null ? undefined : archiveForm(family, { hit }, archive)?.form);
  if (house !== undefined) return [`${prefix}${house}${suffix}`];
  const others = family.forms.filter(
    (one) => one !== form && withoutHamza(one) === withoutHamza(form) && one !== withoutHamza(one),
  );
  return [form, ...others].map((one) => `${prefix}${one}${suffix}`);
}

/** Whether a list holds this very word, or knows what it should be. */
function isKnown(bare: string): boolean {
  return correct(bare) !== null || isRight(bare);
}

/** What «إن» and not «أن» follows, besides the beginning of a sentence. */
const beforeInna =
  /^[وف]?(?:قال|قالت|قالوا|قالا|قلت|قلنا|يقول|تقول|يقولون|أقول|نقول|قائلا|قائلة|قائلين|قوله|قولها|قولهم|القول|حيث|إذ|بل|ألا|كلا)$/;
const annaOrInna = /^(?:أن|إن)/;

/** The one first that what stands before makes likelier: «قال» is followed by «إن», «أكد» by «أن». */
function likeliest(right: readonly string[], before: Word | undefined): readonly string[] {
  if (right.length !== 2 || !right.every((one) => annaOrInna.test(one))) return right;
  const inna = before === undefined || beforeInna.test(before.bare);
  return right.toSorted((one) => (one.startsWith('إ') === inna ? -1 : 1));
}

/** With the article and of some length, what ends in ى is most likely an adjective in ي. */
const definiteInAlef = /^[وف]?(?:ال|بال|كال|لل)[^م].{3,}ى$/;
/** But not plurals («القدامى», «الفتاوى») and elatives («الأعلى»). */
const ownAlef = /ا.ى$|ال[أا]..ى$/;

/** A feminine noun follows. */
const beforeFeminine = /^[وفبلك]?(?:هذه|تلك|أية)$/;

/** Words that end in ه of their own: الـ before them makes no ة of it. */
const ownHeh =
  /^(?:(?:ا|إ|أ)ل?)?(?:.*(?:لله|جاه|باه|فقه|وجه|شبه|كره|سفه|نزه|نبه|فوه|فاه|ياه|واه|راه|ماه|تاه|شاه|فيه|ديه|ريه|يجه|ويه|جيه|بيه|زيه|فكه|اكه|موه|بوه|توه|روه|عته|مهه|بله|وله|اله|إله|نقه|مته|تبه|تجه|تيه|جوه|نازه|عمه|نيه))$/;

/** Alef and hamza before fathatan: no further alef bears it. */
const needlessAlef = /اءا$/;
/** «جاءا», «شاءا»: two of them came. */
const duals = new Set('جاءا شاءا ساءا باءا فاءا ناءا'.split(' '));
const tanweenAfterHamza = new Set(
  'مساءا بناءا ابتداءا استثناءا لقاءا جزاءا سواءا هواءا ماءا غذاءا دواءا عشاءا شتاءا اقتداءا احتواءا انتهاءا قضاءا أعضاءا أجزاءا أبناءا إنشاءا إجراءا أداءا نداءا عطاءا وفاءا رجاءا'.split(
    ' ',
  ),
);

export const spellingRules: readonly ParagraphRule[] = [
  {
    id: 'hamza',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'هذه الألف همزة قطع تُنطق دائماً، فتُكتب همزتها.',
      en: 'This alef is always sounded and bears its hamza.',
    },
    example: { wrong: 'الحرب ضد الارهاب ايضا', right: 'الحرب ضد الإرهاب أيضاً' },
    match: byLexicon('hamza', true),
  },
  {
    id: 'wasl',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'ألف وصل تسقط في الدرج، فلا همزة عليها.',
      en: 'This alef only joins, and bears no hamza.',
    },
    example: {
      wrong: 'عُقد يوم الإثنين إجتماع في الإقتصاد',
      right: 'عُقد يوم الاثنين اجتماع في الاقتصاد',
    },
    match: byLexicon('wasl', true),
  },
  {
    id: 'misspelt',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'خطأ إملائي شائع؛ لا كلمة تُكتب هكذا.',
      en: 'A common misspelling; no word is written like this.',
    },
    example: { wrong: 'هاذا صحيح لاكن ذالك خطأ', right: 'هذا صحيح لكن ذلك خطأ' },
    match: byLexicon('misspelt', true),
  },
  {
    id: 'final-ya',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'الياء في آخر الكلمة منقوطة (ي)، والألف المقصورة بلا نقط (ى)؛ اختلطتا هنا.',
      en: 'Final ya has its dots (ي), alef maqsura has none (ى); here one stands for the other.',
    },
    example: {
      wrong: 'ذهب فى الصباح الى المدينة التى يحبها',
      right: 'ذهب في الصباح إلى المدينة التي يحبها',
    },
    match: function* (paragraph, setting) {
      yield* byLexicon('final-ya', true)(paragraph, setting);
      for (const word of paragraph.words) {
        const definite = definiteInAlef.test(word.bare) && !ownAlef.test(word.bare);
        if (!definite || !word.arabic || isKnown(word.bare)) continue;
        yield { ...wordMatch(paragraph.text, word, [`${word.bare.slice(0, -1)}ي`]), safe: false };
      }
    },
  },
  {
    id: 'hamza-seat',
    family: 'spelling',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'كرسيّ الهمزة هنا على غير القاعدة: تتبع أقوى الحركتين.',
      en: 'The hamza sits on the wrong letter: it follows the stronger of its two vowels.',
    },
    example: { wrong: 'قال مسئول في شئون اللاجئين', right: 'قال مسؤول في شؤون اللاجئين' },
    match: byLexicon('hamza-seat', true),
  },
  {
    id: 'final-ta',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'تاء مربوطة (ة) كُتبت هاء (ه).',
      en: 'Final ة was written as ه.',
    },
    example: { wrong: 'أعلنت الحكومه خطتها', right: 'أعلنت الحكومة خطتها' },
    match: function* (paragraph, setting) {
      for (const match of byLexicon('final-ta', false)(paragraph, setting)) {
        const bare = bareOf(paragraph.text.slice(match.start, match.end));
        // «حمله» may be «his load»; «حكومه» is nobody's.
        const article = /^[وف]?(?:ال|بال|كال|لل)/.test(bare);
        const pronoun =
          !article && bare.endsWith('ه') && (bare.length < 5 || isRight(bare.slice(0, -1)));
        yield pronoun ? { ...match, severity: 'info' } : match;
      }
      for (const { word, before } of neighbours(paragraph.words)) {
        const feminine = beforeFeminine.test(before?.bare ?? '') && correct(word.bare) === null;
        const right = feminine ? feminineOf(word.bare) : null;
        if (typeof right === 'string') yield wordMatch(paragraph.text, word, [right]);
        // With the article no pronoun follows, so that a ه which is not of the root is a ة.
        if (!word.arabic || word.bare.length < 6 || !word.bare.endsWith('ه')) continue;
        const stem = /^[وف]?(?:ال|بال|كال)(.+)$/.exec(word.bare)?.[1];
        if (stem === undefined || stem.length < 4 || ownHeh.test(stem) || isKnown(word.bare))
          continue;
        yield wordMatch(paragraph.text, word, [`${word.bare.slice(0, -1)}ة`]);
      }
    },
  },
  {
    id: 'dad-zah',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'اختلطت الضاد بالظاء.',
      en: 'The letters ض and ظ were taken for one another.',
    },
    example: { wrong: 'في ضروف صعبة ظمن الخطة', right: 'في ظروف صعبة ضمن الخطة' },
    match: byLexicon('dad-zah', false),
  },
  {
    id: 'alef-after-hamza',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'لا تُزاد ألف للتنوين بعد همزة سبقتها ألف: «مساءً».',
      en: 'After alef and hamza fathatan takes no further alef: «مساءً».',
    },
    example: { wrong: 'وصل مساءاً بناءاً على طلبه', right: 'وصل مساءً بناءً على طلبه' },
    match: function* ({ words, text }) {
      for (const { start, end, bare } of words) {
        if (!needlessAlef.test(bare) || duals.has(bare.replace(/^[وف]/, ''))) continue;
        const written = text.slice(start, end);
        if (!written.includes('ً') && !tanweenAfterHamza.has(bare.replace(/^[وف](?=.{4})/, '')))
          continue;
        // «إستثناءاً» has two faults, and a fix mends both.
        const stem = written.replace(/ً?اً?$/u, '');
        const better = correct(stem);
        yield { start, end, fixes: [`${better?.safe ? (better.right[0] ?? stem) : stem}ً`] };
      }
    },
  },
  {
    id: 'unmarked-adverb',
    family: 'spelling',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'كلمة تنتهي بألف فيها تنوين بلا علامته.',
      en: 'An adverb whose fathatan is not written.',
    },
    example: { wrong: 'وصل جدا متأخرا', right: 'وصل جداً متأخرا' },
    match: function* ({ words, text }) {
      for (const word of words) {
        if (!unmarkedAdverbs.has(word.bare.replace(/^[وف](?=.{3})/, ''))) continue;
        const written = text.slice(word.start, word.end);
        if (!written.includes('ً'))
          yield { start: word.start, end: word.end, fixes: [`${written}ً`] };
      }
    },
  },
  {
    id: 'abd-joined',
    family: 'spelling',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: '«عبد» وما أُضيف إليه كلمتان: «عبد الله».',
      en: '«عبد» and the name after it are two words.',
    },
    example: { wrong: 'قال عبدالله وعبدالرحمن', right: 'قال عبد الله وعبد الرحمن' },
    match: function* ({ words, text }) {
      for (const word of words) {
        const name = /^([وفلبك]?عبد)(ال[\u0621-\u064a]{2,12})$/.exec(word.bare);
        if (name === null) continue;
        yield wordMatch(text, word, [`${name[1]} ${name[2]}`]);
      }
    },
  },
  {
    id: 'joined-particle',
    family: 'spelling',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: '«ما» و«لا» النافيتان تُكتبان منفصلتين عن الفعل.',
      en: 'The particles «ما» and «لا» stand apart from the verb that they deny.',
    },
    example: { wrong: 'مازال الوفد في بغداد', right: 'ما زال الوفد في بغداد' },
    match: byLexicon('joined-particle', true),
  },
  {
    id: 'doubled-article',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد اللام تسقط ألف التعريف: «للعراق».',
      en: 'After ل the article loses its alef: «للعراق».',
    },
    example: { wrong: 'قدّم الدعم لالعراق', right: 'قدّم الدعم للعراق' },
    match: function* ({ words, text }) {
      for (const word of words) {
        const split = /^(و?)لال([\u0621-\u064a]{3,20})$/.exec(word.bare);
        // «لالتزام»: the لام may be of the word itself.
        if (split === null || /^[تق]/.test(split[2] ?? '')) continue;
        yield wordMatch(text, word, [`${split[1]}لل${split[2]}`]);
      }
    },
  },
];

const unmarkedAdverbs = new Set('جدا شكرا فورا غدا مثلا تقريبا دائما خصوصا'.split(' '));
