import { endsSentence, type Line } from '../lines.ts';
import {
  relatedHeading,
  relatedHeadingOpening,
  relatedOpening,
  tagLabels,
} from '../words/furniture-words.ts';
import { partLabel } from '../words/text.ts';
import { isProse } from './prose.ts';
import { type Fate, openLines, type Step } from './step.ts';

/** «اقرأ أيضاً» and the titles below it; «الوسوم» and the tags below it. */

const LONGEST_TITLE_WORDS = 25;
const LONGEST_TAG_WORDS = 4;
/** A line this short behind longer titles, before prose, is the next subheading rather than a title. */
const SHORT_SUBHEAD = 6;

const bullet = /^[-–—•▪●◦*·‣›»]\s*/u;

/** A line that is label and title in one: «اقرأ أيضاً: عنوان». */
function holdsTitle(line: Line): boolean {
  if (line.words > LONGEST_TITLE_WORDS + 4 || /[.]$/u.test(line.text)) return false;
  const isLabelled = (label: RegExp, needsColon: boolean): boolean => {
    if (!label.test(line.key)) return false;
    const parted = partLabel(line.text.replace(bullet, ''), label);
    return parted !== null && parted.rest !== '' && (parted.colon || !needsColon);
  };
  return isLabelled(relatedOpening, false) || isLabelled(relatedHeadingOpening, true);
}

/** Where there is markup, titles of other stories are links. */
const isTitle = (line: Line): boolean =>
  line.linked !== false && line.words <= LONGEST_TITLE_WORDS && !/[.:،]$/u.test(line.text);

const isTag = (line: Line): boolean =>
  line.words <= LONGEST_TAG_WORDS && !endsSentence(line.text) && !/[:،]$/u.test(line.text);

/** How many of the lines behind a heading belong to it. */
function belonging(lines: readonly Line[], belongs: (line: Line) => boolean, label: Line): number {
  let count = countWhile(lines, belongs);
  const first = lines[0];
  // Titles in one block with their heading, or with bullets, end where the block or the bullets end.
  if (first && first.linked === null) {
    if (first.block === label.block)
      count = Math.min(
        count,
        countWhile(lines, (line) => line.block === label.block),
      );
    else if (bullet.test(first.text))
      count = Math.min(
        count,
        countWhile(lines, (line) => bullet.test(line.text)),
      );
  }
  return count;
}

function countWhile(lines: readonly Line[], holds: (line: Line) => boolean): number {
  const stop = lines.findIndex((line) => !holds(line));
  return stop < 0 ? lines.length : stop;
}

/** Lines looked at behind one heading. */
const MOST = 40;

export const related: Step = (reading) => {
  const { lines } = reading;
  const open = openLines(reading);
  const fates: [number, Fate][] = [];
  for (let at = 0; at < open.length; at += 1) {
    const i = open[at] ?? 0;
    const line = lines[i];
    if (!line || line.mark === 'h1') continue;
    if (holdsTitle(line)) {
      fates.push([i, 'dropped']);
      continue;
    }
    const { key } = line;
    const isRelated = relatedHeading.has(key);
    const isTags = !isRelated && tagLabels.test(key) && key.replace(tagLabels, '') === '';
    if (!isRelated && !isTags) continue;
    fates.push([i, 'dropped']);
    const behind = open.slice(at + 1, at + 1 + MOST).flatMap((next) => lines[next] ?? []);
    let count = belonging(behind, isTags ? isTag : isTitle, line);
    const last = behind[count - 1];
    const follows = behind[count];
    if (
      isRelated &&
      count > 1 &&
      last &&
      follows &&
      isProse(follows) &&
      last.block !== behind[count - 2]?.block &&
      last.words <= SHORT_SUBHEAD &&
      (behind[count - 2]?.words ?? 0) > SHORT_SUBHEAD
    )
      count -= 1;
    for (let k = 1; k <= count; k += 1) fates.push([open[at + k] ?? 0, 'dropped']);
    at += count;
  }
  return { fates };
};
