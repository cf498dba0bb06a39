import { findStatedDate } from '../../arabic/stated-date.ts';

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/**
 * A date as metadata state it (`datetime`, `datePublished`), in ISO 8601 or as words.
 *
 * @returns `YYYY-MM-DD`, with `THH:MM[:SS]` and the zone where stated; null when it is none.
 */
export function readMetadataDate(value: string): string | null {
  const text = value.trim().slice(0, 80);
  const match = iso.exec(text);
  if (match) {
    const [, day = '', time, zone] = match;
    const read = Date.parse(`${day}T${time ?? '00:00'}Z`);
    // Date.parse rolls «31 February» over into March.
    if (Number.isNaN(read) || new Date(read).toISOString().slice(0, 10) !== day) return null;
    if (time === undefined) return day;
    const offset = zone?.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') ?? '';
    return `${day}T${time}${offset}`;
  }
  const stated = findStatedDate(text);
  if (stated) return stated.time === null ? stated.date : `${stated.date}T${stated.time}`;
  // «Sat, 24 Jul 2021 10:30:00 GMT»
  if (/^[a-z]{3}, \d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}/iu.test(text)) {
    const read = Date.parse(text);
    return Number.isNaN(read) ? null : new Date(read).toISOString().replace('.000Z', 'Z');
  }
  return null;
}
