import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Body, docFromBody } from './convert.ts';
import { passageAt, positionsOf } from './passages.ts';
import { bodySchema } from './schema.ts';
import { bodies } from './testing/bodies.ts';

const opened = (body: Body): Node => Node.fromJSON(bodySchema(), docFromBody(body));
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});

test('a passage is found again where it stood, in blocks of every kind', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat({ max: 30 }), (body, start, length) => {
      const doc = opened(body);
      const from = start % (doc.content.size + 1);
      const passage = passageAt(doc, from, Math.min(from + length, doc.content.size));
      if (passage === null) return;
      const found = positionsOf(doc, passage);
      expect(found).not.toBeNull();
      if (found === null) return;
      expect(passageAt(doc, found.from, found.to)).toEqual(passage);
    }),
    { numRuns: 300 },
  );
});

test('offsets count the lines of a list as the server does', () => {
  const doc = opened({
    type: 'doc',
    content: [
      paragraph('أولاً'),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph('القمح')] },
          { type: 'listItem', content: [paragraph('الشعير')] },
        ],
      },
    ],
  });
  const at = positionsOf(doc, { block: 1, from: 6, to: 12 });

  expect(at).not.toBeNull();
  expect(doc.textBetween(at?.from ?? 0, at?.to ?? 0)).toBe('الشعير');
});

test('a passage over two blocks keeps what lies in the first; one past the text is none', () => {
  const doc = opened({ type: 'doc', content: [paragraph('فقرة أولى'), paragraph('فقرة ثانية')] });

  expect(passageAt(doc, 6, 15)).toEqual({ block: 0, from: 5, to: 9 });
  expect(positionsOf(doc, { block: 0, from: 5, to: 40 })).toBeNull();
  expect(positionsOf(doc, { block: 7, from: 0, to: 2 })).toBeNull();
  expect(passageAt(doc, 3, 3)).toBeNull();
});
