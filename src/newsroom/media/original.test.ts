import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { prepareOriginal } from './original.ts';
import { blue, colourAt, difference, grainy, green, red, striped } from './testing/pictures.ts';
import { UnusablePicture } from './unusable-picture.ts';

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  prepareOriginal(bytes).then(
    () => 'taken',
    (error) => (error instanceof UnusablePicture ? error.code : error),
  );

describe('the original of a picture', () => {
  test.each([
    ['JPEG', () => striped(300, 100).jpeg()],
    ['PNG', () => striped(300, 100).png()],
    ['WebP', () => striped(300, 100).webp()],
    ['AVIF', () => striped(300, 100).avif()],
    ['GIF', () => striped(300, 100).gif()],
    ['TIFF', () => striped(300, 100).tiff()],
  ])('is taken from %s', async (_, make) => {
    const original = await prepareOriginal(await make().toBuffer());

    expect([original.width, original.height]).toEqual([300, 100]);
    expect(difference(await colourAt(original.data, 0.9, 0.5), blue)).toBeLessThan(30);
  });

  test('is a JPEG for a photograph, also one that came as PNG', async () => {
    const original = await prepareOriginal(await grainy(400, 300).png().toBuffer());

    expect(original.format).toBe('jpg');
    expect((await sharp(original.data).metadata()).format).toBe('jpeg');
  });

  test('stays PNG for a flat graphic, to the pixel', async () => {
    const original = await prepareOriginal(await striped(300, 100).png().toBuffer());

    expect(original.format).toBe('png');
    expect(await colourAt(original.data, 0.5, 0.5)).toEqual(green);
  });

  test('is WebP when something shines through', async () => {
    const logo = sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.4 } },
    });

    const original = await prepareOriginal(await logo.png().toBuffer());

    expect(original.format).toBe('webp');
    expect((await sharp(original.data).metadata()).hasAlpha).toBe(true);
  });

  test('forgets a transparency that nothing uses', async () => {
    const opaque = await striped(90, 90).ensureAlpha(1).png().toBuffer();

    const original = await prepareOriginal(opaque);

    expect((await sharp(original.data).metadata()).hasAlpha).toBe(false);
  });

  test('stands upright, whatever the camera wrote', async () => {
    const sideways = await striped(300, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer();

    const original = await prepareOriginal(sideways);

    expect([original.width, original.height]).toEqual([100, 300]);
    expect(difference(await colourAt(original.data, 0.5, 0.1), red)).toBeLessThan(30);
    expect(difference(await colourAt(original.data, 0.5, 0.9), blue)).toBeLessThan(30);
  });

  test('keeps no metadata', async () => {
    const tagged = await striped(300, 100)
      .jpeg()
      .withExif({ IFD0: { Artist: 'مصوّر' }, IFD3: { GPSLatitude: '33/1 18/1 0/1' } })
      .toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();

    const kept = await sharp((await prepareOriginal(tagged)).data).metadata();

    expect([kept.exif, kept.icc, kept.xmp, kept.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('has its colours converted to sRGB', async () => {
    const wide = await striped(300, 100).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    const bare = await sharp(wide, { ignoreIcc: true }).jpeg({ quality: 95 }).toBuffer();

    const original = await prepareOriginal(wide);

    expect(difference(await colourAt(original.data, 0.5, 0.5), green)).toBeLessThan(12);
    // Read without its profile the same file shows another green: the profile was heeded.
    expect(difference(await colourAt(bare, 0.5, 0.5), green)).toBeGreaterThan(20);
  });

  test('is at most 2400 pixels long', async () => {
    const original = await prepareOriginal(await striped(3000, 1000).jpeg().toBuffer());

    expect([original.width, original.height]).toEqual([2400, 800]);
  });

  test('is named by its content', async () => {
    const [first, again, other] = await Promise.all(
      [striped(300, 100), striped(300, 100), striped(301, 100)].map(async (picture) =>
        prepareOriginal(await picture.jpeg().toBuffer()),
      ),
    );

    expect(first?.hash).toMatch(/^[0-9a-f]{24}$/);
    expect(again?.hash).toBe(first?.hash);
    expect(other?.hash).not.toBe(first?.hash);
  });
});

describe('a file that is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>';

  test.each([
    ['empty', new Uint8Array()],
    ['heavy', new Uint8Array(30 * 1024 * 1024 + 1)],
    ['svg', Buffer.from(svg)],
    ['damaged', Buffer.from(`GIF89a${svg}`)],
    ['pdf', Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['unknown', Buffer.from('خبر عاجل')],
    ['damaged', Buffer.from('\xff\xd8\xff\xe0 not a picture at all', 'latin1')],
    ['huge', pngHeader(20_000, 20_000)],
  ])('is refused as %s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  test('is refused as damaged when it was cut short', async () => {
    const whole = await grainy(400, 300).jpeg().toBuffer();

    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('damaged');
  });

  test('is refused in Arabic for the desk and in English for the shell', async () => {
    const error: unknown = await prepareOriginal(Buffer.from(svg)).catch((e: unknown) => e);

    expect(error).toMatchObject({
      status: 400,
      message: expect.stringMatching(/\p{Script=Arabic}/u),
      hint: expect.stringMatching(/^SVG is refused/),
    });
  });
});

/** A PNG that promises so many pixels and holds next to nothing. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    out.set(body, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
