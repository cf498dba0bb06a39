import { describe, expect, test } from 'vitest';
import { fixSafely } from '../../copydesk/fix.ts';
import { defaultContext, defaultHouseStyle } from '../../copydesk/house-style.ts';
import type { Finding } from '../../copydesk/rule.ts';
import type { ProseFormat } from './prose.ts';
import { checkProse, formatOf } from './read-prose.ts';

const check =
  (format: ProseFormat) =>
  (text: string): Finding[] =>
    checkProse(text, format, defaultHouseStyle, defaultContext).filter(
      ({ severity }) => severity !== 'info',
    );

const mended = (text: string, format: ProseFormat): string => fixSafely(text, check(format));

describe('HTML', () => {
  test('offsets are of the file, entities and tags included', () => {
    const html = '<p class="الارهاب">&laquo;نعم&raquo; قال <b>عن</b> الارهاب</p>';
    const found = check('html')(html);
    expect(found).toMatchObject([{ rule: 'hamza', text: 'الارهاب' }]);
    expect(html.slice(found[0]?.start, found[0]?.end)).toBe('الارهاب');
  });

  test.each([
    ['a script', '<script>x = "قال  الارهاب"</script>'],
    ['a style', '<style>/* الارهاب */</style>'],
    ['code', '<p>اكتب <code>الارهاب</code> هنا</p>'],
    ['an attribute', '<p title="الارهاب">نعم</p>'],
    ['an element in another language', '<p>قال <span lang="fa">الارهاب</span> هنا</p>'],
    ['indented source', '<p>قال\n      الوزير\n      كلمته</p>'],
  ])('%s is left alone', (_, html) => {
    expect(check('html')(html)).toEqual([]);
  });

  test('quotation marks are changed around markup, which stays', () => {
    expect(mended('<p>نقلت صحيفة "<em>النهار</em>" الخبر</p>', 'html')).toBe(
      '<p>نقلت صحيفة «<em>النهار</em>» الخبر</p>',
    );
  });

  test('what lies across tags and changes its length is shown and not mended', () => {
    const html = '<p>قال <b>عبدال</b>له</p>';
    expect(check('html')(html)).toMatchObject([{ rule: 'abd-joined', fixes: [], autofix: false }]);
    expect(mended(html, 'html')).toBe(html);
  });

  test('an entity that stands for a space is mended whole', () => {
    expect(mended('<p>قال&nbsp;الوزير</p>', 'html')).toBe('<p>قال الوزير</p>');
  });
});

describe('Markdown', () => {
  test.each([
    ['a block of code', '```\nقال  الارهاب\n```'],
    ['code in a line', 'اكتب `الارهاب` هنا'],
    ['the address of a link', 'اقرأ [الخبر](https://example.org/الارهاب,نص) هنا'],
    ['front matter', '---\ntitle: الارهاب\n---\n\nنعم'],
    ['a line break of two spaces', 'وصل الوزير  \nوغادر'],
  ])('%s is left alone', (_, text) => {
    expect(check('markdown')(text)).toEqual([]);
  });

  test('headings, items and paragraphs are read, their marks stay', () => {
    expect(mended('# الحرب على الارهاب.\n\n- قال  **الوزير**\n\nنص عن\nالارهاب', 'markdown')).toBe(
      '# الحرب على الإرهاب\n\n- قال **الوزير**\n\nنص عن\nالإرهاب',
    );
  });
});

test.each([
  ['story.md', 'نص', 'markdown'],
  ['story.htm', 'نص', 'html'],
  ['story.txt', '<p>نص</p>', 'text'],
  ['-', '<!doctype html><p>نص</p>', 'html'],
  ['-', 'نص بلا وسوم', 'text'],
])('%s that holds %s is read as %s', (name, content, format) => {
  expect(formatOf(name, content)).toBe(format);
});
