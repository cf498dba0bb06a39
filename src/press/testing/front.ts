import type { FrontView, StoryCard } from '../../newsroom/publications/views.ts';
import { aCard, aPicture, hour, minute, noon, sections } from './fixtures.ts';

/** Lists and front pages of the invented town. */

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
