import type { Child } from 'hono/jsx';

/** A web address as people type it; what cannot end one is cut off by {@link splitTail}. */
const address = /https?:\/\/[^\s<>"'«»“”‹›`|\\^{}]+/giu;
const emptyLines = /\n[^\S\n]*\n\s*/u;
/** Characters that turn the direction of what follows, whoever let them in. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const closing = /[.,;:!?،؛؟…)\]]$/u;

/**
 * What a reader wrote, as paragraphs in the direction of their own words, web addresses as links
 * that promise search engines nothing.
 */
export function replyParagraphs(text: string): Child[] {
  return text
    .split(emptyLines)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => <p dir="auto">{lines(paragraph)}</p>);
}

function lines(paragraph: string): Child[] {
  return paragraph
    .trim()
    .split('\n')
    .flatMap((line, n) => (n === 0 ? linked(line) : [<br />, ...linked(line)]));
}

function linked(line: string): Child[] {
  if (!/https?:/iu.test(line)) return [line];
  const out: Child[] = [];
  let done = 0;
  for (const match of line.matchAll(address)) {
    const typed = splitTail(match[0]);
    const href = safeHref(typed);
    if (href === null) continue;
    out.push(
      line.slice(done, match.index),
      <a href={href} rel="nofollow ugc noopener">
        <bdi dir="ltr">{typed.replace(bidiControls, '')}</bdi>
      </a>,
    );
    done = match.index + typed.length;
  }
  out.push(line.slice(done));
  return out;
}

/** Without the punctuation of the sentence around it; a bracket stays where it was opened inside. */
function splitTail(typed: string): string {
  let end = typed.length;
  while (end > 0 && closing.test(typed.slice(0, end))) {
    const opened = typed.slice(0, end);
    if (opened.endsWith(')') && opened.split('(').length >= opened.split(')').length) break;
    end -= 1;
  }
  return typed.slice(0, end);
}

/** The address as browsers read it, in ASCII; null for what is none, or hides where it leads. */
function safeHref(typed: string): string | null {
  const url = URL.parse(typed.replace(bidiControls, ''));
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username !== '' || url.password !== '' ? null : url.href;
}
