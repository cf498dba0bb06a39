import type { ChildNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';

/** What pasted markup says of an element beside its name. Nothing here is rendered. */

const declarations = (element: Element): string => (element.attribs.style ?? '').toLowerCase();

/** The value of one declaration of the style attribute; empty when there is none. */
export function styleOf(element: Element, property: string): string {
  for (const part of declarations(element).split(';')) {
    const at = part.indexOf(':');
    if (at !== -1 && part.slice(0, at).trim() === property) return part.slice(at + 1).trim();
  }
  return '';
}

const unseen = new Set(
  `script style head title meta link xml noscript template svg math canvas button input select textarea
   form nav map object applet frameset dialog o:p w:sdtpr`.split(/\s+/),
);
/** Footnote and comment marks of Word and of Google Docs, and the lists that they lead to. */
const noteLinks = /^#(?:_?ftn|_?edn|_msocom|ftnt|cmnt|_msoanchor)/i;
const noteParts = new Set([
  'footnote-list',
  'endnote-list',
  'comment-list',
  'footnote',
  'endnote',
  'comment',
  'header',
  'footer',
]);

/** Whether the element is not part of the text: furniture, hidden, or an apparatus that leads nowhere. */
export function isJunk(element: Element): boolean {
  const name = element.name.toLowerCase();
  if (unseen.has(name)) return true;
  const { attribs } = element;
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return true;
  if (name === 'a' && noteLinks.test(attribs.href ?? '')) return true;
  if (
    /\bMso(?:CommentReference|CommentText|Footnote\w*|Endnote\w*|Header|Footer)\b/.test(
      attribs.class ?? '',
    )
  )
    return true;
  const style = declarations(element);
  if (style === '') return false;
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/.test(style)) return true;
  if (/mso-list\s*:\s*ignore/.test(style)) return true;
  return noteParts.has(styleOf(element, 'mso-element'));
}

/** All text below a node. */
export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join('') : '';
}

/** Every element below, in order. */
export function elementsIn(nodes: readonly ChildNode[]): Element[] {
  return nodes.flatMap((node) => (isTag(node) ? [node, ...elementsIn(node.children)] : []));
}

/** The direction that an element states. */
export function statedDirection(element: Element): 'rtl' | 'ltr' | null {
  const stated = (element.attribs.dir ?? styleOf(element, 'direction')).toLowerCase();
  return stated === 'rtl' || stated === 'ltr' ? stated : null;
}
