import { normalise } from '../../arabic/normalise.ts';
import { neighbours, pattern, replaced } from '../matching.ts';
import type { Paragraph } from '../paragraph.ts';
import { quotePairs } from '../protect.ts';
import type { ParagraphRule, StoryMatch, StoryRule } from '../rule.ts';

/** What a news editor asks: who says so, what does this stand for, is the headline too long. */

const attribution = new Set(
  normalise(
    `قال قالت قالوا يقول تقول وقال وقالت فقال قائلا قائلة قوله قولها قولهم أكد أكدت وأكد وأكدت مؤكدا مؤكدة أوضح أوضحت وأوضح وأوضحت موضحا موضحة أعلن أعلنت وأعلن وأعلنت معلنا ذكر ذكرت وذكر وذكرت أفاد أفادت وأفاد وأفادت مفيدا
    صرح صرحت وصرح وصرحت تصريح تصريحات بتصريح اعتبر اعتبرت واعتبر واعتبرت معتبرا معتبرة نفى نفت ونفى ونفت حذر حذرت وحذر وحذرت محذرا محذرة أضاف أضافت وأضاف وأضافت مضيفا مضيفة أشار أشارت وأشار وأشارت مشيرا مشيرة
    كتب كتبت وكتب وكتبت كاتبا نقل نقلت ونقل ونقلت نقلا نسب نسبت ونسبت بحسب حسب وفق وفقا بيان البيان رأى رأت ورأى ورأت يرى ترى شدد شددت وشدد وشددت مشددا مشددة تابع تابعت وتابع وتابعت متابعا ختم وختم لفت لفتت ولفت ولفتت لافتا وصف وصفت ووصف ووصفت واصفا
    غرد غردت وغرد تغريدة تغريدته رد ردت ورد وردت ردا سأل سألت وسأل متسائلا تساءل وتساءل جاء وجاء ورد وفيه رسالة كلمته كلمة خطاب خطابه مقابلة حديث حديثه حوار هتف وهتف هتفوا ردد وردد مرددين شعار شعارات لافتات عنوان بعنوان عبارة اسم باسم يدعى تسمى يسمى المسمى المسماة المعروف المعروفة عرف
    وعد ووعد تعهد وتعهد طالب وطالب طالبت دعا دعت ودعا ودعت داعيا اتهم اتهمت واتهم واتهمت متهما زعم زعمت وزعم ادعى ادعت كشف كشفت وكشف وكشفت كاشفا نشر نشرت ونشر تحدث تحدثت وتحدث علق علقت وعلق وعلقت معلقا أعرب أعربت وأعرب وأعربت معربا عبر عبرت وعبر معبرا أبلغ أبلغت وأبلغ
    توقع توقعت وتوقع استنكر أدان أدانت وأدانت اقترح أقر اعترف اعترفت تحت كتاب كتابه رواية فيلم أغنية قصيدة مسرحية برنامج نص قانون مادة المادة الفصل تساؤل سؤال يضيف تضيف يؤكد تؤكد يوضح يشير تشير يعتبر يصف`,
  ).split(/\s+/),
);

const hearsay =
  /(?<!\p{L})[وف]?(?:يقال|قيل|يشاع|أشيع|تردد|يتردد|ترددت أنباء|ترددت معلومات|سرت شائعات|هناك من يقول|يقول البعض|يرى البعض|يرى كثيرون|زعم البعض|يعتقد البعض|يعتقد كثيرون|يؤكد كثيرون|علم أن) (?:إن|أن|بأن|أنه|إنه|أنها|إنها)(?!\p{L})/gu;

const unnamed =
  /(?<!\p{L})[وف]?(?:مصادر مطلعة|مصدر مطلع|مصادر خاصة|مصدر خاص|مصادر موثوقة|مصدر موثوق|مصادر عليمة|مصدر مسؤول|مصادر رفيعة المستوى|مصدر رفيع المستوى|مصادر مقربة|مصدر مقرب|مصادر مسؤولة)(?!\p{L})/gu;

/** Known to every reader by their letters. */
const knownAcronyms = new Set(
  'BBC CNN FBI CIA NATO TV US UK UN EU AFP PDF SMS GPS DNA WWW MBC LBC OK HD TNT USB NBA FIFA UEFA NASA RT IT AI FM AM PM CD DVD SUV ID LED PC IP ABC NBC CBS HTTP HTTPS HTML URL VIP'.split(
    ' ',
  ),
);

const quoteWords = 8;
/** How speech begins, and a title or a list does not. */
const speech =
  /^(?:[وف]?(?:إن|إنن|نحن|لن|لم|ليس|ليست|لقد|قد|هناك|علينا|يجب|كان|كانت|لا|هذا|هذه|أنا|نأمل|نريد|نطالب)(?:ا|نا|ه|ها|هم|ني)?|س[نأ].{3,})$/;

function attributed({ words }: Paragraph): boolean {
  return words.some(({ term }) => attribution.has(term));
}

export const newsRules: readonly (ParagraphRule | StoryRule)[] = [
  {
    id: 'long-headline',
    family: 'news',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    quotes: 'check',
    message: {
      ar: 'العنوان أطول ممّا تسمح به الصحيفة: يُقطع في نتائج البحث وعلى الهاتف.',
      en: 'The headline is longer than the house allows; search results and phones cut it.',
    },
    example: { wrong: 'عنوان طويل هنا\n\nمتن قصير.', right: null, style: { headlineLength: 10 } },
    match: ({ text, kind }, { style }) => {
      const length = [...text.trim()].length;
      if (kind !== 'headline' || length <= style.headlineLength) return [];
      return [
        {
          ...{ start: 0, end: text.length, fixes: [] },
          message: {
            ar: `في العنوان ${length} حرفاً، والحدّ ${style.headlineLength}: يُقطع في نتائج البحث وعلى الهاتف.`,
            en: `The headline has ${length} characters, the limit is ${style.headlineLength}; search results and phones cut it.`,
          },
        },
      ];
    },
  },
  {
    id: 'hearsay',
    family: 'news',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'قول بلا قائل: من يقول هذا؟',
      en: 'A claim without a source: who says so?',
    },
    example: { wrong: 'ويقال إن الوزير سيستقيل غداً', right: null },
    match: (paragraph) => pattern('', hearsay, (match) => replaced(match))(paragraph),
  },
  {
    id: 'unsourced-quote',
    family: 'news',
    severity: 'warning',
    scope: 'story',
    safe: false,
    quotes: 'check',
    message: {
      ar: 'كلام بين علامتي تنصيص لم يُذكر قائله في الفقرة ولا قبلها.',
      en: 'Words in quotation marks, and neither this paragraph nor the one before says whose.',
    },
    example: {
      wrong:
        'وصل الوفد إلى بغداد صباحاً.\n\n«لن نعود إلى طاولة الحوار قبل أن تتحقق مطالبنا كلها»، وغادر الوفد المدينة.',
      right: null,
    },
    match: function* (story): Iterable<StoryMatch> {
      for (const [index, paragraph] of story.paragraphs.entries()) {
        if (paragraph.kind !== 'body' || !/[«“"]/.test(paragraph.text)) continue;
        const around = [index - 2, index - 1, index, index + 1].flatMap(
          (i) => story.paragraphs[i] ?? [],
        );
        if (around.some((one) => attributed(one) || one.text.trim().endsWith(':'))) continue;
        for (const { open, close, depth } of quotePairs(paragraph.text)) {
          const words = paragraph.words.filter(
            ({ start, end }) => start > open && end <= close,
          ).length;
          const first = paragraph.words.find(({ start }) => start > open);
          if (depth > 0 || words < quoteWords || !speech.test(first?.bare ?? '')) continue;
          yield { paragraph: index, start: open, end: close + 1, fixes: [] };
        }
      }
    },
  },
  {
    id: 'unnamed-source',
    family: 'news',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'مصدر بلا اسم ولا صفة: قل كيف عرف، ولماذا لا يُسمّى.',
      en: 'A source without name or position: say how it knows, and why it is not named.',
    },
    example: { wrong: 'أكدت مصادر مطلعة أن الاتفاق قريب', right: null },
    match: (paragraph) => pattern('', unnamed, (match) => replaced(match))(paragraph),
  },
  {
    id: 'acronym',
    family: 'news',
    severity: 'info',
    scope: 'story',
    safe: false,
    message: {
      ar: 'اختصار لم يُشرح في المادة.',
      en: 'An acronym that the story never explains.',
    },
    example: { wrong: 'قدّمت منظمة IOM مساعدات للنازحين', right: null },
    match: function* (story): Iterable<StoryMatch> {
      const seen = new Set<string>();
      for (const [paragraph, { text, protected: kept }] of story.paragraphs.entries())
        for (const match of text.matchAll(/(?<![A-Za-z0-9.@#/-])[A-Z]{2,6}(?![A-Za-z0-9.@/-])/g)) {
          const [acronym] = match;
          if (
            seen.has(acronym) ||
            knownAcronyms.has(acronym) ||
            kept.at(match.index, match.index + 2) !== null
          )
            continue;
          seen.add(acronym);
          const [before, after] = [
            text.slice(Math.max(0, match.index - 2), match.index),
            text.slice(match.index + acronym.length, match.index + acronym.length + 3),
          ];
          // «منظمة الهجرة (IOM)», «IOM (منظمة الهجرة)»; a line in capitals is no acronym.
          if (
            /\($/.test(before) ||
            /^ ?\(/.test(after) ||
            /[A-Z]{2,} ?$/.test(before) ||
            /^ ?[A-Z]{2}/.test(after)
          )
            continue;
          yield { paragraph, start: match.index, end: match.index + acronym.length, fixes: [] };
        }
    },
  },
  {
    id: 'exposed-contact',
    family: 'news',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    sees: 'everything',
    quotes: 'check',
    message: {
      ar: 'رقم هاتف أو بريد يصير في متناول الجميع بعد النشر؛ تأكّد أن صاحبه أذن.',
      en: 'A telephone number or address that anyone may read; make sure its owner agreed.',
    },
    example: { wrong: 'للتواصل على الرقم ‎+964 770 123 4567', right: null },
    match: pattern(
      '',
      /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\d+])(?:\+|00)\d{1,3}[\d ()-]{6,16}\d(?!\d)|(?<!\d)07[3-9]\d[ -]?\d{3}[ -]?\d{4}(?!\d)/g,
      (match) => replaced(match),
    ),
  },
  {
    id: 'relative-day',
    family: 'dates',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: '«أمس» و«اليوم» و«غداً» لا تُفهم بعد يومين؛ اذكر اليوم أو تاريخه.',
      en: 'Yesterday, today and tomorrow mean nothing two days later; name the day or its date.',
    },
    example: { wrong: 'وصل الوفد أمس إلى العاصمة', right: null },
    match: function* ({ words }) {
      for (const { word, before, after } of neighbours(words)) {
        if (!/^(?:أمس|امس|غدا|البارحة)$/.test(word.bare)) continue;
        const anchor = /^(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)$|^\d/;
        if (anchor.test(after?.term ?? '') || anchor.test(before?.term ?? '')) continue;
        yield { start: word.start, end: word.end, fixes: [] };
      }
    },
  },
  {
    id: 'no-final-stop',
    family: 'punctuation',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'لا علامة في آخر الفقرة.',
      en: 'The paragraph ends without a mark.',
    },
    example: {
      wrong:
        'وصل الوفد العراقي إلى العاصمة الأردنية عمّان صباح الأحد للمشاركة في القمة التي تبدأ أعمالها غداً الاثنين بحضور عدد من القادة',
      right:
        'وصل الوفد العراقي إلى العاصمة الأردنية عمّان صباح الأحد للمشاركة في القمة التي تبدأ أعمالها غداً الاثنين بحضور عدد من القادة.',
    },
    match: ({ text, kind, words }) => {
      const last = words.at(-1);
      const end = text.trimEnd().length;
      if (
        kind !== 'body' ||
        words.length < 20 ||
        last === undefined ||
        !last.arabic ||
        last.end !== end
      )
        return [];
      return [{ start: last.start, end, fixes: [`${text.slice(last.start, end)}.`] }];
    },
  },
];
