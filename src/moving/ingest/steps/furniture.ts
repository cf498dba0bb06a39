import { isFurniture } from '../words/furniture.ts';
import { commentForm, neighbourHeadings } from '../words/furniture-words.ts';
import type { Fate, Step } from './step.ts';
import { openLines } from './step.ts';

/** Lines that are furniture by themselves, wherever they stand: share bars, counts, notices, menus. */
export const furnitureLines: Step = (reading) => {
  const fates: [number, Fate][] = [];
  for (const i of openLines(reading)) {
    const line = reading.lines[i];
    if (!line || line.mark === 'h1') continue;
    // Neighbours and the comment form have steps of their own, which need to see these lines.
    if (line.mark === 'previous' || line.mark === 'next' || commentForm.test(line.key)) continue;
    if (neighbourHeadings.has(line.key) || line.mark === 'caption' || isFurniture(line))
      fates.push([i, 'dropped']);
  }
  return { fates };
};

/** What stands where the markup says furniture stands: navigation, asides, forms, the page's foot. */
export const furnitureByMarkup: Step = (reading) => ({
  fates: openLines(reading)
    .filter((i) => reading.lines[i]?.zone === 'furniture')
    .map((i) => [i, 'dropped']),
});
