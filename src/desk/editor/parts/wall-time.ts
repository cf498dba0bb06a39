import { zonedParts } from '../../../arabic/zoned.ts';

/** What a clock on the newsroom's wall shows, as the browser's date field writes it. */
export function wallTime(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = zonedParts(at, timeZone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/**
 * The instant at which the newsroom's wall shows it; null for what is no time. Where clocks go
 * forward over it, the instant as far after the jump.
 */
export function instantOfWall(text: string, timeZone: string): number | null {
  const wanted = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(wanted)) return null;
  const shown = (at: number): number => Date.parse(`${wallTime(at, timeZone)}Z`);
  let at = wanted - (shown(wanted) - wanted);
  at += wanted - shown(at);
  return at;
}
