import { commentCount, commentForm, commentHeadings } from '../words/furniture-words.ts';
import { firstProse } from './prose.ts';
import { type Fate, openLines, type Step } from './step.ts';

/**
 * The comment form, and everything after it: what readers wrote, the fields to fill in, the page's
 * foot. Above the body the same words are only a link to it.
 */
export const comments: Step = (reading) => {
  const open = openLines(reading);
  const prose = firstProse(reading);
  const isHeading = (i: number): boolean => {
    const key = reading.lines[i]?.key ?? '';
    return commentHeadings.has(key) || commentForm.test(key) || commentCount.test(key);
  };
  const from =
    open.find((i) => prose >= 0 && i > prose && isHeading(i)) ?? Number.POSITIVE_INFINITY;
  const fates: [number, Fate][] = open
    .filter((i) => i >= from || isHeading(i))
    .map((i) => [i, 'dropped']);
  return { fates };
};
