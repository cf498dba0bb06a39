import { expect, test } from 'vitest';
import {
  type Arrangement,
  isSame,
  moved,
  withBreaking,
  withLead,
  without,
  withPinned,
} from './arrangement.ts';

const page: Arrangement = { lead: 1, pinned: [2, 3, 4], breaking: [{ id: 9, until: 50 }] };

test('a new lead sends the old one to the top of the pinned', () => {
  expect(withLead(page, 7)).toEqual({ ...page, lead: 7, pinned: [1, 2, 3, 4] });
  expect(withLead(page, 3)).toEqual({ ...page, lead: 3, pinned: [1, 2, 4] });
  expect(withLead({ ...page, lead: null }, 3).pinned).toEqual([2, 4]);
});

test('the lead made lead again changes nothing', () => {
  expect(isSame(withLead(page, 1), page)).toBe(true);
});

test('a story is pinned at the end, or before the one it was dropped on', () => {
  expect(withPinned(page, 7).pinned).toEqual([2, 3, 4, 7]);
  expect(withPinned(page, 7, 0).pinned).toEqual([7, 2, 3, 4]);
  expect(withPinned(page, 4, 0).pinned).toEqual([4, 2, 3]);
  expect(withPinned(page, 2, 2).pinned).toEqual([3, 2, 4]);
  expect(withPinned(page, 1, 1)).toEqual({ ...page, lead: null, pinned: [2, 1, 3, 4] });
});

test('moving walks through the pinned, and past their top to the lead', () => {
  expect(moved(page, 3, -1).pinned).toEqual([3, 2, 4]);
  expect(moved(page, 3, 1).pinned).toEqual([2, 4, 3]);
  expect(moved(page, 4, 1).pinned).toEqual([2, 3, 4]);
  expect(moved(page, 2, -1)).toEqual({ ...page, lead: 2, pinned: [1, 3, 4] });
  expect(moved(page, 1, 1)).toEqual({ ...page, lead: 2, pinned: [1, 3, 4] });
  expect(moved(page, 1, -1)).toEqual(page);
  expect(moved(page, 77, 1)).toEqual(page);
});

test('a lead without anything below it stays pinned when it steps down', () => {
  expect(moved({ lead: 1, pinned: [], breaking: [] }, 1, 1)).toEqual({
    lead: null,
    pinned: [1],
    breaking: [],
  });
});

test('what breaks stands nowhere else, and taking off takes off everywhere', () => {
  expect(withBreaking(page, 3, 80)).toEqual({
    lead: 1,
    pinned: [2, 4],
    breaking: [
      { id: 9, until: 50 },
      { id: 3, until: 80 },
    ],
  });
  expect(without(page, 9).breaking).toEqual([]);
  expect(without(page, 1).lead).toBe(null);
});
