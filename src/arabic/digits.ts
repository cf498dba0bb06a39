import type { DigitSystem } from './months.ts';

const otherDigits = /[٠-٩۰-۹]/g;
const latinDigits = /[0-9]/g;

/** Turns Arabic-Indic (٠–٩) and Persian (۰–۹) digits into 0–9; everything else stays. */
export function toLatinDigits(text: string): string {
  // Both blocks begin at a multiple of sixteen, so the low four bits are the value.
  return text.replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Turns 0–9 into ٠–٩; everything else stays. */
export function toArabicDigits(text: string): string {
  return text.replace(latinDigits, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

// English output is plain ASCII. Arabic locales put U+061C or U+200E beside signs, which would
// travel into copied text, attributes and feeds.
const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });
const grouped = new Intl.NumberFormat('en', { useGrouping: true, maximumFractionDigits: 20 });

/**
 * Writes a number in the edition's digits, without hidden direction marks.
 *
 * @param grouping sets thousands apart: 12,345 or ١٢٬٣٤٥. Off for years and identifiers.
 * @throws RangeError for NaN and the infinities, which no reader should meet.
 */
export function writeNumber(n: number, digits: DigitSystem, grouping = false): string {
  if (!Number.isFinite(n)) throw new RangeError(`Not a number that can be written: ${n}`);
  const latin =
    Number.isSafeInteger(n) && (!grouping || Math.abs(n) < 1000)
      ? String(n)
      : (grouping ? grouped : plain).format(n);
  if (digits === 'latn') return latin;
  return toArabicDigits(latin.replaceAll(',', '٬').replace('.', '٫'));
}
