import { familyOf } from '../families.ts';
import { rewrite } from '../matching.ts';
import type { Match, ParagraphRule, Setting, StoryMatch, StoryRule } from '../rule.ts';
import { archiveForm, often, withForm } from './forms.ts';

/** How this house writes: its lexicon, the forms it chose, what its archive shows. */

const onLetter = /ًا(?![\u0621-\u064a])/g;
const onAlef = /اً(?![\u0621-\u064a])/g;

export const houseRules: readonly (ParagraphRule | StoryRule)[] = [
  {
    id: 'house-lexicon',
    family: 'consistency',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    quotes: 'info',
    message: {
      ar: 'تكتب الصحيفة هذا الاسم على صورة أخرى في معجمها.',
      en: 'The lexicon of the newsroom writes this in another way.',
    },
    example: {
      wrong: 'التقى كيسنغر بالوفد',
      right: 'التقى كيسنجر بالوفد',
      style: { lexicon: [{ right: 'كيسنجر', variants: ['كيسنغر'], kind: 'name' }] },
    },
    match: function* ({ words, text }, { style }) {
      if (style.lexicon.length === 0) return;
      const first = lexiconIndex(style.lexicon);
      for (let i = 0; i < words.length; i += 1) {
        const word = words[i];
        if (word === undefined || !word.arabic) continue;
        for (const lead of ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول']) {
          if (!word.bare.startsWith(lead)) continue;
          const entry = first
            .get(word.bare.slice(lead.length))
            ?.find(({ rest }) =>
              rest.every((part, k) => words[i + k + 1]?.bare === part && words[i + k + 1]?.follows),
            );
          if (entry === undefined) continue;
          const end = words[i + entry.rest.length]?.end ?? word.end;
          const fix = `${lead}${entry.right}`;
          const single = entry.rest.length === 0;
          yield {
            start: word.start,
            end,
            fixes: [single ? rewrite(text.slice(word.start, end), word.bare, fix) : fix],
          };
          break;
        }
      }
    },
  },
  {
    id: 'house-form',
    family: 'consistency',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'اختارت الصحيفة صورة أخرى لهذه الكلمة.',
      en: 'The house has chosen another form of this word.',
    },
    example: {
      wrong: 'قال الرئيس الأمريكي',
      right: 'قال الرئيس الأميركي',
      style: { forms: { أميركي: 'أميركي' } },
    },
    match: function* ({ words, text }, { style }) {
      if (Object.keys(style.forms).length === 0) return;
      for (const word of words) {
        const hit = familyOf(word);
        const house = hit === null ? undefined : style.forms[hit.family.id];
        if (hit === null || house === undefined || house === hit.form) continue;
        const written = text.slice(word.start, word.end);
        yield {
          start: word.start,
          end: word.end,
          fixes: [withForm({ word, written, hit }, house)],
        };
      }
    },
  },
  {
    id: 'archive-form',
    family: 'consistency',
    severity: 'warning',
    scope: 'paragraph',
    safe: false,
    message: {
      ar: 'تكتب الصحيفة هذه الكلمة غالباً على صورة أخرى.',
      en: 'The newspaper mostly writes this word in another way.',
    },
    example: {
      wrong: 'وصل ترمب أمس',
      right: 'وصل ترامب أمس',
      context: { archive: { count: (form) => ({ ترامب: 412, ترمب: 9 })[form] ?? 0 } },
    },
    match: function* ({ words, text }, { style, context }) {
      if (context.archive === null) return;
      for (const word of words) {
        const hit = familyOf(word);
        if (hit === null || style.forms[hit.family.id] !== undefined) continue;
        const choice = archiveForm(hit.family, { hit }, context.archive);
        if (choice === null || choice.form === hit.form) continue;
        const written = text.slice(word.start, word.end);
        const [best = ['', 0]] = choice.counts;
        const ours = choice.counts[choice.counts.findIndex(([one]) => word.bare.endsWith(one))] ?? [
          word.bare,
          0,
        ];
        yield {
          ...{
            start: word.start,
            end: word.end,
            fixes: [withForm({ word, written, hit }, choice.form)],
          },
          message: {
            ar: `كتبت الصحيفة «${best[0]}» ${often(best[1])} و${ours[1] === 0 ? `لم تكتب «${ours[0]}»` : `«${ours[0]}» ${often(ours[1])}`}.`,
            en: `The newspaper wrote «${best[0]}» ${best[1]} times and «${ours[0]}» ${ours[1]} times.`,
          },
        };
      }
    },
  },
  {
    id: 'house-tanween',
    family: 'consistency',
    severity: 'warning',
    scope: 'paragraph',
    safe: true,
    message: {
      ar: 'تضع الصحيفة تنوين الفتح في الموضع الآخر.',
      en: 'The house puts fathatan on the other letter.',
    },
    example: { wrong: 'قدّم دعماً كبيراً', right: 'قدّم دعمًا كبيرًا', style: { tanween: 'letter' } },
    match: function* ({ text }, { style }): Iterable<Match> {
      if (style.tanween === null || !text.includes('ً')) return;
      const [wrong, right] = style.tanween === 'letter' ? [onAlef, 'ًا'] : [onLetter, 'اً'];
      for (const match of text.matchAll(wrong))
        yield { start: match.index, end: match.index + match[0].length, fixes: [right] };
    },
  },
  {
    id: 'mixed-tanween',
    family: 'consistency',
    severity: 'info',
    scope: 'story',
    safe: false,
    message: {
      ar: 'تنوين الفتح في المادة مرّة على الألف ومرّة على الحرف قبلها؛ الزم موضعاً واحداً.',
      en: 'The story puts fathatan now on the alef, now on the letter before it; keep to one.',
    },
    example: { wrong: 'قدّم دعماً كبيراً إيذانًا بالعودة', right: 'قدّم دعماً كبيراً إيذاناً بالعودة' },
    match: function* (story, { style }): Iterable<StoryMatch> {
      if (style.tanween !== null) return;
      const count = (expression: RegExp): number =>
        story.paragraphs.reduce((sum, { text }) => sum + (text.match(expression)?.length ?? 0), 0);
      const [letters, alefs_] = [count(onLetter), count(onAlef)];
      if (letters === 0 || alefs_ === 0) return;
      const [rarer, right] = letters <= alefs_ ? [onLetter, 'اً'] : [onAlef, 'ًا'];
      for (const [paragraph, { text }] of story.paragraphs.entries())
        for (const match of text.matchAll(rarer))
          yield {
            paragraph,
            start: match.index,
            end: match.index + match[0].length,
            fixes: [right],
          };
    },
  },
  {
    id: 'mixed-digit-systems',
    family: 'consistency',
    severity: 'info',
    scope: 'story',
    safe: false,
    message: {
      ar: 'في المادة أرقام من نظامين (0–9 و٠–٩)؛ الزم واحداً.',
      en: 'The story writes figures in two systems; keep to one.',
    },
    example: { wrong: 'حضر 45 نائباً وغاب ١٢ نائباً', right: null },
    match: function* (story, { style }): Iterable<StoryMatch> {
      if (style.digits !== null) return;
      const texts = story.paragraphs.map(({ text }) => text);
      const [latin, arabic] = [
        texts.some((text) => /\d/.test(text)),
        texts.some((text) => /[٠-٩]/.test(text)),
      ];
      if (!latin || !arabic) return;
      for (const [paragraph, text] of texts.entries())
        for (const match of text.matchAll(/[٠-٩]{1,40}/g))
          yield { paragraph, start: match.index, end: match.index + match[0].length, fixes: [] };
    },
  },
];

interface LexiconRow {
  rest: readonly string[];
  right: string;
}

const indexes = new WeakMap<object, Map<string, LexiconRow[]>>();

function lexiconIndex(lexicon: Setting['style']['lexicon']): Map<string, LexiconRow[]> {
  const known = indexes.get(lexicon);
  if (known !== undefined) return known;
  const index = new Map<string, LexiconRow[]>();
  for (const { right, variants } of lexicon)
    for (const variant of variants) {
      const [head = '', ...rest] = variant.trim().split(/\s+/);
      const rows = index.get(head) ?? [];
      rows.push({ rest, right });
      index.set(
        head,
        rows.sort((a, b) => b.rest.length - a.rest.length),
      );
    }
  indexes.set(lexicon, index);
  return index;
}
