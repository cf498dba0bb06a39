import { longestEmail } from './comment.ts';

/** Control characters but tab and line break, and the overrides that turn a text's direction round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Tashkeel stacks at most three marks on a letter; «zalgo» stacks hundreds. */
const mostMarks = 4;
const piledMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu');
const emptyLines = /\n(?:[^\S\n]*\n){3,}/gu;

const sound = (text: string): string =>
  text.toWellFormed().replace(unwanted, '').normalize('NFC').replace(piledMarks, '$1');

/** A reply's text as it is kept: what was typed, without what only breaks pages. */
export const cleanText = (text: string): string =>
  sound(text.replace(lineBreaks, '\n')).replace(emptyLines, '\n\n\n').trim();

/** A name on one line. */
export const cleanName = (name: string): string =>
  sound(name.replace(lineBreaks, ' ')).replace(/\s+/gu, ' ').trim();

/** Local part without quotes, and a domain of two labels at least; no spaces, no line breaks. */
const address =
  /^[^\s"(),:;<>@[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])$/u;

/** One e-mail address, or null. Nothing that could become a second header or recipient passes. */
export function parseEmail(text: string): string | null {
  const trimmed = text.trim().normalize('NFC');
  if (trimmed.length > longestEmail || !address.test(trimmed)) return null;
  const [local = ''] = trimmed.split('@');
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  return /[\u0000-\u001f\u007f-\u009f\p{Cf}]/u.test(trimmed) ? null : trimmed;
}
