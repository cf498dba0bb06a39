import { type AnyNode, type Element, isTag } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';

/** Reads a page as readers' programs do, to ask it questions in tests. */

export type Page = ReturnType<typeof parseDocument>;
export const read = (html: string): Page => parseDocument(html);

type Root = Page | Element;

/** All elements of a tag name, in order, that also pass the test. */
export function all(
  root: Root,
  tag: string,
  passes: (element: Element) => boolean = () => true,
): Element[] {
  return DomUtils.findAll((node) => node.name === tag && passes(node), root.children);
}

export const byId = (root: Root, id: string): Element | undefined =>
  DomUtils.findOne((node) => node.attribs.id === id, root.children) ?? undefined;

export const byClass = (root: Root, name: string): Element[] =>
  DomUtils.findAll((node) => (node.attribs.class ?? '').split(' ').includes(name), root.children);

/** The text as it stands, white space made plain. */
export const textOf = (node: AnyNode | Page | undefined): string =>
  node ? DomUtils.textContent(node).replace(/\s+/g, ' ').trim() : '';

/** Every element of the page. */
export const elements = (root: Root): Element[] =>
  DomUtils.filter(isTag, root.children) as Element[];

export const attr = (element: Element | undefined, name: string): string | undefined =>
  element?.attribs[name];
