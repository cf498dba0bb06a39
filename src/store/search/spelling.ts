import { type AnalysedWord, monthStem } from '../../arabic/analyse.ts';
import { gregorianMonthNames } from '../../arabic/months.ts';
import { normalise } from '../../arabic/normalise.ts';
import { editDistance } from '../../arabic/similar.ts';
import { looseStem } from '../../arabic/stem.ts';
import type { QueryWord } from './query-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءabcdefghijklmnopqrstuvwxyz';
/** A word this much rarer than another that looks nearly like it is taken for a slip. */
const muchRarer = 40;
/** A word in more stories than this is right as it is. */
const mostDoubtful = 3;

/** Every word that is one slip away: a letter left out, put in, changed, or two swapped. */
function oneSlipFrom(term: string): string[] {
  const found: string[] = [];
  for (let i = 0; i <= term.length; i += 1) {
    const before = term.slice(0, i);
    const after = term.slice(i);
    if (after !== '') found.push(before + after.slice(1));
    if (after.length > 1) found.push(before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2));
    for (const letter of letters) {
      found.push(before + letter + after);
      if (after !== '') found.push(before + letter + after.slice(1));
    }
  }
  return found;
}

/** The known word nearest to a typed one that is not known, or hardly; null when none is near. */
function nearest(term: string, stories: number, vocabulary: Vocabulary): string | null {
  if (stories > mostDoubtful || term.length < 3 || term.length > 30 || /\d/.test(term)) return null;
  const candidates = new Set<string>();
  for (const word of oneSlipFrom(term)) {
    const month = gregorianMonthNames.get(word);
    const stem = month === undefined ? looseStem(word) : monthStem(month);
    if (vocabulary.has(stem)) candidates.add(stem);
  }
  if (term.length >= 6)
    for (const { stem } of vocabulary.like(looseStem(term), 0.3, 60)) candidates.add(stem);
  const most = term.length >= 6 ? 2 : 1;
  let best: { written: string; worth: number } | null = null;
  for (const stem of candidates)
    for (const { form, written, stories: known } of vocabulary.formsOf(stem)) {
      const distance = editDistance(term, form, most);
      if (distance === 0 || distance > most || known < Math.max(1, stories * muchRarer)) continue;
      // One slip is far likelier than two; the first letter is seldom wrong.
      const attached = form.startsWith('و') && !term.startsWith('و') ? 4 : 0;
      const first = form[0] === term[0] ? 0 : 1.5;
      const worth = Math.log(1 + known) - 4 * distance - first - attached;
      if (best === null || worth > best.worth) best = { written, worth };
    }
  return best?.written ?? null;
}

/**
 * The query with the words that the archive does not know, or hardly, replaced by the nearest that it
 * knows; null when there is nothing better to offer.
 */
export function suggestionFor(
  typed: string,
  ranges: readonly AnalysedWord[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): string | null {
  let suggestion = typed;
  // From the last to the first, so that the places before stay where they are.
  for (const range of ranges.toSorted((a, b) => b.start - a.start)) {
    const word = words.find(({ term }) => term === range.term);
    const better = word === undefined ? null : nearest(word.term, word.stories, vocabulary);
    if (better !== null)
      suggestion = suggestion.slice(0, range.start) + better + suggestion.slice(range.end);
  }
  return normalise(suggestion) === normalise(typed) ? null : suggestion.trim();
}
