import {
  type PictureFormat,
  type PictureShape,
  picturePath,
  pictureShapes,
  pictureWidths,
} from '../../newsroom/publications/paths.ts';
import type { Picture as ArchivePicture } from '../../newsroom/publications/views.ts';

const mimeTypes: Record<PictureFormat, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

interface PictureProps {
  picture: ArchivePicture;
  shape: PictureShape;
  /** How wide it is shown: the `sizes` of HTML. */
  sizes: string;
  /** In the first screen: fetched at once, before anything else. Others wait until they come near. */
  first?: boolean;
  alt?: string | null | undefined;
}

/** Widths worth offering: all below the original's own, and the first that reaches it. */
function widthsFor(shape: PictureShape, original: number): readonly number[] {
  const widths = pictureWidths[shape];
  const enough = widths.findIndex((width) => width >= original);
  return enough === -1 ? widths : widths.slice(0, enough + 1);
}

/**
 * A photograph in AVIF, WebP and JPEG. Width and height are set, so that nothing jumps when it
 * arrives; its alternative text is the archive's unless the story has its own.
 */
export function Picture({ picture, shape, sizes, first = false, alt }: PictureProps) {
  const widths = widthsFor(shape, picture.width);
  const { hash } = picture;
  const srcset = (format: PictureFormat): string => {
    let set = '';
    for (const width of widths)
      set += `${set && ', '}${picturePath(hash, shape, width, format)} ${width}w`;
    return set;
  };
  const ratio = pictureShapes[shape] ?? picture.width / picture.height;
  const width = widths.at(-1) ?? picture.width;
  const middle = widths[Math.min(1, widths.length - 1)] ?? width;
  return (
    <picture>
      <source type={mimeTypes.avif} srcset={srcset('avif')} sizes={sizes} />
      <source type={mimeTypes.webp} srcset={srcset('webp')} sizes={sizes} />
      <img
        src={picturePath(hash, shape, middle, 'jpg')}
        srcset={srcset('jpg')}
        sizes={sizes}
        width={width}
        height={Math.round(width / ratio)}
        alt={alt ?? picture.alt}
        loading={first ? undefined : 'lazy'}
        fetchpriority={first ? 'high' : undefined}
        decoding={first ? undefined : 'async'}
      />
    </picture>
  );
}
