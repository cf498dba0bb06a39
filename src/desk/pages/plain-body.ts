import type { PageAnswer } from '../../api/shapes/taxonomy.ts';

type Body = PageAnswer['body'];

/**
 * A body as lines that can be typed: an empty line between paragraphs, `## ` before a subheading.
 * @returns null when the body holds more than that (pictures, links, lists…)
 */
export function linesOf(body: Body): string | null {
  const lines: string[] = [];
  for (const block of body.content) {
    if (block.type !== 'paragraph' && block.type !== 'heading') return null;
    if (block.attrs?.dir) return null;
    const content = block.content ?? [];
    if (content.some((node) => node.type !== 'text' || (node.marks?.length ?? 0) > 0)) return null;
    const text = content.map((node) => (node.type === 'text' ? node.text : '')).join('');
    if (block.type === 'heading' && block.attrs.level !== 2) return null;
    if (text !== '') lines.push(block.type === 'heading' ? `## ${text}` : text);
  }
  return lines.join('\n\n');
}

/** The body that such lines mean. */
export function bodyOf(lines: string): Body {
  const blocks = lines
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s*\n\s*/g, ' ').trim())
    .filter((block) => block !== '');
  return {
    type: 'doc',
    content: blocks.map((block) => {
      const isHeading = block.startsWith('## ');
      const content = [{ type: 'text' as const, text: isHeading ? block.slice(3).trim() : block }];
      return isHeading
        ? { type: 'heading' as const, attrs: { level: 2 as const }, content }
        : { type: 'paragraph' as const, content };
    }),
  };
}
