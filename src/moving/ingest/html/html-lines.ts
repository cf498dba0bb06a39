import { type Line, lineOf, type Mark, type Zone } from '../lines.ts';
import { readDatelineAlone } from '../read-dateline.ts';
import type { PageHead } from '../steps/step.ts';
import { type Box, type Boxes, type BoxLine, boxesOf } from './boxes.ts';
import { articleRoot, furnitureOf } from './root.ts';

const tag =
  /<\/?(?:html|head|body|article|main|section|header|div|p|h[1-6]|br|span|ul|ol|li|a|table|title|meta|script|strong|b|blockquote|figure|img)(?=[\s/>])/giu;
const FEWEST_TAGS = 2;

/** Whether an input is markup rather than plain text that happens to hold a «<». */
export function isHtml(input: string): boolean {
  if (/^[\s\ufeff]*<(?:!doctype|html|head|body|article|\?xml)/iu.test(input.slice(0, 1000)))
    return true;
  let tags = 0;
  for (const _ of input.matchAll(tag)) {
    tags += 1;
    if (tags >= FEWEST_TAGS) return true;
  }
  return false;
}

/** Lines below the title and above the body that belong to the story. */
const PROSE_WORDS = 8;

function insideOf(page: Boxes, root: Box | null): ReadonlySet<Box> {
  const inside = new Set<Box>();
  for (const box of page.boxes)
    if (box === root || (box.parent && inside.has(box.parent))) inside.add(box);
  return inside;
}

function isBetween(line: Line, source: BoxLine): boolean {
  if (line.linked === true) return false;
  if (source.box.hints.standfirst || source.box.hints.mark === 'dateline') return true;
  if (line.mark === 'heading') return true;
  return line.words >= PROSE_WORDS || readDatelineAlone(line.text, []) !== null;
}

/** Hints at the title's surroundings mean nothing inside the body. */
const aroundTitle = new Set<Mark>(['kicker', 'deck', 'dateline', 'byline', 'date']);

/** Reads an HTML page into lines that say where they stood, and what its head states. */
export function linesOfHtml(html: string): { lines: Line[]; head: PageHead } {
  const page = boxesOf(html);
  const furniture = furnitureOf(page);
  const root = articleRoot(page, furniture);
  const inside = insideOf(page, root);
  const zoneOf = ({ box }: BoxLine): Zone => {
    if (furniture.has(box)) return 'furniture';
    return root === null || inside.has(box) ? 'article' : 'outside';
  };

  const make = (source: BoxLine, mark: Mark, zone: Zone): Line =>
    lineOf(source.text, {
      block: source.block,
      mark,
      zone,
      group: mark === 'item' || mark === 'quote' || mark === 'cite' ? source.box.group : 0,
      ordered: source.box.ordered,
      bold: source.bold,
      linked: source.linked,
    });

  const lines: Line[] = [];
  let bodyBegan = false;
  let titleSeen = false;
  for (const source of page.lines) {
    const { mark, hints } = source.box;
    const zone = zoneOf(source);
    const hinted =
      hints.mark !== null && !(aroundTitle.has(hints.mark) && (bodyBegan || mark === 'h1'))
        ? hints.mark
        : mark;
    let line = make(source, hinted, zone);
    const isProse = line.words >= PROSE_WORDS && mark !== 'h1' && mark !== 'heading';
    if (zone === 'outside' && titleSeen && !bodyBegan && isBetween(line, source))
      line = make(source, hinted, 'article');
    if (mark === 'h1') titleSeen = true;
    // A deck may be long; only unhinted prose is the body.
    if (zone === 'article' && isProse && hinted === mark) bodyBegan = true;
    lines.push(line);
  }

  const bodyAt = page.lines.findIndex(
    (source, i) =>
      lines[i]?.zone === 'article' && inside.has(source.box) && (lines[i]?.words ?? 0) >= 20,
  );
  const times = page.times.filter(
    ({ box, before }) => !furniture.has(box) && (bodyAt < 0 || before <= bodyAt),
  );
  const time = times.find(({ isUpdate }) => !isUpdate) ?? times[0];
  return { lines, head: page.head.read(time?.value ?? null) };
}
