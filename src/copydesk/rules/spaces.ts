import { neighbours, pattern, replaced } from '../matching.ts';
import type { ParagraphRule } from '../rule.ts';

/** Spaces and characters that nobody sees. */

const odd = /[\u2000-\u2006\u2008-\u200a\u205f\u3000\t\v\f]+/g;

/** Beside these a direction mark may be what keeps a line in order. */
const foreign = /[A-Za-z0-9\u0660-\u0669()[\]%+/-]/;

/** Spaces that begin or end a line are its indent, or a line break of Markdown. */
function atEdge(text: string, at: number, length: number): boolean {
  const [before = '\n', after = '\n'] = [text[at - 1], text[at + length]];
  return before === '\n' || after === '\n' || after === '\r';
}

export const spaceRules: readonly ParagraphRule[] = [
  {
    id: 'double-space',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'مسافتان أو أكثر بين كلمتين؛ تكفي واحدة.',
      en: 'More than one space between words.',
    },
    example: { wrong: 'ويرى  مسؤولون أن الهدف بعيد', right: 'ويرى مسؤولون أن الهدف بعيد' },
    match: pattern(' \u00a0', /[ \u00a0]{2,}/g, (match, { text }) =>
      atEdge(text, match.index, match[0].length) ? null : replaced(match, ' '),
    ),
  },
  {
    id: 'odd-space',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'مسافة ليست المسافة المعتادة، جاءت من برنامج آخر.',
      en: 'An unusual kind of space, left over from another program.',
    },
    example: { wrong: 'قال\u2003الوزير', right: 'قال الوزير' },
    match: pattern('', odd, (match, { text }) =>
      match.index === 0 || match.index + match[0].length === text.length
        ? null
        : replaced(match, ' '),
    ),
  },
  {
    id: 'no-break-space',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'مسافة لا ينكسر عندها السطر بين كلمتين عربيتين؛ تترك في السطر فراغاً.',
      en: 'A no-break space between Arabic words leaves holes in the line.',
    },
    example: { wrong: 'قال\u00a0الوزير', right: 'قال الوزير' },
    match: pattern(
      '\u00a0\u202f\u2007',
      /(?<![ \u00a0])(?:\u00a0|[\u202f\u2007]+)(?![ \u00a0])/g,
      (match, { text }) => {
        const [before, after] = [text[match.index - 1], text[match.index + match[0].length]];
        if (before === undefined || after === undefined) return replaced(match, '');
        if (/[\d٠-٩]/.test(before) || /[\d٠-٩%٪]/.test(after)) return null;
        return replaced(match, before === ' ' || after === ' ' ? '' : ' ');
      },
    ),
  },
  {
    id: 'hidden-character',
    family: 'encoding',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'محرف خفيّ (علامة اتجاه أو واصلة صفرية العرض) لا عمل له هنا ويفسد البحث.',
      en: 'An invisible mark (direction or zero width) does nothing here and spoils search.',
    },
    example: { wrong: 'قال\u200f الوز\u200bير', right: 'قال الوزير' },
    match: pattern(
      '',
      /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g,
      (match, { text }) => {
        const [before = '', after = ''] = [
          text[match.index - 1],
          text[match.index + match[0].length],
        ];
        const near = [before, after, ...(before === ' ' ? [text[match.index - 2] ?? ''] : [])];
        if (after === ' ') near.push(text[match.index + match[0].length + 1] ?? '');
        const directs = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(match[0]);
        if (directs && near.some((unit) => foreign.test(unit))) return null;
        // Joiners hold emoji together.
        if (match[0] === '\u200d' && /[\ud800-\udfff]|\ufe0f/.test(before)) return null;
        return replaced(match, '');
      },
    ),
  },
  {
    id: 'detached-waw',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'واو العطف تُكتب موصولة بما بعدها، وإلّا انفصلت عنه في آخر السطر.',
      en: 'The conjunction و is written on the next word; apart, a line may break between them.',
    },
    example: { wrong: 'وصل الوزير و قال كلمة', right: 'وصل الوزير وقال كلمة' },
    match: function* ({ words }) {
      for (const { word, before, after } of neighbours(words)) {
        if (word.bare !== 'و' || after === undefined || !after.arabic || after.bare.length < 2)
          continue;
        if (before !== undefined && before.bare.length === 1) continue;
        yield { start: word.start, end: after.start, fixes: ['و'] };
      }
    },
  },
  {
    id: 'detached-preposition',
    family: 'encoding',
    severity: 'error',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'حرف الجرّ المفرد يُكتب موصولاً بما بعده.',
      en: 'A preposition of one letter is written on the next word.',
    },
    example: { wrong: 'وصل إلى المدينة ب القطار', right: 'وصل إلى المدينة بالقطار' },
    match: function* ({ words }) {
      for (const { word, before, after } of neighbours(words)) {
        if (
          !/^و?[بلكف]$/.test(word.bare) ||
          after === undefined ||
          !after.arabic ||
          after.bare.length < 3
        )
          continue;
        // «أ ف ب», «ب» as the name of a hall or group («فيتامين ب», «المجموعة ب»).
        if (before === undefined || before.bare.length < 2) continue;
        if (!after.bare.startsWith('ال')) continue;
        if (
          /^(?:ال)?(?:مجموعه|فيتامين|فئه|صنف|نوع|درجه|قسم|فصيله|فريق|هيباتيت|كبد|بند|فقره|عين|جزء)/.test(
            before.term,
          )
        )
          continue;
        const fix = /ل$/.test(word.bare) ? `${word.bare}ل` : word.bare;
        const end = /ل$/.test(word.bare) ? after.start + 2 : after.start;
        yield { start: word.start, end, fixes: [fix] };
      }
    },
  },
];
