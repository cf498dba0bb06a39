import { type Extensions, getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Bold, Code, Italic, Link, Subscript, Superscript } from './marks.ts';
import {
  Blockquote,
  BulletList,
  Embed,
  Gallery,
  HardBreak,
  Heading,
  Image,
  ListItem,
  OrderedList,
  Paragraph,
  StoryDocument,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  TextNode,
  Update,
} from './nodes.ts';

/** Nodes that the page shows with views of its own (page/): pass those in place of these. */
export const viewed = { image: Image, embed: Embed, update: Update, blockquote: Blockquote };

/** Every node and mark of the body, in the order that decides how marks nest. */
export function bodyExtensions(views: Partial<typeof viewed> = {}): Extensions {
  const { image, embed, update, blockquote } = { ...viewed, ...views };
  return [
    StoryDocument,
    TextNode,
    Paragraph,
    Heading,
    blockquote,
    BulletList,
    OrderedList,
    ListItem,
    image,
    Gallery,
    embed,
    Table,
    TableRow,
    TableCell,
    TableHeader,
    update,
    HardBreak,
    Link,
    Bold,
    Italic,
    Code,
    Superscript,
    Subscript,
  ];
}

let schema: Schema | undefined;
/** The body's schema without a screen. */
export const bodySchema = (): Schema => {
  schema ??= getSchema(bodyExtensions());
  return schema;
};
