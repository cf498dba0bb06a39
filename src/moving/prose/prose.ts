import type { ParagraphInput } from '../../copydesk/paragraph.ts';

/** A paragraph of a file, with the way back to the file. */
export interface ProseParagraph extends ParagraphInput {
  /** Where in the file the paragraph's unit `i` begins. */
  startOf: (i: number) => number;
  /** Where in the file the paragraph's unit `i` ends: an entity is longer than what it stands for. */
  endOf: (i: number) => number;
}

/** A paragraph that stands in the file as it is. */
export function plainProse(input: ParagraphInput, start: number): ProseParagraph {
  return { ...input, startOf: (i) => start + i, endOf: (i) => start + i + 1 };
}

/** What stands in a file. */
export type ProseFormat = 'text' | 'markdown' | 'html';

/** A range of a paragraph and a text for it, as a range of the file. */
export interface Placed {
  start: number;
  end: number;
  /** Null where the range holds markup that the new text would lose. */
  fix: string | null;
}

/**
 * Puts a new text for a range of a paragraph into the file. Markup inside the range is kept where the
 * new text changes units one for one («"…"» to «…»).
 */
export function placeInFile(
  paragraph: ProseParagraph,
  range: { start: number; end: number },
  fix: string,
  file: string,
  encode: (text: string) => string,
): Placed {
  const start = paragraph.startOf(range.start);
  const end = range.end > range.start ? paragraph.endOf(range.end - 1) : start;
  let unbroken = true;
  for (let i = range.start; i < range.end - 1 && unbroken; i += 1)
    unbroken = paragraph.endOf(i) === paragraph.startOf(i + 1);
  if (unbroken && end - start === range.end - range.start) return { start, end, fix: encode(fix) };
  if (fix.length === range.end - range.start) {
    let out = '';
    let at = start;
    for (let i = range.start; i < range.end; i += 1) {
      const [from, to, unit] = [
        paragraph.startOf(i),
        paragraph.endOf(i),
        fix[i - range.start] ?? '',
      ];
      out += file.slice(at, from);
      out += unit === paragraph.text[i] ? file.slice(from, to) : encode(unit);
      at = to;
    }
    return { start, end, fix: out };
  }
  return { start, end, fix: unbroken ? encode(fix) : null };
}
