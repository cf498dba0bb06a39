import { beginsWith, keysOf, matchKey } from './text.ts';

/** Agencies and papers that datelines and credits name, by the names they are given there. */
const known = new Set(
  keysOf(`
    رويترز|وكالة رويترز|أ ف ب|ا ف ب|أف ب|فرانس برس|وكالة فرانس برس|الوكالة الفرنسية|الفرنسية|أ ب|ا ب|أسوشيتد برس|اسوشيتد برس|الأسوشيتد برس|د ب أ|د ب ا|الألمانية|وكالة الأنباء الألمانية|أ ش أ|وكالة أنباء الشرق الأوسط|شينخوا|سبوتنيك|تاس|نوفوستي|روسيا اليوم|آر تي|إنترفاكس|إيتار تاس|آكي|إفي|أنسا|كيودو|بلومبرغ|بلومبيرغ|بلومبرج|سي إن إن|سي ان ان|بي بي سي|دويتشه فيله|دوتشيه فيله|فرانس 24|يورونيوز|سكاي نيوز|سكاي نيوز عربية|الأناضول|وكالة الأناضول|الجزيرة|الجزيرة نت|الجزيرة مباشر|العربية|العربية نت|الحدث|الحرة|الميادين|المنار|العالم|فارس|تسنيم|إرنا|ارنا|مهر|إسنا
    واع|وكالة الأنباء العراقية|شفق نيوز|السومرية|السومرية نيوز|المدى برس|بغداد اليوم|ناس نيوز|كردستان 24|رووداو|موازين نيوز|الغد برس|سانا|وفا|معا|صفا|قدس برس|بترا|كونا|قنا|وام|واس|بنا|العمانية|سبأ|سبأ نت|سونا|وات|واج|وأج|ومع|لاب|الوطنية للإعلام|الوكالة الوطنية للإعلام|المركزية|نوا|ليبيا الأحرار|لانا|هسبريس|العمق
    الشرق|الشرق الأوسط|الشرق للأخبار|القدس العربي|العربي الجديد|الحياة|النهار|السفير|الأخبار|اللواء|الأنباء|المدن|نداء الوطن|العرب|العرب اليوم|رأي اليوم|الأهرام|اليوم السابع|المصري اليوم|الشروق|الوطن|الدستور|الغد|الرأي|الصباح|الزمان|المدى|الصباح الجديد|طريق الشعب|الاتحاد|البيان|الخليج|الإمارات اليوم|الرياض|عكاظ|سبق|الجريدة|القبس|الراي|الأيام|القدس|الحدث|إيلاف|عنب بلدي|درج|الخبر|الشرق الأوسط أونلاين
    reuters|afp|ap|associated press|dpa|anadolu|aa|xinhua|bloomberg|cnn|bbc|efe|ansa|tass|getty|getty images|epa|upi
    وكالات|الوكالات|وكالات الأنباء|وكالة|خاص|agencies|من مراسلنا|من مراسلتنا|مراسلنا|من مراسلينا|من مندوبنا
  `),
);

/** Words with which the names of outlets begin or end. */
const outletOpening = beginsWith(
  'صحيفة|جريدة|مجلة|موقع|وكالة|وكالات|قناة|شبكة|إذاعة|راديو|تلفزيون|فضائية|منصة|بوابة|مؤسسة|من مراسلنا|من مراسلتنا|من مراسلينا|من مراسل|من مندوب|مراسل|مراسلو|خاص|متابعة|متابعات|agence|radio',
);
const outletEnding =
  /(?:^| )(?:نيوز|برس|بوست|تايمز|تي في|اف ام|نت|اون لاين|اونلاين|للانباء|للاخبار|للاعلام|الاخباريه|الاخباري|news|press|times|post|tv|fm|agency)$/u;

const ownPeople = beginsWith(
  'من مراسلنا|من مراسلتنا|من مراسلينا|من مندوبنا|من مراسل|مراسلنا|مراسلتنا|خاص|متابعة|متابعات|من مكتبنا',
);

/** Whether a name is that of an agency or paper in the list, with or without its quotation marks. */
export function isKnownOutlet(name: string): boolean {
  return known.has(matchKey(name)) || known.has(matchKey(name.replace(/[«»“”"]/gu, '')));
}

/** Whether a name is known, or sounds as outlets' names do («صحيفة كذا», «كذا نيوز»). */
export function soundsLikeOutlet(name: string): boolean {
  const key = matchKey(name);
  if (known.has(key) || outletOpening.test(key) || outletEnding.test(key)) return true;
  // Several of them: «رويترز، أ ف ب», «رويترز ووكالات».
  const parts = name
    .split(/\s*[،,/+]\s*|\s+و(?=\S)/u)
    .map(matchKey)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => known.has(part) || outletOpening.test(part));
}

/** «من مراسلنا», «خاص»: the paper's own people, which are no source outside it. */
export function isOwnPeople(name: string): boolean {
  return ownPeople.test(matchKey(name));
}

const siteOpening = beginsWith(
  'صحيفة|جريدة|مجلة|موقع|وكالة|قناة|شبكة|إذاعة|راديو|تلفزيون|فضائية|منصة|بوابة|الموقع الرسمي',
);

/** Whether the last part of a title is the name of a site: «صحيفة كذا», «كذا نيوز». */
export function soundsLikeSite(name: string): boolean {
  const key = matchKey(name);
  return siteOpening.test(key) || outletEnding.test(key);
}
