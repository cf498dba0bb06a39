import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { illustrationIds } from '../content/keys.ts';
import { illustrations } from './registry.ts';

describe.each(illustrationIds)('the illustration «%s»', (id) => {
  const picture = illustrations[id];

  test('is a picture of 1600 × 1000 that a raster can be made of', async () => {
    const { info } = await sharp(Buffer.from(picture.draw()))
      .resize(160)
      .png()
      .toBuffer({ resolveWithObject: true });

    expect([info.width, info.height]).toEqual([160, 100]);
    expect(picture.draw()).toContain('width="1600" height="1000"');
  });

  test('is drawn the same on every call', () => {
    expect(picture.draw()).toBe(picture.draw());
  });

  test('is its own: no outside image, no font, no text, no number gone wrong', () => {
    expect(picture.draw()).not.toMatch(
      /<(image|text|style|script|filter)\b|https?:(?!\/\/www\.w3\.org)|NaN|undefined/,
    );
  });

  test('keeps its focal point inside the frame', () => {
    for (const at of [picture.focalX, picture.focalY]) {
      expect(at).toBeGreaterThan(0.1);
      expect(at).toBeLessThan(0.9);
    }
  });
});
