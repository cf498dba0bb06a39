import { endsSentence, type Line } from '../lines.ts';
import type { Reading } from './step.ts';

/** A line this long is prose even without a full stop; headlines seldom reach it. */
const LONG_PROSE = 26;
const SENTENCE = 8;

/** Whether a line reads as running text rather than as a title or a label. */
export function isProse(line: Line): boolean {
  if (line.mark === 'h1' || line.mark === 'heading') return false;
  return line.words >= LONG_PROSE || (line.words >= SENTENCE && endsSentence(line.text));
}

/**
 * The line where the body begins to be read: the first prose of the article after its first line.
 * Where nothing on the page ends as sentences do, the longest line that is not the first; -1 when
 * there is none.
 */
export function firstProse(reading: Reading): number {
  let first = -1;
  let longest = -1;
  for (let i = 0; i < reading.lines.length; i += 1) {
    const line = reading.lines[i];
    if (line?.zone !== 'article' || reading.fates[i] === 'dropped') continue;
    if (first < 0) {
      first = i;
      // In HTML the root may begin with the text itself, the title standing above it.
      if (line.mark !== 'paragraph') continue;
    }
    if (isProse(line)) return i;
    if (line.words > (reading.lines[longest]?.words ?? 2)) longest = i;
  }
  return longest;
}
