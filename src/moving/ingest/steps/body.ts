import { endsSentence, type Line } from '../lines.ts';
import { type PageBlock, UnreadablePage } from '../page.ts';
import { type Fate, openLines, type Step } from './step.ts';

/** The body: what is left of the article, as paragraphs, subheadings, quotations and lists. */

const bulleted = /^[-–—•▪●◦*·‣]\s+(\S.*)$/su;
const numbered = /^([\d٠-٩]{1,2})\s*[-.)ـ–]\s*(?![\d٠-٩])(\S.*)$/su;

interface Item {
  text: string;
  /** The number it bears; null for a bullet. */
  number: number | null;
}

function itemOf(line: Line): Item | null {
  if (line.mark !== 'none' && line.mark !== 'paragraph') return null;
  const bullet = bulleted.exec(line.text);
  if (bullet) return { text: bullet[1] ?? '', number: null };
  const number = numbered.exec(line.text);
  if (!number) return null;
  const digits = (number[1] ?? '').replace(/[٠-٩]/gu, (digit) =>
    String(digit.charCodeAt(0) - 0x660),
  );
  return { text: number[2] ?? '', number: Number(digits) };
}

/** A list in plain text: two items or more, all bullets, or numbers that run from 1. */
function listAt(lines: readonly Line[], at: number): { block: PageBlock; count: number } | null {
  const items: string[] = [];
  const first = itemOf(lines[at] ?? emptyLine);
  if (!first || (first.number !== null && first.number !== 1)) return null;
  for (let i = at; i < lines.length; i += 1) {
    const item = itemOf(lines[i] ?? emptyLine);
    const isNext = first.number === null ? item?.number === null : item?.number === i - at + 1;
    if (!item || !isNext) break;
    items.push(item.text);
  }
  if (items.length < 2) return null;
  return { block: { kind: 'list', ordered: first.number !== null, items }, count: items.length };
}

const emptyLine: Line = {
  text: '',
  key: '',
  words: 0,
  block: -1,
  mark: 'none',
  zone: 'article',
  group: 0,
  ordered: false,
  bold: false,
  linked: null,
};

const QUOTE_WORDS = 6;
const pairs: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['”', '“'],
  ['"', '"'],
];

/** Whether a whole line is one quotation: its first sign closes only at its end. */
function isQuotation(line: Line): boolean {
  if (line.words < QUOTE_WORDS) return false;
  const text = line.text.replace(/[.،,؟!]+$/u, '');
  return pairs.some(([open, close]) => {
    if (!text.startsWith(open) || !text.endsWith(close) || text.length < 3) return false;
    const inner = text.slice(1, -1);
    if (open === close) return !inner.includes(open);
    let depth = 0;
    for (const sign of inner) {
      if (sign === open) depth += 1;
      else if (sign === close) depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });
}

const SUBHEAD_WORDS = 14;
const SUBHEAD_LENGTH = 110;
/** Where paragraphs do not end as sentences do, only this little against the next line is sure. */
const SUBHEAD_WORDS_UNSURE = 8;

/**
 * Whether a line is a subheading though no markup says so: short, ending in no sign but a question
 * mark, between a paragraph that has ended and a longer one.
 */
function isSubhead(lines: readonly Line[], at: number, proseEnds: boolean): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  const next = lines[at + 1];
  if (!line || !before || !next) return false;
  if (line.mark !== 'none' && line.mark !== 'paragraph') return false;
  if (line.words > SUBHEAD_WORDS || line.text.length > SUBHEAD_LENGTH || !/\p{L}/u.test(line.text))
    return false;
  if (/[.!…:،؛,;۔»”")\]]$/u.test(line.text) || itemOf(line) !== null) return false;
  if (next.mark !== 'none' && next.mark !== 'paragraph') return false;
  if (line.bold && !next.bold) return true;
  const longer = next.text.length >= line.text.length * 1.5;
  if (!proseEnds)
    return line.words <= SUBHEAD_WORDS_UNSURE && next.text.length >= line.text.length * 3;
  const hasEnded =
    endsSentence(before.text) || before.mark !== line.mark || itemOf(before) !== null;
  if (itemOf(next) !== null) return hasEnded;
  return longer && hasEnded && (/[.!؟…:»”"]$/u.test(next.text) || next.words > SUBHEAD_WORDS);
}

/** Whether most of the longer lines end as sentences do. */
function proseEnds(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.words > SUBHEAD_WORDS);
  const ending = long.filter((line) => endsSentence(line.text) || /[:»”"]$/u.test(line.text));
  return ending.length >= long.length / 2;
}

/** Lines of one list or quotation of the markup. */
function groupAt(lines: readonly Line[], at: number): Line[] {
  const first = lines[at];
  const group: Line[] = [];
  for (let i = at; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || !first || line.group !== first.group) break;
    group.push(line);
  }
  return group;
}

function blocksOf(lines: readonly Line[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  const ends = proseEnds(lines);
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    if (line.group > 0) {
      const group = groupAt(lines, at);
      at += group.length;
      if (line.mark === 'item')
        blocks.push({ kind: 'list', ordered: line.ordered, items: group.map(({ text }) => text) });
      else {
        const said = group.filter(({ mark }) => mark !== 'cite').map(({ text }) => text);
        const cited = group.filter(({ mark }) => mark === 'cite').map(({ text }) => text);
        const cite = cited.length > 0 ? cited.join(' ') : null;
        // A citation without words is no quotation; it stays as it stands.
        if (said.length === 0) blocks.push({ kind: 'paragraph', text: cite ?? '' });
        else blocks.push({ kind: 'quote', text: said.join('\n'), cite });
      }
      continue;
    }
    const list = listAt(lines, at);
    if (list) {
      blocks.push(list.block);
      at += list.count;
      continue;
    }
    if (line.mark === 'heading') blocks.push({ kind: 'subhead', text: line.text });
    else if (isQuotation(line)) blocks.push({ kind: 'quote', text: line.text, cite: null });
    else if (isSubhead(lines, at, ends)) blocks.push({ kind: 'subhead', text: line.text });
    else blocks.push({ kind: 'paragraph', text: line.text });
    at += 1;
  }
  return blocks;
}

export const body: Step = (reading) => {
  const open = openLines(reading);
  const { opening } = reading.found;
  const lines = open.flatMap((i) => {
    const line = reading.lines[i];
    if (!line) return [];
    return [opening?.line === i ? { ...line, text: opening.text } : line];
  });
  const blocks = blocksOf(lines);
  if (!blocks.some((block) => block.kind !== 'subhead'))
    throw new UnreadablePage(
      'The page has a headline but no body: give the text of the story below its headline, and try again.',
    );
  return { fates: open.map((i): [number, Fate] => [i, 'body']), found: { blocks } };
};
