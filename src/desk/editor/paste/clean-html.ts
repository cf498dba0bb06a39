import type { ChildNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { Block } from '../document/convert.ts';
import { letterDirection } from '../document/direction.ts';
import { elementsIn, isJunk, statedDirection, styleOf, textOf } from './html-tree.ts';
import {
  type Inline,
  lettersOf,
  type Marks,
  marksWithin,
  noMarks,
  spaced,
  textNode,
  tidy,
} from './inlines.ts';

/** What pasted markup comes to. */
export interface Cleaned {
  blocks: Block[];
  /** Pictures that were in it: they must be uploaded to be used. */
  pictures: number;
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Direction = 'rtl' | 'ltr' | null;

const inlineNames = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp
   small span strike strong sub sup time tt u var wbr o:smarttagtype st1:place`.split(/\s+/),
);

/**
 * Cleans what Word, Google Docs or a web page puts on the clipboard into blocks of the body: text,
 * marks, links, headings, quotes, lists and tables are kept, with the direction of a paragraph where
 * its letters would not tell it. Fonts, colours, footnote marks and furniture are not.
 */
export function cleanHtml(html: string): Cleaned {
  // Chrome marks the part that was copied.
  const copied = /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/i.exec(html)?.[1] ?? html;
  const cleaner = new Cleaner();
  cleaner.visit(parseDocument(copied, { decodeEntities: true }).children, noMarks, null);
  return cleaner.done();
}

class Cleaner {
  readonly #blocks: Block[] = [];
  #pictures = 0;
  #line: Inline[] = [];
  #dir: Direction = null;
  /** The list of Word's paragraphs that is open. */
  #wordList: { type: 'bulletList' | 'orderedList'; id: string } | null = null;

  done(): Cleaned {
    this.#flush();
    return { blocks: this.#blocks, pictures: this.#pictures };
  }

  visit(nodes: readonly ChildNode[], marks: Marks, dir: Direction, isPre = false): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node.data, marks, isPre);
      else if (isTag(node) && !isJunk(node)) this.#element(node, marks, dir, isPre);
    }
  }

  #text(data: string, marks: Marks, isPre: boolean): void {
    if (!isPre) {
      const text = spaced(data);
      if (text !== '') this.#line.push(textNode(text, marks));
      return;
    }
    data.split(/\r?\n/).forEach((text, index) => {
      if (index > 0) this.#line.push({ type: 'hardBreak' });
      if (text !== '') this.#line.push(textNode(text.replaceAll('\t', '  '), marks));
    });
  }

  #element(element: Element, marks: Marks, outer: Direction, isPre: boolean): void {
    const name = element.name.toLowerCase();
    const dir = statedDirection(element) ?? outer;
    if (name === 'br') {
      // Two in a row are how some pages part paragraphs.
      if (this.#line.at(-1)?.type === 'hardBreak') {
        this.#flush();
        this.#dir = dir;
      } else this.#line.push({ type: 'hardBreak' });
      return;
    }
    if (name === 'img') {
      this.#pictures += 1;
      return;
    }
    if (inlineNames.has(name)) {
      this.visit(element.children, marksWithin(element, marks), dir, isPre);
      return;
    }
    const list = wordListOf(element);
    if (list === null) this.#endLine(dir);
    else this.#flush();
    this.#dir = dir;
    if (/^h[1-6]$/.test(name) || isWordHeading(element)) this.#heading(element, dir);
    else if (list !== null) this.#wordItem(element, list, dir);
    else if (name === 'ul' || name === 'ol')
      this.#list(element, name === 'ul' ? 'bulletList' : 'orderedList', dir);
    else if (name === 'blockquote') this.#quote(element, dir);
    else if (name === 'table') this.#table(element, dir);
    else if (name === 'iframe' || name === 'embed') this.#embed(element);
    else {
      this.visit(element.children, marksWithin(element, marks), dir, isPre || name === 'pre');
      this.#endLine(outer);
    }
  }

  /** Ends the line; a list of Word's ends with it. */
  #endLine(next: Direction): void {
    const isEmpty = tidy(this.#line).length === 0;
    this.#flush();
    if (!isEmpty) this.#wordList = null;
    this.#dir = next;
  }

  #flush(): void {
    const paragraph = this.#paragraph();
    if (paragraph !== null) {
      this.#blocks.push(paragraph);
      this.#wordList = null;
    }
  }

  #paragraph(): Paragraph | null {
    const content = tidy(this.#line);
    this.#line = [];
    if (content.length === 0) return null;
    return { type: 'paragraph', ...this.#direction(content), content };
  }

  #direction(content: readonly Inline[]): { attrs?: { dir: 'rtl' | 'ltr' } } {
    const dir = this.#dir;
    return dir === null || dir === letterDirection(lettersOf(content)) ? {} : { attrs: { dir } };
  }

  /** Everything inside an element as paragraphs. */
  #paragraphsIn(element: Element, dir: Direction): Paragraph[] {
    const inner = new Cleaner();
    inner.#dir = dir;
    inner.visit(element.children, noMarks, dir);
    const { blocks, pictures } = inner.done();
    this.#pictures += pictures;
    return blocks.flatMap(paragraphsOf);
  }

  #heading(element: Element, dir: Direction): void {
    const [first] = this.#paragraphsIn(element, dir);
    if (first?.content === undefined) return;
    const size = Number(/^h([1-6])$/i.exec(element.name)?.[1] ?? wordLevel(element));
    // A heading is bold of itself.
    const content = tidy(first.content.map(withoutBold));
    this.#blocks.push({
      type: 'heading',
      attrs: { level: size <= 2 ? 2 : 3, ...(first.attrs?.dir ? { dir: first.attrs.dir } : {}) },
      content,
    });
    this.#wordList = null;
  }

  #list(element: Element, type: 'bulletList' | 'orderedList', dir: Direction): void {
    const items = this.#items(element, dir);
    if (items.length > 0) this.#blocks.push({ type, content: items });
    this.#wordList = null;
  }

  /** Items one after another: lists of the body do not nest. */
  #items(element: Element, outer: Direction): { type: 'listItem'; content: Paragraph[] }[] {
    return element.children.flatMap((child) => {
      if (!isTag(child) || isJunk(child)) return [];
      const dir = statedDirection(child) ?? outer;
      if (child.name === 'ul' || child.name === 'ol') return this.#items(child, dir);
      if (child.name !== 'li') return [];
      const nested = child.children.filter(
        (one): one is Element => isTag(one) && (one.name === 'ul' || one.name === 'ol'),
      );
      const own = {
        ...child,
        children: child.children.filter((one) => !nested.includes(one as Element)),
      };
      const content = this.#paragraphsIn(own as Element, dir);
      return [
        ...(content.length === 0 ? [] : [{ type: 'listItem' as const, content }]),
        ...nested.flatMap((list) => this.#items(list, dir)),
      ];
    });
  }

  #wordItem(
    element: Element,
    list: { type: 'bulletList' | 'orderedList'; id: string },
    dir: Direction,
  ): void {
    const content = this.#paragraphsIn(element, dir);
    if (content.length === 0) return;
    const item = { type: 'listItem' as const, content };
    const last = this.#blocks.at(-1);
    const isNext = this.#wordList?.id === list.id;
    if (isNext && (last?.type === 'bulletList' || last?.type === 'orderedList'))
      last.content.push(item);
    else this.#blocks.push({ type: list.type, content: [item] });
    this.#wordList = list;
  }

  #quote(element: Element, dir: Direction): void {
    const content = this.#paragraphsIn(element, dir);
    if (content.length > 0) this.#blocks.push({ type: 'blockquote', content });
    this.#wordList = null;
  }

  #table(element: Element, dir: Direction): void {
    const inner = elementsIn(element.children);
    const rows = inner.filter(({ name }) => name === 'tr');
    const cells = rows.map((row) =>
      row.children.filter(
        (cell): cell is Element => isTag(cell) && (cell.name === 'td' || cell.name === 'th'),
      ),
    );
    const columns = Math.max(0, ...cells.map(widthOf));
    const isLayout = columns < 2 || rows.length < 2 || inner.some(({ name }) => name === 'table');
    if (isLayout) {
      // A frame around text, as mails and old pages have it.
      for (const cell of cells.flat()) {
        this.visit(cell.children, noMarks, dir);
        this.#endLine(dir);
      }
      return;
    }
    this.#blocks.push({
      type: 'table',
      content: cells
        .filter((row) => row.length > 0)
        .map((row) => {
          const content = row.flatMap((cell) => {
            const found = this.#paragraphsIn(cell, dir);
            const type = cell.name === 'th' ? ('tableHeader' as const) : ('tableCell' as const);
            const paragraphs: Paragraph[] = found.length === 0 ? [{ type: 'paragraph' }] : found;
            const empty = { type, content: [{ type: 'paragraph' as const }] };
            return [{ type, content: paragraphs }, ...new Array(spanOf(cell) - 1).fill(empty)];
          });
          while (content.length < columns)
            content.push({ type: 'tableCell', content: [{ type: 'paragraph' }] });
          return { type: 'tableRow' as const, content };
        }),
    });
    this.#wordList = null;
  }

  #embed(element: Element): void {
    const url = element.attribs.src ?? '';
    if (/^https:\/\/[^\s]+$/.test(url) && url.length <= 2000)
      this.#blocks.push({
        type: 'embed',
        attrs: {
          url,
          title: spaced(element.attribs.title ?? '')
            .trim()
            .slice(0, 300),
        },
      });
  }
}

function withoutBold(node: Inline): Inline {
  if (node.type !== 'text' || node.marks === undefined) return node;
  const marks = node.marks.filter(({ type }) => type !== 'bold');
  return marks.length === 0 ? { type: 'text', text: node.text } : { ...node, marks };
}

const spanOf = (cell: Element): number =>
  Math.min(50, Math.max(1, Number(cell.attribs.colspan) || 1));
const widthOf = (row: readonly Element[]): number =>
  row.reduce((sum, cell) => sum + spanOf(cell), 0);

/** The paragraphs of a block, for places that hold nothing else. */
function paragraphsOf(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return block.content === undefined ? [] : [{ type: 'paragraph', content: block.content }];
    case 'blockquote':
      return block.content;
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    default:
      return [];
  }
}

const isWordHeading = (element: Element): boolean =>
  /\bMso(?:Title|Subtitle|Heading\d)\b/.test(element.attribs.class ?? '') ||
  /^[1-6]$/.test(styleOf(element, 'mso-outline-level'));
const wordLevel = (element: Element): string =>
  /\bMsoHeading(\d)\b/.exec(element.attribs.class ?? '')?.[1] ??
  (styleOf(element, 'mso-outline-level') || '2');

/** Word writes list items as paragraphs, with the mark as ignorable text. */
function wordListOf(element: Element): { type: 'bulletList' | 'orderedList'; id: string } | null {
  const list = /^l(\d+)\s+level\d+(?:\s+lfo(\d+))?/.exec(styleOf(element, 'mso-list'));
  if (list === null) return null;
  const marker = elementsIn(element.children).find((inner) =>
    /mso-list\s*:\s*ignore/i.test(inner.attribs.style ?? ''),
  );
  const sign = marker === undefined ? '' : spaced(textOf(marker)).trim();
  const isOrdered = /^[([]?(?:\p{N}+|[a-zأ-ي]{1,3})[.)\]–-]/iu.test(sign);
  return { type: isOrdered ? 'orderedList' : 'bulletList', id: `${list[1]}-${list[2] ?? ''}` };
}
