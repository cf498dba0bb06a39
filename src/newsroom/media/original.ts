import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { pictureEngine, pictureSlots } from './picture-engine.ts';
import { type PictureKind, pictureKind, pictureKinds } from './picture-kind.ts';
import { maxPictureBytes, maxPicturePixels, UnusablePicture } from './unusable-picture.ts';

/** Long side of what we keep, in pixels: enough for the widest rendition on a dense screen. */
const maxSide = 2400;
/** A picture that takes longer than this to decode was made to. */
const decodeSeconds = 60;

export const originalFormats = ['jpg', 'png', 'webp'] as const;
export type OriginalFormat = (typeof originalFormats)[number];

/** A picture as the archive keeps it. Sizes are in pixels, after turning it upright. */
export interface Original {
  /** First 24 hex digits of the SHA-256 of `data`: its address, and not to be guessed. */
  hash: string;
  data: Buffer;
  width: number;
  height: number;
  format: OriginalFormat;
}

/**
 * Makes the picture that the archive keeps out of a file that somebody sent:
 * upright, sRGB, at most 2400 pixels long, and without the metadata that tells
 * where the photographer stood.
 *
 * Photographs become JPEG; what has transparency, WebP; a flat graphic stays
 * PNG where that is smaller. An animation keeps its first picture.
 *
 * @throws {UnusablePicture} when the file is no picture that we take
 */
export async function prepareOriginal(bytes: Uint8Array): Promise<Original> {
  if (bytes.length === 0) throw new UnusablePicture('empty');
  if (bytes.length > maxPictureBytes) throw new UnusablePicture('heavy');
  const kind = pictureKind(bytes);
  if (!isTaken(kind)) throw new UnusablePicture(kind);
  return pictureSlots.run(async () => {
    const upright = await decode(bytes, kind);
    const encoded = await encode(upright, kind);
    const hash = createHash('sha256').update(encoded.data).digest('hex').slice(0, 24);
    return { hash, ...encoded, width: upright.width, height: upright.height };
  });
}

const isTaken = (kind: string): kind is PictureKind =>
  (pictureKinds as readonly string[]).includes(kind);

interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

async function decode(bytes: Uint8Array, kind: PictureKind): Promise<Pixels> {
  const sharp = await pictureEngine();
  const source = sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: 'error' });
  try {
    const found = await source.metadata();
    if (found.format !== (kind === 'avif' ? 'heif' : kind)) throw new UnusablePicture('damaged');
    const { data, info } = await source
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: decodeSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch (error) {
    if (error instanceof UnusablePicture) throw error;
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw new UnusablePicture(tooLarge ? 'huge' : 'damaged', error);
  }
}

async function encode(
  { data, width, height, channels }: Pixels,
  kind: PictureKind,
): Promise<{ data: Buffer; format: OriginalFormat }> {
  const sharp = await pictureEngine();
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  // Only files without loss of their own can be flat graphics worth keeping so.
  const wasLossless = kind === 'png' || kind === 'gif';
  const opaque = channels === 1 || channels === 3 || (await pixels().stats()).isOpaque;
  if (!opaque) {
    const lossy = await pixels().webp({ quality: 90, smartSubsample: true }).toBuffer();
    if (!wasLossless) return { data: lossy, format: 'webp' };
    const lossless = await pixels().webp({ lossless: true }).toBuffer();
    return { data: smaller(lossless, lossy), format: 'webp' };
  }
  const jpeg = await pixels().removeAlpha().jpeg({ quality: 88, mozjpeg: true }).toBuffer();
  if (!wasLossless) return { data: jpeg, format: 'jpg' };
  const png = await pixels().removeAlpha().png({ compressionLevel: 9 }).toBuffer();
  return png.length <= jpeg.length ? { data: png, format: 'png' } : { data: jpeg, format: 'jpg' };
}

const smaller = (a: Buffer, b: Buffer): Buffer => (a.length <= b.length ? a : b);
