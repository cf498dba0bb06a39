/** Where readers find things: site-relative, percent-encoded paths (DESIGN.md, «URLs»). */

const segment = (slug: string): string => encodeURIComponent(slug);

export const storyPath = (story: { id: number; slug: string }): string =>
  `/${story.id}/${segment(story.slug)}`;
export const sectionPath = (slug: string): string => `/section/${segment(slug)}`;
export const topicPath = (slug: string): string => `/topic/${segment(slug)}`;
export const personPath = (slug: string): string => `/person/${segment(slug)}`;
export const seriesPath = (slug: string): string => `/series/${segment(slug)}`;
export const standingPagePath = (slug: string): string => `/page/${segment(slug)}`;
/** `day` is YYYY-MM-DD in the newsroom's time zone. */
export const archivePath = (day: string): string => `/archive/${day.replaceAll('-', '/')}`;

/** Shapes that every picture is rendered in; `full` keeps the picture's own proportions. */
export const pictureShapes = { wide: 16 / 9, square: 1, card: 1200 / 630, full: null } as const;
export type PictureShape = keyof typeof pictureShapes;
export const pictureWidths: Record<PictureShape, readonly number[]> = {
  wide: [400, 800, 1200, 1600],
  square: [160, 320],
  card: [1200],
  full: [400, 800, 1200, 1600],
};
export const pictureFormats = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** Path of one rendition. A width the original lacks is answered with the original's own width. */
export const picturePath = (
  hash: string,
  shape: PictureShape,
  width: number,
  format: PictureFormat,
): string => `/media/${hash}/${shape}-${width}.${format}`;
