import { beginsWith, keysOf } from './text.ts';

/**
 * What stands on a news page and is no part of the story, in Arabic, English and French, as met on
 * sites made with WordPress, Drupal and newspapers' own systems. All compared as keys (`matchKey`),
 * so one spelling of each stands for all.
 */

/** Lines that are furniture when nothing else stands on them. */
export const wholeLines = new Set(
  keysOf(`
    إعلان|إعلانات|إعلان مدفوع|مساحة إعلانية|أعلن معنا|محتوى مموّل|advertisement|advertisements|ads|sponsored|publicité|annonce
    شارك|شارك الخبر|شارك المقال|شارك الموضوع|شارك هذا الموضوع|شارك هذا|مشاركة|مشاركة الخبر|مشاركة المقال|مشاركات|شاركها|شاركه|شارك مع أصدقائك|أرسل إلى صديق|أرسل لصديق|نسخ الرابط|انسخ الرابط|تم النسخ|تم نسخ الرابط|رابط مختصر|حفظ|حفظ المقال|أضف إلى المفضلة|المفضلة|تابع|تابعنا|إعجاب|أعجبني|share|share this|share this article|share this post|shares|tweet|like|like this|loading|follow us|follow|save|copy link|link copied|partager|partager cet article|suivez nous
    طباعة|اطبع|طباعة الخبر|طباعة المقال|print|print this|print this article|imprimer|حجم الخط|تكبير الخط|تصغير الخط|خط أكبر|خط أصغر|تكبير|تصغير|استمع|استمع إلى المقال|استمع للخبر|listen|listen to this article|text size|font size|a a|a
    الرئيسية|الصفحة الرئيسية|الصفحة الأولى|القائمة|القائمة الرئيسية|بحث|البحث|ابحث|ابحث هنا|ابحث في الموقع|إغلاق|أغلق|تسجيل الدخول|تسجيل دخول|دخول|تسجيل|إنشاء حساب|الأرشيف|خريطة الموقع|من نحن|اتصل بنا|تواصل معنا|للتواصل|هيئة التحرير|سياسة الخصوصية|شروط الاستخدام|الشروط والأحكام|سياسة التحرير|البث المباشر|بث مباشر|النسخة الورقية|pdf|english|français|kurdî|عربي|العربية
    home|menu|main menu|search|close|login|log in|sign in|sign up|register|about us|contact us|privacy policy|terms of use|terms of service|sitemap|accueil|rechercher|recherche|connexion|mentions légales
    تخطي إلى المحتوى|تخطى إلى المحتوى|انتقل إلى المحتوى|انتقل إلى المحتوى الرئيسي|اذهب إلى المحتوى|تجاوز إلى المحتوى|تجاوز إلى المحتوى الرئيسي|skip to content|skip to main content|skip to navigation|aller au contenu
    عرض المزيد|المزيد|اقرأ المزيد|تحميل المزيد|شاهد المزيد|عرض الكل|قراءة المزيد|أكمل القراءة|متابعة القراءة|read more|load more|show more|see all|view all|more|continue reading|lire la suite|voir plus
    أعلى الصفحة|العودة إلى الأعلى|إلى الأعلى|back to top|top|العودة|رجوع|back|الصفحة التالية|الصفحة السابقة
    بريد إلكتروني|البريد الإلكتروني|الاشتراك|اشترك|اشترك الآن|اشتراك|subscribe|subscribe now|sign up now|s abonner|abonnez vous|قبول|موافق|أوافق|قبول الكل|رفض|accept|accept all|reject all|ok|got it|accepter|refuser
    صورة أرشيفية|أرشيف|أرشيفية|صورة توضيحية|صورة تعبيرية|الصورة من الأرشيف|صور أرشيفية|file photo|archive photo
    نشر بواسطة|بواسطة|كتب بواسطة|posted by|الكاتب|عن الكاتب|نبذة عن الكاتب|about the author|المؤلف|التصنيف|التصنيفات|الأقسام|categories|category|uncategorized|غير مصنف|ألبوم الصور|معرض الصور|الأخبار العاجلة|انتهى|انتهى النص
    qr code|scan me|العلامات|علامات|لا توجد نتائج|خطأ|error|صورة الخبر|نسخة للطباعة|إبلاغ عن خطأ|أبلغ عن خطأ|تصحيح خطأ|report an error|permalink|edit|تعديل
  `),
);

/** What share bars are made of: networks, verbs and the words between. */
export const shareWords = new Set(
  keysOf(`
    شارك|مشاركة|مشاركات|شاركها|شاركه|على|عبر|في|مع|و|او|انشر|غرد|تغريد|إرسال|أرسل|نسخ|انسخ|الرابط|رابط|طباعة|حفظ|لايك|إعجاب|تابعنا|متابعة
    فيسبوك|الفيسبوك|الفيس|فيس|بوك|تويتر|تويتير|إكس|منصة|واتساب|واتس|اب|آب|واتسب|تلغرام|تلجرام|تيليجرام|تليجرام|تيليغرام|تليغرام|لينكد|لينكدإن|لينكدن|إن|ان|إنستغرام|انستجرام|انستقرام|يوتيوب|تيك|توك|سناب|شات|سنابشات|بينتريست|ماسنجر|فايبر|ريديت|بريد|البريد|إلكتروني|الإلكتروني|إيميل|الإيميل
    share|shares|tweet|tweets|pin|post|send|on|via|with|to|by|and|this|click|x|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|tiktok|snapchat|pinterest|messenger|viber|reddit|tumblr|pocket|email|e|mail|print|copy|link|opens|in|new|window|partager|sur|par|k
  `),
);

/** One of these must stand in a share bar. */
export const networks = new Set(
  keysOf(`
    فيسبوك|الفيسبوك|فيس|تويتر|إكس|واتساب|واتس|تلغرام|تيليجرام|تليجرام|تيليغرام|تليغرام|لينكد|لينكدإن|إنستغرام|انستجرام|يوتيوب|سناب|سنابشات|بينتريست|ماسنجر|فايبر|بريد|طباعة
    facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|pinterest|messenger|viber|reddit|email|print|share|shares|tweet|شارك|مشاركة|مشاركات|partager
  `),
);

/** Sections that newspapers have; alone on a line they are a label or a menu. */
export const sectionNames = new Set(
  keysOf(`
    أخبار|الأخبار|سياسة|السياسة|سياسي|سياسية|اقتصاد|الاقتصاد|اقتصادية|مال وأعمال|رياضة|الرياضة|رياضية|ثقافة|الثقافة|ثقافة وفن|ثقافة وفنون|فن|فنون|فن ومشاهير|منوعات|المنوعات|صحة|الصحة|علوم|تكنولوجيا|علوم وتكنولوجيا|تقنية|مجتمع|المجتمع|محليات|محلي|محلية|عربي ودولي|عربية|عربيات|دولي|دولية|دوليات|عالم|العالم|أمن|أمنية|أمني|رأي|الرأي|آراء|مقالات|مقالات الرأي|كتاب|كتّاب وآراء|تقارير|تحقيقات|تحليلات|حوارات|مقابلات|ملفات|فيديو|صور|كاريكاتير|سياحة|بيئة|تعليم|حوادث|قضايا|المرأة|أسرة|سيارات|إنفوغراف|بودكاست|news|politics|economy|business|sport|sports|culture|opinion|world|local|health|technology|video|videos|photos|actualités|politique|économie|société|monde
  `),
);

/** From here to the end of the page is what readers write. */
export const commentForm = beginsWith(`
  لن يتم نشر عنوان بريدك|لن ينشر عنوان بريدك|لن يتم نشر بريدك|الحقول الإلزامية مشار إليها|your email address will not be published|required fields are marked|votre adresse e mail ne sera pas publiée|votre adresse email ne sera pas publiée
`);

export const commentHeadings = new Set(
  keysOf(`
    leave a reply|leave a comment|leave your comment|post a comment|post comment|add a comment|add comment|write a comment|join the conversation|comments|comment|reply|cancel reply|laisser un commentaire|laissez un commentaire|ajouter un commentaire|commentaires|répondre
    اترك تعليقاً|اترك تعليقك|اترك تعليق|اترك رداً|اترك رد|أضف تعليقاً|أضف تعليقك|أضف تعليق|أضف رداً|إضافة تعليق|إضافة تعليق جديد|اكتب تعليقاً|اكتب تعليقك|شارك برأيك|شاركنا رأيك|ما رأيك|علق على الخبر|علّق|التعليقات|تعليقات|تعليقات القراء|تعليقات الزوار|تعليقات الفيسبوك|آراء القراء|ردود|إلغاء الرد|اترك تعليقاً إلغاء الرد|leave a reply cancel reply|leave a comment cancel reply
  `),
);
/** «3 تعليقات», «لا توجد تعليقات», «Comments (2)». */
export const commentCount =
  /^(?:(?:\d+|لا توجد|لا يوجد|بدون|no|aucun) (?:تعليقات|تعليق|تعليقا|ردود|comments?|commentaires?)|(?:تعليقات|التعليقات|تعليق|comments?|commentaires?) \d+)(?: (?:علي|حتي الان|so far|on)(?: .*)?)?$/u;

const relatedPhrases = `
  اقرأ أيضاً|اقرأ ايضا|إقرأ أيضاً|واقرأ أيضاً|اقرؤوا أيضاً|للمزيد اقرأ أيضاً|شاهد أيضاً|شاهدوا أيضاً|طالع أيضاً|تابع أيضاً|اقرأ كذلك|قد يهمك|قد يهمك أيضاً|قد يهمكم|قد يعجبك|قد يعجبك أيضاً|ربما يعجبك|ربما يعجبك أيضاً|read also|also read|see also|watch also|you may also like|you might also like|you may like|à lire aussi|lire aussi|voir aussi|à lire également`;
const relatedHeadings = `
  للمزيد|اقرأ المزيد|لقراءة المزيد|المزيد|تفاصيل أوفى|خبر ذو صلة|موضوع ذو صلة|موضوع متصل|متعلق|
  مواضيع ذات صلة|موضوعات ذات صلة|المواضيع ذات الصلة|مقالات ذات صلة|المقالات ذات الصلة|أخبار ذات صلة|الأخبار ذات الصلة|ذات صلة|تقارير ذات صلة|روابط ذات صلة|مواد ذات صلة|قصص ذات صلة|مواضيع متعلقة|مقالات متعلقة|أخبار متعلقة|مواضيع مشابهة|مقالات مشابهة|أخبار مشابهة|مواضيع أخرى|أخبار أخرى|مقالات أخرى|المزيد من الأخبار|مزيد من الأخبار|المزيد من القسم|المزيد في هذا القسم|المزيد حول الموضوع|المزيد حول هذه القصة|من نفس القسم|الأكثر قراءة|الأكثر مشاهدة|الأكثر تفاعلاً|الأكثر تداولاً|الأكثر شيوعاً|الأعلى قراءة|آخر الأخبار|أحدث الأخبار|أهم الأخبار|آخر المقالات|أحدث المقالات|أحدث المواضيع|اخترنا لك|اخترنا لكم|مختارات|مختارات المحرر|من اختيار المحرر|مواضيع قد تهمك|أخبار قد تهمك|مقالات قد تعجبك|related|related posts|related articles|related stories|related news|related topics|related content|more stories|more news|more from this section|most read|most viewed|most popular|popular posts|trending|trending now|recommended|recommended for you|recent posts|latest news|latest posts|editor s picks|articles similaires|articles liés|sur le même sujet|les plus lus|dernières nouvelles`;

/** Whole lines after which titles of other stories follow. */
export const relatedHeading = new Set(keysOf(`${relatedPhrases}|${relatedHeadings}`));
/** Lines that begin so and go on with such a title on the same line. */
export const relatedOpening = beginsWith(relatedPhrases);
/** The same, but only with a colon after it, as sentences begin so too. */
export const relatedHeadingOpening = beginsWith(relatedHeadings);

const previousPhrases = `
  read previous|previous|previous post|previous article|previous story|previous news|prev|prev post|prev article|article précédent|précédent|الخبر السابق|المقال السابق|المقالة السابقة|الموضوع السابق|التدوينة السابقة|المادة السابقة|التقرير السابق|القصة السابقة|السابق|السابقة|اقرأ السابق|تصفح السابق`;
const nextPhrases = `
  read next|next|next post|next article|next story|next news|up next|article suivant|suivant|الخبر التالي|المقال التالي|المقالة التالية|الموضوع التالي|التدوينة التالية|المادة التالية|التقرير التالي|القصة التالية|التالي|التالية|اقرأ التالي|تصفح التالي|الخبر القادم|المقال القادم`;
export const previousLabels = new Set(keysOf(previousPhrases));
export const nextLabels = new Set(keysOf(nextPhrases));
export const previousOpening = beginsWith(previousPhrases);
export const nextOpening = beginsWith(nextPhrases);
/** «تصفّح المقالات», which stands above the two. */
export const neighbourHeadings = new Set(
  keysOf(
    'تصفح المقالات|تصفّح المقالات|تصفح المقالة|التنقل بين المقالات|تنقل المقالة|post navigation|posts navigation|navigation de l article',
  ),
);

/** Lines that begin so, up to that many words, are furniture unless they end as sentences do. */
export const shortOpenings: readonly (readonly [RegExp, words: number])[] = [
  [beginsWith('عدد المشاهدات|المشاهدات|مشاهدات|عدد القراءات|القراءات|عدد الزيارات|views|vues'), 5],
  [
    beginsWith(
      'وقت القراءة|مدة القراءة|زمن القراءة|الوقت المقدر للقراءة|reading time|estimated reading time|temps de lecture',
    ),
    9,
  ],
  [beginsWith('رابط مختصر|الرابط المختصر|رابط الخبر|رابط المقال|short link|shortlink|url'), 30],
  [
    beginsWith(
      'شارك الخبر|شارك المقال|شارك الموضوع|شارك هذا الخبر|شارك هذا المقال|شارك على|شارك عبر|مشاركة على|مشاركة عبر|share on|share to|share via|share this|partager sur|انقر للمشاركة|اضغط للمشاركة|click to share|click to print|click to email',
    ),
    12,
  ],
  [beginsWith('حجم الخط|نوع الخط|text size|font size'), 8],
  [
    beginsWith(
      'تصوير|عدسة|كاميرا|الصورة|صورة|مصدر الصورة|المصور|photo|photo by|image|image credit|picture|crédit photo|credit|getty images|shutterstock|اللقطة',
    ),
    3,
  ],
  [
    beginsWith('صورة أرشيفية|صورة من الأرشيف|صورة توضيحية|صورة تعبيرية|صورة متداولة|file photo'),
    20,
  ],
  [beginsWith('مصدر الصورة|تعليق الصورة|image source|image caption|photo credit|getty images'), 30],
  [
    beginsWith(
      'نشرت هذه المادة في|نشر هذا المقال في العدد|العدد رقم|رقم العدد|كود الخبر|رمز الخبر|معرف الخبر',
    ),
    14,
  ],
];

/** Labels with a colon, or alone above their list. */
export const tagLabels = beginsWith(
  'الوسوم|وسوم|الوسم|كلمات مفتاحية|الكلمات المفتاحية|كلمات دلالية|الكلمات الدلالية|كلمات البحث|كلمات دالة|تاغات|التاغات|تاجات|هاشتاغ|هاشتاج|العلامات|علامات|تصنيفات|التصنيفات|التصنيف|القسم|الأقسام|أقسام|نشر في قسم|filed under|tags|tag|tagged|tagged with|keywords|topics|categories|category|posted in|étiquettes|mots clés|catégories',
);

/** Notices that are sentences; they begin so, and hold what is named second. */
export const notices: readonly (readonly [RegExp, RegExp])[] = [
  [
    beginsWith(
      'يستخدم هذا الموقع|يستخدم موقعنا|يستخدم الموقع|هذا الموقع يستخدم|موقعنا يستخدم|نستخدم|نحن نستخدم|نستعمل|باستخدامك|باستخدام هذا الموقع|بمواصلة|بمتابعة|من خلال متابعة|عند زيارتك|باستمرارك|ملفات تعريف الارتباط تساعدنا|this website uses|this site uses|we use|by using|by continuing|our website uses|ce site utilise|nous utilisons|en poursuivant',
    ),
    /ملفات تعريف الارتباط|ملفات الارتباط|الكوكيز|كوكيز|سياسه الخصوصيه|cookie|privacy policy/u,
  ],
  [
    beginsWith(
      'اشترك|اشتركوا|اشتركي|للاشتراك|سجل|سجّل|سجلوا|انضم|انضموا|انضم إلينا|احصل على|تصلك|تابعونا|تابعوا|تابعنا|لمتابعة|للمزيد تابعنا|للمزيد تابعونا|اضغط هنا|لمتابعة آخر|لمتابعة أحدث|كن أول|لا تفوت|لا يفوتك|حمل|حمّل|subscribe|sign up|join|get|follow|download|don t miss|abonnez|inscrivez|recevez|suivez',
    ),
    /نشرتنا|النشره|نشره البريد|القايمه البريديه|بريدك|قناتنا|قنواتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|تطبيقنا|التطبيق|تطبيق الموبايل|(?:علي|عبر|في) (?:فيسبوك|تويتر|تلغرام|تيليجرام|تليغرام|واتساب|انستغرام|يوتيوب|غوغل نيوز|جوجل نيوز|google news|telegram|whatsapp|facebook|twitter)|جروب|مجموعتنا|اشعارات|الاشعارات|newsletter|our channel|our app|inbox|notifications|on (?:facebook|twitter|telegram|whatsapp|google news|instagram)|notre newsletter|nos réseaux/u,
  ],
  [
    beginsWith(
      'هذا الموقع يستعمل|يستخدم هذا الموقع خدمة|this site uses akismet|هذا المقال لا يعبر|المقالات المنشورة|الآراء الواردة|المقال يعبر عن رأي|الآراء المنشورة|مقالات الرأي لا تعبر',
    ),
    /akismet|رايه?ا? |راي |كاتب|الموقع|الصحيفه|تعليقك/u,
  ],
];

export const copyright =
  /^(?:(?:حقوق النشر|حقوق الطبع|جميع الحقوق محفوظه|كل الحقوق محفوظه|كافه الحقوق محفوظه|الحقوق محفوظه|copyright|all rights reserved|tous droits réservés)(?: |$)|.{0,80}(?: |^)(?:جميع الحقوق محفوظه|كافه الحقوق محفوظه|all rights reserved|tous droits réservés)(?: .{0,40})?$)/u;

/** Templates sign themselves. */
export const madeWith = beginsWith(
  'powered by|proudly powered by|designed by|developed by|تصميم وتطوير|تصميم وبرمجة|برمجة وتصميم|تصميم|تطوير|theme by|propulsé par',
);
