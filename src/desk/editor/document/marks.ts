import { Mark } from '@tiptap/core';

/** The marks of a story's body, in the order in which they are kept. */

const plain = (name: string, tags: readonly [string, ...string[]]) =>
  Mark.create({
    name,
    excludes: name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0], 0],
  });

/** What the server takes for an address (src/newsroom/stories/body.ts). */
const safeHref = /^(https?:\/\/|mailto:|\/(?!\/)|#)[^\s\p{Cc}]*$/iu;
export const isSafeHref = (href: string): boolean => href.length <= 2000 && safeHref.test(href);

/** What somebody wrote into the field of a link: «example.org» means the web. Null when it is none. */
export function hrefFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeHref(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(text)) return `mailto:${text}`;
  const guess = `https://${text}`;
  return /^[^\s/:]+\.[^\s/:]{2,}(?:[/:?#]|$)/u.test(text) && isSafeHref(guess) ? guess : null;
}

export const Link = Mark.create({
  name: 'link',
  excludes: 'link',
  // Typing after a link is not part of it.
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        return isSafeHref(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href, rel: 'noopener' }, 0],
});
export const Bold = plain('bold', ['strong', 'b']);
export const Italic = plain('italic', ['em', 'i']);
export const Code = plain('code', ['code']);
export const Superscript = plain('superscript', ['sup']);
export const Subscript = plain('subscript', ['sub']);
