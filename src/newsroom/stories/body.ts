import { z } from 'zod';

/**
 * The body of a story: ProseMirror JSON of one documented schema
 * (docs/guide/body-schema.md). Node names are TipTap's own, so that the editor
 * and the press read the same document.
 */

const direction = z.enum(['rtl', 'ltr']).nullish();

/** A link may leave for the web, write to a mailbox, or point inside the paper. Nothing else. */
export const safeHref = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:|\/(?!\/)|#)[^\s\p{Cc}]*$/iu, 'الرابط غير مقبول');

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: safeHref }) }),
]);
export type Mark = z.infer<typeof mark>;

const text = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(mark).optional(),
});
const hardBreak = z.object({ type: z.literal('hardBreak') });
const inline = z.discriminatedUnion('type', [text, hardBreak]);
export type Inline = z.infer<typeof inline>;
const inlines = z.array(inline).optional();

const paragraph = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({ dir: direction }).optional(),
  content: inlines,
});
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]), dir: direction }),
  content: inlines,
});
const blockquote = z.object({
  type: z.literal('blockquote'),
  attrs: z.object({ cite: z.string().max(300).nullish() }).optional(),
  content: z.array(paragraph).min(1),
});
const listItem = z.object({ type: z.literal('listItem'), content: z.array(paragraph).min(1) });
const bulletList = z.object({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });
const orderedList = z.object({ type: z.literal('orderedList'), content: z.array(listItem).min(1) });
const image = z.object({
  type: z.literal('image'),
  attrs: z.object({
    mediaId: z.number().int().positive(),
    alt: z.string().max(1000).nullish(),
    caption: z.string().max(1000).nullish(),
  }),
});
const gallery = z.object({ type: z.literal('gallery'), content: z.array(image).min(1) });
const embed = z.object({
  type: z.literal('embed'),
  attrs: z.object({ url: z.url({ protocol: /^https$/ }).max(2000), title: z.string().max(300) }),
});
const cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  content: z.array(paragraph).min(1),
});
const tableRow = z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1) });
const table = z.object({ type: z.literal('table'), content: z.array(tableRow).min(1) });

const plainBlocks = [
  paragraph,
  heading,
  blockquote,
  bulletList,
  orderedList,
  image,
  gallery,
  embed,
  table,
] as const;
/** A dated entry of a live story; newest first in the document. `at` is epoch milliseconds. */
const update = z.object({
  type: z.literal('update'),
  attrs: z.object({ at: z.number().int(), heading: z.string().max(300).nullish() }),
  content: z.array(z.discriminatedUnion('type', plainBlocks)).min(1),
});
const block = z.discriminatedUnion('type', [...plainBlocks, update]);
export type Block = z.infer<typeof block>;

export const bodySchema = z.object({ type: z.literal('doc'), content: z.array(block) });
export type Body = z.infer<typeof bodySchema>;

export const emptyBody: Body = { type: 'doc', content: [] };

/** A paragraph node of plain text. An empty text gives an empty paragraph. */
export function paragraphOf(value: string): Block {
  return value === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text: value }] };
}

function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** The text of one block, with its inner paragraphs on lines of their own. Pictures give captions. */
export function blockText(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.content);
    case 'blockquote':
      return node.content.map((p) => inlineText(p.content)).join('\n');
    case 'bulletList':
    case 'orderedList':
      return node.content
        .flatMap((item) => item.content.map((p) => inlineText(p.content)))
        .join('\n');
    case 'table':
      return node.content
        .map((row) =>
          row.content.map((c) => c.content.map((p) => inlineText(p.content)).join(' ')).join(' '),
        )
        .join('\n');
    case 'image':
      return node.attrs.caption ?? '';
    case 'gallery':
      return node.content
        .map((n) => n.attrs.caption ?? '')
        .filter(Boolean)
        .join('\n');
    case 'embed':
      return node.attrs.title;
    case 'update':
      return [node.attrs.heading ?? '', ...node.content.map(blockText)].filter(Boolean).join('\n');
  }
}

/** The whole body as plain text, one block after another, parted by newlines. */
export function bodyText(body: Body): string {
  return body.content
    .map(blockText)
    .filter((t) => t !== '')
    .join('\n');
}

/** Ids of every picture the body shows, in order, without repeats. */
export function bodyMediaIds(body: Body): number[] {
  const ids = new Set<number>();
  const visit = (nodes: readonly Block[]): void => {
    for (const node of nodes) {
      if (node.type === 'image') ids.add(node.attrs.mediaId);
      else if (node.type === 'gallery') for (const n of node.content) ids.add(n.attrs.mediaId);
      else if (node.type === 'update') visit(node.content);
    }
  };
  visit(body.content);
  return [...ids];
}
