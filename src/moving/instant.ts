import { isRealDay, startOfDay } from '../arabic/zoned.ts';

/**
 * The instant of an ISO date or date-time; one without an offset is the newsroom's own time.
 * A date alone is that day's midnight, which the press shows without a time.
 */
export function instantOf(iso: string, timeZone: string): number | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?(Z|([+-])(\d{2}):?(\d{2}))?)?$/.exec(
      iso.trim(),
    );
  if (match?.[1] === undefined) return null;
  const [, day, hours = '0', minutes = '0', seconds = '0', zone, sign, ahead = '0', and = '0'] =
    match;
  if (!isRealDay(day)) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const intoDay = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  if (zone === undefined) return startOfDay(day, timeZone) + intoDay;
  const offset = (Number(ahead) * 60 + Number(and)) * 60_000 * (sign === '-' ? -1 : 1);
  return Date.parse(`${day}T00:00:00Z`) + intoDay - offset;
}
