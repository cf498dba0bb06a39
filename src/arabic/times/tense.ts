import { monthPattern } from '../months.ts';
import { normalise } from '../normalise.ts';

/**
 * Whether a clause tells of what was or of what will be, by the verb before a time: «أعلنت الوزارة
 * الأحد», «سيلتقي الرئيسان الأربعاء». Closed lists, since most forms of Arabic verbs may be nouns.
 */

const said = (list: string): string => normalise(list).trim().split(/\s+/u).join('|');

/** Verbs of the news in the past tense that are no nouns as well. */
const past = said(`
  قُتل أصيب جُرح وصل غادر التقى استقبل ناقش افتتح أطلق استهدف هاجم انسحب استأنف
  استؤنف اندلع انفجر انهار شهد سجّل بدأ انطلق انتهى انتهت اختتم صوّت أقرّ أُقرّ وافق رفض أصدر أقال استقال توفي توفى فاز
  خسر تعادل هبط ارتفع انخفض تراجع أغلق توقف اعتقل أوقف ضبط أحبط أدان ندّد استنكر رحّب أعرب اعتبر تلقى تلقت تسلّم تسلّمت جدّد شدّد
  تحدّث اجتمع شارك زار عاد توجّه تفقّد دشّن شيّع احتجّ تظاهر خرج ألقى ألقت اتهم اغتيل اختطف خُطف عثر غرق احترق اشتعل نجا نجت أنقذ لقي نعى نجح فرض استشهد دان ترأس صادق أرجأ أجّل
  أدّى أدّت تسبّب أسفر شوهد رصد سقط أنهى أنهت أكمل تأهّل تغلّب أحرز تُوّج تبادل اتفق انتخب استجوب أفرج أبقى أبقت استحوذ تبرّع حصل قدّم
  جرى جرت وقّع وقع لفت أشار نشب قضى قضت بلغ استضاف تعرّض تعرّضت اعترف اعتذر اقتحم انتشر شنّ شنّت سلّم حكمت قصفت هزّ هزّت ضرب ضربت`);
/** What is announced may be to come: «أعلنت الوزارة عقد الجلسة الأحد». */
const telling = said('قال أعلن أكد ذكر أفاد أوضح أضاف نفى حذّر كشف دعا طالب قرّر صرّح');
const announced =
  /(?<!\p{L})(?:عقد|فتح|اجراء|تنظيم|بدء|بدايه|اطلاق|استيناف|تاجيل|موعد|افتتاح|اقامه|انطلاق|اجتماع|جلسه|زياره|موتمر|اضراب|عطله|تعطيل|اغلاق)(?!\p{L})/u;
const mostWords = 3;
/** «عقد اجتماعاً»: verbs that are nouns too count only where a clause begins. */
const pastOrNoun = said('عقد بحث رفع خفض عرض نشر نقل وضع قصف نظّم حكم طلب قرأ فتح');
const person = '(?:ت|ا|تا|وا|نا|و)?(?:ه|ها|هم)?';

/** Where a clause may begin: its verb decides, not that of the clause before. */
const boundary =
  /(?::(?=\s)|[.؟!؛،«»"\n()–]|(?<!\p{L})[وب]?(?:ان|انه|انها|انهم|الذي|التي|الذين|حين|عندما|بينما)(?!\p{L}))/gu;

/** After س with ي or ت: so that «سياتل» and «ستيفن» promise nothing. */
const coming = said(`
  كون عقد تم جري بدأ نطلق لتقي زور ستقبل شارك حضر قام فتتح علن صوّت ناقش بحث جتمع نظر صدر نشر طلق صل غادر توجّه سافر ستضيف نظّم واجه
  لعب خوض ستأنف عود غلق فتح قدّم عرض وقّع نتخب حتفل شهد تحدّث دخل تسلّم لقي حسم قرّر بثّ طرح صرف حلّ نتهي لتئم جتاز بدي رأس حاكم مثل عاد صدّق صادق جدّد علّق`);
const future = new RegExp(
  `(?<!\\p{L})(?:[وف]?س[يت](?:${coming})(?:ون|ان|وا|ا)?|سوف|لن|المقرر|المتوقع|المرتقب|المنتظر|[يت]عتزم|[يت]نوي)(?!\\p{L})`,
  'gu',
);
/** «الحكم الصادر الخميس»: what was, within what will be. */
const done = /(?<!\p{L})(?:الصادره?|المنشوره?|المعلنه?|الموقعه?|التي|الذي)(?!\p{L})/u;
const pastAnywhere = new RegExp(
  `(?<!\\p{L})[وف]?(?:${past}|(?<telling>${telling}))${person}(?!\\p{L})`,
  'gu',
);
const pastFirst = new RegExp(
  `^[\\s«"]*(?:(?:لقد|قد|وقد)\\s+)?[وف]?(?:${pastOrNoun})${person}(?!\\p{L})`,
  'u',
);
/** «يلتقي الرئيسان الأحد», «وتستمر حتى الأحد»: what has a day of its own is planned. */
const planned = new RegExp(
  `(?<!\\p{L})[وف]?(?:ي(?:${coming}|ستمر|عيد|ختتم|حيي|قام|تواصل|سافر|مدد)|ت(?:عقد|بدا|نطلق|جري|ستضيف|فتتح|ستمر|صل|لتقي|نظم|نتهي|عود|عيد|قام|ختتم|حيي|شارك|زور|ستانف|تواصل|بث|فتح|لعب|واجه))(?:ون|ان|وا)?(?!\\p{L})`,
  'gu',
);
/** Other verbs of the present, which leave it open. */
const present =
  /(?<!\p{L})[وف]?ي(?!وم|ونيو|وليو|ناير|وسف|حيي|مين|سار|ونان|مني|اسر|اسين|عقوب|هود|افا)\p{L}{3,}(?!\p{L})/u;
/** «أرجأ الجلسة إلى الاثنين». */
const putOff = /(?<!\p{L})(?:ارجا|ارجات|اجل|اجلت|ارجيت|تاجيل|ارجاء)(?!\p{L}).*\s(?:الي|حتي)\s+$/u;
/** «كان من المقرر أن يصل الأحد», «التقاه قبل أن يعود الخميس»: it may have been. */
const itWas = /(?<!\p{L})[وف]?كانت?\s[^.،]*$|(?:قبل|بعد)\s+$/u;
const anyMonth = new RegExp(monthPattern, 'u');

/**
 * @param before normalised text that stands before a time
 * @returns -1 where it has been, 1 where it is to come, null where the clause does not tell
 */
export function tenseBefore(before: string): -1 | 1 | null {
  // «كشف الوزير، الخميس، عن»: a day between commas belongs to what stands before it.
  const isApart = /،\s*$/u.test(before);
  const text = isApart ? before.trimEnd().slice(0, -1) : before;
  const begins = [...text.matchAll(boundary)].at(-1);
  const clause = text.slice(begins === undefined ? 0 : begins.index + begins[0].length);
  if (putOff.test(clause)) return 1;
  const will = [...clause.matchAll(future)].at(-1);
  const plan = [...clause.matchAll(planned)].at(-1);
  const was = [...clause.matchAll(pastAnywhere)].at(-1) ?? pastFirst.exec(clause);
  const wasAt = was?.index ?? -1;
  if (will !== undefined && will.index > wasAt)
    return done.test(clause.slice(will.index)) ? null : 1;
  if (plan !== undefined && plan.index > wasAt) {
    const main = text.slice(0, begins?.index ?? 0);
    return done.test(clause.slice(plan.index)) || itWas.test(main) || /(?<!\p{L})كان/u.test(clause)
      ? null
      : 1;
  }
  if (was === null) return null;
  const since = clause.slice(was.index + was[0].length);
  if (present.test(since) || anyMonth.test(since)) return null;
  const isOpen = was.groups?.telling !== undefined && !isApart;
  if (isOpen && (since.trim().split(/\s+/u).length > mostWords || announced.test(since)))
    return null;
  return -1;
}
