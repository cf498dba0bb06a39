import sharp, { type Sharp } from 'sharp';

/** Pictures made for the tests: plain fields of colour whose place tells what was cropped. */

export type Colour = [red: number, green: number, blue: number];
export const red: Colour = [220, 30, 30];
export const green: Colour = [30, 170, 60];
export const blue: Colour = [30, 60, 210];

/** Raw pixels, `colour` deciding each one. */
export function painted(
  width: number,
  height: number,
  colour: (x: number, y: number) => Colour,
): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colour(x, y), (y * width + x) * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Left third red, middle green, right blue. */
export const striped = (width: number, height: number): Sharp =>
  painted(width, height, (x) => (x < width / 3 ? red : x < (2 * width) / 3 ? green : blue));

/** Grain that no flat-colour format can hold small, like a photograph's. */
export const grainy = (width: number, height: number): Sharp => {
  let seed = 42;
  const next = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed >>> 26;
  };
  return painted(width, height, (x, y) => [
    80 + next() + x / 20,
    90 + next(),
    60 + next() + y / 20,
  ]);
};

/** The colour at a place, given in fractions of width and height. */
export async function colourAt(file: Buffer | string, x: number, y: number): Promise<Colour> {
  const { data, info } = await sharp(file)
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** Greatest difference of two colours in one channel, 0 to 255. */
export const difference = (a: Colour, b: Colour): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
