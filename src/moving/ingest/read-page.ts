import { refuseUnreadable } from './guard.ts';
import { isHtml, linesOfHtml } from './html/html-lines.ts';
import type { PageBlock, ReadPage } from './page.ts';
import { body } from './steps/body.ts';
import { comments } from './steps/comments.ts';
import { dateline } from './steps/dateline.ts';
import { decks, splitHeadline } from './steps/decks.ts';
import { furnitureByMarkup, furnitureLines } from './steps/furniture.ts';
import { headline } from './steps/headline.ts';
import { menuBelow, outsideArticle, strayLinks } from './steps/leftovers.ts';
import { metadata } from './steps/metadata.ts';
import { neighbours } from './steps/neighbours.ts';
import { related } from './steps/related.ts';
import { emptyHead, type Outcome, runSteps, type Step } from './steps/step.ts';
import { linesOfText } from './text-lines.ts';

/** How a page is read, in order. Each step takes its lines out of what the ones above it left. */
const steps: readonly Step[] = [
  furnitureLines,
  neighbours,
  comments,
  related,
  furnitureByMarkup,
  metadata,
  headline,
  decks,
  dateline,
  outsideArticle,
  strayLinks,
  menuBelow,
  splitHeadline,
  body,
];

/** Lines and parts of lines that went nowhere else, as they stood on the page. */
function droppedOf({ lines, fates, pieces }: Outcome): string[] {
  const dropped = pieces
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => ({ line, text }));
  fates.forEach((fate, line) => {
    const text = lines[line]?.text;
    if (fate === 'dropped' && text !== undefined) dropped.push({ line, text });
  });
  return dropped.sort((a, b) => a.line - b.line).map(({ text }) => text);
}

function paragraphsOf(block: PageBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'quote':
      return block.cite === null ? block.text.split('\n') : [...block.text.split('\n'), block.cite];
    case 'list':
      return block.items;
    case 'subhead':
      return [];
  }
}

/**
 * Reads the text or the HTML of a saved news page into a structured draft. Pure: the same input gives
 * the same answer. Body text is kept as it was written; what is left out is listed in `dropped`.
 *
 * @param input The whole page, up to 5,000,000 characters; markup is recognised by itself.
 * @throws UnreadablePage when the input is empty, binary, too long, or has no headline or no body.
 */
export function readPage(input: string): ReadPage {
  refuseUnreadable(input);
  const { lines, head } = isHtml(input)
    ? linesOfHtml(input)
    : { lines: linesOfText(input), head: emptyHead };
  const outcome = runSteps(lines, head, steps);
  const { found } = outcome;
  return {
    headline: found.headline ?? '',
    kicker: found.kicker,
    deck: found.deck,
    dateline: found.dateline,
    blocks: found.blocks,
    subheads: found.blocks.flatMap((block) => (block.kind === 'subhead' ? [block.text] : [])),
    paragraphs: found.blocks.flatMap(paragraphsOf),
    statedDate: found.statedDate,
    byline: found.byline,
    sourceName: found.sourceName,
    sectionName: found.sectionName,
    previousTitle: found.previousTitle ?? head.previousTitle,
    nextTitle: found.nextTitle ?? head.nextTitle,
    dropped: droppedOf(outcome),
  };
}
