import { expect, test } from 'vitest';
import { Throttle } from './throttle.ts';

test('lets a few tries of an address pass, then says how long to wait', () => {
  const clock = { at: 1000 };
  const throttle = new Throttle({ max: 2, window: 60_000, now: () => clock.at });

  expect([throttle.wait('a'), throttle.wait('a')]).toEqual([null, null]);
  clock.at += 15_000;
  expect(throttle.wait('a')).toBe(45);
  expect(throttle.wait('b')).toBe(null);
  clock.at += 45_000;
  expect(throttle.wait('a')).toBe(null);
});
