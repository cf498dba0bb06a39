import type { ParagraphKind } from '../../copydesk/paragraph.ts';
import type { Range } from '../../copydesk/ranges.ts';
import { type ProseParagraph, plainProse } from './prose.ts';

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6}) +/;
const item = /^\s{0,12}(?:[-*+]|\d{1,3}[.)]) +/;
const quote = /^ {0,3}(?:> ?)+/;
const definition = /^ {0,3}\[[^\]]{1,200}\]:/;
const rule = /^ {0,3}(?:[-*_] ?){3,}$|^ {0,3}=+$|^\s*\|?[\s:|-]+\|?$/;

/** What stands in prose and is not prose: the address of a link, an image, a tag, bold and italic marks. */
const marks =
  /\]\([^()\s]{0,2000}(?:\s"[^"]{0,200}")?\)|!\[|<\/?[a-z][^<>]{0,500}>|<https?:[^<>\s]{1,2000}>|\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|\{[^{}\n]{1,200}\}/gi;

/** The prose of a Markdown file: headings, paragraphs, items, quotations. Code and link addresses are no part of it. */
export function markdownProse(source: string): ProseParagraph[] {
  const paragraphs: ProseParagraph[] = [];
  let pending: { start: number; end: number } | null = null;
  let inFence: string | null = null;
  let frontMatter = /^---\r?\n/.test(source);
  const push = (start: number, end: number, kind: ParagraphKind): void => {
    const text = source.slice(start, end);
    if (text.trim() === '') return;
    const protect: Range[] = [...text.matchAll(marks)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    paragraphs.push(plainProse({ text, kind, protect }, start));
  };
  const flush = (): void => {
    if (pending !== null) push(pending.start, pending.end, 'body');
    pending = null;
  };
  let at = 0;
  for (const whole of source.split(/(?<=\n)/)) {
    const line = whole.replace(/\r?\n$/, '');
    const [start, end] = [at, at + line.length];
    const first = at === 0;
    at += whole.length;
    if (frontMatter) {
      if (!first && /^(?:---|\.\.\.)\s*$/.test(line)) frontMatter = false;
      continue;
    }
    const opened = fence.exec(line)?.[1];
    if (inFence !== null) {
      if (opened?.startsWith(inFence)) inFence = null;
      continue;
    }
    const lead = heading.exec(line) ?? quote.exec(line) ?? item.exec(line);
    if (opened !== undefined) {
      flush();
      inFence = opened;
    } else if (line.trim() === '' || definition.test(line) || rule.test(line)) flush();
    else if (lead !== null) {
      flush();
      const kind = heading.test(line)
        ? /^ {0,3}# /.test(line)
          ? 'headline'
          : 'subhead'
        : quote.test(line)
          ? 'quote'
          : 'list';
      push(start + lead[0].length, end, kind);
    } else if (line.includes('|') && /^\s*\|/.test(line)) {
      flush();
      push(start, end, 'list');
    } else if (/^(?: {4}|\t)/.test(line) && pending === null) continue;
    else pending = { start: pending === null ? start : (pending as Range).start, end };
  }
  flush();
  return paragraphs;
}
