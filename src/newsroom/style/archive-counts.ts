import type { ArchiveCounts, HouseStyle } from '../../copydesk/house-style.ts';
import { bareOf, type ParagraphInput } from '../../copydesk/paragraph.ts';
import type { Db } from '../../store/schema.ts';
import { countForms } from './archive-forms.ts';

const word = /[\u0621-\u064a\u0671-\u06d3]{3,30}/g;
/** A story has few different words; what is pasted may have more than is worth asking. */
const mostForms = 4000;

/** What the archive writes for the words of a story, and for the newsroom's own words. */
export async function archiveFor(
  db: Db,
  paragraphs: readonly ParagraphInput[],
  style: HouseStyle,
): Promise<ArchiveCounts> {
  const forms = new Set(style.lexicon.flatMap(({ right, variants }) => [right, ...variants]));
  for (const { text } of paragraphs)
    for (const [form] of bareOf(text).matchAll(word)) forms.add(form);
  const counts = await countForms(db, [...forms].slice(0, mostForms));
  return countsOf(counts);
}

/** Counts as the rules ask for them. */
export function countsOf(counts: readonly { form: string; count: number }[]): ArchiveCounts {
  const byForm = new Map(counts.map(({ form, count }) => [form, count]));
  return { count: (form) => byForm.get(form) ?? 0 };
}
