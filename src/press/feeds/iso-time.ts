import { zonedParts } from '../../arabic/zoned.ts';

const minuteMs = 60_000;

/**
 * An instant as ISO 8601 with the offset that the newsroom's clock has then:
 * «2021-07-24T01:30:00+03:00», so that the day a reader sees is the newsroom's day.
 *
 * @param at epoch milliseconds; what is less than a second is left out
 */
export function isoInZone(at: number, timeZone: string): string {
  const wall = zonedParts(at, timeZone);
  const wallMinute = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const offset = Math.round(wallMinute / minuteMs) - Math.floor(at / minuteMs);
  const local = new Date(at + offset * minuteMs).toISOString().slice(0, 19);
  const distance = Math.abs(offset);
  const hours = String(Math.floor(distance / 60)).padStart(2, '0');
  const minutes = String(distance % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
