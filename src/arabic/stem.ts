import { brokenPlurals } from './broken-plurals.ts';
import { spellings } from './spellings.ts';

/**
 * Light stems of Arabic words, for looking words up. The family is light10 (Larkey, Ballesteros and
 * Connell 2007); what is added, and why, stands in README.md of this room.
 */

/** Proclitics with the article, longest first, then و alone. */
const prefixes = [
  ...['وبال', 'وكال', 'فبال', 'فلل', 'ولل', 'وال', 'بال', 'كال', 'فال', 'لل', 'ال'],
  'و',
];

/** Endings in the order they are tried, each once: pronouns, then dual and plural, then the rest. */
const pronouns = ['هما', 'ها', 'هم', 'هن'];
const endings = ['وا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'يا', 'ي', 'ا'];

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words of the news that only look as if they ended or began with an affix. Normalised. */
const wholeWords = words(`
  فلسطين لبنان ايران سودان عمان يابان طهران باكستان افغانستان صين بحرين برلين المانيا سوريا تركيا
  سلفان كردستان تايوان ليبيا اوكرانيا حسين ياسين سلمان رمضان انسان برلمان بيان ميدان عنوان ميزان
  مكان زمان جيران قانون مليون تلفزيون تعاون قوات الله الان الاف التزام التهاب التحاق الكترون بالون
  بالغ والي ولايه بابا اسيا زيتون ديوان عدوان حيوان طيران بركان سرطان شيطان اسنان بستان سكان مرجان
  فنان لجان كيان جريان غليان ادمان ايمان ضمان حرمان اطمينان امتحان مدين سكين تامين تعيين تحسين
  تخزين تمويل تكوين تمرين تموين تمكين تدشين تدخين يقين مسكين معين مضمون مخزون معجون كانون ايلون
  هارون زبون صابون كرتون ليمون عيون شوون فنون ديون غصون حصون مساكين براكين قوانين ملايين عناوين
  ميادين موازين بساتين فساتين دنيا عليا هوايا قضايا ضحايا مزايا زوايا نوايا شظايا خلايا هدايا وصايا
  رعايا سرايا بقايا شعبان سلطان طالبان فرعون رحمان فرقان مرجان ليلي غازي مالكي مدني جاري كوريا كوبا
  كندا سعوديه جمهوريه ملكيه جنسيه تربيه عمليه ميتان جرسون سيفون بوتين تلوين حنين جنين سنين
  يمين امين ثمين لعين قرين دفين سجين كمين حزين سمين طنين رنين انين رصين متين اوان هوان رهان
  جبان حصان دخان لسان حلوان اسوان ريحان نيسان حيران مهرجان ثعبان فيضان غثيان عصيان نسيان
  بنيان كتمان برهان قربان وجدان فقدان حنان ادان اتقان اعلان امتنان احسان ختان صوان عدنان مروان
  سليمان عمران جولان ظهران زيدان حمدان نعمان لقمان عجمان دوران لوبان كاميرون خلدون سعدون حمدون زيدون
  عبدون شمعون عربون طاعون صهيون مامون قصرين مدنين مارين ماريا عشرون ثلاثون اربعون خمسون سبعون ثمانون
  تسعون اجتماعي بلديه نفسيه رسمي حالي دوري دوريه اثري مصالحه مصادره جمعيه مهدي مهديه نهايه خلفيه
  كافه كافي توجه توجيه معده تعليمات مشروعيه عنصريه هجري اسره دعوي حياه وفاه صلاه اداه ادوات معاناه مراعاه
  مساهم تفاهم فوزي خلافه صلاحيه ملابسات راحه غينيا جينيا هولاندا
  البانيا جورجيا نيجريا نابليون نابوليون هرمون هورمون غابون جابون سربيا كوكاين كوكايين لتفيا دراهم فلبين
  فليبين فيليبين الافات الافيون سيوله تحليه كربون كاربون تلفون تليفون بنزين ماكرون مكرون
  كامرون حماه عنايه`);

/** Stems whose و is of the root; «واحداث» and «والدفاع» still lose theirs. */
const rootWaw = words(`
  وزير وزراء وزرا وزار وكيل وكلاء وكال والد واحد وحد واقع واسع واضح واجه واجب واشنطن وثيق وثايق
  وسيل وسيط وسايل وسط وظيف وظايف وفا وفاه وفد وفود وصول وطن وقود وقاي وجود وقوف وقوع وداع ولاد ورش
  ورق وعد وعي وحش وجه وجبه وزن وصف وضع وقف وقت ولد وهم وباء وفق وديع وليد وسام ورود وعود وحوش وجوه
  وجبات واردات واحات واتساب ويكيبيديا ويندوز وكاله وثايقي وليمه وصيه وديعه وتير وتيره وراثه وراثي وزع
  واد وادي ورد وراء ورا وساط وساده وشاح وشيك وصاي وصف وضعي وضوح وفر وفير وقاي وقايع وقف ولاء ولا
  واسط واصل وافد وافق واقع والد وثب وداد وريث وعك وفي وفيات وحيد ودود وهب وهران وايل وسيم وضاح
  وجدان وجيه واح ودي وثن ولع ونش وهج وبا وبال وتد وجع وجن وحل وخز ودع ورم وزار وسخ وشم وصم وطيد
  وطني وطنيه وفاق وفا وقار وكر وليم ولي ورطه ورط وصل ورده وجهه وحدوي وحدات وجاه وشايع وتر ورشات وصفات وقفات`);

/** Words whose stem follows no rule. A stem reached on the way counts as well. */
const irregular = new Map([
  ['ولايات', 'ولايه'],
  ['ولايتين', 'ولايه'],
  ['ولايته', 'ولايه'],
  ['الماني', 'المانيا'],
  ['المانيه', 'المانيا'],
  ['المان', 'المانيا'],
  ['سوري', 'سوريا'],
  ['سوريه', 'سوريا'],
  ['تركي', 'تركيا'],
  ['تركيه', 'تركيا'],
  ['اتراك', 'تركيا'],
  ['بيانات', 'بيان'],
  ['ليبي', 'ليبيا'],
  ['ليبيه', 'ليبيا'],
  ['كوبي', 'كوبا'],
  ['كوبيه', 'كوبا'],
  ['كندي', 'كندا'],
  ['كنديه', 'كندا'],
  ['كوري', 'كوريا'],
  ['كوريه', 'كوريا'],
  ['سعودي', 'سعوديه'],
  ['جمهوري', 'جمهوريه'],
  ['جنسيات', 'جنسيه'],
  ['ملكيات', 'ملكيه'],
  ['رياضي', 'رياضه'],
  ['رياضيه', 'رياضه'],
  ['عملي', 'عمليه'],
  ['مدنيه', 'مدني'],
  ['جاريه', 'جاري'],
  ['قوه', 'قوات'],
  ['ميتين', 'ميتان'],
  ['مايتان', 'ميتان'],
  ['مايتين', 'ميتان'],
  ['مايه', 'ميه'],
  ['عشرين', 'عشرون'],
  ['ثلاثين', 'ثلاثون'],
  ['اربعين', 'اربعون'],
  ['خمسين', 'خمسون'],
  ['سبعين', 'سبعون'],
  ['ثمانين', 'ثمانون'],
  ['تسعين', 'تسعون'],
  ['سينمايي', 'سينم'],
  ['سينماييه', 'سينم'],
  ['الباني', 'البانيا'],
  ['البانيه', 'البانيا'],
  ['جورجي', 'جورجيا'],
  ['جورجيه', 'جورجيا'],
  ['هرموني', 'هرمون'],
  ['كربوني', 'كربون'],
  // «And return», not «promises».
  ['وعوده', 'عود'],
  ['وعودت', 'عود'],
  ['صهيوني', 'صهيون'],
  ['صهيونيه', 'صهيون'],
  ['غيني', 'غينيا'],
  ['غينيه', 'غينيا'],
  ['اجتماعيه', 'اجتماعي'],
  ['بلدي', 'بلديه'],
  ['بلديات', 'بلديه'],
  ['نفسي', 'نفسيه'],
  ['رسميه', 'رسمي'],
  ['حاليه', 'حالي'],
  ['حاليا', 'حالي'],
  ['رسميا', 'رسمي'],
  ['اجتماعيا', 'اجتماعي'],
  ['نفسيا', 'نفسيه'],
  ['دوريات', 'دوريه'],
  ['اثريه', 'اثري'],
  ['جمعيات', 'جمعيه'],
  ['خلفيات', 'خلفيه'],
  ['كافيه', 'كافي'],
  ['عنصري', 'عنصريه'],
  ['هجريه', 'هجري'],
  ['دعاوي', 'دعوي'],
  ['حيات', 'حياه'],
  ['وفات', 'وفاه'],
  ['قنات', 'قناه'],
  ['اسري', 'اسير'],
  ['صلاحيات', 'صلاحيه'],
  ['تفاهمات', 'تفاهم'],
  ['مساهمه', 'مساهم'],
  // Of the word in ة, not of the one without it.
  ['جامعي', 'جامعه'],
  ['جامعيه', 'جامعه'],
  ['مدرسي', 'مدرسه'],
  ['مدرسيه', 'مدرسه'],
  ['شرطي', 'شرطه'],
  ['ثوري', 'ثوره'],
  ['ثوريه', 'ثوره'],
  ['نقابي', 'نقابه'],
  ['نقابيه', 'نقابه'],
  ['كروي', 'كره'],
  ['كرويه', 'كره'],
  ['حاجيات', 'حاجه'],
]);

/** Nouns in ة that are no woman's form of the word without it: «شرطة» and «شرط». */
const ownTeh = words(`
  جامع مدرس شرط عرب كلي سور ثور دقيق شهر خبر طبق جمل حمل قبل نسب قدر بقر عمل رياض دور حال حكم حماس
  قسم فتح فقر عمر عين قطر مكتب نجم شرك قنا جدار درج حجر وجه بعث طاير غار حار قار غاب عاد سار نور
  نصر جمع كور سلم حرب ورد غزل جرع سلع سرع
  بلد موسس محكم رابط حاج قفص ديوان عقيد نقاب منطق امان منظم عمد قاع معامل شبه مقاطع حلق`);

/** «And» needs three letters after it, the article two. */
function withoutPrefix(term: string): string {
  for (const prefix of prefixes) {
    const rest = prefix === 'و' ? 3 : 2;
    if (term.length >= prefix.length + rest && term.startsWith(prefix))
      return term.slice(prefix.length);
  }
  return term;
}

/** «حكومت», as it stands before a pronoun or a dual, is «حكومه»; «بيت» and «اثبات» stay. */
function withoutOpenedTeh(stem: string): string {
  return stem.length >= 4 && stem.endsWith('ت') && !stem.endsWith('ات') ? stem.slice(0, -1) : stem;
}

/** «قضائي», «قضائية» of «قضاء»; «كهربائيون» of «كهرباء». */
const adjectiveOfHamza = /^(.+ا)يي(?:ه|ا|ات|ون|ين)?$/u;

/** What case writes before a pronoun: «أبناؤها» and «أبنائها» are «أبناء», «مواطنوها» are «مواطنون». */
function withoutCase(stem: string): string {
  if (stem.length >= 4 && /ا[وي]$/.test(stem)) return `${stem.slice(0, -1)}ء`;
  return stem.length >= 5 && stem.endsWith('و') ? stem.slice(0, -1) : stem;
}

function restOf(ending: string): number {
  return ending === 'ا' ? 4 : 3;
}

function withoutSuffixes(term: string): string {
  let stem = term;
  const known = (): string | undefined => (wholeWords.has(stem) ? stem : irregular.get(stem));
  let found = known();
  if (found !== undefined) return found;
  const ofHamza = adjectiveOfHamza.exec(stem)?.[1];
  if (ofHamza !== undefined) return `${ofHamza}ء`;
  for (const pronoun of pronouns) {
    if (stem.length < pronoun.length + 3 || !stem.endsWith(pronoun)) continue;
    stem = stem.slice(0, -pronoun.length);
    found = known();
    if (found !== undefined) return found;
    const opened = stem;
    stem = withoutCase(withoutOpenedTeh(stem));
    found = known();
    if (found !== undefined) return found;
    if (stem !== opened && ownTeh.has(stem)) return `${stem}ه`;
    break;
  }
  for (const ending of endings) {
    if (!stem.endsWith(ending)) continue;
    // «لغات» is the plural of «لغه»: what is left is too short to stand without its ه.
    if (ending === 'ات' && stem.length === 4) return `${stem.slice(0, 2)}ه`;
    if (stem.length < ending.length + restOf(ending)) continue;
    stem = stem.slice(0, -ending.length);
    found = known();
    if (found !== undefined) return found;
    const opened = stem;
    if (ending === 'ان' || ending === 'ين' || ending === 'ه') stem = withoutOpenedTeh(stem);
    const feminine = stem !== opened || ending === 'ه' || ending === 'ات';
    if (feminine && ownTeh.has(stem)) return `${stem}ه`;
  }
  return stem;
}

function bareStem(written: string): string {
  // «شيء» and «شئ», «مبادىء» and «مبادئ».
  const term = written.endsWith('يء') ? written.slice(0, -1) : written;
  const whole = withoutSuffixes(term);
  if (wholeWords.has(whole) || rootWaw.has(whole)) return whole;
  if (whole.startsWith('و') && wholeWords.has(whole.slice(1))) return whole.slice(1);
  return withoutSuffixes(withoutPrefix(term));
}

/** From the stem of a variant to the stem of the word that stands for all of them. */
function variantStems(): Map<string, string> {
  const map = new Map<string, string>();
  for (const groups of [spellings, brokenPlurals])
    for (const [first = '', ...others] of groups) {
      const stem = bareStem(first);
      const target = map.get(stem) ?? stem;
      for (const other of others) {
        const from = bareStem(other);
        if (from !== target) map.set(from, target);
      }
    }
  return map;
}

let variants: Map<string, string> | undefined;
const known = new Map<string, string>();
const mostKnown = 60_000;

/**
 * The stem under which a normalised term is looked up: without article, conjunction and endings,
 * broken plurals of common words as their singular, other spellings of a name as one of them.
 * It loosens a search; the exact term must weigh more. Never empty for a term that is not.
 */
export function looseStem(term: string): string {
  const before = known.get(term);
  if (before !== undefined) return before;
  variants ??= variantStems();
  const stem = bareStem(term);
  const found = variants.get(stem) ?? stem;
  if (known.size >= mostKnown) known.clear();
  known.set(term, found);
  return found;
}
