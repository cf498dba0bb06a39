/** How much of the text on either side tells one place from another. */
const reach = 16;

/** The words around a finding, by which this one place is known again after the text before it changed. */
export function aroundOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  return `${before}…${text.slice(end, end + reach)}`.toWellFormed();
}
