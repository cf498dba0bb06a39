import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cropBox } from './crop.ts';

const size = fc.integer({ min: 1, max: 6000 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('the crop of a picture', () => {
  test.each([
    ['a square out of a wide picture, focus right', 1000, 500, 1, 0.9, 0.5, [500, 0, 500, 500]],
    [
      'a square out of a wide picture, focus left of centre',
      1000,
      500,
      1,
      0.4,
      0.5,
      [150, 0, 500, 500],
    ],
    ['a square out of a tall picture, focus on top', 500, 1000, 1, 0.5, 0, [0, 0, 500, 500]],
    ['16:9 out of 4:3', 1600, 1200, 16 / 9, 0.5, 0.5, [0, 150, 1600, 900]],
    ['the whole picture', 640, 480, null, 0.1, 0.9, [0, 0, 640, 480]],
    ['a focal point that is no number', 1000, 500, 1, Number.NaN, 7, [250, 0, 500, 500]],
  ])('takes %s', (_, width, height, wanted, x, y, [left, top, boxWidth, boxHeight]) => {
    const box = cropBox(width, height, wanted, x, y);

    expect(box).toEqual({ left, top, width: boxWidth, height: boxHeight });
  });

  test('always lies inside the picture and is not empty', () => {
    fc.assert(
      fc.property(size, size, ratio, part, part, (width, height, wanted, x, y) => {
        const box = cropBox(width, height, wanted, x, y);
        expect(Object.values(box).every(Number.isInteger)).toBe(true);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(1);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(box.top + box.height).toBeLessThanOrEqual(height);
      }),
    );
  });

  test('always contains the focal point', () => {
    fc.assert(
      fc.property(size, size, ratio, part, part, (width, height, wanted, x, y) => {
        const box = cropBox(width, height, wanted, x, y);
        expect(x * width).toBeGreaterThanOrEqual(box.left);
        expect(x * width).toBeLessThanOrEqual(box.left + box.width);
        expect(y * height).toBeGreaterThanOrEqual(box.top);
        expect(y * height).toBeLessThanOrEqual(box.top + box.height);
      }),
    );
  });

  test('fills one side of the picture, so that no larger box of its ratio fits', () => {
    fc.assert(
      fc.property(size, size, ratio, (width, height, wanted) => {
        const box = cropBox(width, height, wanted, 0.5, 0.5);
        expect(box.width === width || box.height === height).toBe(true);
      }),
    );
  });
});
