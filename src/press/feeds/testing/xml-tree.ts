import { type ChildNode, type Document, DomHandler, Element, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const cdata = /<!\[CDATA\[[\s\S]*?\]\]>/g;

/** What the lenient parser would let pass. */
function faultOf(xml: string): string | null {
  if (!xml.isWellFormed() || illegal.test(xml)) return 'a character that XML forbids';
  if (bareAmpersand.test(xml.replace(cdata, ''))) return 'an ampersand that is not escaped';
  return null;
}

/**
 * Parses XML and insists that it is well-formed: legal characters, escaped
 * ampersands, every element closed by its own name, nothing left open.
 *
 * @throws Error that names the first fault
 */
export function parseXml(xml: string): Document {
  const handler = new DomHandler(null, { xmlMode: true });
  const open: string[] = [];
  let fault = faultOf(xml);
  const parser = new Parser(
    {
      onparserinit: (p) => handler.onparserinit(p),
      onopentag: (name, attributes) => {
        open.push(name);
        handler.onopentag(name, attributes);
      },
      onclosetag: (name, implied) => {
        const expected = open.pop();
        const selfClosed = implied && xml.slice(0, parser.endIndex + 1).endsWith('/>');
        if (name !== expected || (implied && !selfClosed)) fault ??= `<${expected}> is not closed`;
        handler.onclosetag();
      },
      ontext: (data) => handler.ontext(data),
      oncdatastart: () => handler.oncdatastart(),
      oncdataend: () => handler.oncdataend(),
      oncomment: (data) => handler.oncomment(data),
      onprocessinginstruction: (name, data) => handler.onprocessinginstruction(name, data),
      onend: () => handler.onend(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (fault) throw new Error(fault);
  return handler.root;
}

const childrenOf = (node: ChildNode | Document): ChildNode[] =>
  'children' in node ? (node.children as ChildNode[]) : [];

/** All elements of a name, in order. */
export function elements(node: ChildNode | Document, name: string): Element[] {
  return childrenOf(node).flatMap((child) => [
    ...(child instanceof Element && isTag(child) && child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}

/** The text within a node. */
export function textOf(node: ChildNode | Document): string {
  return isText(node) ? node.data : childrenOf(node).map(textOf).join('');
}

/** The texts of all elements of a name. */
export const texts = (node: ChildNode | Document, name: string): string[] =>
  elements(node, name).map(textOf);
