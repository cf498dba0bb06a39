import { describe, expect, test } from 'vitest';
import { pictureKind } from './picture-kind.ts';

const brands = (...names: string[]): string => {
  const [major = '', ...others] = names;
  return `\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}`;
};

describe('the kind of a file', () => {
  test.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0'],
    ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['unknown', 'RIFF\x10\0\0\0WAVEfmt '],
    ['gif', 'GIF89a\x01\0'],
    ['tiff', 'II*\0\x08\0'],
    ['tiff', 'MM\0*\0\0'],
    ['avif', brands('avif', 'mif1', 'miaf')],
    ['avif', brands('mif1', 'miaf', 'avif')],
    ['heic', brands('heic', 'mif1')],
    ['unknown', brands('isom', 'mp41')],
    ['unknown', '\0\0\0\x10ftyp'],
    ['pdf', '%PDF-1.7\n'],
    ['pdf', '\n\n%PDF-1.4'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['svg', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- رسم -->\n<SVG width="1">'],
    ['svg', '<\0s\0v\0g\0>\0'],
    ['unknown', 'مجرّد نص'],
    ['unknown', ''],
  ])('is %s by its first bytes', (kind, content) => {
    const bytes = Buffer.from(content, 'latin1');

    expect(pictureKind(bytes)).toBe(kind);
  });
});
