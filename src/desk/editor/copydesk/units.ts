import type { Node } from '@tiptap/pm/model';
import type { ParagraphInput, ParagraphKind } from '../../../copydesk/paragraph.ts';
import { type CheckedField, checkedFields, type Fields } from './fields.ts';

/** Where a checked paragraph stands: above the text, in it, or at a picture or an update in it. */
export type Place =
  | { in: 'field'; field: CheckedField }
  | { in: 'body'; pos: number }
  | { in: 'caption'; pos: number; attribute: 'caption' | 'heading' };

/** A paragraph that the copy desk reads. Positions are of the document that it was taken from. */
export interface Unit {
  input: ParagraphInput;
  place: Place;
  /** Which block of the body it is in, from 1; null above the text. */
  block: number | null;
}

const kindOf: Readonly<Record<string, ParagraphKind>> = {
  heading: 'subhead',
  blockquote: 'quote',
  listItem: 'list',
  tableCell: 'list',
  tableHeader: 'list',
};
const fieldKinds: Readonly<Record<CheckedField, ParagraphKind>> = {
  kicker: 'kicker',
  headline: 'headline',
  deck: 'deck',
  standfirst: 'body',
  place: 'dateline',
  outlet: 'dateline',
};

const inputs = new WeakMap<Node, ParagraphInput>();

/** Text of a paragraph as the server takes it (newsroom/style/paragraphs.ts); a line break is one unit. */
function inputOf(node: Node, parent: Node | null): ParagraphInput {
  const kind = kindOf[node.type.name] ?? kindOf[parent?.type.name ?? ''] ?? 'body';
  const known = inputs.get(node);
  if (known !== undefined && known.kind === kind) return known;
  const protect: { start: number; end: number }[] = [];
  node.forEach((child, offset) => {
    if (child.marks.some(({ type }) => type.name === 'code'))
      protect.push({ start: offset, end: offset + child.nodeSize });
  });
  const input = {
    kind,
    text: node.textBetween(0, node.content.size, undefined, '\n'),
    ...(protect.length === 0 ? {} : { protect }),
  };
  inputs.set(node, input);
  return input;
}

/** Everything of a story that the copy desk reads, in reading order. */
export function unitsOf(fields: Fields, doc: Node): Unit[] {
  const units: Unit[] = checkedFields.map((field) => ({
    input: { kind: fieldKinds[field], text: fields[field] },
    place: { in: 'field', field },
    block: null,
  }));
  doc.forEach((top, from, index) => {
    const block = index + 1;
    const add = (node: Node, pos: number, parent: Node | null): boolean => {
      if (node.isTextblock) {
        units.push({ input: inputOf(node, parent), place: { in: 'body', pos: pos + 1 }, block });
        return false;
      }
      const attribute =
        node.type.name === 'image' ? 'caption' : node.type.name === 'update' ? 'heading' : null;
      if (attribute !== null)
        units.push({
          input: {
            kind: attribute === 'caption' ? 'caption' : 'subhead',
            text: String(node.attrs[attribute] ?? ''),
          },
          place: { in: 'caption', pos, attribute },
          block,
        });
      return true;
    };
    if (add(top, from, null))
      top.descendants((node, pos, parent) => add(node, from + 1 + pos, parent));
  });
  return units.filter(({ input }) => input.text.trim() !== '');
}
