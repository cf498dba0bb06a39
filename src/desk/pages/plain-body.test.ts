import { expect, test } from 'vitest';
import { bodyOf, linesOf } from './plain-body.ts';

test('paragraphs and subheadings go to lines and back', () => {
  const lines = 'من نحن\n\n## هيئة التحرير\n\nنكتب عن المدينة وأهلها.';
  const body = bodyOf(lines);
  expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
  expect(linesOf(body)).toBe(lines);
});

test('line ends inside a paragraph are spaces; empty blocks are none', () => {
  expect(linesOf(bodyOf('سطر\nثانٍ\n\n\n \n\nآخر  '))).toBe('سطر ثانٍ\n\nآخر');
  expect(bodyOf('').content).toEqual([]);
});

test('what lines cannot say is not turned into them', () => {
  const text = { type: 'text' as const, text: 'كلمة', marks: [{ type: 'bold' as const }] };
  expect(linesOf({ type: 'doc', content: [{ type: 'paragraph', content: [text] }] })).toBe(null);
  expect(linesOf({ type: 'doc', content: [{ type: 'image', attrs: { mediaId: 1 } }] })).toBe(null);
});
