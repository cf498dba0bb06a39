import type { ParagraphKind } from '../../copydesk/paragraph.ts';
import type { Range } from '../../copydesk/ranges.ts';
import { ShallowParser } from '../ingest/html/shallow-parser.ts';
import type { ProseParagraph } from './prose.ts';

/** Elements whose text is not prose. */
const silent = new Set(
  'script style head pre textarea template svg math noscript iframe select option object'.split(
    ' ',
  ),
);
/** Their text stands in the sentence, and is left alone. */
const kept = new Set('code kbd samp var'.split(' '));
const inline = new Set(
  'a abbr b bdi bdo cite data dfn del em font i img ins mark q s small span strong sub sup time u wbr code kbd samp var'.split(
    ' ',
  ),
);
const kinds: Readonly<Record<string, ParagraphKind>> = {
  ...{ h1: 'headline', h2: 'subhead', h3: 'subhead', h4: 'subhead', h5: 'subhead', h6: 'subhead' },
  ...{ blockquote: 'quote', li: 'list', figcaption: 'caption' },
};

interface Open {
  name: string;
  silent: boolean;
  kept: boolean;
  kind: ParagraphKind | null;
}

/** Collects one paragraph, unit by unit, with the place of each in the file. */
class Collector {
  text = '';
  starts: number[] = [];
  ends: number[] = [];
  protect: Range[] = [];

  add(unit: string, start: number, end: number, keep: boolean): void {
    // Runs of white space with a line break in them are one space to a reader.
    const last = this.text.length - 1;
    if (/[\n\r\t]/.test(unit)) {
      if (last < 0) return;
      if (this.text[last] === ' ') {
        this.ends[last] = end;
        this.soft = true;
        return;
      }
      this.soft = true;
      this.#push(' ', start, end);
      return;
    }
    if (unit === ' ' && (last < 0 || (this.soft && this.text[last] === ' '))) {
      if (last >= 0) this.ends[last] = end;
      return;
    }
    this.soft = false;
    if (keep) this.protect.push({ start: last + 1, end: last + 2 });
    this.#push(unit, start, end);
  }

  soft = false;

  #push(unit: string, start: number, end: number): void {
    this.text += unit;
    this.starts.push(start);
    this.ends.push(end);
  }
}

/** The prose of a page of HTML: tags, attributes, scripts, styles and code are no part of it. */
export function htmlProse(html: string): ProseParagraph[] {
  const paragraphs: ProseParagraph[] = [];
  const open: Open[] = [];
  let current = new Collector();
  const flush = (): void => {
    const { text, starts, ends, protect } = current;
    current = new Collector();
    if (text.trim() === '') return;
    const kind = open.findLast((one) => one.kind !== null)?.kind ?? 'body';
    paragraphs.push({
      ...{ text, kind, protect },
      startOf: (i) => starts[i] ?? html.length,
      endOf: (i) => ends[i] ?? html.length,
    });
  };
  const parser = new ShallowParser({
    onopentag(name, attributes) {
      if (!inline.has(name)) flush();
      const foreign = attributes.lang !== undefined && !/^ar\b/i.test(attributes.lang);
      const above = open.at(-1);
      open.push({
        name,
        silent: (above?.silent ?? false) || silent.has(name),
        kept:
          (above?.kept ?? false) ||
          kept.has(name) ||
          (foreign && name !== 'html') ||
          attributes.translate === 'no',
        kind: kinds[name] ?? null,
      });
    },
    onclosetag(name) {
      if (!inline.has(name)) flush();
      const from = open.findLastIndex((one) => one.name === name);
      if (from >= 0) open.length = from;
    },
    ontext(data) {
      const top = open.at(-1);
      if (top?.silent === true) return;
      const start = parser.startIndex;
      const end = parser.endIndex + 1;
      const plain = end - start === data.length;
      for (let i = 0; i < data.length; i += 1)
        current.add(
          data[i] ?? '',
          plain ? start + i : start,
          plain ? start + i + 1 : end,
          top?.kept ?? false,
        );
    },
  });
  parser.end(html);
  flush();
  return paragraphs;
}
