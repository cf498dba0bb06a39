import { describe, expect, test } from 'vitest';
import { bodySchema } from '../../newsroom/stories/body.ts';
import { toBody } from './body-notation.ts';
import type { DemoBlock } from './content/types.ts';

const body = (...blocks: DemoBlock[]) =>
  toBody(
    blocks,
    (id) => (id === 'bridge' ? 7 : 8),
    (text) => text.replace('{{day}}', 'الأحد'),
    (hoursAgo) => 1000 - hoursAgo,
  ).content;
const text = (value: string) => [{ type: 'text', text: value }];

describe('the notation of bodies', () => {
  test.each<[string, DemoBlock, unknown]>([
    ['a paragraph', { p: 'نصّ' }, { type: 'paragraph', content: text('نصّ') }],
    [
      'a subhead',
      { h2: 'عنوان' },
      { type: 'heading', attrs: { level: 2 }, content: text('عنوان') },
    ],
    [
      'a smaller subhead',
      { h3: 'عنوان' },
      { type: 'heading', attrs: { level: 3 }, content: text('عنوان') },
    ],
    [
      'a quotation with who said it',
      { quote: 'قول', cite: 'قائل' },
      {
        type: 'blockquote',
        attrs: { cite: 'قائل' },
        content: [{ type: 'paragraph', content: text('قول') }],
      },
    ],
    [
      'a list',
      { ul: ['أول'] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: text('أول') }] }],
      },
    ],
    [
      'a numbered list',
      { ol: ['أول'] },
      {
        type: 'orderedList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: text('أول') }] }],
      },
    ],
    [
      'a picture by the id of its illustration',
      { image: 'bridge', caption: 'شرح' },
      { type: 'image', attrs: { mediaId: 7, caption: 'شرح' } },
    ],
  ])('writes %s', (_, block, expected) => {
    expect(body(block)).toEqual([expected]);
  });

  test('makes the first row of a table its header and keeps empty cells', () => {
    const [table] = body({
      table: [
        ['رأس', ''],
        ['1', '2'],
      ],
    });

    const rows = table?.type === 'table' ? table.content : [];
    expect(rows.map((row) => row.content.map((cell) => cell.type))).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
    ]);
    expect(rows[0]?.content[1]?.content).toEqual([{ type: 'paragraph' }]);
  });

  test('marks bold and links inside a text', () => {
    expect(body({ p: 'قبل **غليظ** و[رابط](mailto:a@example.org).' })).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'قبل ' },
          { type: 'text', text: 'غليظ', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' و' },
          {
            type: 'text',
            text: 'رابط',
            marks: [{ type: 'link', attrs: { href: 'mailto:a@example.org' } }],
          },
          { type: 'text', text: '.' },
        ],
      },
    ]);
  });

  test('dates an update and resolves the texts inside it', () => {
    expect(
      body({ update: { hoursAgo: 2, heading: 'يوم {{day}}', blocks: [{ p: '{{day}}' }] } }),
    ).toEqual([
      {
        type: 'update',
        attrs: { at: 998, heading: 'يوم الأحد' },
        content: [{ type: 'paragraph', content: text('الأحد') }],
      },
    ]);
  });

  test('yields a body that the newsroom accepts', () => {
    const blocks = body(
      { p: 'نصّ' },
      { quote: 'قول' },
      { table: [['أ'], ['']] },
      { update: { hoursAgo: 1, blocks: [{ ul: ['بند'] }] } },
    );

    expect(bodySchema.safeParse({ type: 'doc', content: blocks }).success).toBe(true);
  });
});
