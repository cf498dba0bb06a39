import type { ParagraphInput, ParagraphKind } from '../../copydesk/paragraph.ts';
import type { Block, Inline } from '../stories/body.ts';
import type { StoryContent } from '../stories/story.ts';

/** A story as the copy desk reads it, in reading order. Empty paragraphs are left out. */
export function paragraphsOf(content: StoryContent): ParagraphInput[] {
  const { kicker, headline, deck, standfirst, dateline, body } = content;
  return [
    { kind: 'kicker' as const, text: kicker ?? '' },
    { kind: 'headline' as const, text: headline },
    { kind: 'deck' as const, text: deck ?? '' },
    { kind: 'body' as const, text: standfirst ?? '' },
    { kind: 'dateline' as const, text: dateline?.place ?? '' },
    { kind: 'dateline' as const, text: dateline?.outlet ?? '' },
    ...body.content.flatMap(blockParagraphs),
  ].filter(({ text }) => text.trim() !== '');
}

function blockParagraphs(block: Block): ParagraphInput[] {
  switch (block.type) {
    case 'paragraph':
      return [inlineParagraph(block.content, 'body')];
    case 'heading':
      return [inlineParagraph(block.content, 'subhead')];
    case 'blockquote':
      return block.content.map((one) => inlineParagraph(one.content, 'quote'));
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) =>
        item.content.map((one) => inlineParagraph(one.content, 'list')),
      );
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) =>
          cell.content.map((one) => inlineParagraph(one.content, 'list')),
        ),
      );
    case 'image':
      return [{ kind: 'caption', text: block.attrs.caption ?? '' }];
    case 'gallery':
      return block.content.map(({ attrs }) => ({ kind: 'caption', text: attrs.caption ?? '' }));
    case 'embed':
      // What stands there is somebody else's title.
      return [];
    case 'update':
      return [
        { kind: 'subhead', text: block.attrs.heading ?? '' },
        ...block.content.flatMap(blockParagraphs),
      ];
  }
}

/** Text of a paragraph; what is code is kept from the rules (a link's text is prose like the rest). */
function inlineParagraph(
  content: readonly Inline[] | undefined,
  kind: ParagraphKind,
): ParagraphInput {
  let text = '';
  const protect: { start: number; end: number }[] = [];
  for (const node of content ?? []) {
    const start = text.length;
    text += node.type === 'text' ? node.text : '\n';
    const isCode = node.type === 'text' && node.marks?.some(({ type }) => type === 'code');
    if (isCode === true) protect.push({ start, end: text.length });
  }
  return protect.length === 0 ? { kind, text } : { kind, text, protect };
}
