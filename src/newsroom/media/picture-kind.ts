/** Kinds of file that we take in as pictures. */
export const pictureKinds = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const;
export type PictureKind = (typeof pictureKinds)[number];
/** Kinds that we know only in order to say why they are refused. */
export type RefusedKind = 'svg' | 'pdf' | 'heic' | 'unknown';

/** How far into a file PDF and SVG may begin. */
const headLength = 4096;

/**
 * Tells what a file is by its first bytes, never by its name. Runs before any
 * decoder sees the file, so that no SVG or PDF parser ever gets hostile input.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | RefusedKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength));
  const latin = head.toString('latin1');
  if (latin.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'webp';
  if (latin.startsWith('GIF87a') || latin.startsWith('GIF89a')) return 'gif';
  if (latin.startsWith('II*\0') || latin.startsWith('MM\0*')) return 'tiff';
  if (latin.startsWith('ftyp', 4)) return mediaBrand(head);
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf';
  // UTF-16 text has a null beside every ASCII letter.
  if (/<svg[\s/>:]/i.test(latin.replaceAll('\0', ''))) return 'svg';
  return 'unknown';
}

/** ISO base media files list their brands in the first box (ISO/IEC 14496-12, 4.3). */
function mediaBrand(head: Buffer): 'avif' | 'heic' | 'unknown' {
  if (head.length < 16) return 'unknown';
  const boxEnd = Math.min(head.readUInt32BE(0), head.length);
  const brands = new Set([head.toString('latin1', 8, 12)]);
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.add(head.toString('latin1', at, at + 4));
  if (brands.has('avif') || brands.has('avis')) return 'avif';
  return ['heic', 'heix', 'heim', 'heis', 'mif1'].some((b) => brands.has(b)) ? 'heic' : 'unknown';
}
