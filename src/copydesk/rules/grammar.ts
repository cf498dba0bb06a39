import { countedNouns } from '../lexicons/counted.ts';
import { givenNames } from '../lexicons/names.ts';
import { neighbours, wordMatch } from '../matching.ts';
import { bareOf } from '../paragraph.ts';
import type { ParagraphRule } from '../rule.ts';

/** Agreement, number and mood, where a closed list or a figure makes it sure. */

/** Said twice on purpose, or two words of the same letters («مَن مِن»). */
const mayRepeat = new Set(
  'من ما لا كل يا إن أن نعم كلا هيا بين آه ها هل لم جدا خطوة كلمة مرة حرفا بيتا شارعا قطعة ورقة حبة دقيقة لحظة سنة دكا صفا وجها حجر واحدة بيت باب زنقة شبر قليلا رويدا شيئا يوما جنبا الله أهلا سان بابا ماما دادا تيك توك نيو فور بي سي سينما'.split(
    ' ',
  ),
);

const byPlural = new Map(countedNouns.map((noun) => [bareOf(noun.few), noun]));
const bySingular = new Map(
  countedNouns.flatMap((noun) => [
    [bareOf(noun.one), noun] as const,
    [bareOf(noun.many), noun] as const,
  ]),
);

const threeToTen = new Map<string, { m: string; f: string }>();
for (const [m, f] of [
  ['ثلاثة', 'ثلاث'],
  ['أربعة', 'أربع'],
  ['خمسة', 'خمس'],
  ['ستة', 'ست'],
  ['سبعة', 'سبع'],
  ['ثمانية', 'ثماني'],
  ['تسعة', 'تسع'],
  ['عشرة', 'عشر'],
] as const) {
  threeToTen.set(m, { m, f });
  threeToTen.set(f, { m, f });
}

const jussive = new Map<string, string>([
  ['يكون', 'يكن'],
  ['تكون', 'تكن'],
  ['أكون', 'أكن'],
  ['نكون', 'نكن'],
  ['يقول', 'يقل'],
  ['تقول', 'تقل'],
  ['يستطيع', 'يستطع'],
  ['تستطيع', 'تستطع'],
  ['يريد', 'يرد'],
  ['تريد', 'ترد'],
  ['يعود', 'يعد'],
  ['تعود', 'تعد'],
  ['يزال', 'يزل'],
  ['تزال', 'تزل'],
  ['يقوم', 'يقم'],
  ['تقوم', 'تقم'],
  ['يصيب', 'يصب'],
  ['يفوز', 'يفز'],
  ['تفوز', 'تفز'],
  ['يجيب', 'يجب'],
  ['يشير', 'يشر'],
  ['تشير', 'تشر'],
  ['يضيف', 'يضف'],
  ['تضيف', 'تضف'],
  ['يبقى', 'يبق'],
  ['تبقى', 'تبق'],
  ['ينتهي', 'ينته'],
  ['تنتهي', 'تنته'],
  ['يأتي', 'يأت'],
  ['تأتي', 'تأت'],
  ['يعطي', 'يعط'],
  ['يجري', 'يجر'],
  ['تجري', 'تجر'],
  ['يكتفي', 'يكتف'],
  ['تكتفي', 'تكتف'],
  ['يلتقي', 'يلتق'],
  ['تلتقي', 'تلتق'],
  ['يؤدي', 'يؤد'],
  ['تؤدي', 'تؤد'],
  ['يستثني', 'يستثن'],
  ['تستثني', 'تستثن'],
  ['يرى', 'ير'],
  ['ترى', 'تر'],
  ['يبدو', 'يبد'],
  ['تبدو', 'تبد'],
  ['يدعو', 'يدع'],
  ['تدعو', 'تدع'],
  ['يخفي', 'يخف'],
  ['تخفي', 'تخف'],
  ['يحصي', 'يحص'],
  ['يتلقى', 'يتلق'],
  ['تتلقى', 'تتلق'],
  ['يتبقى', 'يتبق'],
]);

/** Verbs whose ن is of the root: no plural loses it. */
const rootNun = /^(?:[يت]ت?)(?:ك|خ|ص|ه|عا|ها|ل|د|م|ع|قان|كه)ون$/;

/** Plurals of people in the nominative, which no preposition may stand before. */
const people =
  /^(?:ال|لل|بال)(?:.{3,12}يون|مسؤولون|متظاهرون|مهاجرون|لاجئون|مقاتلون|مسلحون|معارضون|محتجون|مشاركون|مواطنون|معلمون|صحافيون|صحفيون|مراقبون|محللون|مهندسون|لاعبون|مرشحون|مشرعون|موظفون|متهمون|معتقلون|مستثمرون|مزارعون|مسلمون|مؤيدون|ناشطون|منتخبون|ناخبون|باحثون|محامون|ممثلون|مستوطنون|نازحون|مدرسون|فنانون|كثيرون|آخرون)$/;
const notPeople =
  /(?:ليون|تلفزيون|تليفزيون|زيون|أفيون|مديون|بليون|ترليون|تريليون|صهيون|أكورديون|كاميون|ديون|عيون)$/;
const prepositions =
  /^[وف]?(?:من|إلى|على|عن|في|بين|مع|لدى|ضد|بعد|قبل|بحق|أمام|بعض|جميع|عدد|آلاف|مئات|عشرات)$/;

export const grammarRules: readonly ParagraphRule[] = [
  {
    id: 'doubled-word',
    family: 'grammar',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: { ar: 'كلمة مكتوبة مرّتين متتاليتين.', en: 'A word stands twice in a row.' },
    example: { wrong: 'وصل الوفد في في الصباح', right: 'وصل الوفد في الصباح' },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        if (
          before === undefined ||
          !word.arabic ||
          word.bare.length < 2 ||
          word.bare !== before.bare
        )
          continue;
        if (mayRepeat.has(word.bare) || givenNames.has(word.bare)) continue;
        // «يوماً يوماً», «صفاً صفاً»: repetition that tells them one by one.
        if (/[اى]$/.test(word.bare) && /ً/.test(text.slice(word.start, word.end))) continue;
        yield { start: before.start, end: word.end, fixes: [text.slice(before.start, before.end)] };
      }
    },
  },
  {
    id: 'doubled-phrase',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: { ar: 'عبارة مكتوبة مرّتين متتاليتين.', en: 'A phrase stands twice in a row.' },
    example: { wrong: 'وصل الوفد إلى بغداد إلى بغداد صباحاً', right: 'وصل الوفد إلى بغداد صباحاً' },
    match: function* ({ words, text }) {
      for (let i = 3; i < words.length; i += 1) {
        const [a, b, c, d] = [words[i - 3], words[i - 2], words[i - 1], words[i]];
        if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
        if (a.bare === 'بن' || b.bare === 'بن') continue;
        if (
          a.bare !== c.bare ||
          b.bare !== d.bare ||
          a.bare === b.bare ||
          !a.arabic ||
          !b.arabic ||
          a.bare.length < 2 ||
          b.bare.length < 2
        )
          continue;
        if (!b.follows || !c.follows || !d.follows || a.bare.length + b.bare.length < 6) continue;
        yield { start: a.start, end: d.end, fixes: [text.slice(a.start, b.end)] };
      }
    },
  },
  {
    id: 'counted-noun',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'تمييز العدد من 3 إلى 10 جمع، ومن 11 إلى 99 مفرد.',
      en: 'Three to ten count a plural, eleven to ninety-nine a singular.',
    },
    example: { wrong: 'شاركت 3 دولة و15 دول في القمة', right: 'شاركت 3 دول و15 دولة في القمة' },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        if (before === undefined || !/^[وفبلك]?\d{1,4}$/.test(before.term) || !word.arabic)
          continue;
        const digits = before.term.replace(/^\D/, '');
        if (/[.,،:/٫٬–-]/.test(text[before.start - 1] ?? '')) continue;
        const n = Number(digits);
        if (n > 999 || text[before.start - 1] === 'ـ') continue;
        const last = n % 100;
        const one = bySingular.get(word.bare);
        if (one !== undefined && last >= 3 && last <= 10) {
          yield wordMatch(text, word, [one.few]);
          continue;
        }
        const few = byPlural.get(word.bare);
        if (few !== undefined && last >= 11) yield wordMatch(text, word, [few.many]);
        else if (few !== undefined && last === 0 && n >= 100)
          yield wordMatch(text, word, [few.one]);
      }
    },
  },
  {
    id: 'number-gender',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'العدد من ثلاثة إلى عشرة يخالف المعدود: «ثلاث دول» و«ثلاثة رجال».',
      en: 'Numbers from three to ten take the other gender than what they count.',
    },
    example: { wrong: 'شاركت ثلاثة دول وأربع رجال', right: 'شاركت ثلاث دول وأربعة رجال' },
    match: function* ({ words, text }) {
      for (const { word, before, after } of neighbours(words)) {
        const lead = /^[وفبلك]?(?=.{2})/.exec(word.bare)?.[0] ?? '';
        const number = threeToTen.get(word.bare) ?? threeToTen.get(word.bare.slice(lead.length));
        const noun = after === undefined ? undefined : byPlural.get(after.bare);
        if (number === undefined || noun === undefined) continue;
        // «خمس عشرة», «الدول الثلاث».
        if (
          before !== undefined &&
          (threeToTen.has(before.bare.replace(/^[وفبلك]/, '')) || threeToTen.has(before.bare))
        )
          continue;
        // «السادس عشر».
        if (/^عشرة?$/.test(word.bare) && before?.bare.startsWith('ال')) continue;
        const prefix = threeToTen.has(word.bare) ? '' : lead;
        const right = `${prefix}${number[noun.gender]}`;
        if (right !== word.bare) yield wordMatch(text, word, [right]);
      }
    },
  },
  {
    id: 'jussive',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: '«لم» تجزم الفعل، فيُحذف حرف العلّة: «لم يكن».',
      en: 'After «لم» the verb is cut short: «لم يكن».',
    },
    example: { wrong: 'لم يكون الوفد هناك', right: 'لم يكن الوفد هناك' },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        const right = jussive.get(word.bare);
        if (right !== undefined && /^[وفأ]?لم$/.test(before?.bare ?? ''))
          yield wordMatch(text, word, [right]);
      }
    },
  },
  {
    id: 'dropped-nun',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد «لم» و«لن» و«أن» تُحذف نون الجمع: «لن يعودوا».',
      en: 'After «لم», «لن» and «أن» the plural verb loses its ن: «لن يعودوا».',
    },
    example: { wrong: 'قرروا أن يعودون غداً', right: 'قرروا أن يعودوا غداً' },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        if (!/^ي.{2,10}ون$/.test(word.bare) || rootNun.test(word.bare)) continue;
        if (!/^(?:[وفأ]?لم|[وف]?لن|[وفب]?أن|لكي|كي)$/.test(before?.bare ?? '')) continue;
        yield wordMatch(text, word, [`${word.bare.slice(0, -1)}ا`]);
      }
    },
  },
  {
    id: 'genitive-plural',
    family: 'grammar',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'بعد حرف الجرّ والمضاف ياء ونون: «من المسؤولين».',
      en: 'After a preposition the plural ends in ـين: «من المسؤولين».',
    },
    example: { wrong: 'طلب من المسؤولون العودة', right: 'طلب من المسؤولين العودة' },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        if (!people.test(word.bare) || notPeople.test(word.bare)) continue;
        const attached = /^(?:لل|بال)/.test(word.bare);
        if (!attached && !prepositions.test(before?.bare ?? '')) continue;
        yield wordMatch(text, word, [`${word.bare.slice(0, -2)}ين`]);
      }
    },
  },
  {
    id: 'missing-alef',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'بعد واو الجماعة في الفعل ألف: «قالوا».',
      en: 'The plural of a verb ends in و with an alef: «قالوا».',
    },
    example: { wrong: 'قالو إنهم عادو أمس', right: 'قالوا إنهم عادوا أمس' },
    match: function* ({ words, text }) {
      for (const word of words) {
        const stem = /^([وف]?)(.{2,8})و$/.exec(word.bare);
        if (
          stem !== null &&
          (pluralVerbs.has(stem[2] ?? '') || pluralVerbs.has(word.bare.slice(0, -1)))
        )
          yield wordMatch(text, word, [`${word.bare}ا`]);
      }
    },
  },
  {
    id: 'needless-alef',
    family: 'spelling',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'الألف بعد الواو للفعل وحده؛ جمع الاسم المضاف والفعل المفرد بلا ألف.',
      en: 'Only plural verbs end in وا: a noun in the construct, or a singular verb, has no alef.',
    },
    example: {
      wrong: 'قال مسؤولوا الحكومة إن الوزير يدعوا للحوار',
      right: 'قال مسؤولو الحكومة إن الوزير يدعو للحوار',
    },
    match: function* ({ words, text }) {
      for (const { word, before } of neighbours(words)) {
        const noun = /^[وفبلك]?(.{4,12})وا$/.exec(word.bare);
        if (noun === null && !word.bare.endsWith('وا')) continue;
        const isNoun = constructs.has(noun?.[1] ?? '') || constructs.has(word.bare.slice(0, -2));
        const verb = /^[وفسل]?(.{3,6})وا$/.exec(word.bare)?.[1] ?? '';
        // «لم يدعوا», «أن يدعوا»: plurals.
        const mood = /^(?:[وفأ]?لم|[وف]?لن|[وفب]?أن|ألا|لا|كي|لكي|حتى|و?قد|ل)$/.test(
          before?.bare ?? '',
        );
        if (isNoun || (singularVerbs.has(verb) && !mood))
          yield wordMatch(text, word, [word.bare.slice(0, -1)]);
      }
    },
  },
];

const pluralVerbs = new Set(
  `قال كان عاد وصل أعلن أكد شارك رفض دعا قام غادر خرج دخل نظم قتل أصيب اعتقل تظاهر احتج هاجم تمكن استطاع بدأ واصل أضاف أشار أوضح تعرض فقد حصل ذهب جاء تجمع انضم انسحب شن نفذ أطلق ألق سقط فر هرب نزح طلب انتخب صوت وقع اتفق اجتمع التق ناقش شدد حضر فاز خسر سجل لعب احتفل شكل عبر أرسل قدم تحدث كتب قرر عمل ظل صار أصبح أراد عرف شهد رأ تلق تبادل استخدم استهدف أقام ألقو اختطف ارتكب اختار استقبل حمل ردد هتف رفع طرد سار توجه اقتحم أغلق قطع`
    .split(/\s+/)
    .filter(
      (stem) =>
        !['دعا', 'فر', 'رأ', 'ألقو', 'شن', 'عمل', 'سار', 'صوت', 'عبر', 'كان'].includes(stem),
    )
    .concat('كان'),
);
const constructs = new Set(
  'مسؤول مهندس معلم موظف عضو لاعب مدرس مقاتل مشجع منتخب نازح مسلح ممثل مندوب مراسل صحافي صحفي سياسي مرشح محام مستشار مهاجر مواطن مؤيد معارض ناشط محتج متظاهر مستثمر منظم مشارك مدير باحث مصور محرر مؤسس منتج صانع مستخدم متابع'.split(
    ' ',
  ),
);
const singularVerbs = new Set(
  'يدعو تدعو ندعو أدعو يرجو نرجو أرجو ترجو يبدو تبدو يشكو تشكو نشكو يتلو تتلو ينمو تنمو يغزو تغزو يعلو تعلو ينجو تنجو يمحو تصحو يصحو يسمو تسمو نسمو'
    .split(' ')
    .map((verb) => verb.slice(0, -1)),
);
