import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { picturePath } from '../publications/paths.ts';
import { PictureStore, parsePicturePath } from './picture-files.ts';
import { blue, colourAt, difference, grainy, red, striped } from './testing/pictures.ts';

let folder: string;
let store: PictureStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matbaa-pictures-'));
  store = new PictureStore(join(folder, 'media'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A saved picture with its focus in the middle unless told. */
async function saved(picture = striped(1500, 600), focalX = 0.5, focalY = 0.5) {
  const kept = await store.save(await picture.jpeg({ quality: 95 }).toBuffer());
  return { ...kept, focalX, focalY };
}
const filesOf = (hash: string): Promise<string[]> => readdir(join(folder, 'media', hash));

describe('saving a picture', () => {
  test('leaves one file, readable by the group and nobody else', async () => {
    const picture = await saved();

    expect(await filesOf(picture.hash)).toEqual(['original.jpg']);
    const { mode, size } = await stat(await store.original(picture.hash));
    expect(mode & 0o777).toBe(0o640 & ~process.umask());
    expect(size).toBe(picture.bytes);
  });

  test('twice is saving it once', async () => {
    const [first, again] = await Promise.all([saved(), saved()]);

    expect(again).toEqual(first);
    expect(await filesOf(first.hash)).toEqual(['original.jpg']);
  });

  test('that is refused leaves nothing behind', async () => {
    await expect(store.save(Buffer.from('<svg/>'))).rejects.toThrow(/SVG/);

    await expect(stat(join(folder, 'media'))).rejects.toThrow(/ENOENT/);
  });
});

describe('a rendition', () => {
  test.each([
    ['avif', 'heif'],
    ['webp', 'webp'],
    ['jpg', 'jpeg'],
  ] as const)('in %s really is that and decodes', async (format, kind) => {
    const path = await store.rendition(await saved(), 'card', 1200, format);

    const { format: found, width, height } = await sharp(path).metadata();
    expect([found, width, height]).toEqual([kind, 1143, 600]);
    expect((await sharp(path).stats()).channels.length).toBe(3);
  });

  test('shows the part around the focal point', async () => {
    const left = await store.rendition(await saved(striped(1500, 600), 0.1), 'square', 320, 'jpg');
    const right = await store.rendition(await saved(striped(1500, 600), 0.9), 'square', 320, 'jpg');

    expect(difference(await colourAt(left, 0.5, 0.5), red)).toBeLessThan(30);
    expect(difference(await colourAt(right, 0.5, 0.5), blue)).toBeLessThan(30);
  });

  test('has exactly the measures of a social card where the original is large enough', async () => {
    const path = await store.rendition(await saved(striped(1500, 900)), 'card', 1200, 'webp');

    const { width, height } = await sharp(path).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  test('is never larger than the original, and widths beyond it are one file', async () => {
    const picture = await saved(striped(500, 400));

    const paths = await Promise.all(
      [800, 1200, 1600].map((width) => store.rendition(picture, 'full', width, 'webp')),
    );

    expect(new Set(paths).size).toBe(1);
    const { width, height } = await sharp(paths[0]).metadata();
    expect([width, height]).toEqual([500, 400]);
  });

  test('is made once however many ask at once, and not again for who asks later', async () => {
    const picture = await saved();

    const paths = await Promise.all(
      Array.from({ length: 12 }, () => store.rendition(picture, 'wide', 800, 'webp')),
    );
    await store.rendition(picture, 'wide', 800, 'webp');

    expect(new Set(paths).size).toBe(1);
    expect(store.rendered).toBe(1);
    expect((await filesOf(picture.hash)).toSorted()).toEqual([
      'original.jpg',
      basename(paths[0] ?? ''),
    ]);
  });

  test('stands on white where a JPEG is made of something transparent', async () => {
    const clear = sharp({ create: { width: 200, height: 200, channels: 4, background: '#0000' } });
    const kept = await store.save(await clear.png().toBuffer());

    const path = await store.rendition({ ...kept, focalX: 0.5, focalY: 0.5 }, 'square', 160, 'jpg');

    expect(difference(await colourAt(path, 0.5, 0.5), [255, 255, 255])).toBeLessThan(3);
  });

  test('of a picture that is not there is refused with 404, and can be had once it is', async () => {
    const picture = await saved();
    const path = await store.original(picture.hash);
    const bytes = await readFile(path);
    await rm(path);
    await expect(store.rendition(picture, 'wide', 400, 'jpg')).rejects.toMatchObject({
      status: 404,
    });

    await writeFile(path, bytes);

    expect(await store.rendition(picture, 'wide', 400, 'jpg')).toContain(picture.hash);
  });

  test.each([
    ['a width that is not made', { hash: 'a'.repeat(24) }, 801, RangeError],
    ['a hash that leads out of the folder', { hash: '../../../../etc/passwd00' }, 800, TypeError],
  ])('is not made for %s', async (_, named, width, error) => {
    const picture = { width: 10, height: 10, focalX: 0.5, focalY: 0.5, ...named };

    await expect(store.rendition(picture, 'wide', width, 'jpg')).rejects.toThrow(error);
  });
});

describe('moving the focal point', () => {
  test('gives new files, and a sweep takes the old ones but nothing else', async () => {
    const before = await saved(striped(1500, 600), 0.1);
    const old = await store.rendition(before, 'square', 160, 'jpg');
    const whole = await store.rendition(before, 'full', 400, 'jpg');
    const after = { ...before, focalX: 0.9 };
    const fresh = await store.rendition(after, 'square', 160, 'jpg');

    const gone = await store.sweep(before.hash, after);

    expect(gone).toBe(1);
    expect((await filesOf(before.hash)).toSorted()).toEqual(
      [basename(whole), 'original.jpg', basename(fresh)].toSorted(),
    );
    expect(await store.rendition(before, 'square', 160, 'jpg')).toBe(old);
  });

  test('can be followed by a sweep of every rendition, never of the original', async () => {
    const picture = await saved();
    await store.rendition(picture, 'square', 160, 'jpg');
    await store.rendition(picture, 'full', 400, 'jpg');

    expect(await store.sweep(picture.hash)).toBe(2);
    expect(await filesOf(picture.hash)).toEqual(['original.jpg']);
  });

  test('sweeps away what a crash left an hour ago, not what is being written', async () => {
    const { hash } = await saved();
    const [left, current] = ['wide-1.jpg.left.part', 'wide-1.jpg.current.part'].map((name) =>
      join(folder, 'media', hash, name),
    );
    if (!left || !current) throw new Error('two names give two paths');
    await Promise.all([writeFile(left, ''), writeFile(current, '')]);
    const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(left, hoursAgo, hoursAgo);

    await store.sweep(hash);

    expect((await filesOf(hash)).toSorted()).toEqual(['original.jpg', basename(current)]);
  });

  test('of a picture without files sweeps nothing', async () => {
    expect(await store.sweep('0'.repeat(24))).toBe(0);
  });
});

describe('rendering everything ahead', () => {
  test('makes every shape and width of a page that the original can fill, as browsers want it', async () => {
    const picture = await saved(grainy(420, 300));

    await store.renderUsual(picture);

    // Wide 400 and 420, square 160 and 300, full 400 and 420, in AVIF; and the original.
    expect(store.rendered).toBe(6);
    expect(await filesOf(picture.hash)).toHaveLength(7);
  });

  test('stops when told to', async () => {
    const picture = await saved(grainy(420, 300));

    await store.renderUsual(picture, AbortSignal.abort());

    expect(store.rendered).toBe(0);
  });
});

describe('the path of a rendition', () => {
  const hash = '0123456789abcdef01234567';

  test('is read back as it was written', () => {
    expect(parsePicturePath(picturePath(hash, 'wide', 800, 'avif'))).toEqual({
      hash,
      shape: 'wide',
      width: 800,
      format: 'avif',
    });
  });

  test.each([
    `/media/${hash}/wide-801.avif`,
    `/media/${hash}/wide-0800.avif`,
    `/media/${hash}/square-800.avif`,
    `/media/${hash}/toString-800.avif`,
    `/media/${hash}/wide-800.png`,
    `/media/${hash}/wide-800.avif/`,
    `/media/${hash}/wide-800.avif\n`,
    `/media/${hash}/original.jpg`,
    `/media/${hash.toUpperCase()}/wide-800.avif`,
    `/media/${hash}0/wide-800.avif`,
    `/media/../wide-800.avif`,
    `//media/${hash}/wide-800.avif`,
    '',
  ])('is not read from %j', (path) => {
    expect(parsePicturePath(path)).toBeNull();
  });
});
