import type {
  FrontView,
  Named,
  Picture,
  PublishedStory,
  Shell,
  StoryCard,
} from '../../newsroom/publications/views.ts';
import { settingsSchema } from '../../newsroom/settings/settings.ts';
import type { Block } from '../../newsroom/stories/body.ts';
import type { PageContext } from '../pages/page-context.ts';

/** An invented town and its paper, for tests and for looking at pages. No real persons or places. */

const minute = 60_000;
const hour = 60 * minute;

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

const text = (value: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: value }],
});

/** A short body: paragraphs, a subhead, a quotation. */
export const plainBody: Block[] = [
  text(
    'قال رئيس لجنة الملاحة في البلدية نبيل الشامي إن القوارب ستعود إلى السوق العائم فجر الجمعة 27 تشرين الثاني (نوفمبر) الجاري، بعدما بلغ منسوب النهر مترين وأربعين سنتيمتراً للمرة الأولى منذ عامين.',
  ),
  text(
    'وأضاف في لقاء مع الصحافيين أن «الماء كافٍ للقوارب الصغيرة وحدها في الأسابيع الأولى»، مشيراً إلى أن 64 بائعاً من أصل 90 جدّدوا رخصهم، وأن البقية ينتظرون فحص قواربهم.',
  ),
  {
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: 'مرسى جديد وممرّ للمشاة' }],
  },
  text(
    'وفي الضفّة الشرقية، أنهى العمّال مرسى من الخشب يتّسع لثلاثين قارباً، وممرّاً يصل بينه وبين سوق الخضار. وبحسب غرفة التجارة، خسر باعة السوق نحو نصف دخلهم حين انتقلوا إلى الشارع الخلفي.',
  ),
  {
    type: 'blockquote',
    attrs: { cite: 'أم سليم، بائعة خبز منذ ثلاثين عاماً' },
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'كنت أبيع الخبز ساخناً لأن القارب يقف أمام الفرن. في الشارع يبرد.' },
        ],
      },
    ],
  },
  text(
    'ويرى مهندس الريّ طارق نعمة أن عودة الماء «لا تعني نهاية الجفاف»، داعياً إلى تحديد عدد القوارب في الصيف. أمّا البلدية فتقول إن خطة المواسم ستُعرض بحلول نهاية العام.',
  ),
];

/** One of every node that a body may hold. */
export const everyBlock: Block[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'نصّ فيه ' },
      { type: 'text', text: 'كلام بارز', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' وآخر ' },
      { type: 'text', text: 'مشدَّد', marks: [{ type: 'italic' }] },
      { type: 'text', text: '، ورابط إلى ' },
      {
        type: 'text',
        text: 'تقرير ',
        marks: [{ type: 'link', attrs: { href: 'https://river.example/report?a=1&b=2' } }],
      },
      {
        type: 'text',
        text: 'المنسوب',
        marks: [
          { type: 'bold' },
          { type: 'link', attrs: { href: 'https://river.example/report?a=1&b=2' } },
        ],
      },
      { type: 'text', text: '، وإلى ' },
      { type: 'text', text: 'خبر سابق', marks: [{ type: 'link', attrs: { href: '/12/خبر' } }] },
      { type: 'text', text: '، ومساحة 12 كم' },
      { type: 'text', text: '2', marks: [{ type: 'superscript' }] },
      { type: 'text', text: '، وصيغة H' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: 'O، ورمز ' },
      { type: 'text', text: 'RIV-7', marks: [{ type: 'code' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'وسطر ثانٍ.' },
    ],
  },
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'The river returns, and with it the market on the water.' }],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'ما الذي يتغيّر' }] },
  { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'للباعة' }] },
  {
    type: 'bulletList',
    content: ['يفتح السوق من الفجر حتى التاسعة.', 'يقف كل قارب في مكان مرقّم.'].map((value) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
    })),
  },
  {
    type: 'orderedList',
    content: ['تُفحص القوارب.', 'تُجدَّد الرخص.', 'تُوزَّع الأماكن بالقرعة.'].map((value) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
    })),
  },
  { type: 'image', attrs: { mediaId: 2, caption: 'المرسى الجديد من الضفّة الشرقية.' } },
  {
    type: 'gallery',
    content: [
      { type: 'image', attrs: { mediaId: 1 } },
      { type: 'image', attrs: { mediaId: 3, alt: 'سلال الرمّان على حافة قارب' } },
    ],
  },
  {
    type: 'table',
    content: [
      ['الموسم', 'منسوب النهر (سم)', 'عدد القوارب', 'أيام السوق', 'دخل البائع في الأسبوع'],
      ['2024', '95', '12', '40', '85,000'],
      ['2025', '110', '0', '0', '—'],
      ['2026', '240', '64', '120', '190,000'],
    ].map((row, r) => ({
      type: 'tableRow',
      content: row.map((value, c) => ({
        type: r === 0 || c === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
      })),
    })),
  },
  {
    type: 'embed',
    attrs: {
      url: 'https://www.video.example/watch?v=77',
      title: 'مقطع مصوّر: أول قارب يعبر تحت الجسر',
    },
  },
  {
    type: 'blockquote',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'نتعهّد في اللجنة بأن يُعلن المنسوب كل صباح عند المرسى وعلى موقع البلدية، وأن يُغلق السوق متى هبط الماء عن مئة وخمسين سنتيمتراً، وأن يعوَّض كل بائع عن أيام الإغلاق من صندوق الموسم الذي تُجمع فيه رسوم المراسي.',
          },
        ],
      },
    ],
  },
];

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

const headlines: [
  section: number,
  type: StoryCard['type'],
  headline: string,
  gist: string | null,
][] = [
  [
    0,
    'report',
    'السوق العائم يعود إلى النهر بعد موسمين من الجفاف',
    'يُفتتح فجر الجمعة بستين قارباً، والباعة يسألون عن الرسوم، ومهندسو الريّ ينصحون بتحديد العدد في الصيف.',
  ],
  [
    2,
    'news',
    'عيادة الحيّ الشمالي تفتح ليلاً وتطلب ثلاثة أطباء',
    'تستقبل المرضى من الثامنة مساءً حتى الفجر ابتداءً من مطلع الشهر المقبل.',
  ],
  [
    3,
    'explainer',
    'كيف تُحسب درجات القبول في المعهد التقني هذا العام؟',
    'ثلاث مواد بدل خمس، وامتحان عملي واحد، ومقاعد للقرى البعيدة.',
  ],
  [5, 'opinion', 'في مديح الطريق الأطول إلى البيت', null],
  [
    1,
    'news',
    'سعر القمح يستقرّ بعد أسبوعين من الارتفاع',
    'التجّار يتحدّثون عن شحنتين وصلتا إلى الميناء.',
  ],
  [
    4,
    'news',
    'فريق الوادي يبدأ معسكره بلا حارسه الأول',
    'إصابة في التدريب تُبعده ثلاثة أسابيع، وناشئ من القرية يأخذ مكانه.',
  ],
  [6, 'live', 'ارتفاع منسوب النهر يؤجّل حركة القوارب حتى المساء', 'نتابع المنسوب ساعة بساعة.'],
  [
    1,
    'analysis',
    'سوق الجمعة ينتقل إلى الساحة الشمالية: من يربح ومن يخسر',
    '300 بسطة، ورسوم أقلّ، ومواقف مجّانية حتى الظهر.',
  ],
  [5, 'news', 'معرض الخطّ يفتح أبوابه في دار الكتب', 'سبعون لوحة، وورشة للأطفال كل سبت.'],
  [1, 'explainer', 'دليل مبسّط لفاتورة الكهرباء الجديدة', 'الشرائح الثلاث، وكيف تقرأ العدّاد بنفسك.'],
  [
    2,
    'interview',
    'طبيبة القرى: «أكثر ما نحتاج إليه سيارة لا جهاز»',
    'حديث عن خمسة عشر عاماً بين ثلاث قرى.',
  ],
  [4, 'news', 'بطولة الحيّ للشطرنج تُختتم بتعادل نادر', null],
  [5, 'report', 'حكّاء المقهى الأخير يسلّم كرسيّه إلى حفيدته', 'ليلة وداع طويلة، وحكاية لم تكتمل.'],
  [
    3,
    'news',
    'Advanced River Engineering Institute يوقّع اتفاقاً مع المعهد التقني لتدريب خمسين طالباً وطالبة على قياس المنسوب وصيانة محطات الرصد في الوادي والقرى المجاورة',
    null,
  ],
];

/** `n` cards of the invented town, newest first; `pictures` says which of them have one. */
export function cards(n: number, pictures: (index: number) => boolean = () => true): StoryCard[] {
  return headlines.slice(0, n).map(([section, type, headline, standfirst], i) =>
    aCard({
      id: 40 - i,
      slug: `خبر-${40 - i}`,
      type,
      headline,
      standfirst,
      section: sections[section] ?? null,
      kicker: i === 0 ? 'المجلس البلدي يقرّ خطة المواسم' : null,
      byline:
        i % 2 === 0
          ? {
              people: [
                { id: 1, slug: 'ليلى-حداد', name: 'ليلى حدّاد' },
                ...(i === 0 ? [{ id: 2, slug: 'سامر-الخوري', name: 'سامر الخوري' }] : []),
              ],
              agency: null,
            }
          : { people: i === 3 ? [{ id: 3, slug: 'هدى', name: 'هدى السالم' }] : [], agency: null },
      publishedAt: noon - (i < 6 ? i * 50 * minute : (i - 5) * 9 * hour),
      lead: pictures(i) ? aPicture({ id: i + 1, hash: `c0ffee${i}` }) : null,
      commentCount: i === 0 ? 3 : 0,
    }),
  );
}

/** A front page of `n` stories, shared out as the newsroom does: lead, second, latest, bands. */
export function aFront(n: number, pictures: (index: number) => boolean = () => true): FrontView {
  const all = cards(n, pictures);
  return {
    breaking: null,
    lead: all[0] ?? null,
    second: all.slice(1, 6),
    latest: n > 1 ? all.slice(0, 8) : [],
    agenda:
      n > 3
        ? [
            {
              at: Date.UTC(2026, 10, 26, 21),
              granularity: 'day',
              text: 'افتتاح السوق العائم',
              story: { id: 40, slug: 'خبر-40', headline: headlines[0]?.[2] ?? '' },
            },
            {
              at: Date.UTC(2026, 10, 30, 7, 30),
              granularity: 'minute',
              text: 'قرعة أماكن القوارب',
              story: { id: 40, slug: 'خبر-40', headline: headlines[0]?.[2] ?? '' },
            },
          ]
        : [],
    bands: sections
      .map((section) => ({
        section,
        stories: all.filter((card) => card.section?.id === section.id),
      }))
      .filter((band) => band.stories.length > 0),
  };
}
