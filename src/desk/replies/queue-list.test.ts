import { expect, test } from 'vitest';
import type { ModeratedReply, ModeratorAct } from '../../api/shapes/comments.ts';
import type { View } from './filters.ts';
import { append, leaves, putBack, type Shown, step, takeOut } from './queue-list.ts';

const row = (id: number) => ({ id }) as ModeratedReply;
const shown = (ids: number[], at = 0): Shown => ({ rows: ids.map(row), at });
const told = ({ rows, at }: Shown) => [rows.map(({ id }) => id), at];

test('after a decision the keys stand on the reply that follows', () => {
  const { shown: after } = takeOut(shown([1, 2, 3], 1), new Set([2]));
  expect(told(after)).toEqual([[1, 3], 1]);
  expect(told(takeOut(after, new Set([3])).shown)).toEqual([[1], 0]);
  expect(told(takeOut(shown([1, 2, 3, 4], 3), new Set([1, 2])).shown)).toEqual([[3, 4], 1]);
  expect(told(takeOut(shown([1]), new Set([1])).shown)).toEqual([[], 0]);
});

test('an undo brings replies back to their places and stands on the first', () => {
  const { shown: after, taken } = takeOut(shown([1, 2, 3, 4], 3), new Set([1, 3]));
  expect(told(putBack(after, taken))).toEqual([[1, 2, 3, 4], 0]);
  // What came back by itself in the meantime is not there twice.
  expect(told(putBack(shown([3, 2, 4]), taken))).toEqual([[1, 3, 2, 4], 0]);
});

test('what arrives stands at the end, once, and not if it was just decided', () => {
  expect(told(append(shown([1, 2], 1), [row(2), row(3), row(4)], new Set([4])))).toEqual([
    [1, 2, 3],
    1,
  ]);
});

test('steps end at the ends', () => {
  expect(step(shown([1, 2]), -1).at).toBe(0);
  expect(step(shown([1, 2], 1), 1).at).toBe(1);
});

test.each<[ModeratorAct, View, boolean]>([
  ['approve', 'held', true],
  ['reject', 'held', true],
  ['ban', 'approved', true],
  ['approve', 'reported', true],
  ['approve', 'approved', false],
  ['reject', 'rejected', false],
  ['flag', 'held', false],
  ['unflag', 'flagged', true],
])('%s in %s: gone %s', (act, view, gone) => {
  expect(leaves(act, view)).toBe(gone);
});
