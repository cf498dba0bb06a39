import type { Line } from '../lines.ts';
import {
  nextLabels,
  nextOpening,
  previousLabels,
  previousOpening,
} from '../words/furniture-words.ts';
import { partLabel } from '../words/text.ts';
import { firstProse } from './prose.ts';
import { type Fate, openLines, type Piece, type Step } from './step.ts';

/** The stories before and after this one: «Read Previous», «الخبر السابق», rel="prev". */

type Side = 'previousTitle' | 'nextTitle';

interface Label {
  side: Side;
  /** The label where a title follows on the same line. */
  label: string | null;
  title: string | null;
}

const sides: readonly (readonly [Side, ReadonlySet<string>, RegExp, Line['mark']])[] = [
  ['previousTitle', previousLabels, previousOpening, 'previous'],
  ['nextTitle', nextLabels, nextOpening, 'next'],
];

/** Titles are shorter; a paragraph that begins with «التالي» is none. */
const LONGEST_TITLE = 300;

function labelOf(line: Line): Label | null {
  for (const [side, labels, opening, mark] of sides) {
    if (labels.has(line.key)) return { side, label: null, title: null };
    if (line.text.length > LONGEST_TITLE || !opening.test(line.key)) continue;
    const parted = partLabel(line.text, opening);
    if (parted && parted.rest !== '' && (parted.colon || line.mark === mark))
      return { side, label: parted.label, title: parted.rest };
  }
  return null;
}

const arrowsBefore = /^[\s←→⟵⟶⇐⇒‹›<>↩❮❯◄►]+/u;
const arrowsAfter = /[\s←→⟵⟶⇐⇒‹›<>❮❯◄►]+$/u;

/** A title without the arrow that its link was drawn with; an unpaired guillemet is such an arrow. */
function withoutArrows(title: string): string {
  let bare = title.replace(arrowsBefore, '').replace(arrowsAfter, '');
  if (/^[«»]/u.test(bare) && (bare.match(/[«»]/gu)?.length ?? 0) % 2 === 1) bare = bare.slice(1);
  else if (/[«»]$/u.test(bare) && (bare.match(/[«»]/gu)?.length ?? 0) % 2 === 1)
    bare = bare.slice(0, -1);
  return bare.trim();
}

export const neighbours: Step = (reading) => {
  const { lines } = reading;
  const open = openLines(reading);
  const prose = firstProse(reading);
  const fates: [number, Fate][] = [];
  const pieces: Piece[] = [];
  const titles: Record<Side, string | null> = { previousTitle: null, nextTitle: null };
  /** Labels that still wait for their titles: some templates write both labels, then both titles. */
  let waiting: Side[] = [];

  for (const i of open) {
    const line = lines[i];
    if (!line) continue;
    const marked: Side | null =
      line.mark === 'previous' ? 'previousTitle' : line.mark === 'next' ? 'nextTitle' : null;
    const found = labelOf(line);
    // Above the text only markup tells a neighbour's title from this story's own.
    const trusted = marked !== null || line.zone !== 'article' || i > prose;

    if (found && found.title === null) {
      fates.push([i, 'dropped']);
      if (trusted && titles[found.side] === null && marked === null) waiting.push(found.side);
      continue;
    }
    if (found && found.title !== null && trusted && titles[found.side] === null) {
      titles[found.side] = withoutArrows(found.title);
      pieces.push({ line: i, text: found.label ?? '' });
      fates.push([i, 'neighbour']);
      waiting = waiting.filter((side) => side !== found.side);
      continue;
    }
    const side = marked ?? waiting[0];
    if (side === undefined) continue;
    const title = withoutArrows(line.text);
    if (line.text.length <= LONGEST_TITLE && titles[side] === null && /\p{L}/u.test(title)) {
      titles[side] = title;
      fates.push([i, 'neighbour']);
      waiting = waiting.filter((other) => other !== side);
    } else if (marked !== null) fates.push([i, 'dropped']);
    else waiting = [];
  }
  return { fates, pieces, found: titles };
};
