/** Dates as English and French templates print them: «July 24, 2021», «24 juillet 2021». */

const months = [
  'jan(?:uary|v|vier)?',
  'f(?:eb(?:ruary)?|évr(?:ier)?|evrier)',
  'mar(?:ch|s)?',
  'a(?:pr(?:il)?|vr(?:il)?)',
  'ma[yi]',
  'ju(?:ne|n|in)',
  'ju(?:ly|l|il|illet)',
  'a(?:ug(?:ust)?|oût|out)',
  'sep(?:t|tember|tembre)?',
  'oct(?:ober|obre)?',
  'nov(?:ember|embre)?',
  'd(?:ec(?:ember)?|éc(?:embre)?|ecembre)',
];

const anyMonth = `(?<month>${months.join('|')})\\.?`;
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d])${anyMonth}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`,
  'iu',
);
const dayFirst = new RegExp(
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er)?\\s+${anyMonth},?\\s+(?<year>\\d{4})(?!\\d)`,
  'iu',
);
const each = months.map((month) => new RegExp(`^(?:${month})$`, 'iu'));

/** The first such date of a text: its day, and its range in UTF-16 units. */
export function findLatinDate(text: string): { date: string; start: number; end: number } | null {
  const match = monthFirst.exec(text) ?? dayFirst.exec(text);
  if (!match) return null;
  const { year = '', month = '', day = '' } = match.groups ?? {};
  const number = each.findIndex((pattern) => pattern.test(month)) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // A day that does not exist rolls over, or cannot be read.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return null;
  return { date, start: match.index, end: match.index + match[0].length };
}
