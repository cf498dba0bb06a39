import { normalise } from '../normalise.ts';

/** Words of time in normalised text, as sources of regular expressions (flag u), and what they mean. */

/** Longest first, so that «بعد المقبل» is not read as «المقبل» and a rest. */
function choice(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '\\s{1,3}');
}

function table<T>(rows: readonly (readonly [T, string])[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const [meaning, spellings] of rows)
    for (const word of spellings.split('، ')) map.set(normalise(word), meaning);
  return map;
}

/** What a word or phrase means, whatever the spaces in it. */
export function meaningOf<T>(map: ReadonlyMap<string, T>, text: string | undefined): T | null {
  return text === undefined ? null : (map.get(text.trim().replace(/\s+/g, ' ')) ?? null);
}

export const weekdays = table<number>([
  [0, 'الأحد، احد'],
  [1, 'الاثنين، الإثنين، اثنين'],
  [2, 'الثلاثاء، الثلثاء، الثلاثا'],
  [3, 'الأربعاء، الاربعا'],
  [4, 'الخميس'],
  [5, 'الجمعة'],
  [6, 'السبت'],
]);
/** With the article only: «أحد» and «خميس» alone may be anything. */
export const weekdayPattern = `(?:${choice([...weekdays.keys()].filter((word) => word.startsWith('ال')))})(?!\\p{L})`;

/** -1 for the last, 0 for this, 1 for the next, 2 for the one after it. */
export const turns = table<number>([
  [2, 'بعد المقبل، بعد القادم، بعد المقبلة، بعد القادمة، ما بعد المقبل'],
  [1, 'المقبل، القادم، المقبلة، القادمة، التالي من الآن، مقبل، قادم، مقبلة، قادمة'],
  [0, 'الجاري، الحالي، الجارية، الحالية، هذا، هذه'],
  [-2, 'قبل الماضي، ما قبل الماضي، قبل الماضية، الأسبق'],
  [
    -1,
    'الماضي، الماضية، المنصرم، المنصرمة، المنقضي، المنقضية، الفائت، الفائتة، الفارط، الفارطة، الأخير، الأخيرة، ماضي، ماض، ماضية',
  ],
]);
export const turnPattern = `(?:${choice(turns.keys())})(?!\\p{L})`;

export type Part = 'early' | 'mid' | 'late';
export const parts = table<Part>([
  [
    'early',
    'مطلع، بداية، بدايات، أوائل، مستهل، أول، الأسبوع الأول من، الأيام الأولى من، الثلث الأول من',
  ],
  ['mid', 'منتصف، أواسط، وسط، نصف، الأسبوع الثاني من، الأسبوع الثالث من، الثلث الثاني من'],
  [
    'late',
    'نهاية، نهايات، موفى، أواخر، ختام، آخر، الأسبوع الرابع من، الأسبوع الأخير من، الأيام الأخيرة من، الثلث الأخير من',
  ],
]);
export const partPattern = `(?:${choice(parts.keys())})`;

export type Bound = 'by' | 'since' | 'until' | 'from' | 'before' | 'after';
export const bounds = table<Bound>([
  ['by', 'بحلول، مع حلول، في موعد أقصاه'],
  ['since', 'منذ'],
  ['until', 'حتى، لغاية، إلى'],
  ['from', 'ابتداء من، اعتبارا من، بدءا من، انطلاقا من'],
  ['before', 'قبل'],
  ['after', 'بعد'],
]);
export const boundPattern = `(?:${choice(bounds.keys())})`;

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
export interface Counted {
  unit: Unit;
  /** How many the word itself says: 1 for «يوم», 2 for «يومين»; null for a plural. */
  count: number | null;
}
export const counted = table<Counted>([
  [{ unit: 'minute', count: 1 }, 'دقيقة'],
  [{ unit: 'minute', count: 2 }, 'دقيقتين، دقيقتان'],
  [{ unit: 'minute', count: null }, 'دقائق'],
  [{ unit: 'hour', count: 1 }, 'ساعة'],
  [{ unit: 'hour', count: 2 }, 'ساعتين، ساعتان'],
  [{ unit: 'hour', count: null }, 'ساعات'],
  [{ unit: 'day', count: 1 }, 'يوم، يوما'],
  [{ unit: 'day', count: 2 }, 'يومين، يومان'],
  [{ unit: 'day', count: null }, 'أيام'],
  [{ unit: 'week', count: 1 }, 'أسبوع، أسبوعا'],
  [{ unit: 'week', count: 2 }, 'أسبوعين، أسبوعان'],
  [{ unit: 'week', count: null }, 'أسابيع'],
  [{ unit: 'month', count: 1 }, 'شهر، شهرا'],
  [{ unit: 'month', count: 2 }, 'شهرين، شهران'],
  [{ unit: 'month', count: null }, 'أشهر، شهور'],
  [{ unit: 'year', count: 1 }, 'سنة، عام، عاما'],
  [{ unit: 'year', count: 2 }, 'سنتين، عامين، سنتان، عامان'],
  [{ unit: 'year', count: null }, 'سنوات، أعوام، سنين'],
  // «عقد» alone is a contract as well, or the holding of a meeting.
  [{ unit: 'decade', count: 1 }, 'عقد من الزمن، عقد من الزمان'],
  [{ unit: 'decade', count: 2 }, 'عقدين، عقدان'],
  [{ unit: 'decade', count: null }, 'عقود'],
  [{ unit: 'century', count: 1 }, 'قرن، قرنا'],
  [{ unit: 'century', count: 2 }, 'قرنين، قرنان'],
  [{ unit: 'century', count: null }, 'قرون'],
]);
export const countedPattern = `(?:${choice(counted.keys())})(?!\\p{L})`;

/** IANA zones of the places whose time Arabic news names. */
export const zones = table<string>([
  ['Asia/Baghdad', 'بغداد، العراق'],
  ['Asia/Riyadh', 'مكة، مكة المكرمة، الرياض، السعودية، الكويت، الدوحة، قطر، المنامة، صنعاء، عدن'],
  ['Asia/Dubai', 'دبي، أبوظبي، أبو ظبي، الإمارات، مسقط'],
  ['Africa/Cairo', 'القاهرة، مصر'],
  ['Asia/Beirut', 'بيروت، لبنان'],
  ['Asia/Damascus', 'دمشق، سوريا، سورية'],
  ['Asia/Amman', 'عمان، الأردن'],
  ['Asia/Jerusalem', 'القدس، فلسطين، غزة'],
  ['Africa/Khartoum', 'الخرطوم، السودان'],
  ['Africa/Tripoli', 'طرابلس، ليبيا'],
  ['Africa/Tunis', 'تونس'],
  ['Africa/Algiers', 'الجزائر'],
  ['Africa/Casablanca', 'الرباط، المغرب'],
  ['Europe/Istanbul', 'أنقرة، إسطنبول، اسطنبول، تركيا'],
  ['Asia/Tehran', 'طهران، إيران'],
  ['Europe/London', 'لندن، بريطانيا'],
  ['Europe/Paris', 'باريس، فرنسا'],
  ['Europe/Berlin', 'برلين، ألمانيا'],
  ['Europe/Moscow', 'موسكو، روسيا'],
  ['America/New_York', 'واشنطن، نيويورك، شرق الولايات المتحدة'],
  ['Asia/Tokyo', 'طوكيو، اليابان'],
  ['Asia/Shanghai', 'بكين، الصين'],
  ['UTC', 'غرينتش، جرينتش، غرينيتش، العالمي، العالمي الموحد، الدولي'],
]);
export const zonePattern = `(?:${choice(zones.keys())})(?!\\p{L})`;
