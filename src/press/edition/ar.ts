import type { Edition } from './edition.ts';
import { repliesAr } from './replies-ar.ts';

/**
 * The Arabic edition: every string readers see, as a copy editor would write it.
 *
 * Type scale (styles/tokens.css and beside each part): reading text 1.1875rem on 1.85 lines; labels
 * .8125–.9375rem on 1.6–1.8; headlines 1.2–1.6rem in lists on 1.38–1.45, up to 3.5rem on a story on
 * 1.25. Arabic needs more line than Latin at the same size: marks stand above and below the letters.
 */
export const ar: Edition = {
  lang: 'ar',
  dir: 'rtl',
  locale: 'ar_AR',
  pageTitle: (page, paper) => `${page} – ${paper}`,
  and: ' و',
  dot: ' · ',

  frame: {
    skipToContent: 'إلى المحتوى',
    skipToStory: 'إلى الخبر',
    sections: 'الأقسام',
    search: 'بحث',
    frontPage: 'الصفحة الأولى',
    archive: 'أخبار اليوم',
    feeds: 'الخلاصات',
    footer: 'عن الصحيفة',
    newsFeed: (paper) => `${paper}: آخر الأخبار`,
    sectionFeed: (section, paper) => `${paper}: ${section}`,
  },

  badges: { breaking: 'عاجل', live: 'مباشر', pinned: 'مثبّت' },
  types: {
    news: null,
    report: 'تقرير',
    interview: 'مقابلة',
    analysis: 'تحليل',
    opinion: 'رأي',
    explainer: 'شرح',
    live: 'تغطية مباشرة',
  },
  minutes: {
    gender: 'f',
    none: 'أقلّ من دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: 'دقائق',
    many: 'دقيقة',
    other: 'دقيقة',
  },
  replies: {
    gender: 'm',
    none: 'لا ردود',
    one: 'ردّ واحد',
    two: 'ردّان',
    few: 'ردود',
    many: 'ردّاً',
    other: 'ردّ',
  },
  characters: {
    gender: 'm',
    none: 'لا حروف',
    one: 'حرف واحد',
    two: 'حرفين',
    few: 'حروف',
    many: 'حرفاً',
    other: 'حرف',
  },
  results: {
    gender: 'f',
    none: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: 'نتائج',
    many: 'نتيجة',
    other: 'نتيجة',
  },

  front: {
    latest: 'آخر الأخبار',
    agenda: 'المواعيد المقبلة',
    empty: 'لم يُنشر في الصحيفة خبر بعد.',
    emptyAction: 'اكتب الخبر الأول',
  },

  story: {
    updated: (when) => `آخر تحديث: ${when}`,
    reading: (minutes) => `قراءة ${minutes}`,
    corrected: 'صُحِّح هذا الخبر',
    sources: 'مصادر هذا الخبر',
    sourceKinds: {
      outlet: 'وسيلة إعلام',
      official: 'مصدر رسمي',
      unnamed: 'مصدر لم يُذكر اسمه',
      document: 'وثيقة',
      witness: 'شاهد عيان',
      statement: 'بيان',
    },
    via: (carrier) => `نقلاً عن ${carrier}`,
    reasonMissing: 'لم يذكر الخبر سبب حجب الاسم',
    events: 'مواعيد وردت في الخبر',
    moment: (day, time) => `${day}، ${time}`,
    week: (firstDay) => `الأسبوع الذي يبدأ ${firstDay}`,
    year: (year) => `عام ${year}`,
    correction: 'تصحيح',
    corrections: 'تصحيحات',
    topics: 'مواضيع الخبر',
    series: 'من سلسلة',
    related: 'أخبار ذات صلة',
    neighbours: 'الخبر السابق والخبر التالي',
    previous: 'الخبر السابق',
    next: 'الخبر التالي',
    share: 'شارك الخبر:',
    whatsapp: 'واتساب',
    telegram: 'تلغرام',
    x: 'إكس',
    mail: 'البريد الإلكتروني',
    shortLink: 'رابط قصير للنسخ:',
    table: 'جدول',
    embed: (host) => `محتوى على موقع آخر: ${host}`,
    printed: (paper) => `نُشر هذا الخبر في «${paper}» على العنوان:`,
  },

  comments: repliesAr,

  lists: {
    older: 'الأقدم',
    newest: 'الأحدث',
    pages: 'صفحات القائمة',
    topic: 'موضوع',
    series: 'سلسلة',
    empty: 'لا أخبار هنا بعد.',
    sectionAbout: (section, paper) => `أخبار قسم «${section}» في ${paper}.`,
    topicAbout: (topic, paper) => `كل ما نشرته ${paper} عن «${topic}».`,
    seriesAbout: (series, paper) => `حلقات سلسلة «${series}» في ${paper}.`,
    personAbout: (person, paper) => `ما نُشر باسم ${person} في ${paper}.`,
    day: (day) => `أخبار ${day}`,
    dayAbout: (day, paper) => `كل ما نشرته ${paper} يوم ${day}.`,
    dayEmpty: 'لم يُنشر خبر في هذا اليوم.',
    previousDay: 'اليوم السابق',
    nextDay: 'اليوم التالي',
  },

  search: {
    title: 'البحث',
    titleFor: (query) => `بحث عن «${query}»`,
    label: 'كلمات البحث',
    button: 'ابحث',
    prompt: 'اكتب كلمة أو أكثر للبحث في كل ما نشرته الصحيفة.',
    outcome: (count, query) => `«${query}»: ${count}`,
    none: (query) => `لم نجد ما يطابق «${query}».`,
    noneHelp: 'جرّب كلمات أقلّ، أو كلمة أعمّ.',
    suggestion: 'هل تقصد:',
    narrow: 'تضييق البحث',
    section: 'القسم',
    anySection: 'كل الأقسام',
    within: { topic: 'في موضوع', person: 'في أخبار' },
    inside: 'ابحث هنا',
    from: 'من يوم',
    to: 'إلى يوم',
  },

  pages: { updated: (when) => `آخر تعديل: ${when}` },

  notFound: {
    title: 'لا صفحة في هذا العنوان',
    text: 'ربما نُقلت الصفحة، أو وقع خطأ في كتابة عنوانها. ابحث عنها هنا، أو عُد إلى الصفحة الأولى.',
  },
  gone: {
    title: 'سحبت الصحيفة هذا الخبر',
    was: (headline) => `كان عنوانه: «${headline}»`,
    when: (date) => `سُحب ${date}`,
  },
  badRequest: {
    title: 'تعذّرت قراءة هذا العنوان',
    text: 'في عنوان الصفحة رموز لا تصلح فيه، أو هو أطول ممّا يجب. تحقّق منه، أو عُد إلى الصفحة الأولى.',
  },
  error: {
    title: 'تعذّر عرض الصفحة',
    text: 'وقع خلل عندنا ونعمل على إصلاحه. أعد المحاولة بعد دقيقة.',
    offline: 'وإن كان جهازك غير متصل بالإنترنت، فأعد المحاولة حين يعود الاتصال.',
    retry: 'أعد المحاولة',
  },
};
