import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../arabic/tokens.ts';
import { linesOfHtml } from './html/html-lines.ts';
import { type ReadPage, UnreadablePage } from './page.ts';
import { readPage } from './read-page.ts';

/**
 * Every line ends in exactly one place. Checked on words: those of the input are those of all fields
 * together, each as often. (Dates, bylines, sources and sections are values read off lines that
 * `dropped` holds verbatim, so they are not counted again.)
 */

function placesOf(page: ReadPage): (string | null | undefined)[] {
  return [
    page.headline,
    page.kicker,
    page.deck,
    page.dateline?.place,
    page.dateline?.outlet,
    page.previousTitle,
    page.nextTitle,
    ...page.subheads,
    ...page.paragraphs,
    ...page.dropped,
  ];
}

/** Words in alphabetical order; numbers of list items are layout and not words. */
function wordsOf(texts: readonly (string | null | undefined)[]): string[] {
  return texts
    .flatMap((text) => tokenise(text ?? '').map(({ term }) => term))
    .filter((term) => !/^\d+$/.test(term))
    .sort();
}

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const plain = fixtures.filter((file) => !file.endsWith('.html.txt'));
const fileText = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('every word of a page goes to exactly one place', () => {
  test.each(plain)('%s', (file) => {
    const text = fileText(file);
    expect(wordsOf(placesOf(readPage(text)))).toEqual(wordsOf([text]));
  });

  test.each(fixtures.filter((file) => file.endsWith('.html.txt')))('%s', (file) => {
    const html = fileText(file);
    const visible = linesOfHtml(html).lines.map(({ text }) => text);
    expect(wordsOf(placesOf(readPage(html)))).toEqual(wordsOf(visible));
  });

  const title = 'الأهالي يزرعون ألف شجرة حول القرية';
  const sentence = 'وزرع الأهالي ألف شجرة حول القرية في يوم واحد، وسقوها من مياه النبع القديم.';
  const lines = fc.constantFrom(
    ...plain.flatMap((file) => fileText(file).split('\n')),
    'بغداد – رويترز',
    'القاهرة – أكدت الوزارة أن العمل مستمر في كل المحافظات حتى نهاية الشهر.',
    'عاجل | خبر قصير من المدينة.. وتفاصيل أخرى في الطريق',
    'السابق',
    'التالي',
    'السابق: عنوان سابق: تكملة',
    'اقرأ أيضاً',
    'اقرأ أيضاً: عنوان آخر',
    'الوسوم',
    'المصدر: وكالات',
    'المصدر:',
    'كتب: فلان الفلاني',
    '24/7/2021',
    'السبت 24 تموز 2021 – بغداد',
    'بيروت – السبت 24 تموز 2021',
    'دمشق – صوت النهر – 24 تموز 2021',
    '• نقطة أولى',
    '1. أولاً',
    '٢- ثانياً',
    '«اقتباس طويل من ست كلمات أو أكثر في سطر واحد»',
    'التعليقات',
    '3 تعليقات',
    'A+ A-',
    '----',
    '؟',
    'صحيفة كذا',
    'عنوان طويل له موقع - صحيفة كذا',
    '',
    '   ',
  );

  test('whatever lines follow each other', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 40 }), (all) => {
        const text = [title, ...all, sentence].join('\n');
        try {
          expect(wordsOf(placesOf(readPage(text)))).toEqual(wordsOf([text]));
        } catch (error) {
          if (!(error instanceof UnreadablePage)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  const elements = fc.constantFrom(
    ...'div p h1 h2 h3 span a nav aside article section ul li ol blockquote cite footer header strong table tr td br form button figure figcaption time main'.split(
      ' ',
    ),
  );
  const classes = fc.constantFrom(
    '',
    ' class="entry-content"',
    ' class="subtitle"',
    ' class="kicker"',
    ' class="byline"',
    ' class="post-date"',
    ' class="nav-previous"',
    ' rel="next"',
    ' class="share"',
    ' class="comments"',
    ' hidden',
  );
  const part = fc.oneof(
    lines.map((line) => line.replaceAll('<', ' ')),
    fc.tuple(elements, classes).map(([name, attributes]) => `<${name}${attributes}>`),
    elements.map((name) => `</${name}>`),
  );

  test('whatever elements lie around them', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 60 }), (parts) => {
        const html = `<html><body><h1>${title}</h1>${parts.join('\n')}<p>${sentence}`;
        const visible = linesOfHtml(html).lines.map(({ text }) => text);
        try {
          expect(wordsOf(placesOf(readPage(html)))).toEqual(wordsOf(visible));
        } catch (error) {
          if (!(error instanceof UnreadablePage)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('or the page is refused in one line, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (input) => {
        try {
          readPage(input);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadablePage);
          expect((error as UnreadablePage).message).not.toContain('\n');
        }
      }),
      { numRuns: 500 },
    );
  });
});
