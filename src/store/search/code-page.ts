/**
 * The characters that Arabic news is written with, in one byte each; two thirds of a text's room is
 * saved, and a story with its words' places mostly fits into one page of the database. A text with
 * any other character is kept in UTF-16 as a whole. The order is part of the index's format.
 */
const characters = [
  '\n\t\r\u00a0',
  range(0x20, 0x7e),
  range(0x621, 0x63a),
  range(0x640, 0x655),
  '\u0670\u0671',
  range(0x660, 0x669),
  range(0x6f0, 0x6f9),
  '،؛؟٪٫٬٭۔',
  'پچژڤڥگڭڨکیەھہۆۇێڕڵڢڧے',
  '«»“”‘’‚„–—…•·°×÷€£±',
  '\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufeff',
  'éèêëàâçîïôûùüöäÉÀÇœñíáó',
].join('');

function range(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

const units = Uint16Array.from(characters, (character) => character.charCodeAt(0));
/** By UTF-16 unit: its byte plus one, 0 when it has none. */
const bytes = new Uint16Array(0x10000);
for (const [byte, unit] of units.entries()) bytes[unit] = byte + 1;

/** @returns whether every character had a byte; what is written is worth nothing otherwise */
export function writeBytes(text: string, to: Uint8Array, at: number): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const byte = bytes[text.charCodeAt(i)] ?? 0;
    if (byte === 0) return false;
    to[at + i] = byte - 1;
  }
  return true;
}

let scratch = new Uint16Array(1024);

/** The text of the bytes [from, to). */
export function readBytes(from: Uint8Array, start: number, end: number): string {
  const length = Math.max(0, end - start);
  if (scratch.length < length) scratch = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) scratch[i] = units[from[start + i] ?? 0] ?? 0;
  return Buffer.from(scratch.buffer, 0, length * 2).toString('utf16le');
}
