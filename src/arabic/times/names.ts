/** What stands before a day or a month that makes it a name: a party, a square, a market, a prayer. */

const named =
  'قوي|تحالف|تيار|حزب|حركه|فريق|معسكر|كتله|مدينه|ميدان|جسر|كوبري|شارع|ملعب|ستاد|استاد|جامعه|مجمع|محطه|مستشفي|ساحه|حي|سوق|نادي|صلاه|خطبه|خطيب|امام|ايمه|مسجد|جامع|جريده|صحيفه|سياره|سيارات|شركه|مفاعل|لواء|كتيبه|كتايب|سد|مطار|متحف|الفنانه|الاعلاميه|السيده|الانسه|الطفله|الطالبه|قناه|موقع|منظمه|منطقه|بلده|قريه|حميد|محور|قاعه|ايتلاف|بلديه';
const famous =
  'ثوره|احداث|هجمات|هجوم|اعتداءات|حرب|انتفاضه|انقلاب|تفجيرات|تفجير|حراك|احتجاجات|مجزره|انتصار|نكسه|حركه|زلزال|وثبه|اتفاق|اتفاقيه|اتفاقات|دستور|بيان|ميثاق';
const dayOf = String.raw`(?:(?:\d{1,2}|ال\p{L}{3,8}(?:\s{1,3}(?:عشر|وال\p{L}{3,8}))?)\s{1,3}(?:من\s{1,3})?)?`;

const nameBefore = new RegExp(`(?<!\\p{L})[وفبل]?(?:${named})\\s{1,3}[«"“(]?${dayOf}$`, 'u');
const famousBefore = new RegExp(`(?<!\\p{L})[وفبل]?(?:ال)?(?:${famous})\\s{1,3}${dayOf}$`, 'u');

/** «نواب 14 آذار»; but «نواب الأحد» may be anything. */
const partisans =
  /(?<!\p{L})[وفبل]?(?:نواب|نايب|مرشح|مرشحي|انصار|جمهور)\s{1,3}(?:\d{1,2}\s{1,3})?$/u;

/** «قوى 14 آذار», «سوق الجمعة»: the words before make a name of what follows. Normalised. */
export const saysName = (before: string): boolean => nameBefore.test(before);

/** The same of a day of a month. */
export const saysParty = (before: string): boolean => partisans.test(before);

/** «هجمات 11 سبتمبر»: of a year that everybody knows but the text. Normalised. */
export const saysFamous = (before: string): boolean => famousBefore.test(before);

/** «روسيا اليوم», «المصري اليوم»: papers and stations. Normalised. */
export const saysPaper = (before: string): boolean =>
  /(?:(?:قناه|موقع|صحيفه|وكاله|المصدر)\s{0,3}:?\s{0,3}(?:\p{L}{3,8})|["«“(]\s?روسيا|المصري|العرب)\s{1,3}$/u.test(
    before,
  );

/** «النصف الثاني من رمضان» is no second day. Normalised. */
export const saysPart = (before: string): boolean =>
  /(?:النصف|الثلث|الربع|الشطر|الجزء|الاسبوع|العقد|العشريه)\s{1,3}$/u.test(before);

/** «الأمين العام», «الرأي العام»: what is general, not the year. */
export const saysGeneral = (before: string): boolean =>
  /(?<!\p{L})(?:[وفبلك]|لل)?(?:ال)?(?:امين|امينه|مدير|مديره|مدعي|نايب|قايد|مفتش|مراقب|سكرتير|حاكم|قنصل|راي|قطاع|مستشفي|انفاق|دين|مفوض|مفتي|منسق|مندوب|رييس|مجلس|اتحاد|موتمر|امن|نظام|اضراب|منسقه|مشرف)\s{1,3}(?:\p{L}{2,12}\s{1,3})?$/u.test(
    before,
  );

/** A month name that is also a person's or a firm's: sure only after a word that takes a time. */
export const takesTime = (before: string): boolean =>
  /(?:^|[^\p{L}])(?:[وف]?(?:من|بين|الي|حتي|منذ|في|خلال|شهري|اشهر)\s{1,3}|[وبل])$/u.test(before);

/** «سينشر أرقام يوليو»: of a month that is over. Normalised. */
export const saysFigures = (before: string): boolean =>
  /(?<!\p{L})(?:ارقام|بيانات|نتايج|احصاءات|احصاييات|رواتب|مرتبات|حصيله)\s{1,3}(?:شهر\s{1,3})?$/u.test(
    before,
  );
