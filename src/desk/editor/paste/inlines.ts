import type { Element } from 'domhandler';
import type { Block } from '../document/convert.ts';
import { isSafeHref } from '../document/marks.ts';
import { styleOf } from './html-tree.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;
export type Inline = NonNullable<Paragraph['content']>[number];
export type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number];

/** Marks by name; a link carries its address. */
export type Marks = ReadonlyMap<Mark['type'], Mark>;
export const noMarks: Marks = new Map();

const order: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'code',
  'superscript',
  'subscript',
];
const byName: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** The marks inside an element: what its name says, unless its style takes it back. */
export function marksWithin(element: Element, outer: Marks): Marks {
  const marks = new Map(outer);
  const name = element.name.toLowerCase();
  const own = byName[name];
  if (own !== undefined) marks.set(own, { type: own });
  const weight = styleOf(element, 'font-weight');
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) marks.set('bold', { type: 'bold' });
  else if (/^(?:normal|lighter|[1-4]00)$/.test(weight)) marks.delete('bold');
  const slant = styleOf(element, 'font-style');
  if (slant === 'italic' || slant === 'oblique') marks.set('italic', { type: 'italic' });
  else if (slant === 'normal') marks.delete('italic');
  const align = styleOf(element, 'vertical-align');
  if (align === 'super') marks.set('superscript', { type: 'superscript' });
  else if (align === 'sub') marks.set('subscript', { type: 'subscript' });
  if (name === 'a') {
    const href = realAddress(element.attribs.href ?? '');
    if (href !== null) marks.set('link', { type: 'link', attrs: { href } });
  }
  return marks;
}

/** The address itself, not the redirector that Google Docs wraps around it; null for none of use. */
function realAddress(href: string): string | null {
  const text = href.trim();
  try {
    const url = new URL(text);
    const wrapped = url.searchParams.get('q');
    if (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' && wrapped)
      return isSafeHref(wrapped) ? wrapped : null;
  } catch {
    // Paths of the page it came from lead nowhere here.
    return null;
  }
  return isSafeHref(text) ? text : null;
}

/** What no reader sees and no writer meant. */
const invisible = /(?![\t\n\r])[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;

/** Text as it stands in markup: runs of white space are one space. */
export const spaced = (text: string): string =>
  text.replace(invisible, '').replace(/[\s\u00a0\u202f]+/gu, ' ');

export function textNode(text: string, marks: Marks): Inline {
  const list = order.flatMap((name) => marks.get(name) ?? []);
  return list.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: list };
}

/** A line put in order: no space at its ends or doubled, runs of the same marks as one. */
export function tidy(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of line) {
    const last = out.at(-1);
    if (node.type === 'hardBreak') {
      if (last !== undefined) out.push(node);
      continue;
    }
    const isAfterSpace = last === undefined || last.type === 'hardBreak' || last.text.endsWith(' ');
    const text = isAfterSpace ? node.text.replace(/^ +/, '') : node.text;
    if (text === '') continue;
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      out[out.length - 1] = { ...last, text: last.text + text };
    else out.push({ ...node, text });
  }
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (last.type === 'hardBreak') out.pop();
    else {
      const text = last.text.replace(/ +$/, '');
      if (text !== '') {
        out[out.length - 1] = { ...last, text };
        break;
      }
      out.pop();
    }
  }
  return out;
}

export const lettersOf = (line: readonly Inline[]): string =>
  line.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
