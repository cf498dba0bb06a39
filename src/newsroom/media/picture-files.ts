import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '../errors.ts';
import {
  type PictureFormat,
  type PictureShape,
  pictureFormats,
  pictureShapes,
  pictureWidths,
} from '../publications/paths.ts';
import { type OriginalFormat, originalFormats, prepareOriginal } from './original.ts';
import { type Framing, renderedWidth, renderPicture } from './render.ts';

/** A picture whose files are wanted. */
export interface FiledPicture extends Framing {
  hash: string;
}

/** What the archive must note of a file that was saved. */
export interface SavedPicture {
  hash: string;
  width: number;
  height: number;
  format: OriginalFormat;
  /** Length of the file that is kept. */
  bytes: number;
}

const hashPattern = /^[0-9a-f]{24}$/;
const pathPattern = /^\/media\/([0-9a-f]{24})\/([a-z]+)-([1-9]\d{1,3})\.([a-z]+)$/;
const renditionPattern = /^[a-z]+-\d+-(\d+x\d+|whole)\.[a-z]+$/;
/** A temporary file this old was left by a process that died. */
const abandonedAfterMs = 3_600_000;

/** Reads the public path of a rendition; null unless shape, width and format are ones we make. */
export function parsePicturePath(
  path: string,
): { hash: string; shape: PictureShape; width: number; format: PictureFormat } | null {
  const [, hash = '', shape = '', digits = '', format = ''] = pathPattern.exec(path) ?? [];
  const width = Number(digits);
  if (!isShape(shape) || !isFormat(format) || !pictureWidths[shape].includes(width)) return null;
  return { hash, shape, width, format };
}

const isShape = (value: string): value is PictureShape => Object.hasOwn(pictureShapes, value);
const isFormat = (value: string): value is PictureFormat =>
  (pictureFormats as readonly string[]).includes(value);

/** Pixels: wider ones are for large screens of fine resolution. */
const mostUsual = 1200;

/**
 * The pictures' files: one folder a picture, named by its hash, with the
 * original and the renditions that somebody has asked for so far.
 *
 * Renditions are named by shape, width and focal point, so that moving the
 * focal point asks for new files; `sweep` takes the old ones away.
 */
export class PictureStore {
  readonly #folder: string;
  readonly #underWay = new Map<string, Promise<string>>();
  /** Renditions made since the start, for the metrics. */
  rendered = 0;

  /** @param folder that holds the pictures; made when the first one comes */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps a file that somebody sent. The same picture again is the same file.
   *
   * @throws {UnusablePicture} when it is no picture that we take
   */
  async save(bytes: Uint8Array): Promise<SavedPicture> {
    const { hash, data, width, height, format } = await prepareOriginal(bytes);
    const folder = this.#folderOf(hash);
    await mkdir(folder, { recursive: true, mode: 0o750 });
    const path = join(folder, `original.${format}`);
    // An acknowledged picture must outlive a power cut: it is flushed before it is named.
    if (!(await exists(path))) await writeWhole(path, data, true);
    return { hash, width, height, format, bytes: data.length };
  }

  /**
   * Path of the original, for export and backup.
   *
   * @throws {Refusal} 404 when there is none
   */
  async original(hash: string): Promise<string> {
    for (const format of originalFormats) {
      const path = join(this.#folderOf(hash), `original.${format}`);
      if (await exists(path)) return path;
    }
    throw notFound(
      'ملف الصورة غير موجود.',
      `No original of picture ${hash} is in the media folder.`,
    );
  }

  /**
   * Path of a rendition, made now if nobody has asked for it yet. However many
   * ask at once, it is made once.
   *
   * @throws {RangeError} for a width that is not among those of the shape
   * @throws {Refusal} 404 when the original is not there
   */
  async rendition(
    picture: FiledPicture,
    shape: PictureShape,
    width: number,
    format: PictureFormat,
  ): Promise<string> {
    if (!pictureWidths[shape].includes(width)) {
      throw new RangeError(`Pictures of shape ${shape} are not made ${width} pixels wide.`);
    }
    const framed = atTagPrecision(picture);
    // Widths that the original lacks are all one file.
    const name = `${shape}-${renderedWidth(framed, shape, width)}-${focalTag(framed, shape)}.${format}`;
    const path = join(this.#folderOf(picture.hash), name);
    const underWay = this.#underWay.get(path);
    if (underWay) return underWay;
    const making = this.#make(path, framed, shape, width, format).finally(() =>
      this.#underWay.delete(path),
    );
    this.#underWay.set(path, making);
    return making;
  }

  /**
   * Makes what today's browsers mostly ask for, one after the other, so that one of the two places for
   * heavy work stays free for readers. The largest width, other formats, and the card of those who
   * share a link are made when they are asked for.
   *
   * @param signal ends it between two renditions
   */
  async renderUsual(picture: FiledPicture, signal?: AbortSignal): Promise<void> {
    for (const shape of Object.keys(pictureShapes).filter(isShape)) {
      if (shape === 'card') continue;
      for (const width of pictureWidths[shape]) {
        if (signal?.aborted) return;
        if (width > mostUsual) continue;
        await this.rendition(picture, shape, width, 'avif');
      }
    }
  }

  /**
   * Takes away renditions of earlier focal points, and what a crash left.
   *
   * @param current focal point whose renditions stay; without it all of them go, never the original
   * @returns how many files went
   */
  async sweep(hash: string, current?: { focalX: number; focalY: number }): Promise<number> {
    const folder = this.#folderOf(hash);
    const keep = current && focalDigits(current);
    let gone = 0;
    for (const name of await readdir(folder).catch(() => [])) {
      const tag = renditionPattern.exec(name)?.[1];
      const stale = tag !== undefined && (!current || (tag !== 'whole' && tag !== keep));
      if (!stale && !(await isAbandoned(join(folder, name)))) continue;
      await rm(join(folder, name), { force: true });
      gone += 1;
    }
    return gone;
  }

  async #make(
    path: string,
    picture: FiledPicture,
    shape: PictureShape,
    width: number,
    format: PictureFormat,
  ): Promise<string> {
    if (await exists(path)) return path;
    const original = await this.original(picture.hash);
    const data = await renderPicture(original, picture, shape, width, format);
    await writeWhole(path, data, false);
    this.rendered += 1;
    return path;
  }

  /** @throws {TypeError} for a hash that could lead out of the folder */
  #folderOf(hash: string): string {
    if (!hashPattern.test(hash))
      throw new TypeError('A picture is named by 24 hexadecimal digits.');
    return join(this.#folder, hash);
  }
}

/** Focal points are told apart by the thousandth: less moves no crop that anybody could see. */
const thousandths = (fraction: number): number =>
  Number.isFinite(fraction) ? Math.round(Math.min(Math.max(fraction, 0), 1) * 1000) : 500;

const focalDigits = (at: { focalX: number; focalY: number }): string =>
  `${thousandths(at.focalX)}x${thousandths(at.focalY)}`;

/** The part of a file name that follows the focal point. A whole picture has none. */
const focalTag = (picture: Framing, shape: PictureShape): string =>
  pictureShapes[shape] === null ? 'whole' : focalDigits(picture);

/** The same picture with the focal point that its file names can tell. */
const atTagPrecision = (picture: FiledPicture): FiledPicture => ({
  ...picture,
  focalX: thousandths(picture.focalX) / 1000,
  focalY: thousandths(picture.focalY) / 1000,
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function isAbandoned(path: string): Promise<boolean> {
  if (!path.endsWith('.part')) return false;
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > abandonedAfterMs;
}

/** Writes beside the place and moves there, so that nobody ever reads half a file. */
async function writeWhole(path: string, data: Buffer, flush: boolean): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx', 0o640);
    try {
      await file.writeFile(data);
      if (flush) await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
