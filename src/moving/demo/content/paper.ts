import type { DemoPerson, DemoSection, DemoSeries, DemoSettings, DemoTopic } from './types.ts';

/** A paper that does not exist, of a town that does not exist. */
export const paper: DemoSettings = {
  name: 'المرسى',
  motto: 'يومية المدينة ومينائها',
  about: 'صحيفة مستقلّة يملكها محرّروها، تصدر من رصيف الصيّادين في مرسى النارنج منذ عام 1987.',
};

/** In the order of the masthead. */
export const sections: readonly DemoSection[] = [
  { key: 'city', name: 'المدينة' },
  { key: 'health', name: 'صحّة' },
  { key: 'sport', name: 'رياضة' },
  { key: 'culture', name: 'ثقافة' },
];

export const topics: readonly DemoTopic[] = [
  { key: 'port', name: 'الميناء' },
  { key: 'transport', name: 'النقل' },
  { key: 'council', name: 'المجلس البلدي' },
  { key: 'weather', name: 'الطقس' },
  { key: 'markets', name: 'الأسواق' },
  { key: 'hospital', name: 'المستشفى العام' },
  { key: 'cup', name: 'كأس الأحياء' },
  { key: 'bookFair', name: 'معرض الكتاب' },
];

export const series: readonly DemoSeries[] = [
  {
    key: 'portHands',
    name: 'أيدي الميناء',
    about: 'مهن تعيش على رصيف واحد، يرويها أصحابها وأيديهم تعمل.',
  },
];

export const people: readonly DemoPerson[] = [
  {
    key: 'nawwar',
    name: 'نوّار الصيرفي',
    role: 'محرّر شؤون المدينة',
    bio: 'يغطّي البلدية والنقل منذ 11 عاماً، ويحفظ مواعيد الحافلات أكثر ممّا يعترف به.',
  },
  {
    key: 'hala',
    name: 'هالة مرجان',
    role: 'مراسلة الصحّة',
    bio: 'صيدلانية سابقة، تكتب عن المستشفيات والدواء بلغة تُفهم من القراءة الأولى.',
  },
  {
    key: 'basil',
    name: 'باسل سنديان',
    role: 'محرّر الرياضة',
    bio: 'لعب ظهيراً أيسر في كأس الأحياء ستّة مواسم، وما زال يرى أن تلك الراية رُفعت خطأً.',
  },
  {
    key: 'yara',
    name: 'يارا طحّان',
    role: 'محرّرة الثقافة',
    bio: 'تكتب عن الكتب والحِرَف، وتستعير من الأولى أكثر ممّا تعيد.',
  },
  {
    key: 'marwan',
    name: 'مروان قنديل',
    role: 'كاتب رأي',
    bio: 'مدرّس حساب متقاعد، يكتب عن المدينة كما تُرى سيراً على القدمين.',
  },
  {
    key: 'dima',
    name: 'ديمة الخزّاف',
    role: 'رسّامة الصحيفة',
    bio: 'ترسم ما تتعذّر رؤيته من مكان واحد، وتبدأ دائماً بلون الضوء.',
  },
];
