import { writeNumber } from './digits.ts';
import { hijriOf } from './hijri.ts';
import { type DigitSystem, hijriMonthName, type MonthScheme, monthName } from './months.ts';
import { addDays, dayOf, isDateOnly, zonedParts } from './zoned.ts';

/** How an edition writes dates. */
export interface DateStyle {
  timeZone: string;
  months: MonthScheme;
  digits: DigitSystem;
}

// With hamzat wasl in الاثنين, as the copy desk asks of everybody else.
const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

/**
 * «السبت 24 تموز (يوليو) 2021».
 *
 * @param at epoch milliseconds.
 * @param options `weekday` and `year` are written unless set to false.
 */
export function formatDate(
  at: number,
  style: DateStyle,
  options: { weekday?: boolean; year?: boolean } = {},
): string {
  const parts = zonedParts(at, style.timeZone);
  const weekday = options.weekday === false ? '' : `${weekdays[parts.weekday]} `;
  const year = options.year === false ? '' : ` ${writeNumber(parts.year, style.digits)}`;
  return `${weekday}${writeNumber(parts.day, style.digits)} ${monthName(parts.month, style.months)}${year}`;
}

/**
 * Which half of the day a clock of twelve hours means, as newspapers say it: from midnight to three
 * «بعد منتصف الليل» (12:05, 2:30), to noon «صباحاً», from noon to three «ظهراً» (12:05, 1:30), then
 * «مساءً».
 */
function partOfDay(hour: number): string {
  if (hour < 3) return 'بعد منتصف الليل';
  if (hour < 12) return 'صباحاً';
  return hour < 15 ? 'ظهراً' : 'مساءً';
}

/** «9:40 صباحاً», «12:05 ظهراً», «6:30 مساءً», «12:15 بعد منتصف الليل». */
export function formatTime(at: number, style: DateStyle): string {
  const { hour, minute } = zonedParts(at, style.timeZone);
  const minutes = writeNumber(minute, style.digits).padStart(2, writeNumber(0, style.digits));
  return `${writeNumber(hour % 12 || 12, style.digits)}:${minutes} ${partOfDay(hour)}`;
}

/** «السبت 24 تموز (يوليو) 2021، 9:40 صباحاً»; the date alone when the instant is a date without a time. */
export function formatDateTime(at: number, style: DateStyle): string {
  const date = formatDate(at, style);
  return isDateOnly(at, style.timeZone) ? date : `${date}، ${formatTime(at, style)}`;
}

/**
 * «13 جمادى الآخرة 1448 هـ», by the Umm al-Qura calendar.
 *
 * @param adjustDays days added where the country's own sighting differs, usually −1, 0 or 1.
 */
export function formatHijri(at: number, style: DateStyle, adjustDays: number): string {
  const hijri = hijriOf(addDays(dayOf(at, style.timeZone), adjustDays));
  const day = writeNumber(hijri.day, style.digits);
  return `${day} ${hijriMonthName(hijri.month)} ${writeNumber(hijri.year, style.digits)} هـ`;
}

/** «تموز (يوليو) 2021». */
export function formatMonth(at: number, style: DateStyle): string {
  const { year, month } = zonedParts(at, style.timeZone);
  return `${monthName(month, style.months)} ${writeNumber(year, style.digits)}`;
}
