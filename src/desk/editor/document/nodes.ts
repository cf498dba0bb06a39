import { mergeAttributes, Node } from '@tiptap/core';

/**
 * The blocks of a story's body (docs/guide/body-schema.md) as the editor's document knows them. The
 * schema is closed: what is not listed here cannot be typed, pasted or dropped. No node depends on
 * where it stands or who wrote it, so a shared document (Yjs) can hold the same schema later.
 */

const dir = {
  default: null,
  parseHTML: (element: HTMLElement) => {
    const given = element.getAttribute('dir');
    return given === 'rtl' || given === 'ltr' ? given : null;
  },
  renderHTML: ({ dir: given }: { dir?: string | null }) => (given ? { dir: given } : {}),
};
/** An attribute that lives in the document alone; its node view or its decoration shows it. */
const silent = (value: unknown) => ({ default: value, rendered: false });

export const StoryDocument = Node.create({
  name: 'doc',
  topNode: true,
  content: '(block | update)+',
});

export const TextNode = Node.create({ name: 'text', group: 'inline' });

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({ dir }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false }, dir }),
  parseHTML: () => [
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    node.attrs.level === 3 ? 'h3' : 'h2',
    HTMLAttributes,
    0,
  ],
});

export const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({
    cite: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-cite'),
      renderHTML: ({ cite }: { cite?: string | null }) => (cite ? { 'data-cite': cite } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
});

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
});

export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: {
      default: 0,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute('data-media')),
      renderHTML: ({ mediaId }: { mediaId?: number }) => ({ 'data-media': mediaId }),
    },
    alt: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-alt'),
      renderHTML: ({ alt }: { alt?: string | null }) => (alt ? { 'data-alt': alt } : {}),
    },
    caption: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-caption'),
      renderHTML: ({ caption }: { caption?: string | null }) =>
        caption ? { 'data-caption': caption } : {},
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-media]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: () => ['div', { 'data-gallery': '', class: 'sheet-gallery' }, 0],
});

export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-embed') ?? '',
      renderHTML: ({ url }: { url?: string }) => ({ 'data-embed': url }),
    },
    title: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-title') ?? '',
      renderHTML: ({ title }: { title?: string }) => ({ 'data-title': title }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
});

/** What the table commands look for; tables of a story have no merged cells. */
const cellAttributes = () => ({
  colspan: silent(1),
  rowspan: silent(1),
  colwidth: silent(null),
});

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }: { name: string }) =>
    name === 'table' ? { tableRole: 'table' } : {},
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'sheet-table' }, ['table', ['tbody', 0]]],
});
export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  extendNodeSchema: ({ name }: { name: string }) =>
    name === 'tableRow' ? { tableRole: 'row' } : {},
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});
export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: ({ name }: { name: string }) =>
    name === 'tableCell' ? { tableRole: 'cell' } : {},
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});
export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  extendNodeSchema: ({ name }: { name: string }) =>
    name === 'tableHeader' ? { tableRole: 'header_cell' } : {},
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
});

export const Update = Node.create({
  name: 'update',
  content: 'block+',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    at: {
      default: 0,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute('data-at')),
      renderHTML: ({ at }: { at?: number }) => ({ 'data-at': at }),
    },
    heading: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-heading'),
      renderHTML: ({ heading }: { heading?: string | null }) =>
        heading ? { 'data-heading': heading } : {},
    },
  }),
  parseHTML: () => [{ tag: 'section[data-at]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'section',
    mergeAttributes({ class: 'sheet-update' }, HTMLAttributes),
    0,
  ],
});

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const add = () => this.editor.commands.insertContent({ type: this.name });
    return { 'Shift-Enter': add, 'Mod-Enter': add };
  },
});
