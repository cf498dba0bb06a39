import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyFromDoc, docFromBody } from './convert.ts';
import { hrefFrom } from './marks.ts';
import { bodySchema } from './schema.ts';
import { bodies } from './testing/bodies.ts';

const opened = (body: Parameters<typeof docFromBody>[0]): Node => {
  const doc = Node.fromJSON(bodySchema(), docFromBody(body));
  doc.check();
  return doc;
};

test('a body comes back from the editor as it went in', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(bodyFromDoc(opened(body))).toEqual(body);
    }),
    { numRuns: 300 },
  );
});

test('attributes that say nothing are left out, and blank lines at the end', () => {
  const doc = opened({
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { dir: null } },
      {
        type: 'paragraph',
        attrs: { dir: null },
        content: [{ type: 'text', text: 'نص', marks: [] }],
      },
      { type: 'paragraph' },
    ],
  });

  expect(bodyFromDoc(doc)).toEqual({
    type: 'doc',
    content: [
      { type: 'paragraph' },
      { type: 'paragraph', content: [{ type: 'text', text: 'نص' }] },
    ],
  });
});

test('an empty body opens with a line to write on, and is stored empty', () => {
  const doc = opened({ type: 'doc', content: [] });

  expect(doc.childCount).toBe(1);
  expect(bodyFromDoc(doc)).toEqual({ type: 'doc', content: [] });
});

test('only addresses that the server takes become links', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org/خبر', 'https://example.org/خبر'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['/12/خبر', '/12/خبر'],
    ['javascript:alert(1)', null],
    ['كلمتان اثنتان', null],
    ['', null],
  ];
  for (const [typed, href] of cases) expect(hrefFrom(typed)).toBe(href);
});
