import type {
  MoreStories,
  Named,
  Picture,
  PublishedStory,
  Shell,
  StoryCard,
} from '../../newsroom/publications/views.ts';
import { settingsSchema } from '../../newsroom/settings/settings.ts';
import type { PageContext } from '../pages/page-context.ts';
import { plainBody } from './bodies.ts';

/** An invented town and its paper, for tests and for looking at pages. No real persons or places. */

export const minute = 60_000;
export const hour = 60 * minute;

/** Monday 23 November 2026, 11:00 in Baghdad. */
export const noon = Date.UTC(2026, 10, 23, 8, 0);

export const sections: Named[] = [
  { id: 1, slug: 'المدينة', name: 'المدينة' },
  { id: 2, slug: 'اقتصاد', name: 'اقتصاد' },
  { id: 3, slug: 'صحة', name: 'صحّة' },
  { id: 4, slug: 'تعليم', name: 'تعليم' },
  { id: 5, slug: 'رياضة', name: 'رياضة' },
  { id: 6, slug: 'ثقافة', name: 'ثقافة' },
  { id: 7, slug: 'طقس', name: 'الطقس والنهر' },
];

export function aShell(settings: Partial<Shell['settings']> = {}): Shell {
  return {
    settings: settingsSchema.parse({
      name: 'المنارة',
      motto: 'صحيفة يومية مستقلّة',
      about: 'صحيفة يومية مستقلّة تصدر من وادي الرمّان منذ 2019',
      ...settings,
    }),
    sections,
    footerPages: [
      { slug: 'من-نحن', title: 'من نحن' },
      { slug: 'سياسة-التصحيح', title: 'سياسة التصحيح' },
      { slug: 'راسلنا', title: 'راسلنا' },
      { slug: 'الخصوصية', title: 'الخصوصية' },
    ],
  };
}

export function aContext(overrides: Partial<PageContext> = {}): PageContext {
  return {
    shell: aShell(),
    now: noon,
    siteUrl: 'https://almanara.example',
    path: '/',
    saveData: false,
    assets: {
      css: '/assets/press.css',
      fontsCss: '/assets/fonts.css',
      preload: ['/assets/display.woff2'],
      proofJs: '/assets/proof.js',
    },
    ...overrides,
  };
}

export function aPicture(overrides: Partial<Picture> = {}): Picture {
  return {
    id: 1,
    hash: 'a1b2c3',
    width: 2400,
    height: 1600,
    focalX: 0.5,
    focalY: 0.5,
    alt: 'قوارب خشبية راسية عند ضفّة النهر صباحاً',
    caption: 'قوارب السوق العائم قبل انطلاقها.',
    credit: 'تصوير: ندى الخطيب – المنارة',
    ...overrides,
  };
}

export function aCard(overrides: Partial<StoryCard> = {}): StoryCard {
  return {
    id: 11,
    slug: 'السوق-العائم-يعود',
    type: 'news',
    kicker: null,
    headline: 'السوق العائم يعود إلى النهر بعد موسمين من الجفاف',
    standfirst: null,
    section: sections[0] ?? null,
    byline: { people: [], agency: null },
    publishedAt: noon - 2 * hour,
    updatedAt: noon - 2 * hour,
    lead: null,
    commentCount: 0,
    priority: 'normal',
    ...overrides,
  };
}

/** The same kind of story as readers most often meet, with everything a report can carry. */
export function aStory(overrides: Partial<PublishedStory> = {}): PublishedStory {
  return {
    ...aCard(),
    kicker: 'المجلس البلدي يقرّ خطة المواسم ويرجئ البتّ في الرسوم',
    standfirst:
      'يُفتتح فجر الجمعة بستين قارباً، والباعة يسألون عن الرسوم، ومهندسو الريّ ينصحون بتحديد العدد في الصيف.',
    byline: {
      people: [
        { id: 1, slug: 'ليلى-حداد', name: 'ليلى حدّاد' },
        { id: 2, slug: 'سامر-الخوري', name: 'سامر الخوري' },
      ],
      agency: null,
    },
    updatedAt: noon - hour,
    lead: aPicture(),
    commentCount: 3,
    deck: null,
    dateline: { place: 'وادي الرمّان', outlet: 'المنارة' },
    body: { type: 'doc', content: plainBody },
    pictures: {
      1: aPicture(),
      2: aPicture({
        id: 2,
        hash: 'd4e5f6',
        width: 1000,
        height: 1250,
        alt: 'عمّال يثبّتون ألواح المرسى',
        caption: null,
        credit: 'تصوير: كريم عيسى – المنارة',
      }),
      3: aPicture({
        id: 3,
        hash: '0709aa',
        alt: 'سلال',
        caption: 'رمّان أول الموسم.',
        credit: null,
      }),
    },
    sources: [
      {
        kind: 'official',
        name: 'نبيل الشامي، رئيس لجنة الملاحة',
        note: 'لقاء مع الصحافيين حضرته الصحيفة',
        quote: '«الماء كافٍ للقوارب الصغيرة وحدها في الأسابيع الأولى»',
      },
      {
        kind: 'document',
        name: 'غرفة التجارة: تقرير الأسواق',
        url: 'https://chamber.example/report',
        note: 'تشرين الأول (أكتوبر) 2026',
      },
      { kind: 'outlet', name: 'إذاعة الوادي', via: 'وكالة الرافد' },
      {
        kind: 'unnamed',
        name: 'مصدر في البلدية',
        note: 'طلب عدم ذكر اسمه لأنه غير مخوّل بالتصريح',
      },
    ],
    events: [
      { at: Date.UTC(2026, 10, 26, 21), granularity: 'day', text: 'افتتاح السوق العائم' },
      { at: Date.UTC(2026, 10, 30, 7, 30), granularity: 'minute', text: 'قرعة أماكن القوارب' },
      { at: Date.UTC(2026, 11, 1), granularity: 'month', text: 'عرض خطة المواسم على المجلس' },
    ],
    corrections: [
      {
        at: noon - 45 * minute,
        text: 'ورد في نسخة سابقة أن عدد الرخص المجدَّدة 46، والصحيح 64.',
      },
    ],
    topics: [
      { id: 1, slug: 'السوق-العائم', name: 'السوق العائم' },
      { id: 2, slug: 'النهر', name: 'النهر' },
      { id: 3, slug: 'المجلس-البلدي', name: 'المجلس البلدي' },
    ],
    series: { id: 1, slug: 'عام-الماء', name: 'عام الماء' },
    readingMinutes: 4,
    comments: 'open',
    ...overrides,
  };
}

/** A story from which there is nowhere to go on to. */
export const nothingMore: MoreStories = {
  related: [],
  topic: null,
  ofTopic: [],
  section: null,
  ofSection: [],
};
