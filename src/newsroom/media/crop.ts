/** A rectangle of whole pixels inside a picture. */
export interface CropBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** A fraction from outside: what is no number counts as the middle. */
const fraction = (value: number): number => (Number.isFinite(value) ? clamp(value, 0, 1) : 0.5);

/**
 * The largest box of a ratio (width / height) that keeps the focal point as
 * near its centre as the picture's edges allow.
 *
 * @param width of the picture, in pixels, at least 1
 * @param height of the picture, in pixels, at least 1
 * @param ratio null keeps the picture's own proportions, and all of it
 * @param focalX fraction of the width, from the left edge of the picture
 * @param focalY fraction of the height, from the top
 */
export function cropBox(
  width: number,
  height: number,
  ratio: number | null,
  focalX: number,
  focalY: number,
): CropBox {
  if (ratio === null) return { left: 0, top: 0, width, height };
  const boxWidth = clamp(Math.round(height * ratio), 1, width);
  const boxHeight = clamp(Math.round(width / ratio), 1, height);
  return {
    left: clamp(Math.round(fraction(focalX) * width - boxWidth / 2), 0, width - boxWidth),
    top: clamp(Math.round(fraction(focalY) * height - boxHeight / 2), 0, height - boxHeight),
    width: boxWidth,
    height: boxHeight,
  };
}
