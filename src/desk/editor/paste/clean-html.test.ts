import { readFileSync } from 'node:fs';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodySchema } from '../document/schema.ts';
import { cleanHtml } from './clean-html.ts';

const word = readFileSync(new URL('fixtures/word-html.txt', import.meta.url), 'utf8');
const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (value: string) => ({ type: 'paragraph', content: [text(value)] });
const item = (value: string) => ({ type: 'listItem', content: [paragraph(value)] });

test('a document of Word keeps its text, marks, links, lists and table, and nothing of its styles', () => {
  const { blocks, pictures } = cleanHtml(word);

  expect(pictures).toBe(1);
  expect(blocks).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [text('موازنة المدينة في أرقام')] },
    {
      type: 'paragraph',
      content: [
        text('قال '),
        { ...text('رئيس اللجنة'), marks: [{ type: 'bold' }] },
        text(' إن المبلغ يتجاوز 1,200 دينار، وفق '),
        {
          ...text('Example Report 2026'),
          marks: [{ type: 'link', attrs: { href: 'https://example.org/report?id=7' } }],
        },
        text('.'),
      ],
    },
    { type: 'bulletList', content: [item('الطرق والأرصفة'), item('الإنارة')] },
    { type: 'orderedList', content: [item('المرحلة الأولى')] },
    {
      type: 'paragraph',
      content: [
        text('The council said '),
        { ...text('nothing'), marks: [{ type: 'italic' }] },
        text(' in English.'),
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['البند', 'المبلغ'].map((cell) => ({
            type: 'tableHeader',
            content: [paragraph(cell)],
          })),
        },
        {
          type: 'tableRow',
          content: ['الطرق', '700'].map((cell) => ({
            type: 'tableCell',
            content: [paragraph(cell)],
          })),
        },
      ],
    },
  ]);
});

test('Google Docs: bold that is not, links through a redirector, nested lists', () => {
  const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="rtl"><span style="font-weight:400">نص </span><span style="font-weight:700">مهم</span>
    <a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D"><span>رابط</span></a></p>
    <ul><li dir="rtl"><p dir="rtl"><span>أول</span></p></li><ul><li><p>داخلي</p></li></ul></ul></b>`;

  expect(cleanHtml(html).blocks).toEqual([
    {
      type: 'paragraph',
      content: [
        text('نص '),
        { ...text('مهم'), marks: [{ type: 'bold' }] },
        text(' '),
        { ...text('رابط'), marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }] },
      ],
    },
    { type: 'bulletList', content: [item('أول'), item('داخلي')] },
  ]);
});

test('a web page loses its furniture and scripts, and keeps what is said', () => {
  const html = `<nav>القائمة</nav><div>أولى<br><br>ثانية</div><script>alert(1)</script>
    <blockquote><p>قول</p></blockquote><iframe src="https://video.example/1" title="تسجيل"></iframe>
    <a href="javascript:alert(1)">ضغط</a><h4>صغير</h4>`;

  expect(cleanHtml(html).blocks).toEqual([
    paragraph('أولى'),
    paragraph('ثانية'),
    { type: 'blockquote', content: [paragraph('قول')] },
    { type: 'embed', attrs: { url: 'https://video.example/1', title: 'تسجيل' } },
    paragraph('ضغط'),
    { type: 'heading', attrs: { level: 3 }, content: [text('صغير')] },
  ]);
});

test('a direction is kept where the letters would not tell it', () => {
  const [english, odd] = cleanHtml(
    '<p dir="ltr">English</p><p dir="ltr">عربي من اليسار</p>',
  ).blocks;

  expect(english).not.toHaveProperty('attrs');
  expect(odd).toHaveProperty('attrs', { dir: 'ltr' });
});

test('a table that only lays text out is text; merged cells leave empty ones', () => {
  expect(cleanHtml('<table><tr><td><p>نص</p></td></tr></table>').blocks).toEqual([paragraph('نص')]);
  const [table] = cleanHtml(
    '<table><tr><td colspan="2">أ</td></tr><tr><td>ب</td><td>ج</td></tr></table>',
  ).blocks;
  expect(table?.type === 'table' && table.content.map((row) => row.content.length)).toEqual([2, 2]);
});

test('whatever is pasted fits the schema', () => {
  const tags = fc.constantFrom(
    'p',
    'div',
    'b',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'h2',
    'blockquote',
    'a',
    'span',
    'br',
    'pre',
  );
  const piece = fc.oneof(
    fc.constantFrom('نص ', 'text ', '\n', '&nbsp;'),
    tags.map((tag) => `<${tag}>`),
    tags.map((tag) => `</${tag}>`),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { blocks } = cleanHtml(pieces.join(''));
      if (blocks.length > 0) Node.fromJSON(bodySchema(), { type: 'doc', content: blocks }).check();
    }),
    { numRuns: 300 },
  );
});
