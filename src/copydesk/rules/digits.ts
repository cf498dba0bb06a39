import { toArabicDigits, toLatinDigits } from '../../arabic/digits.ts';
import { pattern, replaced } from '../matching.ts';
import type { ParagraphRule } from '../rule.ts';

/** Figures. */

export const digitRules: readonly ParagraphRule[] = [
  {
    id: 'mixed-digits',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'في العدد الواحد أرقام من نظامين (0–9 و٠–٩).',
      en: 'One number mixes two digit systems.',
    },
    example: { wrong: 'في عام 20٢1 وقع الحادث', right: 'في عام 2021 وقع الحادث' },
    match: (paragraph, setting) =>
      pattern('', /(?<![\d٠-٩۰-۹])[\d٠-٩۰-۹]{2,24}(?:[.,٫٬][\d٠-٩۰-۹]{1,24}){0,8}/g, (match) => {
        const kinds = [/\d/, /[٠-٩]/, /[۰-۹]/].filter((one) => one.test(match[0])).length;
        if (kinds < 2) return null;
        const latin = toLatinDigits(match[0]);
        const mostlyArabic =
          (match[0].match(/[٠-٩]/g)?.length ?? 0) > (match[0].match(/\d/g)?.length ?? 0);
        const digits = setting.style.digits ?? (mostlyArabic ? 'arab' : 'latn');
        return replaced(match, digits === 'arab' ? toArabicDigits(latin) : latin);
      })(paragraph),
  },
  {
    id: 'persian-digits',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'أرقام فارسية (۴۵۶) بدل الأرقام العربية (٤٥٦).',
      en: 'Persian figures (۴۵۶) stand for the Arabic ones (٤٥٦).',
    },
    example: { wrong: 'حضر ۴۵ نائباً', right: 'حضر ٤٥ نائباً' },
    match: (paragraph, setting) =>
      pattern('', /(?<![\d٠-٩۰-۹])[۰-۹]{1,24}(?![\d٠-٩])/g, (match) => {
        const latin = toLatinDigits(match[0]);
        return replaced(match, setting.style.digits === 'latn' ? latin : toArabicDigits(latin));
      })(paragraph),
  },
  {
    id: 'house-digits',
    family: 'consistency',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'تكتب الصحيفة أرقامها بالنظام الآخر.',
      en: 'The house writes its figures in the other system.',
    },
    example: { wrong: 'حضر ٤٥ نائباً', right: 'حضر 45 نائباً', style: { digits: 'latn' } },
    match: (paragraph, { style }) => {
      if (style.digits === null) return [];
      const other = style.digits === 'latn' ? /[٠-٩]{1,40}/g : /(?<![\w.])\d{1,40}(?![\w.])/g;
      return pattern('', other, (match) =>
        replaced(
          match,
          style.digits === 'latn' ? toLatinDigits(match[0]) : toArabicDigits(match[0]),
        ),
      )(paragraph);
    },
  },
  {
    id: 'percent-form',
    family: 'consistency',
    severity: 'info',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'تكتب الصحيفة النسبة المئوية بصورة واحدة.',
      en: 'The house writes per cent in one way.',
    },
    example: { wrong: 'ارتفعت الأسعار 10 %', right: 'ارتفعت الأسعار 10%' },
    match: (paragraph, { style }) =>
      pattern(
        '',
        /(?<=[\d٠-٩])(?: {0,4}[%٪](?![\p{L}\d])| {1,4}(?:بالمائة|بالمئة|في المئة|في المائة)(?!\p{L}))/gu,
        (match) => {
          const sign = /[%٪]/.test(match[0]);
          const house = style.percent;
          if (house === null)
            return sign && match[0].length > 1 ? replaced(match, match[0].trim()) : null;
          const right = house === '%' ? '%' : ` ${house}`;
          return match[0] === right ? null : replaced(match, right);
        },
      )(paragraph),
  },
  {
    id: 'ambiguous-thousand',
    family: 'punctuation',
    severity: 'info',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'قد يُقرأ العدد آلافاً أو كسراً؛ اكتب الألوف بفاصلة أو بالحروف.',
      en: 'This may be read as thousands or as a fraction; write thousands with a comma or in words.',
    },
    example: { wrong: 'بلغ عدد النازحين 1.000 شخص', right: null },
    match: pattern('.', /(?<![\d.٠-٩])\d{1,3}(?:\.\d{3}){1,4}(?![\d.])/g, (match) =>
      replaced(match),
    ),
  },
];
