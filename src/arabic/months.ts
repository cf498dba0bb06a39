import { normalise } from './normalise.ts';

/** Month names: Mashriq with Gulf names in brackets (a pair is one date), or one scheme alone. */
export const monthSchemes = ['pair', 'mashriq', 'gulf', 'algeria', 'morocco'] as const;
export type MonthScheme = (typeof monthSchemes)[number];

export const digitSystems = ['latn', 'arab'] as const;
export type DigitSystem = (typeof digitSystems)[number];

const written: Record<Exclude<MonthScheme, 'pair'>, string> = {
  mashriq:
    'كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول',
  gulf: 'يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر',
  algeria: 'جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر',
  morocco: 'يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر',
};

/** Spellings met beside those above. Hamza, ة/ه and ى/ي need no row: normalising equates them. */
const alsoWritten: readonly (readonly [month: number, spellings: string])[] = [
  [1, 'كانون ثاني، كانون ثان، كانون الثان، جانفييه'],
  [2, 'فبرائر، فيبراير، فيفيري'],
  [3, 'مارت'],
  [5, 'مايس'],
  [6, 'يونيه'],
  [7, 'يوليه، يليوز، جويليا، جوييه'],
  [8, 'أغسطوس، أوغسطس'],
  [9, 'سيبتمبر، شتمبر'],
  [10, 'تشرين أول، أوكتوبر'],
  [11, 'تشرين ثاني، تشرين ثان، تشرين الثان، نوفنبر'],
  [12, 'كانون أول، ديسنبر، دسمبر، ديسيمبر، دجمبر'],
];

const hijriWritten =
  'محرم، صفر، ربيع الأول، ربيع الآخر، جمادى الأولى، جمادى الآخرة، رجب، شعبان، رمضان، شوال، ذو القعدة، ذو الحجة';

const alsoHijri: readonly (readonly [month: number, spellings: string])[] = [
  [1, 'المحرم، محرم الحرام، المحرم الحرام'],
  [2, 'صفر الخير، صفر المظفر'],
  [3, 'ربيع أول، ربيع الأنور'],
  [4, 'ربيع الثاني، ربيع ثاني، ربيع ثان، ربيع آخر'],
  [5, 'جمادى الأول، جماد الأول، جماد أول، جماد الأولى، جمادي أول'],
  [6, 'جمادى الثانية، جمادى الثاني، جمادى الآخر، جماد الآخر، جماد الآخرة، جماد الثاني، جماد ثاني'],
  [7, 'رجب المرجب، رجب الفرد، رجب الحرام'],
  [8, 'شعبان المعظم'],
  [9, 'رمضان المبارك، رمضان الكريم'],
  [10, 'شوال المكرم'],
  [11, 'ذي القعدة، ذا القعدة، ذوالقعدة، ذيالقعدة، ذو القعدة الحرام، ذي القعدة الحرام'],
  [12, 'ذي الحجة، ذا الحجة، ذوالحجة، ذيالحجة، ذو الحجة الحرام، ذي الحجة الحرام'],
];

function list(names: string): readonly string[] {
  return names.split('، ');
}

const schemes = {
  mashriq: list(written.mashriq),
  gulf: list(written.gulf),
  algeria: list(written.algeria),
  morocco: list(written.morocco),
};
const hijriNames = list(hijriWritten);

function nameAt(names: readonly string[], month: number): string {
  const name = names[month - 1];
  if (name === undefined) throw new RangeError(`No month ${month}; months run from 1 to 12`);
  return name;
}

/**
 * The name of a Gregorian month as the edition writes it; the pair is «تموز (يوليو)».
 *
 * @param month 1 for January to 12 for December.
 * @throws RangeError for any other number.
 */
export function monthName(month: number, scheme: MonthScheme): string {
  if (scheme !== 'pair') return nameAt(schemes[scheme], month);
  return `${nameAt(schemes.mashriq, month)} (${nameAt(schemes.gulf, month)})`;
}

/**
 * The name of a Hijri month, 1 for محرم to 12 for ذو الحجة.
 *
 * @throws RangeError for any other number.
 */
export function hijriMonthName(month: number): string {
  return nameAt(hijriNames, month);
}

function indexOf(
  main: readonly (readonly string[])[],
  others: readonly (readonly [number, string])[],
): Map<string, number> {
  const index = new Map<string, number>();
  for (const names of main)
    names.forEach((name, i) => {
      index.set(normalise(name), i + 1);
    });
  for (const [month, spellings] of others)
    for (const name of list(spellings)) index.set(normalise(name), month);
  return index;
}

const gregorianIndex = indexOf(Object.values(schemes), alsoWritten);

/** Every spelling of a Gregorian month, normalised, and which month it is. */
export const gregorianMonthNames: ReadonlyMap<string, number> = gregorianIndex;

/** Normalised names that are also other words: a month only beside a number or another name. */
export const ambiguousMonths: ReadonlySet<string> = new Set(['اب', 'ماي', 'اوت', 'مارت', 'جوان']);

const hijriIndex = indexOf([hijriNames], alsoHijri);

function lookUp(index: ReadonlyMap<string, number>, name: string): number | null {
  const key = normalise(name).trim().replace(/\s+/g, ' ');
  // No month begins with waw, so «وأبريل» can only be «and April».
  return (
    index.get(key) ?? (key.startsWith('و') ? index.get(key.slice(1).trimStart()) : null) ?? null
  );
}

/**
 * Which Gregorian month a name means, 1–12, in any of the four schemes and the spellings met in
 * newspapers, with or without hamza, tashkeel or a leading و; null when it is none.
 */
export function monthOf(name: string): number | null {
  return lookUp(gregorianIndex, name);
}

/** Which Hijri month a name means, 1–12, or null. */
export function hijriMonthOf(name: string): number | null {
  return lookUp(hijriIndex, name);
}

function pattern(index: ReadonlyMap<string, number>): string {
  // Longest first, so that «رمضان المبارك» is not read as «رمضان» and a rest.
  const names = [...index.keys()].sort((a, b) => b.length - a.length);
  return `(?:${names.join('|').replaceAll(' ', '\\s{1,4}')})(?![\\p{L}\\p{M}])`;
}

/** Source of a regular expression (flag u) for a Gregorian month in text that is already normalised. */
export const monthPattern = pattern(gregorianIndex);

/** The same for Hijri months. */
export const hijriMonthPattern = pattern(hijriIndex);
