import { Refusal } from '../errors.ts';

/** Longest file taken in, in bytes. */
export const maxPictureBytes = 30 * 1024 * 1024;
/** Most pixels decoded: past this a small file can fill the memory. */
export const maxPicturePixels = 100_000_000;

const reasons = {
  empty: ['الملف فارغ. اختر صورة أخرى.', 'The file is empty; choose another picture.'],
  heavy: [
    'حجم الصورة يتجاوز المسموح به (30 ميغابايت). صغّرها ثم أعد المحاولة.',
    'The picture is over 30 MB; make it smaller and try again.',
  ],
  huge: [
    'أبعاد الصورة تتجاوز المسموح به (100 ميغابكسل). صغّرها ثم أعد المحاولة.',
    'The picture has over 100 megapixels; make it smaller and try again.',
  ],
  svg: [
    'لا تُقبل رسوم SVG لأنها قد تحمل شيفرة. صدّر الرسم بصيغة PNG ثم أعد المحاولة.',
    'SVG is refused, since it can carry scripts; export it as PNG.',
  ],
  pdf: [
    'هذا ملف PDF وليس صورة. صدّر الصفحة المطلوبة بصيغة PNG أو JPEG.',
    'This is a PDF; export the page you need as PNG or JPEG.',
  ],
  heic: [
    'صيغة HEIC غير مدعومة. صدّر الصورة بصيغة JPEG ثم أعد المحاولة.',
    'HEIC is not supported; export the picture as JPEG.',
  ],
  unknown: [
    'هذا الملف ليس صورة من الصيغ المقبولة: JPEG وPNG وWebP وAVIF وGIF وTIFF.',
    'The file is no JPEG, PNG, WebP, AVIF, GIF or TIFF picture.',
  ],
  damaged: [
    'الصورة تالفة أو ناقصة. نزّلها من مصدرها مرة أخرى ثم أعد المحاولة.',
    'The picture is damaged or cut short; fetch it from its source again.',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type UnusableCode = keyof typeof reasons;

/** A file that cannot become a picture of the archive. `code` says why, for programs. */
export class UnusablePicture extends Refusal {
  override name = 'UnusablePicture';
  readonly code: UnusableCode;

  constructor(code: UnusableCode, cause?: unknown) {
    const [message, hint] = reasons[code];
    super(400, message, hint);
    this.code = code;
    if (cause !== undefined) this.cause = cause;
  }
}
