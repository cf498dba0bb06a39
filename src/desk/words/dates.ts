import { writeNumber } from '../../arabic/digits.ts';
import { formatDate, formatDateTime, formatTime } from '../../arabic/format-date.ts';
import { dayOf } from '../../arabic/zoned.ts';
import { useSession } from '../data/use-session.ts';
import { useLanguage } from './language.ts';

export interface Dates {
  date(at: number): string;
  time(at: number): string;
  dateTime(at: number): string;
  /** «قبل ساعتين», «بعد ثلاثة أيام»; the date once it is over a week away. */
  near(at: number, now?: number): string;
  /** The time alone on the same day, else the date. */
  short(at: number, now?: number): string;
  number(n: number): string;
}

const minute = 60_000;
const units = [
  ['minute', minute, 60],
  ['hour', 60 * minute, 24],
  ['day', 24 * 60 * minute, 7],
] as const;

/** Dates, times and numbers as the edition writes them; the interface's English has its own. */
export function useDates(): Dates {
  const language = useLanguage();
  const { settings } = useSession();
  return datesFor(language, settings);
}

export function datesFor(
  language: 'ar' | 'en',
  settings: ReturnType<typeof useSession>['settings'],
): Dates {
  const { timeZone, digits } = settings;
  const isArabic = language === 'ar';
  const locale = isArabic ? `ar-u-nu-${digits === 'arab' ? 'arab' : 'latn'}` : 'en-GB';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const english = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  const dates: Dates = {
    date: (at) =>
      isArabic
        ? formatDate(at, settings, { weekday: false })
        : english(at, { day: 'numeric', month: 'long', year: 'numeric' }),
    time: (at) =>
      isArabic ? formatTime(at, settings) : english(at, { hour: '2-digit', minute: '2-digit' }),
    dateTime: (at) =>
      isArabic
        ? formatDateTime(at, settings)
        : english(at, { dateStyle: 'full', timeStyle: 'short' }),
    near: (at, now = Date.now()) => {
      const away = at - now;
      if (Math.abs(away) < minute) return isArabic ? 'الآن' : 'just now';
      for (const [unit, size, most] of units) {
        const n = Math.trunc(away / size);
        if (Math.abs(n) < most) return relative.format(n, unit);
      }
      return dates.date(at);
    },
    short: (at, now = Date.now()) =>
      dayOf(at, timeZone) === dayOf(now, timeZone) ? dates.time(at) : dates.date(at),
    number: (n) => (isArabic ? writeNumber(n, digits, true) : n.toLocaleString('en')),
  };
  return dates;
}
