import { soundsLikeSite } from './words/outlets.ts';
import { beginsWith, contentStems, keysOf, matchKey, overlap, wordsIn } from './words/text.ts';
import { holdsVerb } from './words/verbs.ts';

/** A title of two decks, in the order in which they stood. */
export interface Decks {
  first: string;
  second: string;
  /** One of the two is only a label («بالصور», «العراق»): the other is the headline, whatever the body says. */
  label: 'first' | 'second' | null;
}

export interface Titles {
  headline: string;
  kicker: string | null;
  deck: string | null;
}

/** Fewer words than this on either side are a fragment of one thought: «أخيراً.. عاد الجسر». */
const FEWEST_WORDS = 3;
const MOST_LABEL_WORDS = 3;
/** A sentence of its own before a colon has more, as a name may look like a verb («اللواء يحيى رسول»). */
const FEWEST_IN_SENTENCE = 4;

const labels = new Set(
  keysOf(`
    عاجل|خبر عاجل|هام|مهم|حصري|حصرياً|خاص|خاص وحصري|انفراد|متابعة|تحديث|بالصور|صور|بالصورة|بالفيديو|فيديو|شاهد|شاهد بالفيديو|بالصور والفيديو|صور وفيديو|فيديو وصور|بالصوت|بالصوت والصورة|بالوثائق|بالوثيقة|وثيقة|وثائق|بالأسماء|بالأرقام|بالتفاصيل|بالخريطة|بالخرائط|بالإنفوغراف|إنفوغراف|انفوغرافيك|إنفوغرافيك|كاريكاتير|بودكاست|بث مباشر|مباشر|تغطية مباشرة|تغطية مستمرة|لحظة بلحظة
    تقرير|تقرير خاص|تقارير|تحليل|تحليل إخباري|رأي|مقال|مقال رأي|افتتاحية|الافتتاحية|مقابلة|حوار|حوار خاص|مقابلة خاصة|تحقيق|تحقيق استقصائي|ملف|ملف خاص|قصة|قصة مصورة|بورتريه|ريبورتاج|استطلاع|استطلاع رأي|دراسة|دراسة جديدة|سؤال وجواب|أسئلة وأجوبة|شرح|إضاءة|خلفية|ذاكرة|تسلسل زمني|تذكير|تصحيح|توضيح|طقس|الطقس|حالة الطقس|أسعار العملات|نتائج|رسمياً|رسميا|تحذير
    breaking|breaking news|video|photos|exclusive|live|opinion|analysis|watch|urgent|vidéo|en direct
  `),
);

/** Events and matters, which do not speak: what stands before the colon is no speaker. */
const events = beginsWith(`
  انتهاء|نهاية|بدء|بداية|انطلاق|إطلاق|افتتاح|إغلاق|ارتفاع|انخفاض|تراجع|هبوط|صعود|توقيع|حريق|حرائق|فيضان|فيضانات|سيول|زلزال|عاصفة|إعصار|موجة حر|موجة برد|جفاف|انهيار|انفجار|هجوم|غارات|غارة|قصف|اغتيال|مقتل|وفاة|رحيل|إصابة|حادث|اعتقال|توقيف|محاكمة|استقالة|إقالة|تعيين|انتخابات|الانتخابات|قمة|القمة|مؤتمر|مهرجان|معرض|كأس|دوري|الدوري|بطولة|تصفيات|مباراة|نهائي|نصف نهائي|كورونا|كوفيد|فيروس|وباء|جائحة|أزمة|الأزمة|حرب|الحرب|معركة|هدنة|مفاوضات|المفاوضات|محادثات|مباحثات|اتفاق|اتفاقية|زيارة|جولة|عودة|تحول|تغير|تغيّر|مشروع|خطة|قانون|موازنة|الموازنة|ميزانية|أسعار|ارتفاع أسعار|سعر|نقص|انقطاع|إضراب|احتجاجات|تظاهرات|مظاهرات|إعادة|ترميم|إنقاذ|نزوح|هجرة|عطلة|عيد|رمضان|الحج|موسم
`);

/** Words with which what is said of a time or a circumstance begins. No speaker begins so. */
const circumstances = beginsWith(
  'بعد|قبل|رغم|برغم|مع|في|من أجل|بسبب|وسط|خلال|منذ|عشية|غداة|إثر|على خلفية|على هامش|للمرة|بين|ضد|حول|عن|هل|كيف|لماذا|ماذا|متى|أين|ما|هكذا|هذا|هذه|بهدف|بحضور|بمشاركة|بمناسبة|تحت|عبر|نحو|إلى|لأول مرة|لا',
);

/** Who speaks: a title, an office or a kind of source; such a side is never split off at a colon. */
const speakers = beginsWith(`
  وزير|وزيرة|الوزير|الوزيرة|وزارة|رئيس|رئيسة|الرئيس|رئاسة|نائب|نائبة|النائب|النائبة|مدير|مديرة|المدير|مصدر|مصادر|المصدر|مسؤول|مسؤولة|مسؤولون|مسؤولان|المسؤول|مسئول|متحدث|متحدثة|المتحدث|المتحدثة|ناطق|الناطق|ناطقة|خبير|خبيرة|خبراء|الخبير|محلل|محللون|باحث|باحثة|باحثون|دراسة|تقرير|علماء|أطباء|طبيب|طبيبة|شاهد عيان|شهود|شهود عيان|سفير|سفيرة|السفير|مبعوث|المبعوث|أمين|الأمين|محافظ|المحافظ|عمدة|رئيس بلدية|قائد|القائد|قيادي|القيادي|عضو|أعضاء|مستشار|مستشارة|المستشار|الشيخ|السيد|السيدة|الدكتور|الدكتورة|د|الأمير|الملك|الملكة|البابا|البطريرك|المطران|المفتي|المرجع|مدرب|المدرب|مدربة|لاعب|اللاعب|نجم|كاتب|الكاتب|كاتبة|مخرج|المخرج|ممثل|ممثلة|الفنان|الفنانة|الشاعر|المؤرخ|الناشط|ناشط|ناشطون|صحيفة|وكالة|موقع|قناة|مجلة|إعلام|الإعلام|وسائل إعلام|هيئة|الهيئة|نقابة|النقابة|اتحاد|الاتحاد|جمعية|منظمة|مؤسسة|شركة|مركز|معهد|جامعة|مجلس|المجلس|لجنة|اللجنة|محكمة|المحكمة|الشرطة|شرطة|الجيش|جيش|قوات|حزب|حركة|ائتلاف|تحالف|كتلة|تيار|حكومة|الحكومة|البنك|بنك|المصرف|البيت الأبيض|البنتاغون|الكرملين|الأمم المتحدة|الخارجية|الداخلية|الدفاع|الصحة|المالية|برلماني|برلمانية|نواب|والي|الوالي|كاتب عام|سكرتير|إمام|خطيب|قاض|القاضي|محام|المحامي|مواطنون|سكان|أهالي|والد|والدة|ابن|زوجة|شقيق
`);

/** How what somebody says begins: in the first person, as a demand, a denial or a judgement. */
const speech = beginsWith(
  'لا|لن|لم|لست|لسنا|ليس|ليست|نحن|أنا|إن|إننا|إنني|علينا|عليكم|يجب|ينبغي|يتعين|هذا|هذه|سوف|كفى|ما زلنا|مازلنا|ما|لا بد|لدينا|عندنا|لنا|لي|أنتم|أنت|من حق|من حقنا|إذا|لو|كل',
);
const firstPerson = /^(?:سن|سا|فلن|ولن|نر|نت|نس|نط|نؤ|نع|ند|نح|نو)\p{L}{2,}/u;

interface Cut {
  from: number;
  to: number;
}

const dots = /\s*(?:\.{2,}|…+)[\s.…]*/gu;
const bars = /\s*\|+\s*/gu;
const dashes = /\s+[-–—]+\s+/gu;
const colons = /\s*[:：](?=\s)\s*/gu;
const breaks = /\s*\n\s*/gu;

const opening = /[«“([{]/u;
const closing = /[»”)\]}]/u;

/** Where separators stand outside quotation marks and brackets, with text on both sides. */
function cuts(title: string, separator: RegExp): Cut[] {
  const found: Cut[] = [];
  let depth = 0;
  let straight = 0;
  let at = 0;
  for (const match of title.matchAll(separator)) {
    for (; at < match.index; at += 1) {
      const sign = title.charAt(at);
      if (opening.test(sign)) depth += 1;
      else if (closing.test(sign)) depth = Math.max(0, depth - 1);
      else if (sign === '"') straight += 1;
    }
    const to = match.index + match[0].length;
    if (depth === 0 && straight % 2 === 0 && match.index > 0 && to < title.length)
      found.push({ from: match.index, to });
  }
  return found;
}

const words = (text: string): number => wordsIn(matchKey(text));

function sidesOf(title: string, cut: Cut): [string, string] {
  return [title.slice(0, cut.from).trim(), title.slice(cut.to).trim()];
}

const isLabel = (side: string): boolean => labels.has(matchKey(side));

function byBreak(title: string): Decks | null {
  const [cut] = cuts(title, breaks);
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  const label = isLabel(first) ? 'first' : isLabel(second) ? 'second' : null;
  return { first, second: second.replace(breaks, ' '), label };
}

/** «عاجل | …», «العراق | …»: a short side is a label. */
function byBar(title: string): Decks | null {
  for (const cut of cuts(title, bars)) {
    const [first, second] = sidesOf(title, cut);
    if (words(first) <= MOST_LABEL_WORDS) return { first, second, label: 'first' };
    if (words(second) <= MOST_LABEL_WORDS) return { first, second, label: 'second' };
    return { first, second, label: null };
  }
  return null;
}

function byDots(title: string): Decks | null {
  for (const cut of cuts(title, dots)) {
    const [first, second] = sidesOf(title, cut);
    if (words(first) >= FEWEST_WORDS && words(second) >= FEWEST_WORDS)
      return { first, second, label: null };
  }
  return null;
}

function byDash(title: string): Decks | null {
  const found = cuts(title, dashes);
  const [cut] = found;
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  if (isLabel(first)) return { first, second, label: 'first' };
  // Two dashes are a parenthesis; a dash between figures is a score or a span of years.
  if (found.length > 1 || (/\p{N}$/u.test(first) && /^\p{N}/u.test(second))) return null;
  if (words(first) < FEWEST_WORDS || words(second) < FEWEST_WORDS) return null;
  return { first, second, label: null };
}

/**
 * A colon mostly stands behind a speaker, who is part of the headline. It parts two decks only where
 * the first cannot be a speaker: a label, an event, a circumstance, or a sentence of its own.
 */
function byColon(title: string): Decks | null {
  const [cut] = cuts(title, colons);
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  const key = matchKey(first);
  // «دراسة: …» and «تقرير: …» are speakers where a claim follows, so only the rest are labels.
  if (isLabel(first) && !speakers.test(key)) return { first, second, label: 'first' };
  if (speakers.test(key) || /^[«“"]/u.test(second)) return null;
  const said = matchKey(second);
  if (words(second) < FEWEST_WORDS || speech.test(said) || firstPerson.test(said)) return null;
  if (events.test(key) && words(first) <= MOST_LABEL_WORDS)
    return { first, second, label: 'first' };
  const isThought = (events.test(key) || circumstances.test(key)) && words(first) >= FEWEST_WORDS;
  const isSentence =
    holdsVerb(first) && words(first) >= FEWEST_IN_SENTENCE && words(second) >= FEWEST_IN_SENTENCE;
  return isThought || isSentence ? { first, second, label: null } : null;
}

const ways = [byBreak, byBar, byDots, byDash, byColon];

/**
 * Parts a title into two decks at a line break, «|», «..», «…», « - », « – » or «:», the first of
 * these that truly parts it; null when the title is one thought.
 */
export function splitDecks(title: string): Decks | null {
  for (const way of ways) {
    const decks = way(title);
    if (decks) return decks;
  }
  return null;
}

/**
 * Which of two decks the first paragraph reports: that is the headline, the other the kicker if it
 * stood before it, the deck if it stood after. A label is never the headline. When the paragraph
 * decides nothing, the second is asked, and then the first deck is the headline.
 */
export function chooseHeadline(decks: Decks, paragraphs: readonly string[]): Titles {
  const asKicker = { headline: decks.second, kicker: decks.first, deck: null };
  const asDeck = { headline: decks.first, kicker: null, deck: decks.second };
  if (decks.label === 'first') return asKicker;
  if (decks.label === 'second') return asDeck;
  for (const paragraph of paragraphs.slice(0, 2)) {
    const said = contentStems(paragraph);
    const first = overlap(decks.first, said);
    const second = overlap(decks.second, said);
    if (first !== second) return second > first ? asKicker : asDeck;
  }
  return asDeck;
}

/**
 * Takes the name of the site off the end of a title («… - صحيفة كذا», «… | كذا نيوز»).
 *
 * @param siteNames What the page calls itself.
 * @returns The title without it, and what was taken, sign included; null where no name stood there.
 */
export function withoutSiteName(
  title: string,
  siteNames: readonly string[],
): { title: string; site: string } | null {
  const cut = [...cuts(title, /\s+[-–—|·•»]+\s+|\s*\|+\s*/gu)].at(-1);
  if (!cut) return null;
  const [rest, name] = sidesOf(title, cut);
  if (words(rest) < 2 || words(name) > 6 || isLabel(name)) return null;
  const key = matchKey(name);
  if (!soundsLikeSite(name) && !siteNames.some((site) => matchKey(site) === key)) return null;
  return { title: rest, site: title.slice(cut.from).trim() };
}
