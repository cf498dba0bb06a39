import { type DateStyle, formatDate, formatTime } from '../../arabic/format-date.ts';
import { type CountedNoun, countPhrase } from '../../arabic/plural.ts';
import { dayOf, isDateOnly } from '../../arabic/zoned.ts';
import type { Shell, StoryCard } from '../../newsroom/publications/views.ts';
import { ar } from '../edition/ar.ts';
import type { Edition } from '../edition/edition.ts';
import type { PageContext } from '../pages/page-context.ts';

/** One page being written: its context, its language, its habits of writing dates. */
export interface Sheet {
  ctx: PageContext;
  shell: Shell;
  words: Edition;
  dates: DateStyle;
  /** YYYY-MM-DD in the newsroom's time zone. */
  today: string;
}

export function openSheet(ctx: PageContext): Sheet {
  const { timeZone, months, digits } = ctx.shell.settings;
  return {
    ctx,
    shell: ctx.shell,
    words: ar,
    dates: { timeZone, months, digits },
    today: dayOf(ctx.now, timeZone),
  };
}

/** A number with its noun: «ثلاثة ردود». */
export function count(sheet: Sheet, n: number, noun: CountedNoun): string {
  return countPhrase(n, noun, sheet.dates.digits);
}

/**
 * The shortest exact form of an instant in a list: the time today, else the day, with its year
 * only when that is not this one. A date without a time is always a day.
 */
export function stamp(sheet: Sheet, at: number): string {
  const { dates, today } = sheet;
  const day = dayOf(at, dates.timeZone);
  if (day === today && !isDateOnly(at, dates.timeZone)) return formatTime(at, dates);
  return formatDate(at, dates, { weekday: false, year: day.slice(0, 4) !== today.slice(0, 4) });
}

/** What `<time datetime>` carries: an instant, or a day when that is all that is known. */
export function machineTime(sheet: Sheet, at: number): string {
  const { timeZone } = sheet.dates;
  return isDateOnly(at, timeZone) ? dayOf(at, timeZone) : new Date(at).toISOString();
}

/** Stories under the days they were published on (YYYY-MM-DD), in the order given. */
export function byDay(
  sheet: Sheet,
  stories: readonly StoryCard[],
): [day: string, stories: StoryCard[]][] {
  const days: [string, StoryCard[]][] = [];
  for (const story of stories) {
    const day = dayOf(story.publishedAt, sheet.dates.timeZone);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(story);
    else days.push([day, [story]]);
  }
  return days;
}

/** What a person typed, inside a sentence: its direction does not pull the marks around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
