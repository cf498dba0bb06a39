import type { ParagraphInput, ParagraphKind } from './paragraph.ts';

/** A paragraph of a plain text, and where it begins there. */
export interface TextParagraph extends ParagraphInput {
  start: number;
}

const LONGEST_HEADLINE = 220;
const LONGEST_SUBHEAD = 120;
const ends = /[.؟!…»”"):،,؛]$/;
/** «بغداد – وكالات», «القاهرة (رويترز) -»: a short line with a dash and no verb to it. */
const dateline = /^[\p{L}\s()«»“”،/.]{2,40} [–—-] [\p{L}\s()«»“”،/.]{2,50}$/u;

/** Takes a plain text for a story: lines are paragraphs, the first is the headline when others follow. */
export function splitText(text: string): TextParagraph[] {
  const lines: TextParagraph[] = [];
  let from = 0;
  for (const piece of text.split(/(\r\n|\n|\r|\u2028|\u2029)/)) {
    if (piece.trim() !== '') lines.push({ text: piece, start: from, kind: 'body' });
    from += piece.length;
  }
  return lines.map((line, i) => ({ ...line, kind: kindOf(line.text.trim(), i, lines) }));
}

function kindOf(line: string, i: number, lines: readonly TextParagraph[]): ParagraphKind {
  if (i === 0) {
    const next = lines[1]?.text.trim() ?? '';
    const shortEnough = line.length <= LONGEST_HEADLINE && line.split(/\s+/).length <= 36;
    // A sentence with its full stop is a headline only above a longer text.
    const sentence = line.endsWith('.') && next.length <= line.length;
    return lines.length > 1 && shortEnough && !sentence ? 'headline' : 'body';
  }
  if (i <= 3 && line.length <= 90 && dateline.test(line)) return 'dateline';
  if (/^(?:[-*•▪]|\d{1,2}[.)-])\s/.test(line)) return 'list';
  if (
    line.length <= LONGEST_SUBHEAD &&
    !ends.test(line) &&
    i < lines.length - 1 &&
    line.split(/\s+/).length >= 2
  )
    return 'subhead';
  return 'body';
}
