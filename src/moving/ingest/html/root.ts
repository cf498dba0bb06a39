import { matchKey, wordsIn } from '../words/text.ts';
import type { Box, Boxes, BoxLine } from './boxes.ts';

/** Which element holds the story. */

const FEWEST_WORDS = 8;
/** A named element must hold this much of what the densest one holds. */
const ENOUGH = 0.5;
/** Furniture that holds more of the page than this is only named so. */
const TOO_MUCH = 0.5;

/** Which elements are furniture, by their hints and by how much of the page they hold. */
export function furnitureOf({ boxes }: Boxes): ReadonlySet<Box> {
  const total = boxes.reduce((sum, box) => (box.parent ? sum : sum + box.size), 0);
  const furniture = new Set<Box>();
  for (const box of boxes) {
    const { hints, parent } = box;
    const isOwn =
      hints.furniture &&
      !box.holdsTitle &&
      !isInQuotation(box) &&
      (hints.readersWrite || box.size < total * TOO_MUCH);
    if (isOwn || (parent && furniture.has(parent))) furniture.add(box);
  }
  return furniture;
}

/** A quotation's footer names who said it. */
function isInQuotation(box: Box): boolean {
  return box.name === 'footer' && (box.parent?.mark === 'quote' || box.parent?.mark === 'cite');
}

const isProse = (line: BoxLine): boolean =>
  !line.linked &&
  line.box.mark !== 'h1' &&
  line.box.mark !== 'heading' &&
  line.box.mark !== 'caption' &&
  wordsIn(matchKey(line.text.slice(0, 400))) >= FEWEST_WORDS;

interface Weights {
  /** Characters of prose anywhere inside. */
  prose: Map<Box, number>;
  /** The same, counted only for the element around a paragraph, and half for the one around that. */
  dense: Map<Box, number>;
}

function add(map: Map<Box, number>, box: Box | null, amount: number): void {
  if (box) map.set(box, (map.get(box) ?? 0) + amount);
}

function weigh({ lines, boxes }: Boxes, furniture: ReadonlySet<Box>): Weights {
  const prose = new Map<Box, number>();
  const dense = new Map<Box, number>();
  for (const line of lines) {
    if (furniture.has(line.box) || !isProse(line)) continue;
    const amount = line.text.length;
    add(prose, line.box, amount);
    const holder = line.box.name === 'p' ? line.box.parent : line.box;
    add(dense, holder, amount);
    add(dense, holder?.parent ?? null, amount / 2);
  }
  for (const box of boxes.toReversed()) add(prose, box.parent, prose.get(box) ?? 0);
  return { prose, dense };
}

function heaviest(boxes: Iterable<Box>, weights: ReadonlyMap<Box, number>): Box | null {
  let best: Box | null = null;
  for (const box of boxes)
    if ((weights.get(box) ?? 0) > (best ? (weights.get(best) ?? 0) : 0)) best = box;
  return best;
}

/**
 * The element that holds the body: what is named so (itemprop, a class of the usual content
 * systems, <article>, <main>) if it holds enough of the prose, else the densest block of paragraphs.
 * null when the page holds no prose at all.
 */
export function articleRoot(page: Boxes, furniture: ReadonlySet<Box>): Box | null {
  const { prose, dense } = weigh(page, furniture);
  const densest = heaviest(dense.keys(), dense);
  if (!densest) return null;
  const enough = (prose.get(densest) ?? 0) * ENOUGH;
  const named = [
    page.boxes.filter((box) => box.hints.articleBody),
    page.boxes.filter((box) => box.name === 'article'),
    page.boxes.filter((box) => box.name === 'main'),
  ];
  for (const boxes of named) {
    const best = heaviest(
      boxes.filter((box) => !furniture.has(box)),
      prose,
    );
    if (best && (prose.get(best) ?? 0) >= enough) return best;
  }
  return densest;
}
