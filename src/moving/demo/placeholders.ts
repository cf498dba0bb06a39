import { type DateStyle, formatDate } from '../../arabic/format-date.ts';
import { addDays, dayOf, startOfDay, zonedParts } from '../../arabic/zoned.ts';
import type { StoryEvent } from '../../newsroom/stories/story.ts';
import type { DemoEvent } from './content/types.ts';

/**
 * Dates in the demo's texts, counted from the first start so that the paper is always fresh:
 * `{{day+6}}` «الأحد 29 تشرين الثاني (نوفمبر)», `{{weekday+6}}` «الأحد», `{{date+6}}`
 * «29 تشرين الثاني (نوفمبر)». With `@` the day moves forward to the first one that fits:
 * `{{day+4@thu}}` is the first Thursday from the fourth day on, `@work` the first working day
 * (a council does not sit on a Friday).
 */

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type DayRule = 'work' | (typeof dayNames)[number];

const placeholder =
  /\{\{(day|weekday|date)([+-]\d{1,3})(?:@(work|sun|mon|tue|wed|thu|fri|sat))?\}\}/g;

/**
 * The day (YYYY-MM-DD in the zone) that lies `offset` days from the day of `now`, moved forward to
 * the first that fits `on`. The working week is Sunday to Thursday.
 */
export function dayFrom(now: number, offset: number, timeZone: string, on?: DayRule): string {
  let day = addDays(dayOf(now, timeZone), offset);
  while (on !== undefined && !fits(day, on)) day = addDays(day, 1);
  return day;
}

function fits(day: string, rule: DayRule): boolean {
  const weekday = dayNames[zonedParts(startOfDay(day, 'UTC'), 'UTC').weekday];
  return rule === 'work' ? weekday !== 'fri' && weekday !== 'sat' : weekday === rule;
}

/**
 * The text with its placeholders written out.
 *
 * @param now the first start, epoch milliseconds: the base of every placeholder, also in stories
 * that were published before.
 * @throws Error when something in double braces is no placeholder.
 */
export function resolveDates(text: string, now: number, style: DateStyle): string {
  const resolved = text.replace(placeholder, (_, kind: string, offset: string, on?: DayRule) => {
    const at = startOfDay(dayFrom(now, Number(offset), style.timeZone, on), style.timeZone);
    if (kind === 'date') return formatDate(at, style, { weekday: false, year: false });
    const day = formatDate(at, style, { year: false });
    return kind === 'day' ? day : day.slice(0, day.indexOf(' '));
  });
  if (resolved.includes('{{')) throw new Error(`No such date placeholder in the demo: ${resolved}`);
  return resolved;
}

/** An announced date of the demo as the newsroom stores it. */
export function resolveEvent(event: DemoEvent, now: number, style: DateStyle): StoryEvent {
  const midnight = startOfDay(dayFrom(now, event.inDays, style.timeZone, event.on), style.timeZone);
  const hour = event.hour ?? 0;
  const guess = midnight + hour * 3_600_000;
  // Where the clock was moved since midnight, the guess is off by as much.
  const at = guess + (hour - zonedParts(guess, style.timeZone).hour) * 3_600_000;
  return { at, granularity: event.granularity, text: resolveDates(event.text, now, style) };
}
