import { normalise } from '../../../arabic/normalise.ts';
import { looseStem } from '../../../arabic/stem.ts';
import { tokenise } from '../../../arabic/tokens.ts';

/** Comparing lines and titles whatever their hamza, tashkeel, case and punctuation. */

const notWord = /[^\p{L}\p{N}]+/gu;

/** The form in which whole lines are compared: normalised words parted by single spaces. */
export function matchKey(text: string): string {
  return normalise(text).replace(notWord, ' ').trim();
}

/** The keys of phrases written one a line or parted by |. */
export function keysOf(phrases: string): string[] {
  return phrases
    .split(/[|\n]/)
    .map(matchKey)
    .filter((key) => key !== '');
}

/**
 * A regular expression (flag u) that matches keys which begin with one of the phrases, whole words
 * only; the longest phrase wins.
 */
export function beginsWith(phrases: string): RegExp {
  const longestFirst = keysOf(phrases).sort((a, b) => b.length - a.length);
  return new RegExp(`^(?:${longestFirst.join('|')})(?: |$)`, 'u');
}

/**
 * Parts a text behind the label it begins with.
 *
 * @param label A pattern of {@link beginsWith}.
 * @returns The label with the colon or dash behind it, and the rest, trimmed and perhaps empty; null
 *   when the text begins with no such label. `colon` says whether a colon, dash or arrow parted them.
 */
export function partLabel(
  text: string,
  label: RegExp,
): { label: string; rest: string; colon: boolean } | null {
  const match = label.exec(matchKey(text));
  if (!match) return null;
  const last = tokenise(text)[wordsIn(match[0].trim()) - 1];
  if (!last) return null;
  const rest = text.slice(last.end);
  const sign = /^[\s\u200e\u200f]*[:：|›>←→»–—-]?[\s\u200e\u200f]*/u.exec(rest)?.[0] ?? '';
  return {
    label: `${text.slice(0, last.end)}${sign}`.trim(),
    rest: rest.slice(sign.length).trim(),
    colon: sign.trim() !== '',
  };
}

export function wordsIn(key: string): number {
  return key === '' ? 0 : key.split(' ').length;
}

/** Words that say nothing of what a text is about. */
const emptyWords = new Set(
  keysOf(
    `في|من|إلى|على|عن|مع|أن|إن|التي|الذي|الذين|هذا|هذه|ذلك|تلك|بعد|قبل|خلال|بين|كما|لا|لم|لن|قد|ما|هو|هي|كان|كانت
     |قال|قالت|أكد|أكدت|أعلن|أعلنت|عند|حتى|أو|ثم|بل|كل|غير|منذ|حول|ضد|لدى|نحو|أي|إنه|أنه|إنها|أنها|اليوم|أمس|يوم`,
  ),
);

/** The stems of what a text is about, each once. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { term } of tokenise(text))
    if (term.length > 1 && !emptyWords.has(term)) stems.add(looseStem(term));
  return stems;
}

/**
 * How well a text reports what a title says: the stems they share, over the root of how many the
 * title has (as in the cosine of two sets), so that neither a long nor a short title wins by its length.
 */
export function overlap(title: string, of: ReadonlySet<string>): number {
  const stems = contentStems(title);
  if (stems.size === 0) return 0;
  let shared = 0;
  for (const stem of stems) if (of.has(stem)) shared += 1;
  return shared / Math.sqrt(stems.size);
}
