import type { Block, Body, Inline } from '../../newsroom/stories/body.ts';
import type { IllustrationId } from './content/keys.ts';
import type { DemoBlock, PlainBlock, UpdateBlock } from './content/types.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type PlainNode = Exclude<Block, { type: 'update' }>;

/** The only marks of the notation: **bold** and [a link](address). */
const marked = /\*\*(.+?)\*\*|\[(.+?)\]\((\S+?)\)/g;

/**
 * The body that the newsroom stores, from the demo's notation.
 *
 * @param mediaIdOf gives the id of the stored picture for an illustration.
 * @param writeText gets every text before it is written, to resolve its placeholders.
 * @param at turns «hours before the first start» into epoch milliseconds.
 */
export function toBody(
  blocks: readonly DemoBlock[],
  mediaIdOf: (id: IllustrationId) => number,
  writeText: (text: string) => string,
  at: (hoursAgo: number) => number,
): Body {
  const plain = (block: PlainBlock) => plainNode(block, mediaIdOf, writeText);
  return {
    type: 'doc',
    content: blocks.map((block) =>
      'update' in block ? updateNode(block.update, plain, writeText, at) : plain(block),
    ),
  };
}

function updateNode(
  { hoursAgo, heading, blocks }: UpdateBlock['update'],
  plain: (block: PlainBlock) => PlainNode,
  writeText: (text: string) => string,
  at: (hoursAgo: number) => number,
): Block {
  return {
    type: 'update',
    attrs: {
      at: at(hoursAgo),
      ...(heading === undefined ? {} : { heading: writeText(heading) }),
    },
    content: blocks.map(plain),
  };
}

function plainNode(
  block: PlainBlock,
  mediaIdOf: (id: IllustrationId) => number,
  writeText: (text: string) => string,
): PlainNode {
  const paragraph = (text: string): Paragraph => {
    const content = inlines(writeText(text));
    return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
  };
  const items = (texts: readonly string[]) =>
    texts.map((text) => ({ type: 'listItem' as const, content: [paragraph(text)] }));

  if ('p' in block) return paragraph(block.p);
  if ('h2' in block)
    return { type: 'heading', attrs: { level: 2 }, content: inlines(writeText(block.h2)) };
  if ('h3' in block)
    return { type: 'heading', attrs: { level: 3 }, content: inlines(writeText(block.h3)) };
  if ('quote' in block)
    return {
      type: 'blockquote',
      ...(block.cite === undefined ? {} : { attrs: { cite: writeText(block.cite) } }),
      content: [paragraph(block.quote)],
    };
  if ('ul' in block) return { type: 'bulletList', content: items(block.ul) };
  if ('ol' in block) return { type: 'orderedList', content: items(block.ol) };
  if ('table' in block)
    return {
      type: 'table',
      content: block.table.map((row, index) => ({
        type: 'tableRow' as const,
        content: row.map((text) => ({
          type: index === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          content: [paragraph(text)],
        })),
      })),
    };
  return {
    type: 'image',
    attrs: {
      mediaId: mediaIdOf(block.image),
      ...(block.caption === undefined ? {} : { caption: writeText(block.caption) }),
    },
  };
}

function inlines(text: string): Inline[] {
  const nodes: Inline[] = [];
  const push = (value: string, marks?: Extract<Inline, { type: 'text' }>['marks']) => {
    if (value !== '') nodes.push({ type: 'text', text: value, ...(marks ? { marks } : {}) });
  };
  let end = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, bold, label, href] = match;
    push(text.slice(end, match.index));
    if (bold !== undefined) push(bold, [{ type: 'bold' }]);
    else if (label !== undefined && href !== undefined)
      push(label, [{ type: 'link', attrs: { href } }]);
    end = match.index + whole.length;
  }
  push(text.slice(end));
  return nodes;
}
