/** Clock times beside a date, in normalised text. */

export interface Clock {
  /** HH:MM of 24 hours. */
  time: string;
  /** How many units of the text it takes, counted from the date. */
  length: number;
}

const morning = 'صباحا|فجرا|قبل\\s+الظهر';
const noon = 'ظهرا';
const evening = 'مساء|عصرا|بعد\\s+الظهر';
const night = 'ليلا';
const afterMidnight = 'بعد\\s+منتصف\\s+الليل';
const inWords = [afterMidnight, evening, morning, noon, night].join('|');
const period = `(?<period>${inWords}|ص|م)(?!\\p{L})`;
const hour = String.raw`(?<hour>[01]?\d|2[0-3])`;
const minute = String.raw`(?<minute>[0-5]\d)`;
// A bare «6» is a time only after «الساعة» or before a part of the day; «6.30» likewise.
const digital = String.raw`${hour}:${minute}(?::[0-5]\d)?(?![\d:])(?:\s*${period})?`;
const atHour = String.raw`الساعه\s*:?\s*${hour}(?:[:.]${minute})?(?![\d:])(?:\s*${period})?`;
/** In full: «5 م» after a date may as well be five metres. */
const withPeriod = String.raw`${hour}(?:\.${minute})?\s*(?<period>${inWords})(?!\p{L})`;
const lead = String.raw`(?:في\s+|عند\s+|على\s+)?(?:تمام\s+)?(?:الساعه\s*:?\s*)?`;

const gapAfter = String.raw`^\s*[،,–—|(-]?\s*`;
const gapBefore = String.raw`\s*[،,–—|-]?\s*(?:من\s+)?(?:(?<around>مساء|صباح|فجر|ظهر|عصر|ليل)\s+)?(?:(?:في\s+)?يوم\s+)?(?:(?:في|بتاريخ)\s+)?$`;

function choices(before: string, after: string): RegExp[] {
  return [`${lead}${digital}`, `(?:في\\s+)?(?:تمام\\s+)?${atHour}`, `${lead}${withPeriod}`].map(
    (clock) => new RegExp(`${before}${clock}${after}`, 'u'),
  );
}

const after = choices(gapAfter, '');
const before = choices(String.raw`(?<![\p{L}\d:.])`, gapBefore);

const beforeNoon = new RegExp(`^(?:${morning}|ص|صباح|فجر|${afterMidnight})$`, 'u');

function hourOfDay(hour: number, period: string | undefined): number {
  if (period === undefined || hour > 12) return hour;
  if (beforeNoon.test(period)) return hour % 12;
  // «12 ليلاً» is midnight, «2 ليلاً» the small hours, «10 ليلاً» the evening.
  if (period.startsWith('ليل')) return hour === 12 ? 0 : hour < 6 ? hour : hour + 12;
  // «11 ظهراً» is before noon.
  if (period.startsWith('ظهر') && hour >= 10) return hour;
  return (hour % 12) + 12;
}

function read(patterns: readonly RegExp[], text: string): Clock | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { hour, minute = '00', period, around } = match.groups ?? {};
    const of24 = hourOfDay(Number(hour), period ?? around);
    return { time: `${String(of24).padStart(2, '0')}:${minute}`, length: match[0].length };
  }
  return null;
}

/** The clock time that a text begins with, after a date: «، 10:30 صباحاً», « الساعة 18:05». */
export function clockAfter(text: string): Clock | null {
  return read(after, text);
}

/** The clock time that a text ends with, before a date: «الساعة 18:05 من يوم ». */
export function clockBefore(text: string): Clock | null {
  return read(before, text);
}
