import { normalise } from './normalise.ts';

/** Numbers in words, read and written, below ten thousand: enough for dates and counts in news. */

const units = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'];
const unitsOfFeminine = ['', 'واحدة', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع'];
const tens = [
  ...['', 'عشر', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'],
];
const hundreds = [
  ...['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'],
];

/** Words below a hundred, in the nominative. 3–10 take the other gender than what is counted. */
function belowHundred(n: number, gender: 'm' | 'f'): string {
  const unit = n % 10;
  const one = (gender === 'm' ? units : unitsOfFeminine)[unit] ?? '';
  if (n < 10) return one;
  if (n === 10) return gender === 'm' ? 'عشرة' : 'عشر';
  if (n < 20) {
    const ten = gender === 'm' ? 'عشر' : 'عشرة';
    if (unit === 1) return gender === 'm' ? `أحد ${ten}` : `إحدى ${ten}`;
    if (unit === 2) return gender === 'm' ? `اثنا ${ten}` : `اثنتا ${ten}`;
    return `${one} ${ten}`;
  }
  const ten = tens[Math.floor(n / 10)] ?? '';
  return unit === 0 ? ten : `${one} و${ten}`;
}

function belowThousand(n: number, gender: 'm' | 'f'): string {
  const hundred = hundreds[Math.floor(n / 100)] ?? '';
  const rest = belowHundred(n % 100, gender);
  if (hundred === '') return rest;
  return rest === '' ? hundred : `${hundred} و${rest}`;
}

/**
 * A number in words, nominative: «ثلاث وعشرون», «ألفان وستة وعشرون».
 *
 * @param n a whole number from 0 to 9999
 * @param gender of what is counted
 * @throws RangeError for any other number
 */
export function numberInWords(n: number, gender: 'm' | 'f'): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999)
    throw new RangeError(`Only whole numbers from 0 to 9999 are written in words, not ${n}`);
  if (n === 0) return 'صفر';
  const thousand = Math.floor(n / 1000);
  const rest = belowThousand(n % 1000, gender);
  if (thousand === 0) return rest;
  const many = thousand === 1 ? 'ألف' : thousand === 2 ? 'ألفان' : `${units[thousand]} آلاف`;
  return rest === '' ? many : `${many} و${rest}`;
}

const values = new Map<string, number>();
const put = (value: number, spellings: string): void => {
  for (const word of normalise(spellings).split(' ')) values.set(word, value);
};
put(1, 'واحد واحدة أحد إحدى');
put(2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان');
put(3, 'ثلاثة ثلاث');
put(4, 'أربعة أربع');
put(5, 'خمسة خمس');
put(6, 'ستة ست');
put(7, 'سبعة سبع');
put(8, 'ثمانية ثماني ثمان');
put(9, 'تسعة تسع');
put(10, 'عشرة عشر');
put(100, 'مئة مائة مية');
put(200, 'مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي');
put(1000, 'ألف ألفا آلاف');
put(2000, 'ألفان ألفين ألفا ألفي');
for (const [i, ten] of ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'].entries())
  put((i + 2) * 10, `${ten}ون ${ten}ين`);
for (const [i, unit] of ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'].entries()) {
  put((i + 3) * 100, `${unit}مئة ${unit}مائة ${unit}ميه`);
}
put(800, 'ثمانيمئة ثمانيمائة');
put(1000, 'ألفا');

const numberWord = `(?:${[...values.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** Source of a regular expression (flag u) for a number in words or up to four figures, normalised. */
export const numberPattern = String.raw`(?:\d{1,4}(?!\d)|${numberWord}(?:\s{1,3}و?${numberWord}|\s{1,3}و\s?${numberWord}){0,6}(?!\p{L}))`;

/**
 * The value of a number in words or figures (normalised): «خمسة وعشرين», «ألفين وستة وعشرين», «١٢»;
 * null when the words are no number.
 */
export function readNumber(text: string): number | null {
  const plain = normalise(text).trim();
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  let total = 0;
  let part = 0;
  let any = false;
  for (const token of plain.split(/\s+/)) {
    const word = values.has(token) ? token : token.startsWith('و') ? token.slice(1) : token;
    if (word === '') continue;
    const value = values.get(word);
    if (value === undefined) return null;
    any = true;
    if (value === 1000 && part > 0) {
      total += part * 1000;
      part = 0;
    } else if (value >= 1000) total += value;
    else if (value === 100 && part > 0 && part < 10) part *= 100;
    else part += value;
  }
  return any ? total + part : null;
}

const ordinalUnits = [
  ...['الأول الأولى', 'الثاني الثانية', 'الثالث الثالثة', 'الرابع الرابعة', 'الخامس الخامسة'],
  ...['السادس السادسة', 'السابع السابعة', 'الثامن الثامنة', 'التاسع التاسعة', 'العاشر العاشرة'],
];
const ordinals = new Map<string, number>();
for (const [i, pair] of ordinalUnits.entries())
  for (const word of normalise(pair).split(' ')) {
    ordinals.set(word, i + 1);
    if (i === 9) continue;
    const unit = i === 0 ? (word.endsWith('ي') ? 'الحاديه' : 'الحادي') : word;
    // «الساعة الواحدة», «الواحد والعشرين».
    const one = word.endsWith('ي') ? 'الواحده' : 'الواحد';
    if (i === 0) {
      ordinals.set(one, 1);
      for (const ten of ['العشرون', 'العشرين', 'الثلاثون', 'الثلاثين'])
        ordinals.set(`${one} و${ten}`, ten.startsWith('الع') ? 21 : 31);
    }
    for (const ten of ['عشر', 'عشره']) ordinals.set(`${unit} ${ten}`, i + 11);
    for (const [k, tensWord] of ['العشر', 'الثلاث', 'الاربع', 'الخمس'].entries())
      for (const ending of ['ون', 'ين']) {
        ordinals.set(`${unit} و${tensWord}${ending}`, i + 1 + (k + 2) * 10);
        ordinals.set(`${tensWord}${ending}`, (k + 2) * 10);
      }
  }

/** Source of a regular expression (flag u) for an ordinal with the article, 1–59, normalised. */
export const ordinalPattern = `(?:${[...ordinals.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', '\\s{1,3}')})(?!\\p{L})`;

/** The value of an ordinal (normalised): «الرابع والعشرين» is 24; null when it is none. */
export function readOrdinal(text: string): number | null {
  return ordinals.get(text.trim().replace(/\s+/g, ' ')) ?? null;
}
