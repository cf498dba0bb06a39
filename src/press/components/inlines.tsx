import type { Child } from 'hono/jsx';
import type { Inline, Mark } from '../../newsroom/stories/body.ts';

type Text = Extract<Inline, { type: 'text' }>;

function marked(text: string, marks: readonly Mark[] | undefined): Child {
  let node: Child = text;
  for (const mark of marks ?? []) {
    switch (mark.type) {
      case 'bold':
        node = <strong>{node}</strong>;
        break;
      case 'italic':
        node = <em>{node}</em>;
        break;
      case 'code':
        node = <code>{node}</code>;
        break;
      case 'superscript':
        node = <sup>{node}</sup>;
        break;
      case 'subscript':
        node = <sub>{node}</sub>;
        break;
      case 'link':
        // Written once around all the runs it covers, by inlines().
        break;
    }
  }
  return node;
}

function hrefOf(node: Inline): string | null {
  if (node.type !== 'text' || !node.marks) return null;
  for (const mark of node.marks) if (mark.type === 'link') return mark.attrs.href;
  return null;
}

const leavesThePaper = /^https?:/i;

function linked(href: string, children: Child[]): Child {
  return (
    <a href={href} rel={leavesThePaper.test(href) ? 'external noopener' : undefined}>
      {children}
    </a>
  );
}

/** Text with its marks. Neighbouring runs of one link become one link. */
export function inlines(content: readonly Inline[] | undefined): Child[] {
  const out: Child[] = [];
  let href: string | null = null;
  let run: Child[] = [];
  const closeLink = (): void => {
    if (href !== null) out.push(linked(href, run));
    run = [];
  };
  for (const node of content ?? []) {
    const next = hrefOf(node);
    if (next !== href) {
      closeLink();
      href = next;
    }
    const child: Child = node.type === 'hardBreak' ? <br /> : marked(node.text, node.marks);
    (href === null ? out : run).push(child);
  }
  closeLink();
  return out;
}

/** The letters alone, to tell the direction from. */
export function lettersOf(content: readonly Inline[] | undefined): string {
  const only = content?.length === 1 ? content[0] : undefined;
  if (only?.type === 'text') return only.text;
  return (content ?? [])
    .filter((node): node is Text => node.type === 'text')
    .map((node) => node.text)
    .join('');
}
