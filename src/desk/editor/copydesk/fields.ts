import type { Details } from '../saving/story-work.ts';

/** The lines above the text that the copy desk reads, in the order of the page. */
export const checkedFields = [
  'kicker',
  'headline',
  'deck',
  'standfirst',
  'place',
  'outlet',
] as const;
export type CheckedField = (typeof checkedFields)[number];

/** What they say; empty where nothing is written. */
export type Fields = Readonly<Record<CheckedField, string>>;

export function fieldsOf(details: Details): Fields {
  const { kicker, headline, deck, standfirst, dateline } = details;
  return {
    kicker: kicker ?? '',
    headline,
    deck: deck ?? '',
    standfirst: standfirst ?? '',
    place: dateline?.place ?? '',
    outlet: dateline?.outlet ?? '',
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Fields as a story keeps them. */
export function detailsFrom(fields: Fields): Partial<Details> {
  const { headline, kicker, deck, standfirst, place, outlet } = fields;
  return {
    headline,
    kicker: orNull(kicker),
    deck: orNull(deck),
    standfirst: orNull(standfirst),
    dateline:
      place === '' && outlet === '' ? null : { place: orNull(place), outlet: orNull(outlet) },
  };
}
