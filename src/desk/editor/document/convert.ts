import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { StoryContent } from '../../../api/shapes/stories.ts';

export type Body = StoryContent['body'];
export type Block = Body['content'][number];

/** What the stored body keeps of each node; all else belongs to the editor alone. */
const kept: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['dir'],
  heading: ['level', 'dir'],
  blockquote: ['cite'],
  image: ['mediaId', 'alt', 'caption'],
  embed: ['url', 'title'],
  update: ['at', 'heading'],
};

/** The document that the editor opens a stored body with. An empty body is one empty paragraph. */
export function docFromBody(body: Body): JSONContent {
  return body.content.length === 0
    ? { type: 'doc', content: [{ type: 'paragraph' }] }
    : (body as JSONContent);
}

/**
 * The body to store. Nothing is lost but what means nothing: empty paragraphs at the very end, where
 * the caret waits for more, and attributes that say nothing.
 */
export function bodyFromDoc(doc: Node): Body {
  const content: Block[] = [];
  let blank: Block[] = [];
  doc.forEach((node) => {
    const block = stored(node) as unknown as Block;
    if (node.type.name === 'paragraph' && node.childCount === 0) blank.push(block);
    else {
      content.push(...blank, block);
      blank = [];
    }
  });
  return { type: 'doc', content };
}

/** One node as it is stored. */
export function stored(node: Node): JSONContent {
  const type = node.type.name;
  if (node.isText)
    return {
      type,
      text: node.text ?? '',
      ...(node.marks.length === 0
        ? {}
        : {
            marks: node.marks.map((mark) =>
              mark.type.name === 'link'
                ? { type: 'link', attrs: { href: mark.attrs.href as string } }
                : { type: mark.type.name },
            ),
          }),
    };
  const attrs: Record<string, unknown> = {};
  for (const name of kept[type] ?? []) {
    const value: unknown = node.attrs[name];
    if (value !== null && value !== undefined && (value !== '' || name === 'title'))
      attrs[name] = value;
  }
  const content: JSONContent[] = [];
  node.forEach((child) => {
    content.push(stored(child));
  });
  return {
    type,
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content }),
  };
}
