import { pattern, replaced } from '../matching.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Match, ParagraphRule } from '../rule.ts';

/** Lines of a web page that were copied with the story. */

const english =
  /^(?:read (?:previous|next|more|also)|previous (?:post|article|story)|next (?:post|article|story)|leave a (?:reply|comment)|cancel reply|post comment|related (?:posts?|articles?|stories)|share (?:this|on .{2,20}|via .{2,20})|click to (?:share|print|email).{0,60}|you (?:may|might) also like|recommended(?: for you)?|trending(?: now)?|continue reading|view all(?: posts)?|show more|load more|sign up|subscribe(?: now)?|newsletter|follow us(?: on .{2,20})?|loading\.*|advertisement|sponsored|comments? ?\(?\d{0,6}\)?|no comments(?: yet)?|leave this field (?:blank|empty)|save my name, email.{0,120}|your email address will not be published.{0,80}|required fields are marked.{0,10}|tags?:?|categories:?|by admin|posted (?:by|on) .{2,40}|\d{1,6} (?:views|shares|comments?|likes)|print|email|tweet|pin it|copy link|skip to content|back to top|home|search|menu|untitled)\s*[:»›→]?$/i;

const arabic =
  /^(?:لن يتم نشر عنوان بريدك ال[إا]لكتروني.*|الحقول الإلزامية مشار إليها ب.*|اترك (?:تعليقا|رد|ردا)[ًا]*|إلغاء الرد|احفظ اسمي، بريدي.*|شارك (?:هذا )?(?:الموضوع|المقال|الخبر|على .{2,20})|مشاركة (?:عبر|على) .{2,20}|انقر للمشاركة.*|اضغط للمشاركة.*|التنقل بين المقالات|تصفح المقالات|المقالة? (?:السابقة?|التالية?)|المقال (?:السابق|التالي)|الموضوع (?:السابق|التالي)|مواضيع ذات صلة|مقالات ذات صلة|إعجاب تحميل\.*|تم نسخ الرابط)\s*:?$/;

function line(expression: RegExp): (paragraph: Paragraph) => Iterable<Match> {
  return ({ text }) => {
    if (text.length > 300) return [];
    const trimmed = text.trim();
    if (trimmed === '' || !expression.test(trimmed)) return [];
    const start = text.indexOf(trimmed);
    return [{ start, end: start + trimmed.length, fixes: [''] }];
  };
}

export const furnitureRules: readonly ParagraphRule[] = [
  {
    id: 'page-furniture',
    family: 'furniture',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    sees: 'everything',
    message: {
      ar: 'سطر من أزرار الصفحة التي نُقل منها النصّ، وليس من الخبر.',
      en: 'A line of the page that the text was copied from, not of the story.',
    },
    example: { wrong: 'وصل الوفد أمس.\n\nRead Next', right: 'وصل الوفد أمس.' },
    match: line(english),
  },
  {
    id: 'arabic-furniture',
    family: 'furniture',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    sees: 'everything',
    message: {
      ar: 'سطر من قالب الصفحة التي نُقل منها النصّ، وليس من الخبر.',
      en: "A line of the page's template, not of the story.",
    },
    example: {
      wrong:
        'وصل الوفد أمس.\n\nلن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
      right: 'وصل الوفد أمس.',
    },
    match: line(arabic),
  },
  {
    id: 'left-over-entity',
    family: 'furniture',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'رمز من لغة الصفحات ظهر في النصّ بدل المحرف.',
      en: 'A code of HTML stands in the text instead of its character.',
    },
    example: { wrong: 'شركة الماء &amp; الكهرباء', right: 'شركة الماء & الكهرباء' },
    match: pattern(
      '&',
      /&(?:(nbsp|amp|quot|laquo|raquo|ldquo|rdquo|ndash|mdash|hellip|lsquo|rsquo|apos|zwnj|rlm|lrm)|#(\d{2,5})|#x([0-9a-f]{2,4}));/gi,
      (match) => {
        const [, name, decimal, hex] = match;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        const character =
          name === undefined
            ? code > 31 && code < 0xd800
              ? String.fromCharCode(code)
              : undefined
            : entities[name.toLowerCase()];
        return character === undefined ? replaced(match) : replaced(match, character);
      },
    ),
  },
  {
    id: 'left-over-markup',
    family: 'furniture',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'شيفرة ظاهرة في النصّ من الصفحة التي نُقل منها.',
      en: 'Markup of the page that the text came from.',
    },
    example: { wrong: 'وصل الوفد [caption id="attachment_12"] أمس', right: null },
    match: pattern(
      '<[',
      /<\/?(?:br|p|div|span|strong|em|b|i|a|img|h[1-6]|ul|li|script)\b[^<>]{0,200}>|\[\/?(?:caption|gallery|embed|video|audio|vc_\w{2,30}|et_pb_\w{2,30})\b[^[\]]{0,200}\]/gi,
      (match) => replaced(match),
    ),
  },
];

const entities: Readonly<Record<string, string>> = {
  ...{
    nbsp: ' ',
    amp: '&',
    quot: '"',
    laquo: '«',
    raquo: '»',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
  },
  ...{ hellip: '…', lsquo: '‘', rsquo: '’', apos: "'", zwnj: '', rlm: '', lrm: '' },
};
