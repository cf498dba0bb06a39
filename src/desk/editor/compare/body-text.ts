import type { Block } from '../document/convert.ts';

type Inlines = Extract<Block, { type: 'paragraph' }>['content'];

const inlineText = (content: Inlines): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');

/** The text of a block as a person compares it: with what stands under pictures and cards. */
export function comparableText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'blockquote':
      return [...block.content.map((p) => inlineText(p.content)), block.attrs?.cite ?? '']
        .filter(Boolean)
        .join('\n');
    case 'bulletList':
    case 'orderedList':
      return block.content
        .map((item) => `• ${item.content.map((p) => inlineText(p.content)).join('\n')}`)
        .join('\n');
    case 'table':
      return block.content
        .map((row) =>
          row.content.map((c) => c.content.map((p) => inlineText(p.content)).join(' ')).join(' | '),
        )
        .join('\n');
    case 'image':
      return `[${block.attrs.caption ?? block.attrs.alt ?? block.attrs.mediaId}]`;
    case 'gallery':
      return block.content.map((image) => comparableText(image)).join('\n');
    case 'embed':
      return `${block.attrs.title}\n${block.attrs.url}`;
    case 'update':
      return [block.attrs.heading ?? '', ...block.content.map(comparableText)]
        .filter(Boolean)
        .join('\n');
  }
}
