import { type Mark, trimLine } from '../lines.ts';
import { HeadReader } from './head.ts';
import { type Attributes, type Hints, hintsOf } from './hints.ts';
import { ShallowParser } from './shallow-parser.ts';

/** A page as flat lists: elements that hold text, and the lines of text that can be seen. */

export interface Box {
  name: string;
  parent: Box | null;
  hints: Hints;
  /** What its lines are by their element: a heading, an item, a quotation. */
  mark: Mark;
  /** The list or quotation around it, 0 for none. */
  group: number;
  ordered: boolean;
  isBold: boolean;
  isLink: boolean;
  isHidden: boolean;
  isPreformatted: boolean;
  /** Set when all is read: visible characters inside, and whether the title is. */
  size: number;
  holdsTitle: boolean;
}

export interface BoxLine {
  text: string;
  box: Box;
  block: number;
  bold: boolean;
  linked: boolean;
}

/** A <time datetime>, and how many lines stood before it. */
export interface BoxTime {
  value: string;
  before: number;
  box: Box;
  isUpdate: boolean;
}

export interface Boxes {
  lines: BoxLine[];
  boxes: Box[];
  times: BoxTime[];
  head: HeadReader;
}

const inline = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp
   small span strike strong sub sup time tt u var wbr`.split(/\s+/),
);
const unseen = new Set(
  `script style noscript template iframe object embed svg math canvas audio video map textarea datalist head title
   frameset noframes applet`.split(/\s+/),
);
const bold = new Set(['b', 'strong']);
const lists = new Set(['ul', 'ol', 'menu', 'dir']);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

function markOf(name: string, parent: Box | null, isQuote: boolean): Mark {
  const around = parent?.mark ?? 'none';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (around === 'caption') return around;
  if (isQuote && (name === 'cite' || name === 'footer' || name === 'figcaption')) return 'cite';
  if (around === 'cite') return around;
  if (name === 'h1') return 'h1';
  if (/^h[2-6]$/.test(name)) return 'heading';
  if (name === 'blockquote') return 'quote';
  if (name === 'li') return around === 'quote' ? 'quote' : 'item';
  if (around !== 'none' && around !== 'paragraph') return around;
  return name === 'p' ? 'paragraph' : around;
}

const spaces = /\s+/gu;
/** Between the cells of a table; the input holds no NUL. */
const CELL = '\0';

function visibleText(raw: string): string {
  const text = raw.replace(spaces, (run) => (/[\n\r\t\f]/.test(run) ? ' ' : run));
  return trimLine(text.replace(/ ?\0 ?/gu, '\t'));
}

class BoxBuilder {
  readonly boxes: Box[] = [];
  readonly lines: BoxLine[] = [];
  readonly times: BoxTime[] = [];
  readonly head = new HeadReader();
  #current: Box | null = null;
  #block = 0;
  #groups = 0;
  #raw = '';
  #seen = 0;
  #bold = 0;
  #linked = 0;
  #lineBox: Box | null = null;
  /** Text of the script or title that is open. */
  #unseenText: string | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'meta' || name === 'link') this.head.element(name, attributes);
    if (name === 'br') {
      this.#flush();
      return;
    }
    const parent = this.#current;
    const hints = hintsOf(name, attributes);
    const isQuote = parent?.mark === 'quote' || parent?.mark === 'cite';
    const startsGroup = (parent?.group ?? 0) === 0 && (name === 'blockquote' || lists.has(name));
    const box: Box = {
      name,
      parent,
      hints: { ...hints, mark: hints.mark ?? this.#inheritedHint(parent) },
      mark: markOf(name, parent, isQuote),
      group: startsGroup ? ++this.#groups : (parent?.group ?? 0),
      ordered: startsGroup ? name === 'ol' : (parent?.ordered ?? false),
      isBold: bold.has(name) || (parent?.isBold ?? false),
      isLink: name === 'a' || (parent?.isLink ?? false),
      isHidden:
        (parent?.isHidden ?? false) ||
        unseen.has(name) ||
        attributes.hidden !== undefined ||
        hiddenStyle.test(attributes.style ?? ''),
      isPreformatted: name === 'pre' || (parent?.isPreformatted ?? false),
      size: 0,
      holdsTitle: false,
    };
    if (this.#breaksLine(box, hints)) this.#break();
    this.#current = box;
    this.boxes.push(box);
    if (name === 'title' || (name === 'script' && /ld\+json/iu.test(attributes.type ?? '')))
      this.#unseenText = '';
    if (name === 'time' && attributes.datetime)
      this.times.push({
        value: attributes.datetime,
        before: this.lines.length,
        box,
        isUpdate: /updated|modified/iu.test(
          `${attributes.class ?? ''} ${attributes.itemprop ?? ''}`,
        ),
      });
  }

  close(name: string): void {
    const box = this.#current;
    if (!box || name === 'br') return;
    if (box.name === 'title' && box.parent?.name !== 'svg') this.head.title(this.#unseenText ?? '');
    if (box.name === 'script' && this.#unseenText !== null) this.head.jsonLd(this.#unseenText);
    if (unseen.has(box.name)) this.#unseenText = null;
    if (box.name === 'td' || box.name === 'th') this.#raw += CELL;
    else if (this.#breaksLine(box, box.hints)) this.#break();
    this.#current = box.parent;
  }

  text(data: string): void {
    const box = this.#current;
    if (box?.isHidden) {
      if (this.#unseenText !== null) this.#unseenText += data;
      return;
    }
    if (box?.isPreformatted && data.includes('\n')) {
      const [first = '', ...others] = data.split('\n');
      this.#add(first);
      for (const other of others) {
        this.#flush();
        this.#add(other);
      }
      return;
    }
    this.#add(data);
  }

  end(): void {
    this.#break();
  }

  #add(data: string): void {
    const box = this.#current ?? rootBox;
    this.#raw += data;
    const seen = data.trim().length;
    if (seen === 0) return;
    this.#lineBox ??= this.#blockOf(box);
    this.#seen += seen;
    if (box.isBold) this.#bold += seen;
    if (box.isLink) this.#linked += seen;
  }

  /** The element that a line belongs to: the nearest that is no mere span. */
  #blockOf(box: Box): Box {
    let at = box;
    while (at.parent && inline.has(at.name) && at.hints.mark === at.parent.hints.mark)
      at = at.parent;
    return at;
  }

  #flush(): void {
    const text = visibleText(this.#raw);
    if (text !== '' && this.#lineBox) {
      this.lines.push({
        text,
        box: this.#lineBox,
        block: this.#block,
        bold: this.#bold === this.#seen,
        linked: this.#linked === this.#seen,
      });
    }
    this.#raw = '';
    this.#seen = 0;
    this.#bold = 0;
    this.#linked = 0;
    this.#lineBox = null;
  }

  #break(): void {
    this.#flush();
    this.#block += 1;
  }

  /** Inside a link to a neighbour every part is of it; other hints reach down too. */
  #inheritedHint(parent: Box | null): Mark | null {
    return parent?.hints.mark ?? null;
  }

  #breaksLine(box: Box, own: Hints): boolean {
    if (box.name === 'td' || box.name === 'th') return false;
    if (!inline.has(box.name)) return true;
    const around = box.parent?.hints.mark ?? null;
    if (around === 'previous' || around === 'next') return true;
    // A date or a name in a row of metadata is a line of its own; inside a paragraph it is a word.
    if (own.mark === null || own.mark === around) return false;
    return box.parent?.mark !== 'paragraph' && box.parent?.mark !== 'quote';
  }
}

const rootBox: Box = {
  name: 'html',
  parent: null,
  hints: {
    furniture: false,
    readersWrite: false,
    articleBody: false,
    standfirst: false,
    mark: null,
  },
  mark: 'none',
  group: 0,
  ordered: false,
  isBold: false,
  isLink: false,
  isHidden: false,
  isPreformatted: false,
  size: 0,
  holdsTitle: false,
};

/** Reads a page into its boxes and lines. Any input is taken, however malformed. */
export function boxesOf(html: string): Boxes {
  const builder = new BoxBuilder();
  const parser = new ShallowParser({
    onopentag: (name, attributes) => builder.open(name, attributes),
    onclosetag: (name) => builder.close(name),
    ontext: (data) => builder.text(data),
  });
  parser.end(html);
  builder.end();
  const { boxes, lines, times, head } = builder;
  for (const line of lines) {
    line.box.size += line.text.length;
    if (line.box.mark === 'h1') line.box.holdsTitle = true;
  }
  // Elements stand behind what holds them, so one way back adds everything up.
  for (const box of boxes.toReversed()) {
    if (!box.parent) continue;
    box.parent.size += box.size;
    box.parent.holdsTitle ||= box.holdsTitle;
  }
  return { boxes, lines, times, head };
}
