import { nameFamilies, placeFamilies, wordFamilies } from './lexicons/variants.ts';
import { moreNameFamilies } from './lexicons/variants-people.ts';
import { morePlaceFamilies } from './lexicons/variants-places.ts';
import type { Word } from './paragraph.ts';

/** Words that may be written in several ways. */
export interface Family {
  /** Its first form; by it the house's choice is stored. */
  id: string;
  kind: 'word' | 'place' | 'name';
  forms: readonly string[];
  /** The better Arabic, if one is. */
  preferred: string | null;
}

/** A form of a family in a text: `prefix + form + suffix` is what stands there. */
export interface FamilyHit {
  family: Family;
  form: string;
  prefix: string;
  suffix: string;
}

const lists = [
  { kind: 'word', list: wordFamilies },
  { kind: 'place', list: placeFamilies },
  { kind: 'place', list: morePlaceFamilies },
  { kind: 'name', list: nameFamilies },
  { kind: 'name', list: moreNameFamilies },
] as const;

/** Every family, for the settings of the house. Forms of several words are not among them. */
export const families: readonly Family[] = lists.flatMap(({ kind, list }) =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const written = line.split(/\s+/);
      const forms = written.map((form) => form.replace('!', ''));
      const [id = ''] = forms;
      const preferred = written.find((form) => form.startsWith('!'))?.slice(1) ?? null;
      return [{ id, kind, forms, preferred }];
    }),
);

const index = new Map<string, { family: Family; form: string }>();
for (const family of families) for (const form of family.forms) index.set(form, { family, form });

const prefixes = [
  '',
  'ال',
  'وال',
  'فال',
  'بال',
  'كال',
  'لل',
  'ولل',
  'وبال',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'وب',
  'ول',
];
const suffixes = [
  '',
  'ا',
  'ة',
  'ية',
  'ي',
  'ين',
  'ون',
  'ان',
  'ات',
  'تين',
  'يا',
  'ه',
  'ها',
  'هم',
  'يين',
  'يون',
  'تها',
  'ته',
];
const MOST_REMEMBERED = 20_000;
const known = new Map<string, FamilyHit | null>();

/** The family that a written word belongs to, or null. */
export function familyOf(word: Pick<Word, 'bare' | 'arabic'>): FamilyHit | null {
  const { bare } = word;
  if (!word.arabic || bare.length < 3) return null;
  const before = known.get(bare);
  if (before !== undefined) return before;
  const found = search(bare);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(bare, found);
  return found;
}

function search(bare: string): FamilyHit | null {
  for (const prefix of prefixes) {
    if (!bare.startsWith(prefix)) continue;
    const rest = bare.slice(prefix.length);
    for (const suffix of suffixes) {
      if (!rest.endsWith(suffix)) continue;
      const hit = index.get(rest.slice(0, rest.length - suffix.length));
      if (hit === undefined) continue;
      // Names take no article, and only pronouns of a word are attached to it.
      if (
        hit.family.kind === 'name' &&
        (prefix.endsWith('ال') || prefix.endsWith('لل') || suffix !== '')
      )
        continue;
      return { ...hit, prefix, suffix };
    }
  }
  return null;
}
