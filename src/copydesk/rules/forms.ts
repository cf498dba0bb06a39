import type { Family, FamilyHit } from '../families.ts';
import type { ArchiveCounts } from '../house-style.ts';
import { rewrite } from '../matching.ts';
import type { Word } from '../paragraph.ts';
import type { Message } from '../rule.ts';

/** What the rules about words with several forms share. */

const times = { one: 'مرة واحدة', two: 'مرتين', few: 'مرات', many: 'مرة', other: 'مرة' };

/** How often, in words that agree: «مرة واحدة», «9 مرات», «412 مرة». */
export function often(n: number): string {
  if (n === 1) return times.one;
  if (n === 2) return times.two;
  const rest = n % 100;
  return `${n} ${rest >= 3 && rest <= 10 ? times.few : times.many}`;
}

/** The word with another form of its family, its fathatan kept. */
export function withForm(
  { word, written, hit }: { word: Word; written: string; hit: FamilyHit },
  form: string,
): string {
  const right = `${hit.prefix}${form}${hit.suffix}`;
  const fix = rewrite(written, word.bare, right);
  if (fix.includes('ً')) return fix;
  if (/اً$/.test(written)) return fix.replace(/ا$/, 'اً');
  return /ًا$/.test(written) ? fix.replace(/ا$/, 'ًا') : fix;
}

const FEWEST_IN_ARCHIVE = 5;
const CLEAR_MAJORITY = 4;

export interface ArchiveChoice {
  form: string;
  counts: readonly (readonly [written: string, count: number])[];
}

/** The form that the newspaper clearly prefers, with the same attachments as the word at hand. */
export function archiveForm(
  family: Family,
  place: { hit: FamilyHit } | undefined,
  archive: ArchiveCounts,
): ArchiveChoice | null {
  if (place === undefined) return null;
  const { suffix } = place.hit;
  // Conjunctions and prepositions say nothing of the spelling; the article is part of a written form.
  const article = /(?:ال|لل)$/.test(place.hit.prefix) ? 'ال' : '';
  const counted = family.forms
    .map((form) => ({
      form,
      written: `${article}${form}${suffix}`,
      count: archive.count(`${article}${form}${suffix}`),
    }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  if (first === undefined || second === undefined) return null;
  if (first.count < FEWEST_IN_ARCHIVE || first.count < second.count * CLEAR_MAJORITY) return null;
  return {
    form: first.form,
    counts: counted.map(({ written, count }) => [written, count] as const),
  };
}

export function mixedMessage(
  right: string,
  wrong: string,
  rights: number,
  wrongs: number,
): Message {
  return {
    ar: `كُتبت الكلمة في هذه المادة بصورتين: «${right}» ${often(rights)} و«${wrong}» ${often(wrongs)}؛ الزم واحدة.`,
    en: `This story writes the word in two ways: «${right}» (${rights}) and «${wrong}» (${wrongs}); keep to one.`,
  };
}
