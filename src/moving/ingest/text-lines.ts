import { endsSentence, type Line, lineOf, trimLine } from './lines.ts';

/**
 * The lines of a plain text. Each line is a paragraph of its own, whether blank lines part them or
 * not; only a text that is evidently hard-wrapped (as old agency wires are) has the lines of each
 * blank-separated block joined by single spaces.
 */

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

function blocksOf(input: string): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const raw of input.split(lineEnd)) {
    const text = trimLine(raw);
    if (text !== '') block.push(text);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Mail and wire programs wrap at 60 to 80 columns; Arabic letters with tashkeel count double. */
const NARROWEST = 45;
const WIDEST = 110;
const FULL_LINE = 0.7;
const MOST_SENTENCE_ENDS = 0.4;

const bullet = /^(?:[-–—•▪●◦*·]|[\d٠-٩]{1,2}\s*[-.)])/u;

/**
 * Whether a text is hard-wrapped: at least two blocks of three lines or more, in which every line
 * but the last is nearly as long as the longest, none longer than 110 characters, and few of them end
 * where a sentence ends.
 */
function isHardWrapped(blocks: readonly (readonly string[])[]): boolean {
  const many = blocks.filter((block) => block.length > 1);
  if (many.filter((block) => block.length > 2).length < 2) return false;
  let width = 0;
  for (const block of many) for (const line of block) width = Math.max(width, line.length);
  if (width < NARROWEST || width > WIDEST) return false;
  const inner = many.slice(1).flatMap((block) => block.slice(0, -1));
  const full = inner.filter((line) => line.length >= width * FULL_LINE);
  const ending = inner.filter(endsSentence);
  return full.length >= inner.length * 0.9 && ending.length <= inner.length * MOST_SENTENCE_ENDS;
}

function joinedWhenWrapped(block: readonly string[], width: number): readonly string[] {
  if (block.some((line) => bullet.test(line))) return block;
  const inner = block.slice(0, -1);
  return inner.every((line) => line.length >= width * FULL_LINE) ? [block.join(' ')] : block;
}

const markdownHeading = /^(#{1,6})\s+(\S.*)$/su;

const boldLine = /^\*\*([^*]{1,200})\*\*$/su;

/** A line, without the signs with which Markdown makes all of it bold or a heading. */
function lineIn(text: string, block: number): Line {
  const bold = boldLine.exec(text)?.[1];
  if (bold !== undefined) return lineOf(bold.trim(), { block, bold: true });
  const heading = markdownHeading.exec(text);
  if (!heading) return lineOf(text, { block });
  return lineOf(heading[2] ?? '', { block, mark: heading[1] === '#' ? 'h1' : 'heading' });
}

/** Splits a plain text into its lines. */
export function linesOfText(input: string): Line[] {
  const blocks = blocksOf(input);
  if (!isHardWrapped(blocks))
    return blocks.flatMap((block, n) => block.map((text) => lineIn(text, n)));
  const width = blocks.reduce(
    (widest, block) => block.reduce((most, line) => Math.max(most, line.length), widest),
    0,
  );
  return blocks.flatMap((block, n) =>
    joinedWhenWrapped(block, Math.min(width, WIDEST)).map((text) => lineOf(text, { block: n })),
  );
}
